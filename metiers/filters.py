"""The facets of the lists of métiers and of salary statements, and their orders."""

from itertools import count

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Concat

from core.choices import SHORT_NAME, Rows, words_of
from core.facets import Facet, FacetSet
from core.importing import registry
from core.models import Domaine
from core.niveaux import Niveau, depart_choices, niveau_choices, pays_choices
from core.searchable import SearchableFacets
from core.text import NO_BREAK_SPACE, capitalised, fold, french_number
from metiers.doors import PARAMETER, access_level, level_before, study_left
from metiers.equivalents import beginners_pay, gross_euros, shown_rank
from metiers.models import CentreInteret, Metier, Salaire, StatutPossible
from metiers.salaires import MONTHS_BEFORE_CHECKING, is_due
from metiers.statements import BEST_KNOWN

# Where a beginner's pay may begin, in € brut per year: multiples of the step.
STEP = 5_000
THRESHOLDS = [20_000, 25_000, 30_000, 35_000, 40_000, 50_000]


def of_publishers(name, *parts):
    """Return the expression of a name, followed by these parts where a public file brought it.

    The words of two publishers stand in one list, some nearly the same: each says whose it is.
    """
    sources = [kind.source["slug"] for kind in registry.kinds().values()]
    told = Concat(name, Value(" ("), *parts, "source__libelle_court", Value(")"))
    return Case(When(source__slug__in=sources, then=told), default=F(name), output_field=CharField())


def domaine_choices():
    # « Production » says little without the large field that holds it.
    above = Concat("parent__nom", Value(f"{NO_BREAK_SPACE}; "))
    name = of_publishers("nom", Case(When(parent__isnull=False, then=above), default=Value("")))
    return Rows(Domaine.objects.leaves(), name, "metiers")


def interet_choices():
    return Rows(CentreInteret.objects.all(), of_publishers("libelle"), "metiers")


def source_choices():
    return Rows(Metier.objects.published().with_page().sources(), "libelle_court")


def certification_choices():
    return Rows(Metier.objects.published().with_page().certifications(), SHORT_NAME, "metiers")


def salaire_choices():
    """Return the thresholds of a beginner's pay, « Dès 30 000 € brut par an »."""
    return [
        (str(euros), euros, f"Dès {french_number(euros)}{NO_BREAK_SPACE}€ brut par an")
        for euros in THRESHOLDS
    ]


def from_there_on(threshold):
    """Return the brackets of pay that reach a threshold."""
    return range(threshold, THRESHOLDS[-1] + 1, STEP)


def up_to(niveau):
    """Return the levels of entry that a level opens."""
    return range(niveau + 1)


class MetierFacets(SearchableFacets):
    """The facets of the list of métiers, in the order of its form.

    The beginner's pay is the gross year of the statement that the card shows, whatever the reader's unit.
    The reader's own level leaves nothing out: it orders the rows by what is left to study.
    """

    kind = "metiers"
    sorted_by = {
        "salaire": ["brut_an_debutant"],
        "annees": ["niveau_entree", "niveau_avant", "annees_a_etudier"],
    }
    facets = [
        Facet(
            PARAMETER,
            "Mon niveau",
            "niveau_entree",
            depart_choices,
            multiple=False,
            help_text="Le nombre compte les métiers accessibles maintenant. Les autres restent, avec ce "
            "qu’il reste à étudier.",
            covers=up_to,
            narrows=False,
        ),
        Facet(
            "niveau",
            "Niveau d’accès minimum",
            "niveau_acces",
            niveau_choices,
            help_text="Sans niveau donné par ses sources, un métier n’est dans aucun.",
        ),
        Facet("domaine", "Domaine", "domaines", domaine_choices, browse="metiers:parcourir"),
        Facet("interet", "Centre d’intérêt", "centres_interet", interet_choices, browse="metiers:parcourir"),
        Facet(
            "salaire",
            "Salaire débutant",
            "tranche_debutant",
            salaire_choices,
            multiple=False,
            help_text="Le bas de la fourchette compte. Sans chiffre, un métier n’est dans aucune ligne.",
            covers=from_there_on,
        ),
        Facet("pays", "Pays", "pays", pays_choices),
        Facet("statut", "Statut", "statuts__statut", lambda: words_of(StatutPossible.Statut)),
        Facet("palier", "Palier", "palier", lambda: words_of(Metier.Palier)),
        Facet(
            "source",
            "Source",
            "source",
            source_choices,
            help_text="Celle sur laquelle la fiche repose d’abord.",
        ),
        Facet(
            "certification",
            "Certification demandée",
            "certifications__certification",
            certification_choices,
            help_text="Recommandée ou souvent exigée.",
        ),
    ]

    def __init__(self, request, queryset, reader):
        super().__init__(request, queryset)
        self.computed = {"niveau_entree": access_level(), **beginners_pay(reader, STEP, THRESHOLDS[-1])}
        self.only_of = {"tranche_debutant": Salaire.objects.order_by().values("metier")}
        if self.start is not None:
            self.computed["niveau_avant"] = level_before(self.start)
            self.computed["annees_a_etudier"] = study_left(self.start)

    @property
    def start(self):
        """Return the reader's own `Niveau`, None if it is not said."""
        chosen = self._choices.chosen[PARAMETER].values()
        return Niveau(next(iter(chosen))) if chosen else None

    @property
    def open_now(self):
        """Return how many of the métiers found the reader's own level opens, None if it is not said."""
        values = next(group.values for group in self.groups if group.param == PARAMETER)
        return next((value.count for value in values if value.selected), None)

    @property
    def orders(self):
        """Return the orders of the list: from the reader's own level, by what is left to study first."""
        return ORDER_LABELS if self.start is None else {"annees": "Années d’études"} | ORDER_LABELS


