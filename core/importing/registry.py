"""The kinds of import, which each app brings from its `ready()`."""

_kinds = {}


def register(*kinds):
    """Add `Kind`s; the name of each is that of its command."""
    _kinds.update({kind.name: kind for kind in kinds})


def kinds():
    """Return the kinds by name."""
    return dict(sorted(_kinds.items()))


def get(name):
    """Return the kind of this name; raise KeyError when there is none."""
    return _kinds[name]


def title_of(name):
    """Return the title of a kind, its name alone when the guide no longer knows it."""
    return _kinds[name].title if name in _kinds else name


def table_of(name, model):
    """Return the `Table` of a kind for a model (« metiers.metier »), None if it has none any more."""
    kind = _kinds.get(name)
    return next((table for table in kind.tables if table.name == model), None) if kind else None
