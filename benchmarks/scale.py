"""What a page costs at the size of a country: `python -m benchmarks.scale /path/to/opendata`.

Two databases are made beside that of DATABASE_URL (SQLite unless it says otherwise): the guide's own
content alone, and the same with all that the import commands read in the folder. They are kept and used
again; `--anew` makes them anew. Each page is then asked of both, turn by turn, by two processes. Printed:
medians, the median of the ratios of each turn (a busy machine slows both requests of a turn alike), queries;
then sizes and import times. The exit code is 1 when a ratio is over the budget, or when a page asks more
queries of the large database.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.scale_pages import PAGES

ROOT = Path(__file__).parent.parent
DEFAULT = f"sqlite:///{ROOT / 'scale.sqlite3'}"
SMALL, LARGE = "five", "all"
BUDGET = 1.5
# What no reader could feel, in ms: of a page that is kept in memory, it may be half.
TRIFLE = 2
# Each kind of import, with the pattern of its file in the folder; in the order of docs/operations.md.
IMPORTS = {
    "onisep-metiers": "**/*Fiches_metiers_*.zip",
    "onisep-liste-metiers": "**/ideo-metiers_onisep_*.csv*",
    "rome": "**/RefRomeCsv_*.zip",
    "onisep-formations": "**/*Fiches_Formations_*.zip",
    "onisep-formations-initiales": "**/ideo-formations_initiales_*.csv*",
    "certifications": "**/table_de_passage_*.xml*",
    "salaires-dares": "**/salaires_3niv.csv",
}
# The kinds whose command reads the folder that holds the file.
FOLDERS = {"salaires-dares"}


def main():
    """Make what is missing, measure, print; return 1 over the budget."""
    arguments = parse()
    address = os.environ.get("DATABASE_URL", DEFAULT)
    addresses = {name: beside(address, name) for name in (SMALL, LARGE)}
    for name, one in addresses.items():
        build(one, arguments.folder if name == LARGE else None, arguments.anew)
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(one)) for one in addresses.values()]
        pages = [page for page in PAGES if re.search(arguments.only, page.name)]
        is_over = show([(page, *measure(page, workers, arguments.requests)) for page in pages])
        show_sizes([worker.ask(step="sizes") for worker in workers])
    return int(is_over)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the public files are, in any folder below it")
    parser.add_argument("--requests", type=int, default=21, help="requests of each page, in each database")
    parser.add_argument("--anew", action="store_true", help="make both databases anew")
    parser.add_argument("--only", default="", help="the pages whose name matches this expression")
    return parser.parse_args()


def beside(address, name):
    """Return the address of a database of ours beside another: « scale.sqlite3 », « scale_five.sqlite3 »."""
    return re.sub(r"(\.\w+)?(\?.*)?$", rf"_{name}\1\2", address, count=1)


# --- The databases ------------------------------------------------------------------------------


def environment(address):
    ours = {"DEBUG": "true", "SECRET_KEY": "for a measure only"}
    return os.environ | ours | {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "careerguide.settings"}


def run(address, *command):
    """Run a command of the project on a database; return (seconds, MB of memory at most)."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 (our own commands)
        [sys.executable, *command], cwd=ROOT, env=environment(address), stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(f"{' '.join(command)}: exit code {process.returncode}", flush=True)
    # Linux counts in KB, macOS in bytes.
    return time.perf_counter() - start, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def build(address, folder, anew):
    """Make a database, with the imports of a folder if there is one: what is there already is kept."""
    with Worker(address) as worker:
        worker.ask(step="create", anew=anew)
    run(address, "-m", "careerguide.prepare", "migrate", "load")
    if folder is None:
        return
    with Worker(address) as worker:
        kinds = worker.ask(step="imports")
    missing = {name: file_of(name, folder) for name in IMPORTS if kinds.get(name, True) is None}
    for name, path in missing.items():
        if path:
            seconds, memory = run(
                address, "manage.py", f"import_{name.replace('-', '_')}", str(path), "--commit"
            )
            print(f"import {name}: {seconds:.0f} s, {memory:.0f} MB", flush=True)
    if missing:
        seconds, memory = run(address, "manage.py", "reindex_search")
        print(f"reindex_search: {seconds:.0f} s, {memory:.0f} MB", flush=True)


