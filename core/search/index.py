"""The index of the search: built from the pages, kept current as they change, mended when it is missing.

Nothing in it is worth keeping: `rebuild()` makes all of it again.
"""

import threading
from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice

from django.db import connection, transaction
from django.db.models.signals import m2m_changed, post_save, pre_delete

from core.models import Synonyme
from core.search.base import kinds
from core.search.entry import entry_of, forget_read
from core.search.postgres import PostgreSQLEngine
from core.search.sqlite import SQLiteEngine

ENGINES = {"sqlite": SQLiteEngine(), "postgresql": PostgreSQLEngine()}
# Beyond, building the whole index costs less than changing it page by page.
MOST_REFRESHED = 100
# Pages read and written at once: the texts of a whole country would take a hundred megabytes.
AT_ONCE = 500

_changes = threading.local()


@dataclass(frozen=True)
class Report:
    """What a build has indexed."""

    documents: int
    words: int


def engine():
    """Return the `Engine` of the database in use."""
    return ENGINES[connection.vendor]


# --- Building -----------------------------------------------------------------------------------


def rebuild():
    """Index every published page; return a `Report`. Readers keep the former index until it is done."""
    index = engine()
    with transaction.atomic(), connection.cursor() as cursor:
        index.lock(cursor)
        if is_ready():
            index.empty(cursor)
        else:
            index.create(cursor)
        documents = chain.from_iterable(kind.documents() for kind in kinds().values())
        counted, number = Counter(), 0
        while entries := [entry_of(document) for document in islice(documents, AT_ONCE)]:
            index.write(cursor, entries, first=number + 1)
            counted.update(chain.from_iterable(entry.vocables.items() for entry in entries))
            number += len(entries)
        forget_read()
        words = summed(counted)
        index.add_words(cursor, words)
        index.stamp(cursor)
        index.settle(cursor)
    return Report(number, len(words))


def count(vocables):
    """Return {(form, keys): (as it is most often written, in how many names, in how many documents)}."""
    return summed(Counter(chain.from_iterable(held.items() for held in vocables)))


def summed(counted):
    """Return what `count` does of {((form, keys), `Vocable`): number of documents}."""
    found = {}
    for (word, vocable), number in counted.items():
        writings, numbers = found.setdefault(word, ({}, [0, 0]))
        writings[vocable.written] = writings.get(vocable.written, 0) + number
        numbers[0] += number * vocable.named
        numbers[1] += number
    return {
        word: (max(writings, key=lambda written: (writings[written], written)), *numbers)
        for word, (writings, numbers) in found.items()
    }


def is_ready():
    """Say whether there is an index, of the present format and whole: 2 queries at most."""
    index = engine()
    return index.exists() and index.is_whole()


def ensure():
    """Build the index if it is missing, emptied or of another format; say whether it was."""
    if is_ready():
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        engine().lock(cursor)
        # Another process may have built it while this one waited.
        if not is_ready():
            rebuild()
    return True


def outdate():
    """Have the index built again by whoever next finds it not whole, should `rebuild` never come to it."""
    index = engine()
    if index.exists():
        with connection.cursor() as cursor:
            index.outdate(cursor)


def refresh(code, keys):
    """Index again the pages of one kind with these primary keys; those no longer published are removed."""
    index = engine()
    keys = list(keys)
    with transaction.atomic(), connection.cursor() as cursor:
        index.lock(cursor)
        gone = {}
        for vocables in index.remove(cursor, code, keys):
            for form, held, is_named in vocables:
                named, documents = gone.get((form, held), (0, 0))
                gone[form, held] = (named + is_named, documents + 1)
        entries = [entry_of(document) for document in kinds()[code].documents(keys)]
        index.write(cursor, entries, first=index.next_number(cursor))
        has_new = index.add_words(cursor, count(entry.vocables for entry in entries))
        has_fewer = index.remove_words(cursor, gone)
        if has_new or has_fewer:
            index.stamp(cursor)
        else:
            index.recount(cursor)


# --- Keeping current ----------------------------------------------------------------------------


def watch():
    """Follow the rows that the registered kinds are made of, and the synonyms."""
    for kind in kinds().values():
        for model, keys_of in kind.watched.items():
            handler = follower(kind.code, keys_of)
            mark = f"search {kind.code} {model.__name__}"
            if model._meta.auto_created:
                m2m_changed.connect(handler, sender=model, weak=False, dispatch_uid=mark)
            else:
                post_save.connect(handler, sender=model, weak=False, dispatch_uid=mark)
                # Before: afterwards nothing tells the pages that it belonged to.
                pre_delete.connect(handler, sender=model, weak=False, dispatch_uid=f"{mark} deleted")

    for signal in (post_save, pre_delete):
        signal.connect(follow_synonyms, sender=Synonyme, dispatch_uid="search synonyms")


def follow_synonyms(**_):
    note("", [None])


def follower(code, keys_of):
    """Return the receiver of a signal that notes which documents a changed row belongs to."""

    def follow(instance, reverse=False, pk_set=None, **_):
        note(code, (pk_set or ()) if reverse else keys_of(instance))

    return follow


def note(code, keys):
    """Have these documents indexed again once the transaction is committed."""
    pending = _changes.__dict__.setdefault("pending", {})
    pending.setdefault(code, set()).update(key for key in keys if key is not None)
    # Once per change: what an aborted transaction had noted is then done with the next one. A failure is
    # logged and never costs the editor the page that is already saved.
    transaction.on_commit(flush, robust=True)


def flush():
    """Index again what was noted."""
    pending, _changes.pending = _changes.__dict__.get("pending", {}), {}
    changed = {code: keys for code, keys in pending.items() if keys}
    if not pending or ensure():
        return
    if sum(map(len, changed.values())) > MOST_REFRESHED:
        rebuild()
        return
    for code, keys in changed.items():
        refresh(code, keys)
    if "" in pending:
        touch()


def touch():
    """Have every process read the words of the index and the synonyms again."""
    with transaction.atomic(), connection.cursor() as cursor:
        engine().stamp(cursor)
