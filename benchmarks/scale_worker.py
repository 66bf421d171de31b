"""The process of `scale.py` that asks pages of one database: it reads questions and writes answers, in JSON,
one a line.
"""

import gzip
import json
import sys
import time
from pathlib import Path

import django

# Requests of a page before those that count: they fill what stays in memory.
WARMING = 3
TABLES = {
    "métiers": "metiers.Metier",
    "formations": "formations.Formation",
    "appellations": "metiers.Appellation",
    "relations": "metiers.Relation",
    "statements": "metiers.Salaire",
}


def main():
    django.setup()
    from django.conf import settings

    settings.DEBUG, settings.ALLOWED_HOSTS = False, ["testserver"]
    steps = {"create": create, "imports": imports, "look": look, "time": timed, "sizes": sizes}
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps(steps[question.pop("step")](**question)), flush=True)


def create(anew):
    """Create the database where it is missing, an empty one where it is to be made anew."""
    from django.db import OperationalError, connection

    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        for suffix in ("", "-wal", "-shm") if anew else ():
            Path(f"{name}{suffix}").unlink(missing_ok=True)
        return {}
    if anew:
        tell_server(f'DROP DATABASE IF EXISTS "{name}"')
    try:
        connection.ensure_connection()
    except OperationalError:
        tell_server(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
    return {}


def tell_server(statement):
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def imports():
    """Return {kind of import: seconds of its last run, None if it never ran}."""
    from core.importing import registry
    from core.models import Import

    done = dict(Import.objects.order_by("fait_le").values_list("famille", "secondes"))
    return {name: done.get(name) for name in registry.kinds()}


def answer_to(path):
    from django.test import Client

    return Client().get(path, headers={"accept-encoding": "gzip"})


def forget():
    """Keep nothing of what was asked before."""
    from django.core.cache import cache

    from core.search.lexicon import forget_answers

    cache.clear()
    forget_answers()


def look(path):
    """Ask a page until it is warm; return its status, its size, the rows that it lists and its queries, those
    of the first time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext, setup_test_environment, teardown_test_environment

    for _ in range(WARMING):
        answer_to(path)
    forget()
    setup_test_environment()
    with CaptureQueriesContext(connection) as queries:
        answer = answer_to(path)
    teardown_test_environment()
    rows = answer.context and answer.context.get("object_list")
    body = answer.content
    packed = body if answer.headers.get("Content-Encoding") == "gzip" else gzip.compress(body)
    return {
        "status": answer.status_code,
        "queries": len(queries),
        "kb": len(packed) / 1024,
        "rows": len(rows or ()),
    }


def timed(path, anew):
    if anew:
        forget()
    start = time.perf_counter()
    answer_to(path)
    return {"ms": 1000 * (time.perf_counter() - start)}


def sizes():
    """Return what the database holds: MB, MB of the tables of the search, rows, seconds of the imports."""
    from django.apps import apps
    from django.db import connection

    if connection.vendor == "sqlite":
        database, search = (
            "SELECT sum(pgsize) FROM dbstat",
            "SELECT sum(pgsize) FROM dbstat WHERE name IN "
            "(SELECT name FROM sqlite_master WHERE tbl_name LIKE 'core_search_%')",
        )
    else:
        database, search = (
            "SELECT pg_database_size(current_database())",
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relkind = 'r' AND relname LIKE 'core_search_%'",
        )
    with connection.cursor() as cursor:
        found = {}
        for name, statement in (("database", database), ("search", search)):
            cursor.execute(statement)
            found[name] = int(cursor.fetchone()[0]) / 1024**2
    rows = {word: apps.get_model(model).objects.count() for word, model in TABLES.items()}
    return {
        **found,
        "rows": rows,
        "imports": {name: seconds for name, seconds in imports().items() if seconds is not None},
    }


if __name__ == "__main__":
    main()
