"""The order of a list, read from the address."""

from dataclasses import dataclass

from core import querystring
from core.facets import IgnoredValue


@dataclass(frozen=True)
class OrderLink:
    """A way to sort a list, as `components/tri.html` shows it."""

    label: str
    url: str
    selected: bool


class Sorting:
    """The order that a request asks for by `?tri=`.

    `orders` is {value: label}, the first one the default; the QuerySet of the list turns the `key` into an
    order by its `ordered()`. An unknown value is ignored and named.
    """

    def __init__(self, request, orders):
        asked = request.GET.get("tri", "")
        self._path, self._pairs, self._orders = request.path, querystring.pairs_of(request.GET), orders
        self.default = next(iter(orders))
        self.key = asked if asked in orders else self.default
        self.ignored = [] if asked in ("", *orders) else [IgnoredValue("Tri", asked[:80])]

    @property
    def links(self):
        """Return an `OrderLink` per order, every other parameter kept but the page number."""
        pairs = querystring.without(self._pairs, "page")
        return [
            OrderLink(
                label,
                querystring.build(
                    self._path, querystring.replaced(pairs, tri=None if value == self.default else value)
                ),
                value == self.key,
            )
            for value, label in self._orders.items()
        ]
