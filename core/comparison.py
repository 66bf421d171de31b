"""Things side by side: rows declared as data, and what differs. Pure: no database, no request."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

MAX_COMPARED = 4
# More would hide the page under the mistakes of its address.
MAX_NAMED = 10


@dataclass(frozen=True)
class Column:
    """A thing that is compared; `etiquette` says what its name does not, `retirer` leads on without it."""

    slug: str
    nom: str
    url: str
    etiquette: str = ""
    retirer: str = ""


@dataclass(frozen=True)
class Amount:
    """An amount as a number: `maximum` is None for « from », `unite` a unit of pay or a currency."""

    minimum: object
    maximum: object
    unite: str


@dataclass(frozen=True)
class Part:
    """A piece of a cell: its text, and what stands with it (link, level, badge, source).

    `precision` is shown softly after the text, `markdown` says that the text is Markdown. `valeur` is what
    counts when cells are compared, where the same thing has several names (a level in two countries); the
    text, when it is None.
    """

    texte: str
    url: str = ""
    niveau: int | None = None
    precision: str = ""
    badge: str = ""
    badge_label: str = ""
    valeur: object = None
    markdown: bool = False
    source: object = None
    barre: object = None
    montant: Amount | None = None

    @property
    def compared(self):
        """Return what tells this part from another; where it comes from does not."""
        return (self.texte if self.valeur is None else self.valeur, self.precision, self.badge)


@dataclass(frozen=True)
class RowSpec:
    """A row to come: its label, the function that returns the `Part`s of a thing, its name in a sentence."""

    label: str
    parts_of: Callable[[object], list]
    nom: str = ""


class State(StrEnum):
    """What a row says of its columns: silence is neither the same nor another thing."""

    DIFFERS = "differe"
    SAME = "identique"
    PARTLY_SAID = "renseigne-en-partie"
    UNSAID = "non-renseigne"


@dataclass(frozen=True)
class Row:
    """A row of the table: a label, and for each column its `Part`s (empty: not said by the sources)."""

    label: str
    cells: list
    nom: str = ""

    @property
    def name(self):
        """Return the row as a sentence names it: « niveau d’accès minimum »."""
        return self.nom or self.label[:1].lower() + self.label[1:]

    @property
    def said(self):
        """Return how many of the columns say something."""
        return sum(map(bool, self.cells))

    @property
    def state(self):
        """Return the `State` of the row; the order of the parts within a cell does not matter."""
        values = {frozenset(part.compared for part in cell) for cell in self.cells if cell}
        if len(values) > 1:
            return State.DIFFERS
        if self.said == len(self.cells):
            return State.SAME
        return State.PARTLY_SAID if values else State.UNSAID

    @property
    def differs(self):
        return self.state is State.DIFFERS

    @property
    def is_partly_said(self):
        return self.state is State.PARTLY_SAID


@dataclass(frozen=True)
class Section:
    """Rows (`RowSpec` or `Row`) under a heading.

    `notes` are `Part`s that hold for the whole section, `choix` the links that change what its rows show,
    `axe` the axis that its bars share (`smic_x`, `graduations`), `ancre` its place in the page.
    """

    titre: str
    rows: list
    notes: list = field(default_factory=list)
    choix: list = field(default_factory=list)
    axe: object = None
    ancre: str = ""


@dataclass(frozen=True)
class Table:
    """A comparison: its sections, and the rows that « différences seulement » hides."""

    sections: list
    hidden: list = field(default_factory=list)

    @property
    def rows(self):
        return [row for section in self.sections for row in section.rows]

    @property
    def differing(self):
        """Return the names of the rows that differ."""
        return names_of(self.rows, State.DIFFERS)

    @property
    def partly_said(self):
        """Return the names of the rows that some columns alone say, without any difference."""
        return names_of(self.rows, State.PARTLY_SAID)

    @property
    def hidden_same(self):
        """Return the names of the hidden rows that say the same of all."""
        return names_of(self.hidden, State.SAME)

    @property
    def hidden_unsaid(self):
        """Return the names of the hidden rows that say nothing of any."""
        return names_of(self.hidden, State.UNSAID)

    @property
    def total(self):
        """Return the number of rows, those that are hidden included."""
        return len(self.rows) + len(self.hidden)


def names_of(rows, state):
    return [row.name for row in rows if row.state is state]


def build_table(things, sections, differences_only=False):
    """Return the `Table` of these `Section`s, with a column for each of the things.

    With `differences_only`, rows that say the same of all, or nothing of any, are left out and named; a
    section left without rows or notes disappears. A single thing has nothing to differ from, so all its
    rows stay.
    """
    built, hidden = [], []
    hides = (State.SAME, State.UNSAID) if differences_only and len(things) > 1 else ()
    for section in sections:
        rows = [spec if isinstance(spec, Row) else make_row(spec, things) for spec in section.rows]
        shown = [row for row in rows if row.state not in hides]
        hidden += [row for row in rows if row.state in hides]
        if shown or section.notes:
            built.append(replace(section, rows=shown))
    return Table(built, hidden)


def make_row(spec, things):
    """Return the `Row` of a `RowSpec` for these things."""
    return Row(spec.label, [spec.parts_of(thing) for thing in things], spec.nom)


def text(value, **extra):
    """Return the parts of one text, none when it is empty."""
    return [Part(value, **extra)] if value else []


def level(niveau, label):
    """Return the parts of a level: its name in its country, and the European number that is compared."""
    precision = f"niveau européen {niveau}" if niveau else ""
    return text(label, niveau=niveau, precision=precision, valeur=niveau)


def source_parts(sources):
    """Return a part for each source, with its date where its name does not say it."""
    return [
        Part(
            source.libelle_court,
            url=source.get_absolute_url(),
            precision="" if source.date_lisible in source.libelle_court else source.date_lisible,
        )
        for source in sources
    ]


def shared_and_own(sets):
    """Return (what all have, [what each shares with some of the others only], [what it alone has])."""
    counts = Counter(value for values in sets for value in values)
    shared = {value for value, count in counts.items() if count == len(sets)}
    own = [{value for value in values if counts[value] == 1} - shared for values in sets]
    return shared, [values - shared - alone for values, alone in zip(sets, own, strict=True)], own


@dataclass(frozen=True)
class Asked:
    """What an address asks to compare: the slugs kept, and those left aside with the reason."""

    slugs: list
    ignored: list


def read_asked(slugs, known):
    """Return the `Asked` of a list of slugs: known ones, once each, four at most; the rest is named."""
    named = [slug for slug in slugs if slug]
    once = list(dict.fromkeys(named))
    kept = [slug for slug in once if slug in known]
    reasons = [(slug, "inconnu") for slug in once if slug not in known]
    reasons += [(slug, "demandé plusieurs fois") for slug in kept if named.count(slug) > 1]
    reasons += [(slug, f"{MAX_COMPARED} au plus") for slug in kept[MAX_COMPARED:]]
    ignored = [f"«\u00a0{slug[:80]}\u00a0»\u00a0: {reason}" for slug, reason in reasons[:MAX_NAMED]]
    if len(reasons) > MAX_NAMED:
        ignored.append(f"et {len(reasons) - MAX_NAMED} de plus")
    return Asked(kept[:MAX_COMPARED], ignored)
