"""The facets of the list of métiers, and its orders."""

from core.facets import Facet, FacetSet
from core.models import Domaine
from core.niveaux import niveau_choices, pays_choices
from core.text import capitalised, fold
from metiers.models import Metier, StatutPossible


def domaine_choices():
    """Return the finest fields of work as (slug, key, name), by name: 1 query."""
    domaines = [(domaine.slug, domaine.pk, capitalised(domaine.nom)) for domaine in Domaine.objects.leaves()]
    return sorted(domaines, key=lambda choice: fold(choice[2]))


class MetierFacets(FacetSet):
    """The facets of the list of métiers, in the order of its form."""

    facets = [
        Facet(
            "niveau",
            "Niveau d’accès minimum",
            "niveau_acces",
            niveau_choices,
            help_text="Sans niveau donné par ses sources, un métier n’est dans aucun.",
        ),
        Facet("domaine", "Domaine", "domaines", domaine_choices),
        Facet("pays", "Pays", "pays", pays_choices),
        Facet(
            "statut",
            "Statut",
            "statuts__statut",
            lambda: [(s.value, s.value, capitalised(s.label)) for s in StatutPossible.Statut],
        ),
        Facet(
            "palier",
            "Palier",
            "palier",
            lambda: [(p.value, p.value, capitalised(p.label)) for p in Metier.Palier],
        ),
    ]


# The orders that `MetierQuerySet.ordered` knows; the first one is the default.
ORDER_LABELS = {"nom": "Nom", "niveau": "Niveau", "recent": "Vérifié récemment"}
