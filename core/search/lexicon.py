"""The words of the index and the synonyms, in the memory of a process, read again when they change."""

import threading
from collections import defaultdict
from dataclasses import dataclass, field, replace

from core.models import Synonyme
from core.search.base import kinds
from core.search.index import engine, ensure
from core.search.normalizer import keys, words
from core.search.question import Reader
from core.search.vocabulary import IndexWord, Vocabulary

# Of the answers that are kept, how many documents they may hold together: some megabytes.
MOST_KEPT = 50_000


@dataclass(frozen=True)
class Lexicon:
    """What a process knows of the index: in which version, and the `Reader` of questions made from it.

    `answers` are those given since the index was last written to: a class asks the same words.
    """

    version: str
    edition: str
    reader: Reader
    answers: dict = field(default_factory=dict)

    def keep(self, asked, answer):
        """Keep an answer; those before it go when they hold too many documents."""
        kept = sum(1 + len(other.ranked) for other in list(self.answers.values()))
        if kept + len(answer.ranked) > MOST_KEPT:
            self.answers.clear()
        self.answers[asked] = answer


_known: dict[str, Lexicon] = {}
_reading = threading.Lock()


def lexicon():
    """Return the `Lexicon` of the index as it is now: 1 query, 3 after a change; a missing index is built."""
    known = _known.get("last")
    if known is None:
        ensure()
    version, documents, edition = engine().version() or (None, 0, None)
    if version is None:
        ensure()
        version, documents, edition = engine().version()
    if known is None or known.edition != edition:
        with _reading:
            known = _known.get("last")
            if known is None or known.version != version:
                known = _known["last"] = Lexicon(version, edition, read(documents))
            elif known.edition != edition:
                known = _known["last"] = replace(known, edition=edition, answers={})
    return known


def forget_answers():
    """Have every question answered anew."""
    for known in list(_known.values()):
        known.answers.clear()


def forget():
    """Trust nothing that was read before: the index was built again from nothing."""
    _known.clear()


def read(documents):
    """Return a `Reader` made from the words of the index and the synonyms: 2 queries."""
    synonyms = synonyms_of(Synonyme.objects.all())
    entries = [
        IndexWord(form, tuple(held.split()), written, named, count)
        for form, held, written, named, count in engine().words()
    ]
    known = {entry.form for entry in entries}
    # A synonym too may be begun or mistyped: « sysadmn ».
    entries += [
        IndexWord(word.form, (word.key,), word.written, 1, 0)
        for term in synonyms.terms
        for word in words(term)[:1]
        if word.form not in known and len(words(term)) == 1
    ]
    named = {key: kind.code for kind in kinds().values() for key in keys(kind.label)}
    return Reader(Vocabulary(entries, documents), dict(synonyms.keys), named)


@dataclass(frozen=True)
class Synonyms:
    """The terms of the synonyms, and {keys of a term: (keys, words) of each equivalent}."""

    terms: list
    keys: dict


def synonyms_of(rows):
    """Return the `Synonyms` of `Synonyme` rows; those that hold no word are left out."""
    found = defaultdict(list)
    for row in rows:
        own = tuple(keys(row.terme))
        found[own] += [(also, line) for line in row.lignes if (also := tuple(keys(line))) and also != own]
    found.pop((), None)
    return Synonyms([row.terme for row in rows], found)
