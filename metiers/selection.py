"""The métiers that a reader puts aside to compare: the `m` of the address, carried from page to page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property

from core import carried, querystring
from core.addresses import address_of
from core.comparison import MAX_COMPARED
from metiers.models import Metier

PARAMETER = "m"


@dataclass(frozen=True)
class Pick:
    """A métier that may be put aside, or is: the address of the present page with or without it.

    `url` is empty for a métier that is not put aside when no place is left; `compare_url` leads to the
    comparison of all those that are.
    """

    slug: str
    nom: str
    url: str
    compare_url: str
    chosen: bool

    @property
    def page_url(self):
        return address_of("metiers:metier", self.slug)


class Selection:
    """The métiers put aside on a page: those of its address that are published and have a page.

    Mistakes are left out without a word; the comparison names them. Costs one query, and none where the
    address names no métier.
    """

    def __init__(self, request):
        self._request = request

    @cached_property
    def metiers(self):
        asked = carried.values_of(PARAMETER, self._request.GET)
        return Metier.objects.published().with_page().for_links().in_order_of(asked) if asked else []

    @cached_property
    def slugs(self):
        return [metier.slug for metier in self.metiers]

    @property
    def is_shown(self):
        """Say whether the page shows what is put aside: the comparison itself has no need to."""
        return self._request.path != reverse("metiers:comparer") and bool(self.metiers)

    @property
    def picks(self):
        """Return the `Pick` of each métier put aside."""
        return [self.pick(metier.slug, metier.nom) for metier in self.metiers]

    @cached_property
    def compare_url(self):
        return querystring.build(reverse("metiers:comparer"), [(PARAMETER, slug) for slug in self.slugs])

    @property
    def clear_url(self):
        """Return the address of the present page with no métier put aside."""
        return self._page_with([])

    def pick_of(self, metier):
        """Return the `Pick` of a métier, None for one that no comparison shows."""
        return self.pick(metier.slug, metier.nom) if metier.is_comparable else None

    def pick(self, slug, nom):
        """Return the `Pick` of a métier that can be compared."""
        if chosen := slug in self.slugs:
            url = self._page_with([other for other in self.slugs if other != slug])
        else:
            url = self._page_with([*self.slugs, slug]) if len(self.slugs) < MAX_COMPARED else ""
        return Pick(slug, nom, url, self.compare_url, chosen)

    @cached_property
    def _other_pairs(self):
        return querystring.without(querystring.pairs_of(self._request.GET), PARAMETER)

    def _page_with(self, slugs):
        pairs = [*self._other_pairs, *((PARAMETER, slug) for slug in slugs)]
        return querystring.build(self._request.path, pairs)
