"""The HTML of open data → the Markdown that the guide keeps, and that `core/rendering.py` shows.

Pure. No word is lost: what has no Markdown of ours is left as its text. Attributes, classes and colours go;
scripts and styles go with what they hold.
"""

import re
from textwrap import indent
from urllib.parse import quote

from bs4 import BeautifulSoup, NavigableString
from bs4.exceptions import ParserRejectedMarkup
from markdownify import MarkdownConverter

from core.opendata_text import clean

KEPT = {"a", "article", "b", "blockquote", "br", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li"}
KEPT |= {"ol", "p", "section", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
REMOVED = ["script", "style", "template"]
# Terms and definitions: Markdown has none without an extension.
AS_PARAGRAPHS = ["dd", "dt", "figcaption", "caption"]
# A page has a title (1) and its sections (2); `core/rendering.py` shows no heading below 5.
TOP, LOWEST = 3, 5

# In characters: the longest text of the fiches has 5,613.
LONGEST = 60_000

# A paragraph that begins so is an item that was typed by hand.
TYPED_ITEM = re.compile(r"^\s*[-•](?:\s+|(?=[“«]))")
INLINE_MARK = re.compile(r"([\\`*_\[#|])")
ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")
# At the beginning of a line these would make a list, a quotation or the underline of a heading.
FIRST_MARK = re.compile(r"^(?:([-+])(?=\s|$)|(-+)(?=\s|$)|(>)|(\d+)\.(?=\s|$))")
SAFE_IN_ADDRESS = "/:?#@!$&+,;=%~"
LOOSE_ITEMS = re.compile(r"(?m)^( *(?:-|\d+\.) .*)\n\n(?= *(?:-|\d+\.) )")


class Converter(MarkdownConverter):
    """The dialect of Python-Markdown: four spaces within an item, and what would be a mark escaped."""

    class Options:
        autolinks = False
        bullets = "-"
        heading_style = "atx"

    def escape(self, text, parent_tags):
        edges = [" " if edge.isspace() else "" for edge in (text[:1], text[-1:])]
        return escaped(clean(text)).join(edges) if text.strip() else edges[0]

    def convert_a(self, el, text, parent_tags):
        address = quote(el.get("href", "").strip(), safe=SAFE_IN_ADDRESS)
        return f"[{text}]({address})" if text.strip() and address else text

    def convert_li(self, el, text, parent_tags):
        first, _, rest = text.strip().partition("\n")
        if not first:
            return ""
        ordered = el.parent is not None and el.parent.name == "ol"
        mark = f"{len(el.find_previous_siblings('li')) + 1}." if ordered else "-"
        return f"{mark} {first}\n" + (indent(rest, "    ") + "\n" if rest else "")


class UnreadableText(Exception):  # noqa: N818 (said in a report)
    """A text of a fiche that is no HTML of a page: the field that holds it, and why."""

    def __init__(self, field, reason):
        super().__init__(reason)
        self.field, self.reason = field, reason


def field_to_markdown(field, html):
    """Return `to_markdown` of the text of a field; raise `UnreadableText` where it raises `ValueError`."""
    try:
        return to_markdown(html)
    except ValueError as error:
        raise UnreadableText(field, str(error)) from error


def to_markdown(html, top=TOP):
    """Return the Markdown of a fragment of HTML, its highest headings at the level `top`, none skipped.

    Rendered, then converted again, it gives the same Markdown. Raises `ValueError` for what is no text of a
    fiche: longer than ten of them, of elements that are within each other by hundreds, or no HTML at all.
    """
    if len(html) > LONGEST:
        raise ValueError("HTML trop long")
    # In an element of ours, so that a bare address is never taken for the name of a file to open.
    try:
        soup = BeautifulSoup(f"<div>{' '.join(html.split())}", "html.parser")
        prepare(soup, top)
        markdown = re.sub(r"\n{3,}", "\n\n", Converter().convert_soup(soup))
    except RecursionError as error:
        raise ValueError("HTML trop imbriqué") from error
    except ParserRejectedMarkup as error:
        raise ValueError("HTML illisible") from error
    return LOOSE_ITEMS.sub(r"\1\n", markdown).strip()


def prepare(soup, top):
    """Leave in the tree only what has its Markdown, headings at their levels."""
    for tag in soup(REMOVED):
        tag.decompose()
    for tag in soup(AS_PARAGRAPHS):
        tag.name = "p"
    for tag in soup(lambda tag: tag.name not in KEPT):
        tag.unwrap()
    order_headings(soup, top)
    soup.smooth()
    for paragraph in soup("p", string=TYPED_ITEM):
        if paragraph.find_parent("li") is None:
            paragraph.name, paragraph.string = "li", TYPED_ITEM.sub("", paragraph.string)
    for line in soup("br"):
        for text in (line.previous_sibling, line.next_sibling):
            if isinstance(text, NavigableString):
                text.replace_with(text.strip())


def order_headings(soup, top):
    """Give headings levels from `top` that skip none on the way down; remove empty ones."""
    above = []
    for heading in soup(re.compile(r"^h[1-6]$")):
        if not clean(heading.get_text()):
            heading.decompose()
            continue
        level = int(heading.name[1])
        above = [higher for higher in above if higher < level] + [level]
        heading.name = f"h{min(top + len(above) - 1, LOWEST)}"


def escaped(text):
    """Return the plain text with what Markdown would take for a mark made a character again."""
    text = INLINE_MARK.sub(r"\\\1", text)
    text = FIRST_MARK.sub(escaped_first, text)
    text = ENTITY_LIKE.sub("&amp;", text).replace("<", "&lt;")
    return re.sub(r"^=", "&#61;", text)


def escaped_first(match):
    """Return the mark that begins a line, escaped: `\\-`, `1\\.`."""
    return f"{match[4]}\\." if match[4] else f"\\{match[0]}"
