"""Facets of a list that words narrow too: `?q=`, understood as the search of the guide understands it."""

from functools import cached_property

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat, StrIndex
from django.urls import reverse

from core import querystring
from core.facet_form import ActiveFilter, Loosening
from core.facets import FacetSet
from core.ignored import IgnoredValue
from core.keys import Among
from core.search.finder import find
from core.search.question import question_of
from core.text import NO_BREAK_SPACE

LABEL = "Mots"
RELEVANCE = "pertinence"
# The best ones: their keys are written into every query of the list.
MOST_LISTED = 1000


class SearchableFacets(FacetSet):
    """Facets of a list whose pages are of a `kind` of the search: `q` leaves those that it finds.

    Counts, chips and files are those of what is left, and the list may be in the order of the search. Words
    that the search cannot read, for its index is down, are ignored and named. `mentions` is how many of the
    pages found are mere mentions, which no list holds.
    """

    kind = ""

    def __init__(self, request, queryset):
        """Read the words of a request: 2 to 4 queries where there are some."""
        self.query, self.as_typed = question_of(request.GET)
        self.answer = find(self.query, self.as_typed) if self.query else None
        self.is_searched = self.answer is not None and not self.answer.is_down
        found = self.answer.by_kind() if self.is_searched else {}
        self.mentions = sum(document.is_minor for document in found.get(self.kind, ()))
        self.keys = [document.key for document in found.get(self.kind, ())[:MOST_LISTED]]
        self.unsearched = queryset
        super().__init__(request, self._found(queryset) if self.is_searched else queryset)

    def _found(self, queryset):
        """Return the rows that the words find."""
        return queryset.filter(Among(self.keys)) if self.keys else queryset.none()

    def is_whole(self, except_param=""):
        return not self.is_searched and super().is_whole(except_param)

    @property
    def words(self):
        """Return the words as they were understood, "" when nothing is searched."""
        return (self.answer.corrected or self.query) if self.is_searched else ""

    @property
    def results_url(self):
        """Return the address of all that the words find of this kind, mentions included."""
        return querystring.build(reverse("recherche"), [*self._asked, ("type", self.kind)])

    @property
    def whole_url(self):
        """Return the address of all that the words find in the guide."""
        return querystring.build(reverse("recherche"), self._asked)

    @property
    def found_count(self):
        """Return how many pages of any kind the words find."""
        return len(self.answer.ranked) if self.is_searched else 0

    @property
    def _asked(self):
        return [pair for pair in self.pairs if pair[0] in ("q", "tel_quel")]

    @property
    def ignored(self):
        if self.is_searched:
            dropped = self.answer.dropped if self.keys else ()
        else:
            dropped = [self.query[:80]] if self.query else []
        return [IgnoredValue(LABEL, word) for word in dropped] + super().ignored

    @property
    def active(self):
        if not self.is_searched:
            return super().active
        words = f"«{NO_BREAK_SPACE}{self.query}{NO_BREAK_SPACE}»"
        return [ActiveFilter(LABEL, words, words, self._wordless_url), *super().active]

    @property
    def _wordless_url(self):
        return querystring.build(self.path, querystring.without(self.pairs, "page", "q", "tel_quel"))

    @cached_property
    def loosened(self):
        """Return the `Loosening`s of an empty list, the words among them: 2 queries."""
        if not self.is_searched:
            return super().loosened
        rows = self.unsearched
        for facet in self._narrowing:
            rows = self._under(rows, facet)
        count = rows.count()
        wordless = [Loosening(self.query, self._wordless_url, count)] if count else []
        return wordless + super().loosened

    @property
    def clear_params(self):
        return ["q", "tel_quel", *super().clear_params]

    def orders_of(self, orders):
        return {RELEVANCE: "Pertinence"} | orders if self.is_searched else orders

    def ordered(self, rows, order):
        if order != RELEVANCE:
            return super().ordered(rows, order)
        places = Value(f",{','.join(map(str, self.keys))},")
        return rows.order_by(StrIndex(places, Concat(Value(","), Cast("pk", CharField()), Value(","))))
