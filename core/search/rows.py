"""The rows of the pages to index, read as tuples: models would cost more than the rest of the index."""

from collections import defaultdict


def narrowed(queryset, field, keys):
    """Return the rows whose `field` is among keys (all rows for None), always in the same order."""
    return (queryset if keys is None else queryset.filter(**{f"{field}__in": keys})).order_by("pk")


def grouped(queryset, owner, keys, *fields):
    """Return {key of the owner: list of tuples of fields} of the rows that belong to these keys: 1 query."""
    found = defaultdict(list)
    for key, *values in narrowed(queryset, owner, keys).values_list(owner, *fields):
        found[key].append(values)
    return found
