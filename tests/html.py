"""Reading an answer as a visitor's browser does."""

import re

import html5lib


def parse(answer):
    """Return the root element of an HTML answer, without namespaces: ElementTree's paths find the rest."""
    return html5lib.parse(answer.content, transport_encoding="utf-8", namespaceHTMLElements=False)


def pieces(element):
    """Yield the texts of an element in order, without its source chips."""
    if "source" in element.get("class", "").split():
        return
    yield element.text or ""
    for child in element:
        yield from pieces(child)
        yield child.tail or ""


def words(element):
    """Return the text of an element on one line, source chips left out, no-break spaces kept."""
    return re.sub(r"[ \n\t]+", " ", "".join(pieces(element))).strip(" \n\t")
