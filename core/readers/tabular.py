"""Rows of CSV and of JSON, each with the place where it stands."""

import csv
import io
import json

from core.readers.refusals import RefusedFile, require, size_in_words
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


def delimiter_of(header, required):
    """Return the delimiter by which the header says most of the required names, the first if none does."""

    def found(delimiter):
        names = next(csv.reader([header], delimiter=delimiter), [])
        return len(set(names) & set(required)), len(names)

    return max(DELIMITERS, key=found)


def read_csv(member, required):
    """Yield (line, row) of a CSV: the number of the line where the row ends, and {column: text}.

    The delimiter is found in the header. Raises `RefusedFile` for missing columns (named), for a row that has
    more or fewer cells than the header, and for quotes that never close.
    """
    csv.field_size_limit(LONGEST_LINE)
    lines = text_lines(member)
    header = next(lines, "")
    # A quote that never closes is found out at the end of the file, far below where it opens.
    ended = 0
    try:
        delimiter = delimiter_of(header, required)
        names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter, strict=True), [])]
        require(required, names, f"{member.name}, ligne 1")
        for name in required:
            if names.count(name) > 1:
                raise RefusedFile(f"{member.name}, ligne 1 : la colonne « {name} » figure deux fois.")
        ended, rows = 1, csv.reader(lines, delimiter=delimiter, strict=True)
        for cells in rows:
            # Blank lines may stand between records.
            if not any(cells) and len(cells) <= 1:
                continue
            if len(cells) != len(names):
                place = f"{member.name}, ligne {rows.line_num + 1}"
                found = f"{len(cells)} colonne{'s' if len(cells) > 1 else ''}"
                raise RefusedFile(f"{place} : {found} au lieu de {len(names)}.")
            ended = rows.line_num + 1
            yield ended, dict(zip(names, cells, strict=True))
    except csv.Error as error:
        raise RefusedFile(
            f"{member.name}, ligne {ended + 1} : ce n’est pas du CSV lisible, un guillemet est mal placé."
        ) from error


def read_json(member, required):
    """Yield (position, object) of a JSON array of flat objects, positions from 1.

    Raises `RefusedFile` for anything else, and for the names that are missing from every object.
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
    require(required, list(dict.fromkeys(name for row in rows for name in row)), member.name)
    for position, row in enumerate(rows, start=1):
        for name in required:
            if isinstance(row.get(name), list | dict):
                raise RefusedFile(f"{member.name}, objet {position} : « {name} » n’est ni texte ni nombre.")
    yield from enumerate(rows, start=1)
