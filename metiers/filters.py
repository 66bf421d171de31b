"""The facets of the list of métiers, and its orders."""

from dataclasses import dataclass

from core.facets import Facet, FacetSet
from core.models import Domaine
from core.niveaux import Niveau, Pays
from metiers.models import Metier, StatutPossible


def niveau_choices():
    """Return the levels 3 to 8, which the ladder shows, as (slug, level, label)."""
    return [(niveau.slug, niveau.value, niveau.label) for niveau in Niveau if niveau]


def domaine_choices():
    """Return the fields of work as (slug, key, name): 1 query."""
    return [(slug, pk, nom) for slug, pk, nom in Domaine.objects.values_list("slug", "pk", "nom")]


class MetierFacets(FacetSet):
    """Niveau, domaine, pays, statut, palier (design §6)."""

    facets = [
        Facet("niveau", "Niveau d’accès minimum", "niveau_acces", niveau_choices),
        Facet("domaine", "Domaine", "domaines", domaine_choices),
        Facet("pays", "Pays", "pays", lambda: [(p.label.lower(), p.value, p.label) for p in Pays]),
        Facet(
            "statut",
            "Statut",
            "statuts__statut",
            lambda: [(s.value, s.value, s.label.capitalize()) for s in StatutPossible.Statut],
        ),
        Facet(
            "palier",
            "Palier",
            "palier",
            lambda: [(p.value, p.value, p.label.capitalize()) for p in Metier.Palier],
        ),
    ]


# Labels of the orders that `MetierQuerySet.ordered` knows; the first one is the default.
ORDER_LABELS = {"nom": "Nom", "niveau": "Niveau", "recent": "Vérifié récemment"}
DEFAULT_ORDER = "nom"


@dataclass(frozen=True)
class Step:
    """A step of the level ladder: a bar, its count, and the address of the list at that level."""

    niveau: int
    label: str
    count: int
    url: str
    selected: bool = False

    @property
    def sous_label(self):
        return f"niveau {self.niveau}"


def ladder(facets):
    """Return the steps of the level ladder of a `MetierFacets`: the facet « niveau » drawn as bars."""
    group = next(group for group in facets.groups if group.param == "niveau")
    return [Step(v.stored, v.label, v.count, v.toggle_url, v.selected) for v in group.values]
