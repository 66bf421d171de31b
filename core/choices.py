"""What a facet offers: thresholds of a number, rows of a table; see `core.facets.Facet`.

All choices that are rows of tables cost one query together, however many facets have some.
"""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from core.kept import LONGEST
from core.text import capitalised, fold

# Beyond it a facet is no list to choose from: `Facet.browse` leads to the page where all of them stand.
# What an address asks for is understood, offered or not.
MOST_OFFERED = 24
# The name of what has an abbreviation in use, or none: an organisation, a certification.
SHORT_NAME = Coalesce(NullIf("sigle", Value("")), "nom")


@dataclass(frozen=True)
class Rows:
    """The rows of a table as choices, by their slugs: those found most often, and any that is asked for.

    `name` is the field or expression of their names. `counted` is the relation by which the rows of the
    list reach them: where there are too many to offer, those that it reaches most often are.
    """

    queryset: QuerySet
    name: object
    counted: str = "pk"

    def found(self, param, slugs, most):
        """Return (param, slug, key, name) of the rows offered, `most` of them, or asked for."""
        # By key alone: these rows may hold whole pages of text.
        keys = self.queryset.order_by().values("pk")
        found = Q(pk__in=[])
        if most:
            often = keys.annotate(reached=Count(self.counted)).order_by("-reached", "pk")
            found |= Q(pk__in=often.values("pk")[:most])
        if any(slugs):
            found |= Q(pk__in=keys.filter(slug__in=slugs))
        rows = self.queryset.model.objects.order_by().filter(found)
        return rows.values_list(Value(param, CharField()), "slug", "pk", self.name)


def options_of(facets, querydict, name):
    """Return {param: [(value in the address, value in the database, label)]}, rows by name: 1 query.

    What is offered to who asks for no row is kept under the name of the list, for a minute: which of hundreds
    of rows are found most often is the same from one to the next.
    """
    options = {facet.param: facet.choices() for facet in facets}
    tables = {param: rows for param, rows in options.items() if isinstance(rows, Rows)}
    asked = {param: querydict.getlist(param) for param in tables}
    most = {facet.param: 0 if facet.asked_only else MOST_OFFERED for facet in facets}
    if not tables:
        return options
    if any(any(slugs) for slugs in asked.values()):
        return options | named(tables, asked, most)
    return options | cache.get_or_set(f"options:{name}", lambda: named(tables, asked, most), LONGEST)


def named(tables, asked, most):
    """Return {param: options} of tables, those that are asked for by their slugs among them: 1 query."""
    first, *others = [rows.found(param, asked[param], most[param]) for param, rows in tables.items()]
    found = {param: [] for param in tables}
    for param, slug, key, name in first.union(*others, all=True):
        found[param].append((slug, key, capitalised(name)))
    return {param: sorted(options, key=by_name) for param, options in found.items()}


def by_name(option):
    return fold(option[2])


def words_of(choices):
    """Return the members of a `TextChoices` as the choices of a facet."""
    return [(choice.value, choice.value, capitalised(choice.label)) for choice in choices]


def at_most(field, limits):
    """Return the expression of the first of the limits (rising) that a number does not exceed, as text.

    NULL beyond the last. For « jusqu’à 2 ans » a facet `covers` that limit and those below: `down_from`.
    """
    return Case(*(When(**{f"{field}__lte": limit}, then=Value(str(limit))) for limit in limits))


def at_least(field, limits):
    """Return the expression of the last of the limits (rising) that a number reaches, as text; NULL below.

    For « au moins 2 ans » a facet `covers` that limit and those above: `up_from`.
    """
    return Case(*(When(**{f"{field}__gte": limit}, then=Value(str(limit))) for limit in reversed(limits)))


def down_from(limits):
    """Return the function that gives the limits, as text, up to one of them."""
    texts = [str(limit) for limit in limits]
    return lambda limit: texts[: texts.index(limit) + 1]


def up_from(limits):
    """Return the function that gives the limits, as text, from one of them on."""
    texts = [str(limit) for limit in limits]
    return lambda limit: texts[texts.index(limit) :]
