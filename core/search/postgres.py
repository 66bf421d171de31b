"""The search of PostgreSQL: a tsvector per document, its words weighted A to D, found by a GIN index."""

from core.search.engine import Engine
from core.search.entry import NAME, OTHER_NAME, SKILL, TEXT, WEIGHTS

VECTOR = "core_search_vector"
LABELS = {NAME: "A", OTHER_NAME: "B", SKILL: "C", TEXT: "D"}
# ts_rank() in the order D, C, B, A.
WORTH = "'{0.05, 0.2, 0.5, 1}'"
# Any number, always the same: two processes that repair the index wait for each other.
LOCK = 7_305_116


class PostgreSQLEngine(Engine):
    """Words in a tsvector. It is written word by word, and so is what is asked: letters a–z and digits."""

    tables = (*Engine.tables, VECTOR)
    texts = VECTOR
    schema = (
        *Engine.schema,
        f"CREATE TABLE {VECTOR} (number integer PRIMARY KEY, words tsvector NOT NULL)",
        f"CREATE INDEX {VECTOR}_words ON {VECTOR} USING gin (words)",
    )

    def lock(self, cursor):
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])

    def settle(self, cursor):
        # Of the pages and their links too: without figures, the planner reads thousands to find three.
        cursor.execute("ANALYZE")

    def write_text(self, cursor, rows):
        cursor.executemany(
            f"INSERT INTO {VECTOR} VALUES (%s, %s::tsvector)",
            [(number, vector_of(entry.columns)) for number, entry in rows],
        )

    def forget_text(self, cursor, numbers):
        cursor.execute(f"DELETE FROM {VECTOR} WHERE number = ANY(%s)", [numbers])

    def match(self, expressions, weights=WEIGHTS, is_short=False):
        label = "" if weights == WEIGHTS else ":" + "".join(LABELS[weight] for weight in weights)
        return self.matches(
            f"SELECT number, ts_rank({WORTH}, words, asked) AS relevance "
            f"FROM {VECTOR}, (SELECT %s::tsquery AS asked) question WHERE words @@ asked",
            " | ".join(f"({self.expression(groups, label)})" for groups in expressions),
            expressions,
            is_short,
        )

    def expression(self, groups, label):
        return " & ".join(f"({' | '.join(self.all_of(keys, label) for keys in group)})" for group in groups)

    def all_of(self, keys, label):
        words = " & ".join(f"'{key}'{label}" for key in keys)
        return f"({words})"


def vector_of(columns):
    """Return the text of a tsvector: each word once, with the labels of the columns that hold it."""
    labels = {}
    for weight, label in LABELS.items():
        for key in columns[weight].split():
            labels.setdefault(key, []).append(label)
    return " ".join(
        f"'{key}':" + ",".join(f"{place}{label}" for place, label in enumerate(sorted(set(found)), start=1))
        for key, found in labels.items()
    )
