"""What a reader yields and what a kind of import declares: records, links, tables.

A reader knows the file; a `Table` knows our model; the engine knows neither.
"""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ref:
    """A row of ours, named as the file names it: the value `key` of the field `by` of a model.

    `by` empty: the key under which an import brought the row (`Origine.cle`). `label` is its name in the
    file, kept as text until the row arrives.
    """

    model: str
    key: str
    by: str = ""
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of a list of links: a key of its own in that list, the row it leads to, its other values."""

    key: str
    values: dict = field(default_factory=dict)
    ref: Ref | None = None


@dataclass
class Record:
    """One row of a file, in our words.

    `model` is « metiers.metier »; `key` stays the same from edition to edition; `label` names the row for
    people; `place` says where it stands (« ligne 12 »). `fields` are values of our columns (a `Ref` for a
    foreign key), `links` lists of `Entry`. `hints` serves the joining with rows that have no key yet;
    `fills` names the fields that this record gives as a `Table` may: to a row which has none.
    """

    model: str
    key: str
    label: str
    place: str
    fields: dict
    links: dict = field(default_factory=dict)
    hints: dict = field(default_factory=dict)
    fills: tuple = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What cannot be taken over: a whole row of a file, or one value of it (`row_kept`), and why."""

    model: str
    key: str
    place: str
    field: str
    reason: str
    label: str = ""
    row_kept: bool = False


@dataclass(frozen=True)
class Join:
    """How a new record may meet a row of ours: its primary key, its name, why, and whether it is certain."""

    pk: int
    name: str
    reason: str
    certain: bool


@dataclass(frozen=True)
class Link:
    """A list of rows that hang on one of ours: `model` and its columns; without one, a plain many-to-many.

    `owner` is the column that holds our row, `target` the one that holds the row of `Entry.ref`, `identity`
    the others that tell two members apart, as `alike` makes them comparable, `fixed` what all of them share.
    `mirror`: the link reads the same from both ends, and is made from one of them only. `newest`: of the
    files that give this list, the newest is followed alone.
    """

    name: str
    label: str
    model: type | None = None
    owner: str = ""
    target: str = ""
    identity: tuple = ()
    alike: object = None
    fixed: dict = field(default_factory=dict)
    mirror: bool = False
    newest: bool = False


@dataclass(frozen=True)
class Table:
    """One of our models, as an import fills it.

    `label` is its plural in reports. `key_field` holds the record's key (empty: the origin alone does).
    `slug` gives the address of a new row. `defaults` are values of a new row only: what editors then decide.
    `vacant` holds {field: values} that count as empty beside None and ""; `fills` names the fields that it
    gives to a row which has none, and never contests in one that stood before. `find` is called once with
    the rows without a key and returns a function of a record to its `Join`s.
    """

    model: type
    label: str
    key_field: str = ""
    slug: object = None
    defaults: dict = field(default_factory=dict)
    vacant: dict = field(default_factory=dict)
    fills: tuple = ()
    links: tuple = ()
    find: object = None

    @property
    def name(self):
        """Return « metiers.metier »."""
        return self.model._meta.label_lower


@dataclass(frozen=True)
class Kind:
    """One command of import: its name, whose data it reads, how, and into which tables, in order.

    `read` takes a `Published` and a `Reading`, and yields `Record`s and `Refusal`s. `source` is a dict of
    the fields of the `Source` that stands for the data set (slug included). `edition` takes a `Published`
    and returns the date of its edition, None if it does not say. `after` names the kinds that had better come
    first: what they know spares questions.
    """

    name: str
    title: str
    source: dict
    tables: tuple
    read: object
    edition: object
    file_help: str = "fichier publié, tel quel"
    after: tuple = ()


class Reading:
    """What a reader tells along the way: what it left out and why, and how far it is."""

    def __init__(self, progress=lambda count, total: None):
        self.left_out = Counter()
        self.encoding = ""
        self._progress = progress

    def leave_out(self, what, why, count=1):
        """Count what the file gives and the guide has no room for."""
        if count:
            self.left_out[what, why] += count

    def advance(self, count, total=None):
        """Say that `count` rows have been read, of `total` where it is known."""
        self._progress(count, total)


def file_under(words, model, key, fields):
    """Return the `Entry` of a word that a row is filed under; its own `Record` is made once, in `words`.

    `words` is {(model, key): `Record`}; the first of the fields is the label, the key where there is none.
    """
    label = next(iter(fields.values()), key)
    words.setdefault((model, key), Record(model, key, label, f"« {label} »", fields))
    return Entry(key, ref=Ref(model, key, label=label))
