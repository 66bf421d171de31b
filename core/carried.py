"""What a reader has chosen and keeps from page to page, carried by the links themselves. Pure.

No cookie remembers anything: the parameters that are registered here (a unit of salaries, métiers put
aside to be compared) are added to every link that leads to another page. An app registers its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


@dataclass(frozen=True)
class Parameter:
    """A GET parameter that is carried: which values mean something, and how many may stand together."""

    accepts: Callable[[str], bool]
    most: int


_parameters: dict[str, Parameter] = {}


def register(name, accepts, most=1):
    """Carry the parameter `name` from now on: the values that `accepts` says yes to, `most` of them."""
    _parameters[name] = Parameter(accepts, most)


def values_of(name, querydict):
    """Return the values of one parameter that a request carries, in order, each once.

    Of a parameter that says one thing the last value counts, as Django reads it.
    """
    parameter = _parameters[name]
    asked = querydict.getlist(name)[-1:] if parameter.most == 1 else querydict.getlist(name)
    return list(dict.fromkeys(filter(parameter.accepts, asked)))[: parameter.most]


def pairs_of(querydict):
    """Return the (parameter, value) pairs that a request carries on to other pages."""
    return [(name, value) for name in _parameters for value in values_of(name, querydict)]


def carry(address, pairs):
    """Return the address of a page with these pairs added, before its fragment.

    A parameter that the address has already is left as it is. What is no page of the guide stays
    untouched: another site, a file, an anchor of the page itself, an export (`?format=`).
    """
    if not pairs or not address.startswith("/") or address.startswith("//"):
        return address
    parts = urlsplit(address)
    present = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    if not parts.path.endswith("/") or "format" in present:
        return address
    added = urlencode([(name, value) for name, value in pairs if name not in present])
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, added)))))
