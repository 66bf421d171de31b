"""The facts at a glance of a formation and of a certification: what stands in « En bref »."""

from dataclasses import dataclass

from core.models import Source
from core.text import NO_BREAK_SPACE, enumerate_words, french_number
from formations.durations import years


@dataclass(frozen=True)
class Glance:
    """A fact of « En bref »; without `texte` the page says that no source gives it."""

    label: str
    texte: str
    source: Source | None = None
    niveau: int | None = None
    precision: str = ""

    def or_nothing(self):
        """Return the fact, or its label alone where no source gives it: nothing needs no source."""
        return self if self.texte else Glance(self.label, "")


def formation_glance(formation, sources):
    """Return the six facts of a formation; `sources` is {field: the `Source` that says it}."""
    level = f"niveau {formation.niveau}" if formation.niveau else ""
    modalites = enumerate_words(str(modalite) for modalite in formation.modalites.all())
    facts = [
        Glance("Niveau", formation.niveau_label, sources["niveau"], formation.niveau, level),
        Glance("Durée", years(formation.duree_annees), sources["duree_annees"]),
        Glance(
            "Années après le bac",
            years_after_bac(formation.annees_apres_bac),
            sources["annees_apres_bac"],
        ),
        Glance("Type de diplôme", formation.get_type_display()),
        Glance("Pays", formation.get_pays_display()),
        Glance("Modalités", modalites),
    ]
    return [fact.or_nothing() for fact in facts]


def missing(formation, metiers):
    """Return in words what no source says of a formation, beside the facts at a glance.

    A public file may give a name and a level alone: one line says so better than a page of empty sections.
    """
    parts = {
        "Présentation": formation.description,
        "Y entrer": formation.acces,
        "Métiers auxquels elle mène": metiers,
        "Poursuivre ses études": formation.poursuites,
        "Où se former": formation.etablissements.all(),
        "Domaines d’études": formation.domaines.all(),
    }
    return [name for name, said in parts.items() if not said]


def years_after_bac(number):
    """Return « 3 ans », « aucune » for a diploma at or below the bac, empty if unknown."""
    return "aucune" if number == 0 else years(number)


def cost(certification):
    """Return « 300 $ » in the currency of the source, empty if unknown."""
    if certification.cout is None:
        return ""
    return f"{french_number(certification.cout)}{NO_BREAK_SPACE}{certification.get_devise_display()}"


def certification_glance(certification):
    """Return the facts of a certification; its note may correct what its source says of validity."""
    see_note = "voir « Bon à savoir »" if certification.note else ""
    facts = [
        Glance("Organisme", certification.organisme.nom if certification.organisme else ""),
        Glance("Niveau de l’examen", certification.get_palier_display()),
        Glance("Coût de l’examen", cost(certification), certification.source),
        Glance("Préparation", certification.preparation, certification.source),
        Glance("Validité", certification.validite_lisible, certification.source, precision=see_note),
    ]
    return [fact.or_nothing() for fact in facts]
