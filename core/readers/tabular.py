"""Rows of CSV and of JSON, each with the place where it stands."""

import csv
import io
import json

from core.readers.columns import column_key, columns_of, editions_of
from core.readers.refusals import RefusedFile, size_in_words
from core.text import french_number

LONGEST_LINE = 1 << 20
# Ten times the longest list known here; each byte of it may cost fifty of memory.
LARGEST_JSON = 12_000_000
# The longest table of the ROME has 118,923 rows.
MOST_LINES = 400_000
DELIMITERS = ";,\t|"


def text_lines(member):
    """Yield the lines of a member as text; raise `RefusedFile` for an endless one, and for binary data."""
    with member.open() as stream, io.TextIOWrapper(stream, member.encoding, newline="") as text:
        number = 0
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                size = size_in_words(LONGEST_LINE)
                raise RefusedFile(f"{member.name}, ligne {number} : une seule ligne de plus de {size}.")
            if "\0" in line:
                raise RefusedFile(f"{member.name}, ligne {number} : ce n’est pas du texte.")
            if number > MOST_LINES:
                raise RefusedFile(f"{member.name} : plus de {french_number(MOST_LINES)} lignes.")
            yield line


def delimiter_of(header, needed):
    """Return the delimiter by which the header says most of the names needed, the first if none does."""
    keys = {column_key(name) for spellings in editions_of(needed).values() for name in spellings}

    def found(delimiter):
        names = next(csv.reader([header], delimiter=delimiter), [])
        return len({column_key(name) for name in names} & keys), len(names)

    return max(DELIMITERS, key=found)


def read_csv(member, needed, optional=()):
    """Yield (line, row) of a CSV: the number of the line where the row ends, and {column: text}.

    `needed` and `optional` are those of `columns_of`, which names the columns; the others keep their names.
    The delimiter is found in the header, rows without a word are skipped. Raises `RefusedFile` for missing
    columns (named), for a row that has more or fewer cells than the header, and for quotes that never close.
    """
    csv.field_size_limit(LONGEST_LINE)
    lines = text_lines(member)
    header = next(lines, "")
    # A quote that never closes is found out at the end of the file, far below where it opens.
    ended = 0
    try:
        delimiter = delimiter_of(header, needed)
        names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter, strict=True), [])]
        ours = columns_of(names, needed, f"{member.name}, ligne 1", optional)
        ended, rows = 1, csv.reader(lines, delimiter=delimiter, strict=True)
        columns = [ours.get(name, name) for name in names]
        for cells in rows:
            if not "".join(cells).strip():
                continue
            if len(cells) != len(names):
                place = f"{member.name}, ligne {rows.line_num + 1}"
                found = f"{len(cells)} colonne{'s' if len(cells) > 1 else ''}"
                raise RefusedFile(f"{place} : {found} au lieu de {len(names)}.")
            ended = rows.line_num + 1
            yield ended, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        raise RefusedFile(
            f"{member.name}, ligne {ended + 1} : ce n’est pas du CSV lisible, un guillemet est mal placé."
        ) from error


def read_json(member, needed, optional=()):
    """Yield (position, object) of a JSON array of flat objects, positions from 1.

    `needed` and `optional` are those of `columns_of`. Raises `RefusedFile` for anything else, and for the
    names that are missing from every object.
    """
    with member.open() as stream:
        content = stream.read(LARGEST_JSON + 1)
    if len(content) > LARGEST_JSON:
        raise RefusedFile(f"{member.name} : plus de {size_in_words(LARGEST_JSON)} de JSON.")
    try:
        rows = json.loads(content.decode(member.encoding))
    except json.JSONDecodeError as error:
        raise RefusedFile(
            f"{member.name}, ligne {error.lineno}, colonne {error.colno} : ce n’est pas du JSON lisible."
        ) from error
    except (ValueError, RecursionError) as error:
        raise RefusedFile(f"{member.name} : ce n’est pas du JSON lisible.") from error
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise RefusedFile(f"{member.name} : une liste d’objets JSON est attendue.")
    names = list(dict.fromkeys(name for row in rows for name in row))
    ours = columns_of(names, needed, member.name, optional)
    for position, row in enumerate(rows, start=1):
        for name in ours:
            if isinstance(row.get(name), list | dict):
                raise RefusedFile(f"{member.name}, objet {position} : « {name} » n’est ni texte ni nombre.")
        yield position, {ours.get(name, name): value for name, value in row.items()}
