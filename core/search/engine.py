"""What both databases do for the search in the same words: the tables of the index, their rows, its version.

The tables are no models: they are made and repaired by the index itself, and no backup of the content needs
them. An engine adds what finds words: see `sqlite.py` and `postgres.py`.
"""

import json
import uuid
from dataclasses import dataclass

from django.db import connection

from core.search.entry import WEIGHTS, pack_names, unpack_names

DOCUMENT, WORD, STATE = "core_search_document", "core_search_word", "core_search_state"
# To be raised when what is indexed, or how words become keys, changes: every index is then built anew.
FORMAT = 5
# Per kind, how many of the documents found come with their names, to be put in order by `ranking.py`.
MOST_NAMED = 60


@dataclass(frozen=True)
class Match:
    """A document that holds what was asked: its number in the index, its kind, the primary key of its page,
    how well in the engine's eyes.

    The first of each kind come with what they are called, those of these `Name`s that hold one of the keys
    wanted, the others with None. Their skills and tools, several times as many, are read when asked for.
    """

    number: int
    kind: str
    key: int
    is_minor: bool
    relevance: float
    names: list | None
    wanted: frozenset = frozenset()
    packed: str = ""

    @classmethod
    def of(cls, wanted, number, kind, key, is_minor, relevance, packed):
        """Return the match that a row of the index tells of, with the `packed` names of the document."""
        called, _, others = (packed or "").partition("\n")
        names = unpack_names(called, wanted) if packed else None
        return cls(number, kind, key, bool(is_minor), relevance, names, wanted, others)

    def skills(self):
        """Return the skills and tools that hold one of the keys wanted."""
        return unpack_names(self.packed, self.wanted)


