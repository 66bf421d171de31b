"""How many rows each value of a facet has: one query for all facets, in as few passes over the rows.

Facets that count the same rows are counted in one pass, a GROUP BY on all of them: their combinations are
few, and Python adds them up. A facet whose rows may have several values takes a pass of its own.
"""

from dataclasses import dataclass, field

from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast

PASS, COUNT, VALUE = "facet_pass", "facet_count", "facet_{}"


class OfGroup(Cast):
    """An expression of the columns that rows are grouped by, as text: written once a group, it makes none."""

    def get_group_by_cols(self):
        return []


@dataclass(frozen=True)
class Pass:
    """Rows, and what to count them by: {name of a facet: lookup}.

    `rests_on` is {lookup: the columns that decide it} of those that are no columns themselves, where there
    are such: it is then computed once a group. `has_several` tells of a lookup, in a pass of its own, that it
    leads to several values of a row; `values` are then the only ones wanted, None for all.
    """

    rows: QuerySet
    lookups: dict
    rests_on: dict = field(default_factory=dict)
    values: list | None = None
    has_several: bool = False

    def query(self, number, width):
        """Return the (number of the pass, value, …, rows) tuples, with as many values as `width`."""
        rows, groups, told = self.rows.order_by(), [], {PASS: Value(number)}
        if self.has_several:
            # Few rows may have a value: the database begins with these, or with the rows, as costs less.
            wanted = ("isnull", False) if self.values is None else ("in", self.values)
            rows = rows.filter(**{f"{lookup}__{wanted[0]}": wanted[1] for lookup in self.lookups.values()})
        names = [VALUE.format(place) for place in range(width)]
        for name, lookup in zip(names, self.lookups.values(), strict=False):
            columns = self.rests_on.get(lookup, [lookup])
            groups += columns or [name]
            # Grouped by bare columns, an index gives the groups; only then are they written as text.
            told[name] = OfGroup(lookup, CharField())
            if not columns:
                rows = rows.annotate(**{name: Cast(lookup, CharField())})
                del told[name]
        told |= {name: Value("", CharField()) for name in names[len(self.lookups) :]}
        # Two sources may say the same of a row: it counts once. A row is tied once to a row of another table.
        says_twice = self.has_several and any("__" in lookup for lookup in self.lookups.values())
        told[COUNT] = Count("pk", distinct=True) if says_twice else Count("*")
        return rows.values(*groups).annotate(**told).values_list(PASS, *names, COUNT)


def may_have_several(model, lookup):
    """Say whether a lookup of fields may lead to several values of one row."""
    for name in lookup.split("__"):
        reached = model._meta.get_field(name)
        if reached.one_to_many or reached.many_to_many:
            return True
        model = reached.related_model
    return False


def count_values(passes):
    """Return {(name of a facet, value in the database as text): rows}: 1 query."""
    passes = list(passes)
    width = max(len(one.lookups) for one in passes)
    first, *others = [one.query(number, width) for number, one in enumerate(passes)]
    counts = {}
    for number, *values, count in first.union(*others, all=True):
        for name, value in zip(passes[number].lookups, values, strict=False):
            counts[name, value] = counts.get((name, value), 0) + count
    return counts


def count_rows(rows):
    """Return {name: number of rows} of {name: rows}: 1 query."""
    first, *others = [
        one.order_by()
        .annotate(facet_name=Value(name, CharField()))
        .values_list("facet_name")
        .annotate(facet_count=Count("pk"))
        for name, one in rows.items()
    ]
    return dict(first.union(*others, all=True))
