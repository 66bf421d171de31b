"""Time the arithmetic of salaries: 10,000 statements in each unit, without a database.

`python -m benchmarks.salaries` prints the median of several runs and says whether it stays within the budget,
by its exit code too. The values are those of the fixtures; the statements are the same at every run.
"""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import yaml

from metiers.references import MissingReference, Reference, References
from metiers.salaires import Statement, Unit, convert

FIXTURE = Path(__file__).parent.parent / "fixtures" / "10_references_salaire.yaml"
COUNT = 10_000
RUNS = 7
BUDGET_MS = 500
# Roughly a full-time pay of each period: the digits of an amount are part of the cost.
USUAL = {"heure": 20, "jour": 160, "semaine": 700, "mois": 3_000, "an": 36_000}


def references():
    """Return the `References` of the fixtures."""
    rows = [row["fields"] for row in yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))]
    return References(
        Reference(
            row["type"], row["pays"], row.get("statut", ""), Decimal(row["valeur"]), row["en_vigueur_depuis"]
        )
        for row in rows
    )


def statements(count):
    """Return `count` statements of every period, nature, country and status; a third are open ranges."""
    random = Random(2026)  # noqa: S311 (the same rows at every run, no secret)
    return [statement(random) for _ in range(count)]


def statement(random):
    periode = random.choice(list(USUAL))
    low = Decimal(random.randrange(80, 200)) * USUAL[periode] / 100
    high = random.choice([None, low + 1, low * 2])
    nature, pays = random.choice(["brut", "net", ""]), random.choice(["FR", "FR", "FR", "BE"])
    return Statement(low, high, periode, nature, pays, random.choice(["cadre", "non-cadre"]))


def convert_all(rows, known, day, unit):
    """Return how many of the statements have an equivalent in the unit."""
    found = 0
    for row in rows:
        try:
            convert(row, known, day, unit)
        except MissingReference:
            continue
        found += 1
    return found


def measure(rows, runs=RUNS):
    """Yield (unit, number of equivalents, median of the runs in milliseconds) for each unit."""
    known, day = references(), date(2026, 11, 21)
    for unit in Unit:
        times = []
        for _ in range(runs):
            start = perf_counter()
            found = convert_all(rows, known, day, unit)
            times.append((perf_counter() - start) * 1000)
        yield unit, found, median(times)


def main():
    """Print a line per unit; return 1 if any of them is over the budget."""
    slowest = 0
    for unit, found, milliseconds in measure(statements(COUNT)):
        print(f"{unit.code:10} {COUNT:,} statements, {found:,} equivalents: {milliseconds:6.1f} ms")
        slowest = max(slowest, milliseconds)
    is_over = slowest > BUDGET_MS
    print(f"{'OVER' if is_over else 'Within'} the budget of {BUDGET_MS} ms (median of {RUNS} runs)")
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
