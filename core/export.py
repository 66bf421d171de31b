"""Tables as files to download: CSV for spreadsheets, JSON for programs."""

import csv
from decimal import Decimal

from django.http import JsonResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from core.citations import OWN_LICENCE

# Without it, spreadsheets read UTF-8 as the alphabet of Windows.
BYTE_ORDER_MARK = "\ufeff"
# A comma is the decimal mark of the French spreadsheets, so that it cannot separate.
SEPARATOR = ";"
# What makes a spreadsheet run a cell instead of showing it (OWASP, « CSV injection »), even after spaces.
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
FORMULA_SPACES = ("\t", "\r", "\n")
# The last columns of a file of pages, {name: cell of a fact}: where it comes from.
SOURCE_COLUMNS = {
    "source": lambda fact: fact.source.titre,
    "éditeur": lambda fact: fact.source.editeur,
    "date de la source": lambda fact: fact.source.date_lisible,
    "licence de la ligne": lambda fact: fact.source.licence or OWN_LICENCE,
}


def cell(value):
    """Return a value as the text of a CSV cell; a leading apostrophe keeps it from being run as a formula.

    None is empty; a number is written with a decimal comma and without spaces, so that it can be added up.
    """
    if value is None:
        return ""
    text = f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
    is_formula = text.startswith(FORMULA_SPACES) or text.lstrip().startswith(FORMULA_SIGNS)
    return f"'{text}" if is_formula else text


def joined(things):
    """Return the names of several things in one cell, which a spreadsheet can split again."""
    return " | ".join(map(str, things))


def csv_lines(header, rows):
    """Yield the lines of a CSV file: the names of the columns, then the rows (any iterable of lists)."""
    # The writer returns what `write` returns: the line itself, which is sent on at once.
    writer = csv.writer(_Echo(), delimiter=SEPARATOR)
    yield BYTE_ORDER_MARK + writer.writerow(map(cell, header))
    for row in rows:
        yield writer.writerow(map(cell, row))


class _Echo:
    def write(self, line):
        return line


def csv_response(filename, header, rows):
    """Return the CSV file `filename` (« salaires.csv »), streamed row by row."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(True, filename)
    return response


def json_response(filename, data):
    """Return `data` (plain lists, dictionaries, texts, numbers) as the JSON file `filename`."""
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response.headers["Content-Disposition"] = content_disposition_header(True, filename)
    return response
