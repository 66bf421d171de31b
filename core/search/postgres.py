"""The search of PostgreSQL: a tsvector per document, its words weighted A to D, found by a GIN index; another
of its titles alone, in a table of a sixth of the size.
"""

from core.search.engine import Engine
from core.search.entry import NAME, OTHER_NAME, SKILL, TEXT, TITLES, WEIGHTS

VECTOR, TITLE_VECTOR = "core_search_vector", "core_search_title_vector"
LABELS = {NAME: "A", OTHER_NAME: "B", SKILL: "C", TEXT: "D"}
# ts_rank() in the order D, C, B, A.
WORTH = "'{0.05, 0.2, 0.5, 1}'"
# Any number, always the same: two processes that repair the index wait for each other.
LOCK = 7_305_116


class PostgreSQLEngine(Engine):
    """Words in a tsvector. It is written word by word, and so is what is asked: letters a–z and digits."""

    tables = (*Engine.tables, VECTOR, TITLE_VECTOR)
    texts = VECTOR
    schema = (
        *Engine.schema,
        *(
            statement
            for table in (VECTOR, TITLE_VECTOR)
            for statement in (
                f"CREATE TABLE {table} (number integer PRIMARY KEY, words tsvector NOT NULL)",
                # No list of what is yet to be filed: each scan of the index would read it, forty times.
                f"CREATE INDEX {table}_words ON {table} USING gin (words) WITH (fastupdate = off)",
            )
        ),
    )

    def lock(self, cursor):
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])

    def settle(self, cursor):
        # Of the pages and their links too: without figures, the planner reads thousands to find three.
        cursor.execute("ANALYZE")

    def write_text(self, cursor, rows):
        for table, weights in ((VECTOR, WEIGHTS), (TITLE_VECTOR, TITLES)):
            cursor.executemany(
                f"INSERT INTO {table} VALUES (%s, %s::tsvector)",
                [(number, vector_of(entry.columns, weights)) for number, entry in rows],
            )

    def forget_text(self, cursor, numbers):
        for table in (VECTOR, TITLE_VECTOR):
            cursor.execute(f"DELETE FROM {table} WHERE number = ANY(%s)", [numbers])

    def match(self, expressions, weights=WEIGHTS, is_short=False):
        table = TITLE_VECTOR if weights == TITLES else VECTOR
        label = "" if weights in (WEIGHTS, TITLES) else ":" + "".join(LABELS[weight] for weight in weights)
        asked = " | ".join(f"({expression(groups, label)})" for groups in expressions)
        # One index scan for each reading, put together: of the forty words that two letters begin, asked as
        # one, the planner thinks so little of the index that it reads every document.
        readings = [keys for groups in expressions for group in groups for keys in group]
        holds = " OR ".join(f"({' AND '.join(map(any_of, groups))})" for groups in expressions)
        # The index knows no labels: they are looked at in the few rows that it leaves.
        labelled = " AND words @@ %s::tsquery" if label else ""
        return self.matches(
            f"SELECT number, ts_rank({WORTH}, words, %s::tsquery) AS relevance FROM {table} "
            f"WHERE ({holds}){labelled}",
            [asked, *map(all_of, readings), *([asked] if label else [])],
            expressions,
            is_short,
        )


def expression(groups, label):
    """Return the text of a tsquery: all groups, one reading of each, in words of these labels."""
    return " & ".join(f"({' | '.join(f'({all_of(keys, label)})' for keys in group)})" for group in groups)


def all_of(keys, label=""):
    return " & ".join(f"'{key}'{label}" for key in keys)


def any_of(group):
    """Return the condition that one of the readings of a group holds: a parameter for each."""
    return f"({' OR '.join(['words @@ %s::tsquery'] * len(group))})"


def vector_of(columns, weights):
    """Return the text of a tsvector: each word of these columns once, with the labels of its own."""
    labels = {}
    for weight in weights:
        for key in columns[weight].split():
            labels.setdefault(key, []).append(LABELS[weight])
    return " ".join(
        f"'{key}':" + ",".join(f"{place}{label}" for place, label in enumerate(sorted(set(found)), start=1))
        for key, found in labels.items()
    )
