"""The ways through all the pages of a kind without asking anything: by field, letter, level, interest.

Each way is an `Axis`, each of its values a `Shelf`: a page of its own, which lists names.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from string import ascii_lowercase

from django.db.models import Count, Q
from django.db.models.functions import Coalesce, Substr
from django.urls import reverse

from core import querystring
from core.addresses import address_of
from core.models import Source
from core.text import NO_BREAK_SPACE, capitalised, fold

OTHERS = "autres"


@dataclass(frozen=True)
class Shelf:
    """A value of an axis: its name in addresses, its label, the address of its page, how many pages it holds.

    `key` is its value in the database; `source` the document whose word it is; `parent` the shelf above it.
    """

    code: str
    label: str
    url: str
    key: object = None
    count: int = 0
    source: Source | None = None
    parent: "Shelf | None" = None
    children: tuple = ()


@dataclass(frozen=True)
class Group:
    """The shelves that one publisher names: two of the same name stand apart, each under who says so."""

    label: str
    shelves: list


@dataclass(frozen=True)
class Axis:
    """A way through the pages: its name in addresses, its heading, the route of its shelves.

    `facet` is the parameter by which the list of these pages is narrowed to a shelf, "" where none does.
    `narrow` says whether the shelves are short words, to be set side by side; `before` is what such a word
    needs before it in a title, « lettre » A.
    """

    code: str
    label: str
    route: str
    facet: str = ""
    help_text: str = ""
    narrow: bool = False
    before: str = ""

    def shelf(self, code, label, **others):
        return Shelf(code, label, address_of(self.route, self.code, code), **others)

    def shelves(self, pages):
        """Return the `Shelf`s of the axis with their counts: 1 query, 3 for a tree."""
        raise NotImplementedError

    def find(self, code):
        """Return the `Shelf` with that name, without its count, None if there is none."""
        raise NotImplementedError

    def among(self, pages, shelf):
        """Return those of the pages that stand on a shelf."""
        raise NotImplementedError

    def groups(self, pages):
        """Return the `Group`s of the axis: one, without a name, unless several publishers have their own.

        There is none where it leads nowhere.
        """
        shelves = self.shelves(pages)
        return [Group("", shelves)] if shelves else []

    def around(self, pages, shelf):
        """Return what the page of a shelf leads to besides its pages: the other shelves of the axis."""
        return self.shelves(pages)

    def filter_url(self, liste, shelf):
        """Return the address of the list narrowed to a shelf, "" where no facet does that."""
        return querystring.build(reverse(liste), [(self.facet, shelf.code)]) if self.facet else ""


@dataclass(frozen=True)
class Letters(Axis):
    """The pages by the first letter of their names, accents apart; figures and signs stand together."""

    def shelves(self, pages):
        found = pages.order_by().values_list(Substr("cle_nom", 1, 1)).annotate(Count("pk"))
        counts = dict(found)
        others = sum(count for letter, count in counts.items() if letter not in ascii_lowercase or not letter)
        letters = [replace(self.find(letter), count=counts.get(letter, 0)) for letter in ascii_lowercase]
        return [*letters, replace(self.find(OTHERS), count=others)] if others else letters

    def find(self, code):
        if code == OTHERS:
            return self.shelf(OTHERS, "0-9")
        return self.shelf(code, code.upper()) if len(code) == 1 and code in ascii_lowercase else None

    def among(self, pages, shelf):
        if shelf.code == OTHERS:
            return pages.filter(cle_nom__lt="a")
        return pages.filter(cle_nom__startswith=shelf.code)


@dataclass(frozen=True)
class Words(Axis):
    """The pages by a value of their own: `choices` returns (name in addresses, value, label) triples."""

    value: object = None
    choices: Callable = list

    def shelves(self, pages):
        counts = dict(pages.order_by().values_list(self.value).annotate(Count("pk")))
        shelves = [self.shelf(code, label, key=key) for code, key, label in self.choices()]
        return [replace(shelf, count=counts[shelf.key]) for shelf in shelves if counts.get(shelf.key)]

    def find(self, code):
        known = {slug: (key, label) for slug, key, label in self.choices()}
        return self.shelf(code, known[code][1], key=known[code][0]) if code in known else None

    def among(self, pages, shelf):
        return pages.alias(rayon=self.value).filter(rayon=shelf.key)


@dataclass(frozen=True)
class Vocabulary(Axis):
    """The pages by the rows of a table that a relation leads to, in two steps where these have parents."""

    model: type | None = None
    relation: str = ""

    @property
    def is_tree(self):
        return any(field.name == "parent" for field in self.model._meta.fields)

    @property
    def rows(self):
        related = ("source", "parent__source") if self.is_tree else ("source",)
        return self.model.objects.select_related(*related)

    def shelf_of(self, row, **others):
        return self.shelf(row.slug, capitalised(str(row)), key=row.pk, source=row.source, **others)

    def shelves(self, pages):
        # A page is tied once to a row, but may be to several below another.
        counts = dict(pages.order_by().values_list(self.relation).annotate(Count("pk")))
        if not self.is_tree:
            return by_name(self.shelf_of(row, count=counts[row.pk]) for row in self.rows if row.pk in counts)
        top = Coalesce(f"{self.relation}__parent", self.relation)
        # Only those filed somewhere: half of the pages may be in no field.
        filed = pages.order_by().filter(**{f"{self.relation}__isnull": False})
        whole = dict(filed.values_list(top).annotate(Count("pk", distinct=True)))
        tops, below = [], {}
        for row in self.model.objects.select_related("source"):
            if row.parent_id is None and row.pk in whole:
                tops.append(row)
            elif row.parent_id and row.pk in counts:
                below.setdefault(row.parent_id, []).append(self.shelf_of(row, count=counts[row.pk]))
        return by_name(
            self.shelf_of(top, count=whole[top.pk], children=tuple(by_name(below.get(top.pk, ()))))
            for top in tops
        )

    def find(self, code):
        row = self.rows.filter(slug=code).first()
        if row is None:
            return None
        above = row.parent if self.is_tree else None
        return self.shelf_of(row, parent=above and self.shelf_of(above))

    def among(self, pages, shelf):
        held = Q(**{self.relation: shelf.key})
        if self.is_tree:
            held |= Q(**{f"{self.relation}__parent": shelf.key})
        # A subquery: a page filed twice below the same field stands once.
        return pages.filter(pk__in=pages.model.objects.filter(held).values("pk"))

    def groups(self, pages):
        found = {}
        for shelf in self.shelves(pages):
            found.setdefault(publisher(shelf.source), []).append(shelf)
        several = len(found) > 1
        return [
            Group(f"Source{NO_BREAK_SPACE}: {label}" if several else "", shelves)
            for (_, label), shelves in sorted(found.items(), key=lambda group: group[0][0])
        ]

    def around(self, pages, shelf):
        """Return the finer fields of a field; there is no going through all the fields from each."""
        if not self.is_tree or shelf.parent:
            return []
        return next((top.children for top in self.shelves(pages) if top.key == shelf.key), ())

    def filter_url(self, liste, shelf):
        """No facet holds a field that has finer ones: what is filed below it is under many choices."""
        is_top = self.is_tree and self.model.objects.filter(parent=shelf.key).exists()
        return "" if is_top else super().filter_url(liste, shelf)


def by_name(shelves):
    return sorted(shelves, key=lambda shelf: fold(shelf.label))


def publisher(source):
    """Return (rank, name) of who publishes a source; the editors come first, then publishers by name."""
    if source.type_editeur == Source.TypeEditeur.REDACTION:
        return (0, ""), "la rédaction du guide"
    name = source.editeur or source.libelle_court
    return (1, fold(name)), name