# The orders that `MetierQuerySet.ordered` knows but « annees »; the first one is the default.
ORDER_LABELS = {
    "nom": "Nom",
    "niveau": "Niveau",
    "salaire": "Salaire débutant, décroissant",
    "recent": "Vérifié récemment",
}


def experience_choices():
    return [(fold(niveau.label), niveau.value, capitalised(niveau.label)) for niveau in Salaire.Niveau]


def around(niveau):
    """Return the ranges of experience that hold a level: « confirmé à senior » is for both."""
    lows = [low for low in Salaire.Niveau.values if low <= niveau]
    return [10 * low + high for low in lows for high in Salaire.Niveau.values if high >= niveau]


def statement_source_choices():
    return Rows(Salaire.objects.of_published().sources(), "libelle_court")


def fiabilite_choices():
    return [(badge.code, rank, badge.label) for rank, badge in enumerate(BEST_KNOWN)]


def verification_choices():
    return [
        ("a-reverifier", "a-reverifier", "À revérifier"),
        ("recent", "recent", f"De moins de {MONTHS_BEFORE_CHECKING} mois"),
    ]


class SalaireFacets(FacetSet):
    """The facets of salary statements, in the order of their form.

    `reader` reads all the statements that are left in one unit, which may not be the one asked for: see
    `Reader.on_one_axis`.
    """

    sorted_by = {"salaire": ["brut_an"], "salaire-croissant": ["brut_an"], "fiabilite": ["rang"]}
    facets = [
        Facet("pays", "Pays", "lieu__pays", pays_choices),
        Facet("experience", "Expérience", "experience", experience_choices, covers=around),
        Facet(
            "niveau",
            "Niveau d’accès minimum",
            "metier__niveau_acces",
            niveau_choices,
            help_text="Celui du métier. Sans niveau donné par ses sources, un métier n’est dans aucun.",
        ),
        Facet("source", "Source", "source", statement_source_choices),
        Facet("fiabilite", "Fiabilité", "rang", fiabilite_choices),
        Facet(
            "verification",
            "Vérification",
            "verification",
            verification_choices,
            help_text=f"«\u00a0À revérifier\u00a0» quand le chiffre a plus de {MONTHS_BEFORE_CHECKING} mois, "
            "ou quand son année est inconnue.",
        ),
    ]

    def __init__(self, request, queryset, reader):
        # The year of the most recent figures that are due; all the older ones are.
        due = next(year for year in count(reader.day.year, -1) if is_due(year, reader.day))
        super().__init__(request, queryset)
        self.computed = {
            "brut_an": gross_euros(reader),
            "experience": 10 * F("niveau_min") + F("niveau_max"),
            "verification": Case(
                When(Q(annee=None) | Q(annee__lte=due), then=Value("a-reverifier")),
                default=Value("recent"),
            ),
        }
        # A badge says how the amount shown was reached, hence follows the unit, hence what else is chosen.
        self.reader = reader.on_one_axis(self._narrowed(except_param="fiabilite").one_of_each_kind())
        self.computed["rang"] = shown_rank(self.reader)


# The orders that `SalaireQuerySet.ordered` knows; the first one is the default.
SALARY_ORDER_LABELS = {
    "metier": "Métier",
    "salaire": "Salaire décroissant",
    "salaire-croissant": "Salaire croissant",
    "experience": "Expérience",
    "fiabilite": "Fiabilité",
    "annee": "Année",
}
