"""Filters that also count: a `FilterSet` of facets, whose every state is an address.

    class MetierFacets(FacetSet):
        facets = [Facet("niveau", "Niveau d’accès minimum", "niveau_acces", niveau_choices)]

    facets = MetierFacets(request, Metier.objects.published().with_page())
    facets.rows       # the filtered QuerySet
    facets.groups     # for the form: each facet with its values and their counts
    facets.active     # « Retirer : Bac + 2 »
    facets.ignored    # unknown values, to be named on the page

Choices within a facet add up (« or »), facets narrow each other (« and »). A value's count ignores the
choices of its own facet, so that it says what ticking it would bring. Counting costs one query for all
facets: see `core/facet_counts.py`.

A choice may hold for several values of the database: « dès 30 000 € » for every pay from there on.
`Facet.covers` lists them, and both filtering and counting follow:

    Facet("salaire", "Salaire", "tranche", seuils, covers=lambda seuil: range(seuil, TOP + 1, STEP))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.functional import cached_property

from core import querystring
from core.choices import MOST_OFFERED, Rows, options_of
from core.facet_counts import Pass, count_rows, count_values, may_have_several
from core.facet_form import ActiveFilter, FacetGroup, FacetValue, Loosening
from core.ignored import IgnoredValue
from core.keys import Among
from core.text import NO_BREAK_SPACE


def itself(stored):
    """Return the one value of the database that most choices stand for."""
    return [stored]


@dataclass(frozen=True)
class Facet:
    """A facet: its GET parameter, its label, the lookup it filters on, and its choices.

    `choices` is a function that returns (value in the address, value in the database, label) triples, in
    the order of the form, or the `Rows` of a table. `multiple` is False for a single choice (radio
    buttons). `covers` turns the second of a triple into the values of the lookup that the choice stands
    for; where they are several, a row must have one value at most, or it would be counted once for each.
    `narrows` is False for a point of view, such as the reader's own level: its values are counted, and
    leave every row. `browse` is the route of a page that names all values, at the anchor of the parameter.
    `asked_only` is True for one whose values only that page offers: the form has those that are asked for.
    """

    param: str
    label: str
    lookup: str
    choices: Callable[[], list | Rows]
    multiple: bool = True
    help_text: str = ""
    covers: Callable[[object], Iterable] = itself
    narrows: bool = True
    browse: str = ""
    asked_only: bool = False

    def covered(self, stored):
        """Return the values of the lookup that choices stand for."""
        return list(dict.fromkeys(value for one in stored for value in self.covers(one)))

    def active_label(self, label):
        """Return how the form names a choice in force; that of a point of view needs saying whose it is."""
        return label if self.narrows else f"{self.label}{NO_BREAK_SPACE}: {label}"


@dataclass
class Choices:
    """The cleaned choices of a request: what was understood, what was not."""

    chosen: dict = field(default_factory=dict)
    ignored: list = field(default_factory=list)


class FacetSet:
    """Facets of a list, read once from a request; an unknown value is ignored and named, never an error."""

    facets: list[Facet] = []
    # {name: expression}: what facets look up and orders sort by beyond the fields of the rows, one value a
    # row; {name: the fields that decide it}, where they are few; {name: the keys of the rows that may have a
    # value}, where these are few; {order: names of what it sorts by}. Each query takes what it needs: copying
    # them all for each other facet costs more than the database.
    computed, rests_on, only_of, sorted_by = {}, {}, {}, {}

    def __init__(self, request, queryset: QuerySet):
        self.path = request.path
        self.pairs = querystring.pairs_of(request.GET)
        self.queryset = queryset
        self._keys = {}
        self._options = options_of(self.facets, request.GET, type(self).__name__)
        self._choices = self._clean(request.GET)
        self._narrowing = [f for f in self.facets if f.narrows and self._choices.chosen[f.param]]

    def _clean(self, querydict):
        choices = Choices()
        for facet in self.facets:
            known = {value: stored for value, stored, _ in self._options[facet.param]}
            asked = list(dict.fromkeys(value for value in querydict.getlist(facet.param) if value))
            kept = [value for value in asked if value in known]
            if not facet.multiple:
                kept = kept[-1:]
            choices.chosen[facet.param] = {value: known[value] for value in kept}
            choices.ignored += [
                IgnoredValue(facet.label, value[:80]) for value in asked if value not in known
            ]
        return choices

    @property
    def ignored(self):
        """Return the `IgnoredValue`s of the address."""
        return self._choices.ignored

    def knowing(self, rows, *names):
        """Return rows which know what is computed under these names."""
        return rows.alias(**{name: self.computed[name] for name in names if name in self.computed})

    def _having(self, rows, facet):
        """Return the rows which may have a value of a facet, and know it."""
        if facet.lookup in self.only_of:
            rows = rows.filter(pk__in=self.only_of[facet.lookup])
        return self.knowing(rows, facet.lookup)

    def _narrowed(self, except_param=""):
        """Return the rows under every facet's choices but one's."""
        rows = self.queryset
        for facet in self._narrowing:
            if facet.param != except_param:
                rows = self._under(rows, facet)
        return rows

    def is_whole(self, except_param=""):
        """Say whether nothing narrows the rows, a facet's own choices apart."""
        return all(facet.param == except_param for facet in self._narrowing)

    def _under(self, rows, facet):
        """Return the rows under a facet's choices."""
        if facet.lookup in self.only_of:
            return rows.filter(Among(self._keys_under(facet)))
        if not self._has_several(facet):
            return self.knowing(rows, facet.lookup).filter(**self._kept(facet))
        # A subquery, not a join: two joins to many rows would count a row twice.
        return rows.filter(pk__in=rows.model.objects.order_by().filter(**self._kept(facet)).values("pk"))

    def _keys_under(self, facet):
        """Return the keys of all rows under the choices of a facet that is dear to compute: 1 query, once.

        All that narrows by it, each count among them, then looks for keys instead of computing it anew.
        """
        if facet.param not in self._keys:
            rows = self._having(self.queryset.model.objects.order_by(), facet).filter(**self._kept(facet))
            self._keys[facet.param] = list(rows.values_list("pk", flat=True))
        return self._keys[facet.param]

    def _kept(self, facet):
        return {f"{facet.lookup}__in": facet.covered(self._choices.chosen[facet.param].values())}

    def _has_several(self, facet):
        return facet.lookup not in self.computed and may_have_several(self.queryset.model, facet.lookup)

    @cached_property
    def rows(self):
        """Return the rows that match every facet."""
        return self._narrowed()

    @cached_property
    def _counts(self):
        """Return {(param, value in the database as text): rows}, in one query."""
        counted = [f for f in self.facets if self._options[f.param]]
        own = [f for f in counted if f in self._narrowing or self._is_apart(f)]
        alike = [f for f in counted if f not in own]
        return count_values(self._pass(facets) for facets in [*([f] for f in own), alike] if facets)

    def _is_apart(self, facet):
        """Say whether the rows to count by a facet are not those of the others."""
        return facet.lookup in self.only_of or self._has_several(facet)

    def _pass(self, facets):
        lookups = {facet.param: facet.lookup for facet in facets}
        # Facets that are counted together are all without a choice.
        rows = self._narrowed(except_param=facets[0].param)
        for facet in facets:
            rows = self._having(rows, facet)
        if not self._has_several(facets[0]):
            return Pass(rows, lookups, {name: self.rests_on.get(name, []) for name in self.computed})
        offered = self._options[facets[0].param]
        # All the rows and a table of more values than are offered: to begin with these spares the others.
        begins_with_them = facets[0].asked_only or (
            self.is_whole(facets[0].param) and len(offered) >= MOST_OFFERED
        )
        values = [stored for _, stored, _ in offered] if begins_with_them else None
        return Pass(rows, lookups, values=values, has_several=True)

    @cached_property
    def groups(self):
        """Return the `FacetGroup`s for the form."""
        return [
            FacetGroup(
                facet.param,
                facet.label,
                facet.multiple,
                facet.help_text,
                [self._value(facet, *option) for option in self._options[facet.param]],
                facet.browse if facet.asked_only or len(self._options[facet.param]) >= MOST_OFFERED else "",
            )
            for facet in self.facets
            if self._options[facet.param]
        ]

    def _value(self, facet, value, stored, label):
        return FacetValue(
            value=value,
            stored=stored,
            label=label,
            count=sum(self._counts.get((facet.param, str(inside)), 0) for inside in facet.covers(stored)),
            selected=value in self._choices.chosen[facet.param],
            narrows=facet.narrows,
        )

    def toggle_url(self, param, value):
        """Return the address with a choice added, or taken back if it is there."""
        return querystring.build(self.path, querystring.toggled(self.pairs, param, value))

    @cached_property
    def active(self):
        """Return the choices in force, each with the address that drops it."""
        return [
            ActiveFilter(
                facet.label,
                label,
                facet.active_label(label),
                self.toggle_url(facet.param, value),
            )
            for facet in self.facets
            for value, _, label in self._options[facet.param]
            if value in self._choices.chosen[facet.param]
        ]

    @property
    def clear_url(self):
        """Return the address without any choice, sort and unit kept."""
        return querystring.build(self.path, querystring.without(self.pairs, "page", *self.clear_params))

    @property
    def clear_params(self):
        """Return the parameters that hold choices."""
        return [facet.param for facet in self.facets]

    def orders_of(self, orders):
        """Return the orders of the list, given those that its rows know: {value: label}."""
        return orders

    def ordered(self, rows, order):
        """Return the rows found in one of these orders."""
        return self.knowing(rows, *self.sorted_by.get(order, ())).ordered(order)

    @cached_property
    def loosened(self):
        """Return, for an empty list, the `Loosening`s that would bring something: 1 query."""
        if not self._narrowing:
            return []
        counts = count_rows({f.param: self._narrowed(except_param=f.param) for f in self._narrowing})
        return [
            Loosening(
                facet.label,
                querystring.build(self.path, querystring.without(self.pairs, "page", facet.param)),
                counts[facet.param],
            )
            for facet in self._narrowing
            if counts.get(facet.param)
        ]
