"""The level ladder: six rising bars, the way in from one's own level and the filter by level of entry."""

from dataclasses import dataclass

from django.urls import reverse

from core.niveaux import niveau_choices
from core.querystring import build
from metiers.doors import PARAMETER


@dataclass(frozen=True)
class Step:
    """A bar: a level (3 to 8), a number of métiers, and the address that lists them."""

    niveau: int
    label: str
    count: int
    url: str
    selected: bool = False

    @property
    def sous_label(self):
        return f"niveau {self.niveau}"


def steps_from_level(per_level):
    """Return the steps that lead to the list of métiers from one's own level: it opens what begins below too.

    `per_level` is {level of entry: number of métiers}.
    """
    path = reverse("metiers:liste")
    return [
        Step(
            niveau,
            label,
            sum(count for entry, count in per_level.items() if entry <= niveau),
            build(path, [(PARAMETER, slug)]),
        )
        for slug, niveau, label in niveau_choices()
    ]


def steps_of_facet(facets):
    """Return the steps of a `MetierFacets`: its facet « niveau » drawn as bars."""
    group = next(group for group in facets.groups if group.param == "niveau")
    return [
        Step(v.stored, v.label, v.count, facets.toggle_url(group.param, v.value), v.selected)
        for v in group.values
    ]
