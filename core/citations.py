"""Which sources a page rests on. Pure."""


def cited(*groups):
    """Return the distinct sources of the facts, in the order in which the page first cites them.

    Each group is a fact (an object with `source`), a `Source`, or an iterable of either; None is skipped.
    """
    found = {}
    for group in groups:
        for fact in group if hasattr(group, "__iter__") else [group]:
            source = getattr(fact, "source", fact)
            if source is not None:
                found.setdefault(source.pk, source)
    return list(found.values())


def only_source(facts):
    """Return the one source that all the facts share, None if they have several (or none at all)."""
    sources = cited(facts)
    return sources[0] if len(sources) == 1 else None