def file_of(name, folder):
    """Return the last edition of the file of a kind of import, None if the folder has none."""
    found = sorted(folder.glob(IMPORTS[name]))
    path = found[-1] if found else None
    return path.parent if path and name in FOLDERS else path


# --- The measure --------------------------------------------------------------------------------


class Worker:
    """A process that asks pages of one database; it does one thing at a time, when it is asked."""

    def __init__(self, address):
        self._address = address

    def __enter__(self):
        self._process = subprocess.Popen(
            # The static files of a page are not asked for, hence need not have been collected.
            [sys.executable, "-W", "ignore::UserWarning", "-m", "benchmarks.scale_worker"],
            cwd=ROOT,
            env=environment(self._address),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait()

    def ask(self, **question):
        """Return the answer of the process to a question (see `scale_worker.py`)."""
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        return json.loads(answer) if answer else sys.exit(f"{question}: no answer")


def measure(page, workers, requests):
    """Return (median in ms, queries, KB, rows) of a page in each database, then the median of the ratios of
    each turn; Nones where it is missing."""
    paths = [page.small, page.large]
    first = [worker.ask(step="look", path=path) for worker, path in zip(workers, paths, strict=True)]
    if any(answer["status"] != 200 for answer in first):
        return None, None, None
    times = [[], []]
    for turn in range(requests):
        for place in (0, 1) if turn % 2 else (1, 0):
            times[place].append(workers[place].ask(step="time", path=paths[place], anew=page.anew)["ms"])
    told = (
        (median(found), answer["queries"], answer["kb"], answer["rows"])
        for found, answer in zip(times, first, strict=True)
    )
    return *told, median(large / small for small, large in zip(*times, strict=True))


def show(rows):
    """Print a line per page; say whether one is over the budget.

    What is made the first time, or lists more rows than the guide's own content fills, is told apart.
    """
    print(
        f"\n{'':44}{SMALL + ', ms':>10}{LARGE + ', ms':>10}"
        f"{'ratio':>7}{'queries':>10}{'rows':>10}{'KB gzip':>9}"
    )
    over = []
    for page, small, large, ratio in rows:
        if small is None or large is None:
            print(f"{page.name:44}{'not there':>10}")
            continue
        queries, lines = (f"{small[n]} → {large[n]}" for n in (1, 3))
        why = "lists more" if large[3] > small[3] else "the first time" if page.anew else ""
        is_slow = ratio > BUDGET and large[0] - small[0] > TRIFLE and not why
        is_over = is_slow or (large[1] > small[1] and not page.note)
        over += [page.name] if is_over else []
        print(
            f"{page.name:44}{small[0]:>10.1f}{large[0]:>10.1f}{ratio:>7.2f}{queries:>10}{lines:>10}{large[2]:>9.1f}"
            f"{'  OVER' if is_over else ''}{f'  ({page.note or why})' if page.note or why else ''}",
            flush=True,
        )
    print(f"\nOver {BUDGET} × the small version: {', '.join(over) or 'none'}")
    return bool(over)


def show_sizes(sizes):
    """Print how large both databases are, and what the imports took."""
    for name, one in zip((SMALL, LARGE), sizes, strict=True):
        print(f"\n{name}: {one['database']:.1f} MB, of which the index of the search {one['search']:.1f} MB")
        print(", ".join(f"{number:,} {word}" for word, number in one["rows"].items()))
    for kind, seconds in sizes[1]["imports"].items():
        print(f"import {kind}: {seconds} s")


if __name__ == "__main__":
    sys.exit(main())
