"""Every state of a page is an address: the one module that builds query strings."""

from urllib.parse import urlencode


def build(path, pairs):
    """Return the path followed by the query string of `pairs`, a list of (parameter, value)."""
    query = urlencode([(name, value) for name, value in pairs if value not in (None, "")])
    return f"{path}?{query}" if query else path


def pairs_of(querydict):
    """Return the (parameter, value) pairs of a request, in order, repeated ones kept once."""
    return list(
        dict.fromkeys((name, value) for name, values in querydict.lists() for value in values if value)
    )


def replaced(pairs, **values):
    """Return the pairs with each named parameter replaced (or dropped when its value is None)."""
    kept = [(name, value) for name, value in pairs if name not in values]
    return kept + [(name, value) for name, value in values.items() if value is not None]


def toggled(pairs, name, value):
    """Return the pairs with that one choice added, or removed if it was there; the page number is dropped."""
    kept = [pair for pair in pairs if pair[0] != "page"]
    pair = (name, str(value))
    return [other for other in kept if other != pair] if pair in kept else [*kept, pair]


def without(pairs, *names):
    """Return the pairs without these parameters."""
    return [(name, value) for name, value in pairs if name not in names]
