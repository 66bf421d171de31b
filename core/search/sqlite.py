"""The search of SQLite: a full-text table (FTS5), one column per weight."""

from core.search.engine import Engine
from core.search.entry import NAME, OTHER_NAME, SKILL, TEXT, WEIGHTS

FULL_TEXT = "core_search_text"
COLUMNS = {NAME: "name", OTHER_NAME: "other_name", SKILL: "skill", TEXT: "body"}
# bm25() in the order of the columns.
WORTH = "10, 5, 2, 0.5"


class SQLiteEngine(Engine):
    """Words in an FTS5 table. Only keys reach MATCH, between quotes: letters a–z and digits."""

    tables = (*Engine.tables, FULL_TEXT)
    texts = FULL_TEXT
    schema = (
        *Engine.schema,
        f"CREATE VIRTUAL TABLE {FULL_TEXT} "
        # With the places of words: without them, bm25() reads the text of each page found once more.
        f"USING fts5({', '.join(COLUMNS.values())}, tokenize='ascii')",
    )

    def settle(self, cursor):
        # Of the pages too: after thousands were imported, the planner would take most of them for a few.
        cursor.execute("ANALYZE")

    def write_text(self, cursor, rows):
        cursor.executemany(
            f"INSERT INTO {FULL_TEXT} (rowid, {', '.join(COLUMNS.values())}) VALUES (%s, %s, %s, %s, %s)",
            [(number, *(entry.columns[weight] for weight in COLUMNS)) for number, entry in rows],
        )

    def forget_text(self, cursor, numbers):
        cursor.executemany(
            f"DELETE FROM {FULL_TEXT} WHERE rowid = %s",
            [(number,) for number in numbers],
        )

    def match(self, expressions, weights=WEIGHTS, is_short=False):
        asked = " OR ".join(f"({self.expression(groups)})" for groups in expressions)
        if weights != WEIGHTS:
            asked = f"{{{' '.join(COLUMNS[weight] for weight in weights)}}} : ({asked})"
        # LIMIT keeps the first part apart: bm25() means nothing outside the search itself.
        return self.matches(
            f"SELECT rowid AS number, -bm25({FULL_TEXT}, {WORTH}) AS relevance FROM {FULL_TEXT} "
            f"WHERE {FULL_TEXT} MATCH %s LIMIT -1",
            [asked],
            expressions,
            is_short,
        )

    def expression(self, groups):
        return " AND ".join(f"({' OR '.join(map(self.all_of, group))})" for group in groups)

    def all_of(self, keys):
        words = " AND ".join(f'"{key}"' for key in keys)
        return f"({words})"
