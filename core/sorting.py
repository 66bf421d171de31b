"""One choice among a few, read from the address: the order of a list, the unit of its amounts."""

from dataclasses import dataclass

from core import querystring
from core.ignored import IgnoredValue


@dataclass(frozen=True)
class OptionLink:
    """An option, as `components/tri.html` shows it."""

    label: str
    url: str
    selected: bool


class Choice:
    """The option that a request asks for by a parameter of its address; an unknown one is ignored and named.

    `options` is {value: label}, the first one the default, which no address has to say.
    """

    def __init__(self, request, param, label, options):
        asked = request.GET.get(param, "")
        self._path, self._pairs = request.path, querystring.pairs_of(request.GET)
        self._param, self._options = param, options
        self.default = next(iter(options))
        self.key = asked if asked in options else self.default
        self.ignored = [] if asked in ("", *options) else [IgnoredValue(label, asked[:80])]

    @property
    def links(self):
        """Return an `OptionLink` per option, every other parameter kept but the page number."""
        pairs = querystring.without(self._pairs, "page")
        return [
            OptionLink(label, self._url(pairs, value), value == self.key)
            for value, label in self._options.items()
        ]

    def _url(self, pairs, value):
        kept = {self._param: None if value == self.default else value}
        return querystring.build(self._path, querystring.replaced(pairs, **kept))


class Sorting(Choice):
    """The order of a list, `?tri=`; the QuerySet of the list turns its `key` into an order by `ordered()`."""

    def __init__(self, request, orders):
        super().__init__(request, "tri", "Tri", orders)
