"""The facets of the lists of formations and of certifications, and their orders."""

from decimal import Decimal

from django.db.models import Case, Value, When

from core.choices import SHORT_NAME, Rows, at_least, at_most, down_from, up_from, words_of
from core.facets import Facet
from core.niveaux import niveau_choices, pays_choices
from core.searchable import SearchableFacets
from core.text import NO_BREAK_SPACE, fold
from formations.durations import years
from formations.models import Certification, DomaineEtudes, Formation, Modalite

# In years.
DUREES = [Decimal("0.5"), Decimal(1), Decimal(2), Decimal(3), Decimal(5)]
# In months.
PREPARATIONS = [1, 2, 3, 6, 12]
VALIDITES = [12, 24, 36]
# Where bands of cost begin and end, in each currency.
COST_LOW, COST_HIGH = 200, 400
CURRENCY_WORDS = {Certification.Devise.EURO: "euros", Certification.Devise.DOLLAR: "dollars"}


def domaine_choices():
    return Rows(DomaineEtudes.objects.filter(enfants=None), "libelle", "formations")


def modalite_choices():
    return Rows(Modalite.objects.all(), "nom", "formations")


def metier_choices():
    return Rows(Formation.objects.metiers(), "nom_masculin", "formations")


def vigueur_choices():
    return [("oui", "oui", "Diplôme en vigueur"), ("non", "non", "Ancien diplôme")]


def length_choices(before, limits, months):
    """Return limits as the choices of a facet, « Jusqu’à 2 ans »: (« 2-ans », the limit as text, label).

    A unit of the limits is that many months.
    """
    lengths = [(str(limit), years(Decimal(limit) * months / 12)) for limit in limits]
    return [(fold(length).replace(" ", "-"), limit, f"{before} {length}") for limit, length in lengths]


class FormationFacets(SearchableFacets):
    """The facets of the list of formations, in the order of its form."""

    kind = "formations"
    rests_on = {"duree_limite": ["duree_annees"], "vigueur": ["en_vigueur"]}
    facets = [
        Facet("niveau", "Niveau", "niveau", niveau_choices),
        Facet("type", "Type de diplôme", "type", lambda: words_of(Formation.Type)),
        Facet(
            "domaine",
            "Domaine d’études",
            "domaines",
            domaine_choices,
            browse="formations:parcourir",
            # Counting thousands of formations by their fields would cost every list a third more.
            asked_only=True,
        ),
        Facet("pays", "Pays", "pays", pays_choices),
        Facet("modalite", "Modalité", "modalites", modalite_choices),
        Facet(
            "duree",
            "Durée",
            "duree_limite",
            lambda: length_choices("Jusqu’à", DUREES, months=12),
            multiple=False,
            help_text="Sans durée donnée par sa source, une formation n’est dans aucune ligne.",
            covers=down_from(DUREES),
        ),
        Facet("vigueur", "En vigueur", "vigueur", vigueur_choices),
        Facet("metier", "Métier visé", "metiers__metier", metier_choices),
    ]

    def __init__(self, request, queryset):
        # Counted as text: the databases do not write a boolean alike.
        vigueur = Case(When(en_vigueur=True, then=Value("oui")), default=Value("non"))
        super().__init__(request, queryset)
        self.computed = {"vigueur": vigueur, "duree_limite": at_most("duree_annees", DUREES)}


# The orders that `FormationQuerySet.ordered` knows; the first one is the default.
FORMATION_ORDERS = {
    "niveau": "Niveau",
    "nom": "Nom",
    "duree": "Durée",
    "recent": "Vérifié récemment",
}


def organisme_choices():
    return Rows(Certification.objects.published().organismes(), SHORT_NAME, "certifications")


def cost_bands():
    """Return (value in the address, currency, lowest cost, cost below which it ends, label) of each band."""
    bands = []
    for devise, word in CURRENCY_WORDS.items():
        unit = f"{NO_BREAK_SPACE}{devise.label}"
        bands += [
            (f"moins-de-{COST_LOW}-{word}", devise, None, COST_LOW, f"Moins de {COST_LOW}{unit}"),
            (
                f"{COST_LOW}-a-{COST_HIGH}-{word}",
                devise,
                COST_LOW,
                COST_HIGH,
                f"De {COST_LOW} à moins de {COST_HIGH}{unit}",
            ),
            (f"des-{COST_HIGH}-{word}", devise, COST_HIGH, None, f"{COST_HIGH}{unit} et plus"),
        ]
    return bands


def cost_band():
    """Return the expression of the band of a `Certification`, by its value in the address."""
    whens = []
    for band, devise, low, high, _ in cost_bands():
        bounds = {"cout__gte": low} if low else {}
        bounds |= {"cout__lt": high} if high else {}
        whens.append(When(devise=devise, **bounds, then=Value(band)))
    return Case(*whens)


class CertificationFacets(SearchableFacets):
    """The facets of the list of certifications, in the order of its form."""

    kind = "certifications"
    facets = [
        Facet("organisme", "Organisme", "organisme", organisme_choices),
        Facet(
            "cout",
            "Coût",
            "tranche_cout",
            lambda: [(band, band, label) for band, *_, label in cost_bands()],
            help_text="Dans la monnaie de la source\u00a0: rien n’est converti. Sans prix, une certification "
            "n’est dans aucune ligne.",
        ),
        Facet(
            "preparation",
            "Préparation",
            "preparation_limite",
            lambda: length_choices("Jusqu’à", PREPARATIONS, months=1),
            multiple=False,
            help_text="Le haut de la fourchette compte.",
            covers=down_from(PREPARATIONS),
        ),
        Facet(
            "validite",
            "Validité",
            "validite_limite",
            lambda: length_choices("Au moins", VALIDITES, months=1),
            multiple=False,
            help_text="Ce qu’en dit la source, qu’une note peut corriger.",
            covers=up_from(VALIDITES),
        ),
        Facet("palier", "Palier", "palier", lambda: words_of(Certification.Palier)),
    ]

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        self.computed = {
            "tranche_cout": cost_band(),
            "preparation_limite": at_most("preparation_max", PREPARATIONS),
            "validite_limite": at_least("validite", VALIDITES),
        }


# The orders that `CertificationQuerySet.ordered` knows; the first one is the default.
CERTIFICATION_ORDERS = {
    "nom": "Nom",
    "cout": "Coût, monnaie par monnaie",
    "preparation": "Préparation",
    "validite": "Validité, décroissante",
    "recent": "Vérifié récemment",
}
