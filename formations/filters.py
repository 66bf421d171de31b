"""The facets of the list of formations, and its orders."""

from django.db.models import Case, F, Value, When

from core.facets import Facet, FacetSet, IgnoredValue
from core.niveaux import Niveau, Pays
from core.querystring import build, replaced, without
from formations.models import Formation


def niveau_choices():
    """Return the levels 3 to 8 as (slug, level, label)."""
    return [(niveau.slug, niveau.value, niveau.label) for niveau in Niveau if niveau]


def type_choices():
    return [(kind.value, kind.value, kind.label[:1].upper() + kind.label[1:]) for kind in Formation.Type]


def pays_choices():
    return [(pays.label.lower(), pays.value, pays.label) for pays in Pays]


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


ORDERS = {
    "niveau": ("Niveau", [F("niveau").asc(nulls_last=True), F("intitule").asc()]),
    "nom": ("Nom", [F("intitule").asc()]),
}
DEFAULT_ORDER = "niveau"


class Sorting:
    """The order that a request asks for: `key`, the `links` to the others, and what was not understood."""

    def __init__(self, facets, asked):
        self.key = asked if asked in ORDERS else DEFAULT_ORDER
        self.ignored = [] if asked in ("", *ORDERS) else [IgnoredValue("Tri", asked[:80])]
        self._path, self._pairs = facets.path, without(facets.pairs, "page")

    def sorted(self, rows):
        return rows.order_by(*ORDERS[self.key][1])

    @property
    def links(self):
        """Return what `components/tri.html` shows; the default order needs no parameter."""
        return [
            {
                "label": label,
                "selected": key == self.key,
                "url": build(self._path, replaced(self._pairs, tri=None if key == DEFAULT_ORDER else key)),
            }
            for key, (label, _) in ORDERS.items()
        ]
