"""Things side by side: rows declared as data, and what differs. Pure: no database, no request."""

from collections.abc import Callable
from dataclasses import dataclass, field

MAX_COMPARED = 4


@dataclass(frozen=True)
class Part:
    """A piece of a cell: its text, and what stands with it (link, level, badge, source). Only text and
    badge count when cells are compared."""

    texte: str
    url: str = ""
    niveau: int | None = None
    badge: str = ""
    source: object = field(default=None, compare=False)
    barre: object = field(default=None, compare=False)


@dataclass(frozen=True)
class RowSpec:
    """A row to come: its label and the function that returns the `Part`s of a thing."""

    label: str
    parts_of: Callable[[object], list]


@dataclass(frozen=True)
class Row:
    """A row of the table: a label, and for each column its `Part`s (empty: not said by the sources)."""

    label: str
    cells: list

    @property
    def differs(self):
        """Say whether the columns say different things; their order within a cell does not matter."""
        contents = {frozenset((part.texte, part.badge) for part in cell) for cell in self.cells}
        return len(contents) > 1


@dataclass(frozen=True)
class Section:
    """Rows under a heading."""

    titre: str
    rows: list


@dataclass(frozen=True)
class Table:
    """A comparison: its columns, its sections, and how many rows « différences seulement » hides."""

    columns: list
    sections: list
    hidden: int = 0


def build_table(columns, sections, differences_only=False):
    """Return the `Table` of `columns` for `sections`, a list of (heading, list of `RowSpec` or `Row`).

    With `differences_only`, rows whose cells all say the same are left out and counted; a section left
    without rows disappears. A single column has nothing to differ from, so all its rows stay.
    """
    built, hidden = [], 0
    for titre, specs in sections:
        rows = [spec if isinstance(spec, Row) else make_row(spec, columns) for spec in specs]
        shown = [row for row in rows if row.differs or not differences_only or len(columns) < 2]
        hidden += len(rows) - len(shown)
        if shown:
            built.append(Section(titre, shown))
    return Table(columns, built, hidden)


def make_row(spec, columns):
    """Return the `Row` of a `RowSpec` for these columns."""
    return Row(spec.label, [spec.parts_of(column) for column in columns])


def shared_and_own(sets):
    """Return (what all have, [what each has beside that]) of a list of sets."""
    shared = set.intersection(*sets) if sets else set()
    return shared, [values - shared for values in sets]


@dataclass(frozen=True)
class Selection:
    """What an address asks to compare: the slugs kept, and those left aside with the reason."""

    slugs: list
    ignored: list


def read_selection(asked, known):
    """Return the `Selection` of a list of slugs: known ones, once each, four at most; the rest is named."""
    asked = [slug for slug in asked if slug]
    once = list(dict.fromkeys(asked))
    kept = [slug for slug in once if slug in known]
    ignored = [f"«\u00a0{slug[:80]}\u00a0»\u00a0: inconnu" for slug in once if slug not in known]
    ignored += [
        f"«\u00a0{slug}\u00a0»\u00a0: demandé plusieurs fois" for slug in kept if asked.count(slug) > 1
    ]
    ignored += [f"«\u00a0{slug}\u00a0»\u00a0: {MAX_COMPARED} au plus" for slug in kept[MAX_COMPARED:]]
    return Selection(kept[:MAX_COMPARED], ignored)
