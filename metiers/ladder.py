"""The level ladder: six rising bars, at once the way in and the filter."""

from dataclasses import dataclass

from django.urls import reverse

from core.niveaux import niveau_choices
from core.querystring import build


@dataclass(frozen=True)
class Step:
    """A bar: a level (3 to 8), how many métiers begin there, and the address that lists them."""

    niveau: int
    label: str
    count: int
    url: str
    selected: bool = False

    @property
    def sous_label(self):
        return f"niveau {self.niveau}"


def steps_to_list(per_level):
    """Return the steps that lead to the list of métiers, from {level: number of métiers}."""
    path = reverse("metiers:liste")
    return [
        Step(niveau, label, per_level.get(niveau, 0), build(path, [("niveau", slug)]))
        for slug, niveau, label in niveau_choices()
    ]


def steps_of_facet(facets):
    """Return the steps of a `MetierFacets`: its facet « niveau » drawn as bars."""
    group = next(group for group in facets.groups if group.param == "niveau")
    return [Step(v.stored, v.label, v.count, v.toggle_url, v.selected) for v in group.values]
