"""What the index keeps of a document: its names and texts as keys, its words, what a result shows. Pure."""

import json
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.search.normalizer import pieces, words

# The weights of what is searched, the heaviest first.
WEIGHTS = NAME, OTHER_NAME, SKILL, TEXT = "N", "A", "S", "T"
# Those of what a page is called.
TITLES = NAME, OTHER_NAME


@dataclass(frozen=True)
class Name:
    """A name of a document: its weight, its keys without repetition, the ways it may be shown.

    The feminine and the masculine are one name shown in two ways; a masked name is shown in none.
    """

    weight: str
    keys: tuple
    shown: tuple = ()


class Vocable(NamedTuple):
    """A word of a document as its readers write it, and whether a name, a skill or a tool holds it."""

    written: str
    named: bool


@dataclass
class Entry:
    """A document as it is indexed.

    `columns` holds the keys per weight, separated by spaces; `vocables` maps (form, keys) to a `Vocable`: one
    key for a word, several for a compound (« back-end », typed « backend »).
    """

    kind: str
    key: int
    is_minor: bool
    names: list = field(default_factory=list)
    columns: dict = field(default_factory=dict)
    vocables: dict = field(default_factory=dict)
    shown: dict = field(default_factory=dict)


def entry_of(document):
    """Return the `Entry` of a `Document`."""
    entry = Entry(document.kind, document.key, document.is_minor, shown=shown_of(document))
    columns = {weight: [] for weight in (NAME, OTHER_NAME, SKILL, TEXT)}
    known, held = {}, []
    for weight, texts, is_shown in (
        (NAME, document.noms, True),
        (OTHER_NAME, document.autres_noms, True),
        (OTHER_NAME, document.masques, False),
        (SKILL, document.competences, True),
        (SKILL, document.mots_cles, False),
    ):
        for text in texts:
            held.append(add_name(known, columns[weight], weight, text, is_shown))
    read = [read_piece(piece) for text in (document.resume, *document.textes) for piece in pieces(text)]
    columns[TEXT] = [key for piece in read for key in piece.keys]
    # As the first of them writes it: a name with its accents, then a slug without.
    for vocables in reversed([*held, *(piece.in_texts for piece in read)]):
        entry.vocables.update(vocables)
    entry.names = [Name(weight, keys, tuple(shown)) for (weight, keys), shown in known.items()]
    entry.columns = {weight: " ".join(keys) for weight, keys in columns.items()}
    return entry


def add_name(known, column, weight, text, is_shown):
    """Add one name to an entry being built: to its names, its column; return its vocables."""
    keys, vocables = read_name(text)
    if not keys:
        return {}
    if (weight, keys) not in known:
        known[weight, keys] = []
        column += keys
    if is_shown and text not in known[weight, keys]:
        known[weight, keys].append(text)
    return vocables


class Piece(NamedTuple):
    """What a piece of text holds: its keys, its stop words, its vocables in a name and in a text."""

    keys: tuple
    stops: dict
    in_names: dict
    in_texts: dict


# A skill is asked for by fifty métiers, a word stands in a thousand texts: each is read once.
@lru_cache(maxsize=65536)
def read_name(text):
    """Return the keys of a name without repetition, as a tuple, and its vocables, compounds included."""
    read = [read_piece(piece) for piece in pieces(text)]
    keys = dict.fromkeys(key for piece in read for key in piece.keys)
    vocables = {}
    for piece in read:
        # A name of stop words alone is known by them: « Pas à pas ».
        vocables.update(piece.in_names if keys else piece.stops)
    return tuple(keys or dict.fromkeys(key for _, key in vocables)), vocables


@lru_cache(maxsize=65536)
def read_piece(text):
    """Return the `Piece` that a text is."""
    found = words(text)
    told = {(word.form, word.key): as_written(word.written) for word in found if not word.is_stop}
    in_names = {word: Vocable(written, named=True) for word, written in told.items()}
    for left, right in pairwise(found):
        if text[left.end : right.start] == "-":
            written = as_written(text[left.start : right.end])
            in_names[left.form + right.form, f"{left.key} {right.key}"] = Vocable(written, named=True)
    return Piece(
        tuple(word.key for word in found if not word.is_stop),
        {
            (word.form, word.key): Vocable(as_written(word.written), named=True)
            for word in found
            if word.is_stop
        },
        in_names,
        {word: Vocable(written, named=False) for word, written in told.items()},
    )


def forget_read():
    """Free what was kept while a whole index was built."""
    for reader in (read_name, read_piece):
        reader.cache_clear()


@lru_cache(maxsize=65536)
def as_written(word):
    """Return a word as within a sentence: « Ingénieur » is « ingénieur », « SRE » and « DevOps » stay."""
    word = unicodedata.normalize("NFC", word)
    return word.lower() if word[1:] == word[1:].lower() else word


def shown_of(document):
    """Return what a result shows, as plain data."""
    return {
        "route": document.route,
        "slug": document.slug,
        "titre": document.titre,
        "nom": document.noms[0],
        "resume": document.resume,
        "niveau": document.niveau,
        "niveau_label": document.niveau_label,
        "note": document.note,
        "textes": document.textes,
    }


def pack_names(names):
    """Return `Name`s as text, to be stored: a line of what the page is called, a line of skills and tools."""
    lines = [], []
    for name in names:
        lines[name.weight not in TITLES].append((name.weight, " ".join(name.keys), *name.shown))
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)


def unpack_names(line, wanted):
    """Return the `Name`s of a line of `pack_names` that hold one of the keys wanted, and those of the title.

    A page may have hundreds of names, a question is about a few.
    """
    return [
        Name(weight, tuple(keys), tuple(shown))
        for weight, keys, *shown in ((row[0], row[1].split(), *row[2:]) for row in json.loads(line))
        if weight == NAME or not wanted.isdisjoint(keys)
    ]
