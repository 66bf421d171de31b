"""What `/salaires/` makes of its statements: bars on one axis, and the table to download."""

from core.export import SOURCE_COLUMNS
from core.text import capitalised
from metiers.bandes import strip
from metiers.salaires import Unit

EQUIVALENT = ["minimum", "maximum", "fiabilité", "formule", "à savoir"]


def strip_of_list(titre, statements, reader):
    """Return the `Strip` of statements of several métiers, each bar named and linked to its fiche."""
    entries = [
        (
            # A line never begins with the dot.
            f"{capitalised(statement.salaire.metier.nom)}, {statement.label}".replace(" · ", "\u00a0· "),
            statement.equivalent,
            statement.pays,
            statement.salaire.metier.get_absolute_url(),
            statement.minimum_note,
        )
        for statement in statements
    ]
    return strip(titre, entries, reader.french_minimum, reader.french_minimum_label, reader.unit)


def header(unit):
    """Return the names of the columns of `row`; gross year comes first, whatever the unit."""
    units = dict.fromkeys([Unit.BRUT_AN, unit])
    return [
        *("métier", "identifiant", "expérience"),
        *("montant minimum", "montant maximum", "période", "brut ou net", "statut", "devise"),
        *("lieu", "pays", "année", "type de chiffre"),
        *(f"{shown.label}, {part}" for shown in units for part in EQUIVALENT),
        *("minimum légal", "vérification"),
        *SOURCE_COLUMNS,
        *("remarque", "fiche"),
    ]


def row(statement, unit, absolute):
    """Return the cells of a statement: amounts as numbers; absolute(address) is that of the fiche."""
    said = statement.salaire
    equivalents = [statement.gross] if unit is Unit.BRUT_AN else [statement.gross, statement.equivalent]
    return [
        *(said.metier.nom_complet, said.metier.slug, said.niveau),
        *(said.montant_min, said.montant_max, said.get_periode_display()),
        *(said.get_nature_display() or "non précisé", said.get_statut_display(), said.devise),
        *(str(said.lieu), statement.pays, said.annee, said.get_type_display()),
        *(cell for equivalent in equivalents for cell in cells(equivalent)),
        *(statement.minimum_note, "à revérifier" if statement.is_due else ""),
        *(cell_of(said) for cell_of in SOURCE_COLUMNS.values()),
        said.remarque,
        absolute(said.metier.get_absolute_url()),
    ]


def cells(equivalent):
    """Return the cells of `EQUIVALENT`."""
    if equivalent is None:
        return [None, None, "Non converti", "", ""]
    badge, formula, remark = equivalent.badge.label, equivalent.formula, equivalent.remark
    return [equivalent.minimum, equivalent.maximum, badge, formula, remark]
