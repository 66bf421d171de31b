"""The facets of the list of formations, and its orders."""

from django.db.models import Case, Value, When

from core.facets import Facet, FacetSet
from core.niveaux import niveau_choices, pays_choices
from core.text import capitalised
from formations.models import Formation


def type_choices():
    return [(kind.value, kind.value, capitalised(kind.label)) for kind in Formation.Type]


def vigueur_choices():
    return [("oui", "oui", "Diplôme en vigueur"), ("non", "non", "Ancien diplôme")]


class FormationFacets(FacetSet):
    """Niveau, type, pays, en vigueur."""

    facets = [
        Facet("niveau", "Niveau", "niveau", niveau_choices),
        Facet("type", "Type de diplôme", "type", type_choices),
        Facet("pays", "Pays", "pays", pays_choices),
        Facet("vigueur", "En vigueur", "vigueur", vigueur_choices),
    ]

    def __init__(self, request, queryset):
        # Counted as text: the databases do not write a boolean alike.
        vigueur = Case(When(en_vigueur=True, then=Value("oui")), default=Value("non"))
        super().__init__(request, queryset.annotate(vigueur=vigueur))


# The orders that `FormationQuerySet.ordered` knows; the first one is the default.
ORDER_LABELS = {"niveau": "Niveau", "nom": "Nom"}
