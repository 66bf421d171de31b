"""What a visitor reads in a comparison: its columns, its rows, what it left aside."""

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


def rows(page):
    """Return the (label, row) pairs of the table, the mark of those that differ left out."""
    found = [row for row in page.findall(".//tbody/tr") if row[0].get("scope") == "row"]
    return [(words(row[0]).removesuffix("\u00a0≠ diffère"), row) for row in found]


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
