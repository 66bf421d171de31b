"""What a visitor reads in a comparison: its columns, its rows, what it left aside."""

import re
from urllib.parse import urlsplit

from tests.page import words


def address(path, param, *slugs, **more):
    """Return the address that compares these slugs."""
    pairs = [f"{param}={slug}" for slug in slugs] + [f"{name}={value}" for name, value in more.items()]
    return f"{path}?{'&'.join(pairs)}"


def columns(page):
    """Return the slugs of what stands at the head of the columns."""
    heads = [link for link in page.findall(".//thead//th/a") if link.get("class") is None]
    return [urlsplit(link.get("href")).path.split("/")[2] for link in heads]


MARK = re.compile(r"(.*?)(?:\u00a0(≠ diffère)| (renseigné pour \d\u00a0sur\u00a0\d))?", re.DOTALL)


def marked(page):
    """Return (label, mark, row) of each row: the mark is "≠ diffère", "renseigné pour 1 sur 2", or ""."""
    found = [row for row in page.findall(".//tbody/tr") if row[0].get("scope") == "row"]
    told = [(*MARK.fullmatch(words(row[0])).groups(""), row) for row in found]
    return [(label, differs or said.replace("\u00a0", " "), row) for label, differs, said, row in told]


def rows(page):
    """Return the (label, row) pairs of the table."""
    return [(label, row) for label, _, row in marked(page)]


def marks(page):
    """Return {label: mark} of the rows."""
    return {label: mark for label, mark, _ in marked(page)}


def labels(page):
    return [label for label, _ in rows(page)]


def cells(page, label):
    """Return the cells of the row with that label."""
    return [words(cell) for cell in dict(rows(page))[label][1:]]


def notes(page):
    """Return what the sections say above their rows."""
    return [words(note) for note in page.findall(".//td[@class='comparaison__note']//p")]


def ignored(page):
    return [words(item) for item in page.findall(".//main//div[@role='status']//li")]
