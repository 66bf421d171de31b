"""Formations side by side, and certifications: the rows of the tables, declared as data."""

from django.utils.formats import date_format

from core.citations import cited
from core.comparison import Amount, Part, RowSpec, Section, level, source_parts, text
from formations.durations import years
from formations.glance import cost, years_after_bac
from formations.links import published


def in_force(formation):
    """Return whether a diploma is still awarded, and by what it is replaced."""
    if formation.en_vigueur:
        return [Part("oui")]
    successors = published(filter(None, [formation.remplacee_par]))
    return [
        Part("non"),
        *(Part(f"remplacé par {f.sigle or f}", url=f.get_absolute_url()) for f in successors),
    ]


def schools(formation):
    """Return « Namur : UNamur », a part for each place, those without a known place at the end."""
    places = {}
    for school in formation.etablissements.all():
        for place in [str(lieu) for lieu in school.lieux.all()] or [""]:
            places.setdefault(place, []).append(str(school))
    return [
        Part(f"{place or 'ville non renseignée'}\u00a0: {', '.join(sorted(names))}")
        for place, names in sorted(places.items(), key=lambda item: (not item[0], item[0]))
    ]


def rows_of_metiers(thing):
    """Return the rows that tie a formation or a certification to published métiers, by name."""
    rows = [row for row in thing.metiers.all() if row.metier.is_published]
    return sorted(rows, key=lambda row: str(row.metier))


def metiers(thing):
    """Return the métiers of a formation or a certification, each with the role that it plays there."""
    return [
        Part(str(row.metier), url=row.metier.get_absolute_url(), precision=row.get_role_display())
        for row in rows_of_metiers(thing)
    ]


def rows_of_steps(thing):
    return [etape for etape in thing.etapes.all() if etape.parcours.is_published]


def steps(thing):
    """Return the steps of published roadmaps that go through a formation or a certification."""
    return [
        Part(
            f"{etape.parcours.titre}\u00a0: {etape.titre}",
            url=f"{etape.parcours.get_absolute_url()}#{etape.slug}",
        )
        for etape in rows_of_steps(thing)
    ]


def note(thing):
    """Return what the editors know beside the source, with where they know it from."""
    return text(thing.note, markdown=True, source=thing.source_note)


def exam_cost(certification):
    """Return what an exam costs, in the currency of the source: nothing is converted."""
    price = certification.cout
    return text(cost(certification), montant=Amount(price, price, certification.devise))


def validity(certification):
    """Return how long a certification holds; the note may correct it, so that both are compared."""
    see_note = "voir « Bon à savoir »" if certification.note else ""
    said = certification.validite_lisible
    return text(said, precision=see_note, valeur=(said, certification.note))


def formation_sources(formation):
    """Return the sources of all that a column says, each once, with its date."""
    own = [formation.source, formation.source_niveau, formation.source_remplacement, formation.source_note]
    found = cited(own, formation.etablissements.all(), rows_of_metiers(formation), rows_of_steps(formation))
    return source_parts(found)


def certification_sources(certification):
    own = [certification.source, certification.source_note]
    return source_parts(cited(own, rows_of_metiers(certification), rows_of_steps(certification)))


CHECKED = RowSpec(
    "Fiche vérifiée le", lambda page: text(page.verifie_le and date_format(page.verifie_le, "j F Y"))
)
FORMATIONS = [
    Section(
        "L’essentiel",
        [
            RowSpec("Intitulé complet", lambda f: text(f.intitule)),
            RowSpec("Type de diplôme", lambda f: text(f.get_type_display())),
            RowSpec("Niveau", lambda f: level(f.niveau, f.niveau_label)),
            RowSpec("Années après le bac", lambda f: text(years_after_bac(f.annees_apres_bac))),
            RowSpec("Durée", lambda f: text(years(f.duree_annees))),
            RowSpec("Pays", lambda f: text(f.get_pays_display())),
            RowSpec("En vigueur", in_force),
            RowSpec("Modalités", lambda f: [Part(str(m)) for m in f.modalites.all()]),
            # No source of the guide gives it, and the model has no place for it: the page says so.
            RowSpec("Coût", lambda f: []),
            RowSpec("Bon à savoir", note),
        ],
    ),
    Section("Où se former", [RowSpec("Établissements", schools)]),
    Section("Et après", [RowSpec("Métiers", metiers), RowSpec("Dans un parcours", steps)]),
    Section(
        "Codes",
        [
            RowSpec("Code RNCP", lambda f: text(f.code_rncp), "code RNCP"),
            RowSpec("Identifiant ONISEP", lambda f: text(f.onisep_id)),
        ],
    ),
    Section("Sources", [RowSpec("Sources", formation_sources), CHECKED]),
]
CERTIFICATIONS = [
    Section(
        "L’essentiel",
        [
            RowSpec("Nom complet", lambda c: text(c.nom)),
            RowSpec("Organisme", lambda c: text(c.organisme and c.organisme.nom)),
            RowSpec("Niveau de l’examen", lambda c: text(c.get_palier_display())),
            RowSpec("Coût de l’examen", exam_cost),
            RowSpec("Préparation", lambda c: text(c.preparation)),
            RowSpec("Validité", validity),
            RowSpec("Intérêt", lambda c: text(c.interet)),
            RowSpec("Bon à savoir", note),
        ],
        notes=[Part("Les montants restent dans la monnaie de la source\u00a0: rien n’est converti.")],
    ),
    Section(
        "À quoi elle sert",
        [RowSpec("Métiers qui la demandent", metiers), RowSpec("Dans un parcours", steps)],
    ),
    Section("Sources", [RowSpec("Sources", certification_sources), CHECKED]),
]
