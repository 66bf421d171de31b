"""What a visitor sees of a page: its text, headings and links, and the mistakes of its HTML."""

import csv
import io

import html5lib


class Page:
    """The parsed HTML of a response; `errors` lists what a strict parser holds against it.

    Paths are those of ElementTree. Ordinary white space is folded; no-break spaces stay, to be tested.
    """

    def __init__(self, response):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree = parser.parse(response.content.decode())
        self.errors = [(code, data) for _, code, data in parser.errors]

    def texts(self, path):
        """Return the text of each element at a path."""
        return [text_of(element) for element in self.tree.findall(path)]

    def text(self, path=".//main"):
        """Return the text of the one element at a path."""
        (only,) = self.texts(path)
        return only

    def links(self, path=".//main"):
        """Return (accessible name, address) of every link under a path."""
        links = self.tree.findall(f"{path}//a")
        return [(link.get("aria-label") or text_of(link), link.get("href")) for link in links]

    def attributes(self, path, name):
        """Return an attribute of each element at a path."""
        return [element.get(name) for element in self.tree.findall(path)]


def text_of(element):
    return " ".join(part for part in "".join(element.itertext()).replace("\n", " ").split(" ") if part)


def words(element):
    """Return the text of an element as `text_of` does, without its source chips."""
    return " ".join(part for part in "".join(pieces(element)).replace("\n", " ").split(" ") if part)


def pieces(element):
    """Yield the texts of an element in order, but those of source chips."""
    if "source" in element.get("class", "").split():
        return
    yield element.text or ""
    for child in element:
        yield from pieces(child)
        yield child.tail or ""


def plain(text):
    """Return the text with ordinary spaces, for tests of what is said rather than of how it is set."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def parse(response):
    """Return the root element of a response, for tests that walk through it."""
    return Page(response).tree


def section(page, anchor):
    """Return the section of a page whose heading has that anchor, None if it has none."""
    return page.find(f".//section[@aria-labelledby='{anchor}']")


def download(client, address):
    """Return the rows of a CSV file as {column: cell}."""
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