class Engine:
    """The index in a database; `expressions` are lists of groups, a group a list of tuples of keys.

    One expression has to hold, all of its groups, one tuple of each, all keys of the tuple.
    """

    tables = (DOCUMENT, WORD, STATE)
    # The table of an engine that holds the words of each document in a row.
    texts = ""
    schema = (
        f"CREATE TABLE {DOCUMENT} (number integer PRIMARY KEY, kind varchar(20) NOT NULL, "
        "key integer NOT NULL, is_minor integer NOT NULL, names text NOT NULL, shown text NOT NULL, "
        "vocables text NOT NULL, UNIQUE (kind, key))",
        f"CREATE TABLE {WORD} (form varchar(130) NOT NULL, keys varchar(130) NOT NULL, "
        "written text NOT NULL, named integer NOT NULL, documents integer NOT NULL, "
        "PRIMARY KEY (form, keys))",
        f"CREATE TABLE {STATE} (format integer NOT NULL, version varchar(32) NOT NULL, "
        "documents integer NOT NULL, edition varchar(32) NOT NULL)",
    )

    # --- What an engine says for itself ---------------------------------------------------------

    def lock(self, cursor):
        """Let one process at a time build the index."""

    def settle(self, cursor):
        """Do what makes a whole new index fast to read."""

    def write_text(self, cursor, rows):
        """Keep the words of (number, `Entry`) rows."""
        raise NotImplementedError

    def forget_text(self, cursor, numbers):
        """Drop the words of documents."""
        raise NotImplementedError

    def match(self, expressions, weights=WEIGHTS, is_short=False):
        """Return the `Match`es of expressions, looked for in what has one of these weights; `is_short`, those
        alone that come with their names."""
        raise NotImplementedError

    # --- Tables ---------------------------------------------------------------------------------

    def exists(self):
        """Say whether all tables are there: 1 query."""
        with connection.cursor() as cursor:
            return set(self.tables) <= set(connection.introspection.table_names(cursor))

    def version(self):
        """Return (version of its words, number of documents, edition), None for an index of another format:
        1 query."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT version, documents, edition FROM {STATE} WHERE format = %s", [FORMAT])
            return cursor.fetchone()

    def is_whole(self):
        """Say whether the tables, which are there, hold what was written to them: 1 query.

        None of them may have been emptied, nor the format be another one.
        """
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT documents = (SELECT count(*) FROM {DOCUMENT}) "
                f"AND documents = (SELECT count(*) FROM {self.texts}) "
                f"AND (documents = 0 OR EXISTS (SELECT 1 FROM {WORD})) FROM {STATE} WHERE format = %s",
                [FORMAT],
            )
            row = cursor.fetchone()
            return row is not None and bool(row[0])

    def create(self, cursor):
        """Make the tables anew, empty."""
        for table in reversed(self.tables):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in self.schema:
            cursor.execute(statement)

    def empty(self, cursor):
        for table in self.tables:
            cursor.execute(f"DELETE FROM {table}")

    def stamp(self, cursor):
        """Give the index a new version, so that every process reads its words again."""
        cursor.execute(f"DELETE FROM {STATE}")
        cursor.execute(
            f"INSERT INTO {STATE} SELECT %s, %s, count(*), %s FROM {DOCUMENT}",
            [FORMAT, uuid.uuid4().hex, uuid.uuid4().hex],
        )

    def outdate(self, cursor):
        """Say that the index is no longer whole: pages have changed that it does not know of."""
        cursor.execute(f"UPDATE {STATE} SET documents = documents + 1")

    def recount(self, cursor):
        """Keep the version, with the present number of documents: their words are those of before.

        The edition is a new one: what was found before may be found no more.
        """
        cursor.execute(
            f"UPDATE {STATE} SET documents = (SELECT count(*) FROM {DOCUMENT}), edition = %s",
            [uuid.uuid4().hex],
        )

    # --- Writing --------------------------------------------------------------------------------

    def write(self, cursor, entries, first):
        """Write entries under the numbers from `first` on."""
        rows = list(enumerate(entries, start=first))
        cursor.executemany(
            f"INSERT INTO {DOCUMENT} VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [
                (
                    number,
                    entry.kind,
                    entry.key,
                    int(entry.is_minor),
                    pack_names(entry.names),
                    json.dumps(entry.shown, ensure_ascii=False),
                    json.dumps([[*word, vocable.named] for word, vocable in entry.vocables.items()]),
                )
                for number, entry in rows
            ],
        )
        self.write_text(cursor, rows)

    def add_words(self, cursor, counted):
        """Count words: {(form, keys): (written, in names, in documents)}; return whether one was unknown."""
        before = self.count_words(cursor)
        cursor.executemany(
            f"INSERT INTO {WORD} VALUES (%s, %s, %s, %s, %s) ON CONFLICT (form, keys) DO UPDATE SET "
            f"named = {WORD}.named + excluded.named, documents = {WORD}.documents + excluded.documents",
            [(*word, *counts) for word, counts in counted.items()],
        )
        return self.count_words(cursor) != before

    def remove_words(self, cursor, counted):
        """Uncount words: {(form, keys): (in names, in documents)}; return whether one has gone for good."""
        cursor.executemany(
            f"UPDATE {WORD} SET named = named - %s, documents = documents - %s WHERE form = %s AND keys = %s",
            [(*counts, *word) for word, counts in counted.items()],
        )
        cursor.execute(f"DELETE FROM {WORD} WHERE documents <= 0")
        return cursor.rowcount > 0

    def count_words(self, cursor):
        cursor.execute(f"SELECT count(*) FROM {WORD}")
        return cursor.fetchone()[0]

    def next_number(self, cursor):
        cursor.execute(f"SELECT coalesce(max(number), 0) + 1 FROM {DOCUMENT}")
        return cursor.fetchone()[0]

    def remove(self, cursor, kind, keys):
        """Remove documents by the primary keys of their pages; return the words that each of them held."""
        holders = ", ".join(["%s"] * len(keys))
        cursor.execute(
            f"SELECT number, vocables FROM {DOCUMENT} WHERE kind = %s AND key IN ({holders})",
            [kind, *keys],
        )
        found = cursor.fetchall()
        if not found:
            return []
        numbers = [number for number, _ in found]
        holders = ", ".join(["%s"] * len(numbers))
        self.forget_text(cursor, numbers)
        cursor.execute(f"DELETE FROM {DOCUMENT} WHERE number IN ({holders})", numbers)
        return [json.loads(vocables) for _, vocables in found]

    # --- Reading --------------------------------------------------------------------------------

    def words(self):
        """Return the rows of the vocabulary: (form, keys, written, in names, in documents). 1 query."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT form, keys, written, named, documents FROM {WORD}")
            return cursor.fetchall()

    def matches(self, search, parameters, expressions, is_short):
        """Return the `Match`es of a query with parameters that gives (number, relevance), the best first:
        1 query."""
        wanted = frozenset(
            key for groups in expressions for group in groups for keys in group for key in keys
        )
        rows = f"placed WHERE placed.place <= {MOST_NAMED}" if is_short else "placed"
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH found AS ({search}), "
                "placed AS (SELECT document.number, document.kind, document.key, document.is_minor, "
                "found.relevance, row_number() OVER (PARTITION BY document.kind "
                "ORDER BY found.relevance DESC, document.is_minor, document.number) AS place "
                f"FROM found JOIN {DOCUMENT} document ON document.number = found.number) "
                "SELECT placed.number, placed.kind, placed.key, placed.is_minor, placed.relevance, "
                f"CASE WHEN placed.place <= %s THEN (SELECT names FROM {DOCUMENT} document "
                "WHERE document.number = placed.number) END "
                f"FROM {rows} ORDER BY placed.place, placed.kind",
                [*parameters, MOST_NAMED],
            )
            return [Match.of(wanted, *row) for row in cursor.fetchall()]

    def shown(self, numbers):
        """Return {number: what a result shows} of documents: 1 query."""
        holders = ", ".join(["%s"] * len(numbers))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number, shown FROM {DOCUMENT} WHERE number IN ({holders})", numbers)
            return {number: json.loads(shown) for number, shown in cursor.fetchall()}
