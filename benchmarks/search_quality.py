"""How well and how fast the search answers: `python -m benchmarks.search_quality --rome PATH`.

Asks the questions of `queries.csv` of the guide's own content and of the ROME (a folder or an archive of its
CSV files), in a database of its own that is made and dropped; then times the search at the size of a country.
`--part contrôle` keeps the third of the questions that the search was never tuned on.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

QUERIES = Path(__file__).with_name("queries.csv")
METIERS, FORMATIONS = 2500, 8000
DEEPEST = 5
CORPORA, COUNTRY = ("guide", "rome"), "country"


def main():
    arguments = parse()
    if arguments.one:
        print(json.dumps(measure(arguments)))
        return
    addresses = {"SQLite": "sqlite://:memory:", "PostgreSQL": arguments.postgres}
    databases = {name: address for name, address in addresses.items() if address}
    for corpus in CORPORA:
        show_quality(corpus, {name: run(address, corpus) for name, address in databases.items()})
    for name, address in databases.items():
        print(f"\n{name}, {METIERS} métiers and {FORMATIONS} formations: {run(address, COUNTRY)}")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rome", required=True, help="folder or archive of the CSV files of the ROME")
    parser.add_argument("--postgres", help="address of a PostgreSQL server where a database may be created")
    parser.add_argument("--part", choices=["réglage", "contrôle"], help="only this part of the questions")
    parser.add_argument(
        "--misses", action="store_true", help="show the questions that are not answered first"
    )
    parser.add_argument("--one", choices=[*CORPORA, COUNTRY], help=argparse.SUPPRESS)
    return parser.parse_args()


def run(address, corpus):
    """Measure one corpus in one database, in a process of its own."""
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "DEBUG": "true",
        "SECRET_KEY": "for a measure only",
        "DJANGO_SETTINGS_MODULE": "careerguide.settings",
    }
    command = [sys.executable, "-m", "benchmarks.search_quality", *sys.argv[1:], f"--one={corpus}"]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def measure(arguments):
    """Return {kind of question: measures} of a corpus, or the speed in words at the size of a country."""
    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False
    rows = list(csv.DictReader(QUERIES.open(encoding="utf-8")))
    rows = [row for row in rows if arguments.part in (None, row["part"])]
    load = {"guide": load_guide, "rome": load_rome, COUNTRY: load_country}[arguments.one]
    with database(lambda: load(arguments.rome)) as seconds:
        if arguments.one == COUNTRY:
            return timed([row["query"] for row in rows], seconds)
        return asked([row for row in rows if row["corpus"] == arguments.one], arguments.misses)


@contextmanager
def database(load):
    """Make a database for a measure, fill it, index it; give the seconds of indexing; drop it at the end."""
    from django.db import connection

    from core.search.index import rebuild

    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        load()
        start = time.perf_counter()
        rebuild()
        yield time.perf_counter() - start
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def load_guide(rome):
    from django.conf import settings

    from core.fixtures import load_directory

    load_directory(settings.FIXTURES_DIR)


def load_rome(rome):
    from benchmarks.rome import load_metiers

    load_synonyms()
    load_metiers(rome)


def load_country(rome):
    from benchmarks.rome import load_formations, load_metiers

    load_synonyms()
    load_metiers(rome, METIERS)
    load_formations(rome, FORMATIONS)


def load_synonyms():
    from django.conf import settings

    from core.fixtures import read_rows, save_row

    for row in read_rows(settings.FIXTURES_DIR):
        if row.content["model"] == "core.synonyme":
            save_row(row)


def page_of(query):
    """Return the `Results` of a question, as the page of results would show them."""
    from django.test import RequestFactory

    from careerguide.search import search

    return search(RequestFactory().get("/recherche/", {"q": query}))


def answers_to(query):
    """Return what identifies each page found, in the order of the page of results."""
    hits = [hit for group in page_of(query).groups for hit in group.hits]
    return [f"{hit.kind}/{hit.slug}" for hit in hits]


def asked(rows, shows_misses):
    """Return {kind of question: [number, hit@1, hit@5, MRR]}; a question for nothing wants nothing."""
    found = defaultdict(list)
    for row in rows:
        answers = answers_to(row["query"])
        expected = {
            name.lower() if "/" in name else f"metiers/{name.lower()}" for name in row["expected"].split()
        }
        if not expected:
            place = 0 if answers else 1
        else:
            place = next((place for place, name in enumerate(answers, start=1) if name in expected), 0)
        found[row["kind"]].append(place)
        if shows_misses and place != 1:
            print(f"{row['part']} {row['kind']} « {row['query']} »: {place}, {answers[:5]}", file=sys.stderr)
    found["all"] = [place for places in found.values() for place in places]
    return {
        kind: [
            len(places),
            sum(place == 1 for place in places) / len(places),
            sum(0 < place <= DEEPEST for place in places) / len(places),
            sum(1 / place for place in places if place) / len(places),
        ]
        for kind, places in found.items()
    }


def timed(queries, seconds):
    """Return in words how long the index took, and the times of a search."""
    from core.search.finder import find

    return (
        f"index built in {seconds:.1f} s\n  a search: {timed_by(find, queries)}"
        f"\n  with all that the page shows: {timed_by(page_of, queries)}"
    )


def timed_by(search, queries):
    """Return in words the median, the 95th percentile and the longest time of a function of a question, each
    asked as if for the first time."""
    from core.search.lexicon import forget_answers

    for query in queries[:20]:
        search(query)
    times = []
    for query in queries * 3:
        forget_answers()
        start = time.perf_counter()
        search(query)
        times.append(1000 * (time.perf_counter() - start))
    slowest = max(zip(times, queries * 3, strict=True))
    return (
        f"median {statistics.median(times):.1f} ms, "
        f"95th percentile {statistics.quantiles(times, n=20)[-1]:.1f} ms, "
        f"slowest {slowest[0]:.0f} ms (« {slowest[1]} »)"
    )


def show_quality(corpus, results):
    """Print one table: a row per kind of question, three columns per database."""
    print(f"\n{corpus}")
    print(f"{'':16}{'':>4}" + "".join(f"{name:>24}" for name in results))
    print(f"{'':16}{'n':>4}" + "".join(f"{'hit@1':>10}{'hit@5':>7}{'MRR':>7}" for _ in results))
    for kind in next(iter(results.values())):
        number = next(iter(results.values()))[kind][0]
        columns = "".join(
            "{:>10.3f}{:>7.3f}{:>7.3f}".format(*result[kind][1:]) for result in results.values()
        )
        print(f"{kind:16}{number:>4}{columns}")


if __name__ == "__main__":
    main()
