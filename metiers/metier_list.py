"""The list of métiers as a file: each with the beginner's pay that its card shows."""

from core.citations import OWN_LICENCE
from core.export import SOURCE_COLUMNS, joined
from metiers.salaires import Unit
from metiers.salary_list import EQUIVALENT, cells

COLUMNS = {
    "nom masculin": lambda m: m.nom_masculin,
    "nom féminin": lambda m: m.nom_feminin,
    "identifiant": lambda m: m.slug,
    "accroche": lambda m: m.accroche,
    "niveau d’accès minimum": lambda m: m.niveau_label,
    "niveau européen": lambda m: m.niveau_acces,
    "années d’études minimum après le bac": lambda m: m.annees_etudes_min,
    "années d’études maximum après le bac": lambda m: m.annees_etudes_max,
    "pays": lambda m: m.get_pays_display(),
    "palier": lambda m: m.get_palier_display(),
    "statuts": lambda m: joined(dict.fromkeys(statut.get_statut_display() for statut in m.statuts.all())),
    "domaines": lambda m: joined(m.domaines.all()),
    "centres d’intérêt": lambda m: joined(m.centres_interet.all()),
    "codes ROME": lambda m: joined(code.code for code in m.codes_rome.all()),
    "certifications demandées": lambda m: joined(
        link.certification for link in m.certifications.all() if link.certification.is_published
    ),
    "vérifié le": lambda m: m.verifie_le,
    **SOURCE_COLUMNS,
}
PAY = "salaire débutant"


def header(unit, start):
    """Return the names of the columns of `row`: pay by the year first, then in the unit of the reader."""
    units = dict.fromkeys([Unit.BRUT_AN, unit])
    return [
        *COLUMNS,
        *([] if start is None else [start.depuis]),
        f"{PAY}, selon la source",
        *(f"{PAY}, {shown.label}, {part}" for shown in units for part in EQUIVALENT),
        *(f"{PAY}, {part}" for part in ("année", "source", "licence")),
        "page",
    ]


def row(metier, statement, unit, route, absolute):
    """Return the cells of a métier, its beginner's statement (or None), its `Route` from a level (or None).

    absolute(address) is the whole address of a page.
    """
    return [
        *(cell_of(metier) for cell_of in COLUMNS.values()),
        # In a cell a leading « + » begins a formula.
        *([] if route is None else [route.resume.removeprefix("+ ")]),
        *pay(statement, unit),
        absolute(metier.get_absolute_url()),
    ]


def pay(statement, unit):
    """Return the cells of pay, all empty for a métier whose beginners' pay no source gives."""
    units = 1 if unit is Unit.BRUT_AN else 2
    if statement is None:
        return [None] * (units * len(EQUIVALENT) + 4)
    said = statement.salaire
    equivalents = [statement.gross, statement.equivalent][:units]
    return [
        said.montant,
        *(cell for equivalent in equivalents for cell in cells(equivalent)),
        *(said.annee, said.source.titre, said.source.licence or OWN_LICENCE),
    ]
