"""Markdown to HTML that is safe to show, and French typography."""

import re
from functools import lru_cache

import nh3
from django.utils.safestring import mark_safe
from markdown import Markdown

from core.text import NARROW_SPACE, NO_BREAK_SPACE

ALLOWED_TAGS = {"a", "abbr", "blockquote", "br", "code", "em", "h3", "h4", "h5", "hr", "li", "ol", "p", "pre"}
ALLOWED_TAGS |= {"span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
ALLOWED_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "span": {"lang"}, "th": {"scope"}}
# A page has one h1 and its sections are h2: the headings of a text begin below.
HEADING_SHIFT = {"h1": "h3", "h2": "h3"}

# Tags, and code, whose spaces belong to whoever copies it.
NOT_PROSE = re.compile(r"(<(?:code|pre)\b.*?</(?:code|pre)>|<[^>]+>)", re.DOTALL)


# Pages say the same names again and again.
@lru_cache(maxsize=8192)
def typographie(text):
    """Return the text with typographic apostrophes and the no-break spaces of French punctuation."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"[ \u00a0]+([;!?])", NARROW_SPACE + r"\1", text)
    text = re.sub(r"[ ]+([:»%€$])", NO_BREAK_SPACE + r"\1", text)
    text = re.sub(r"«[ ]+", f"«{NO_BREAK_SPACE}", text)
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", NARROW_SPACE, text)
    return re.sub(r"\b([Bb]ac) \+ (?=\d)", rf"\1{NO_BREAK_SPACE}+{NO_BREAK_SPACE}", text)


@lru_cache(maxsize=4096)
def render_markdown(text):
    """Return the HTML of a Markdown text, sanitised: nothing is trusted because an editor typed it.

    Cached by content, hence never stale: the text itself is the key.
    """
    html = Markdown(extensions=["abbr", "sane_lists", "tables"], output_format="html").convert(text)
    html = "".join(part if part[:1] == "<" else typographie(part) for part in NOT_PROSE.split(html))
    for heading, lower in HEADING_SHIFT.items():
        html = html.replace(f"<{heading}>", f"<{lower}>").replace(f"</{heading}>", f"</{lower}>")
    clean = nh3.clean(
        html, tags=ALLOWED_TAGS, attributes=ALLOWED_ATTRIBUTES, url_schemes={"http", "https", "mailto"}
    )
    return mark_safe(clean)  # noqa: S308 (nh3 has just removed whatever is not allowed)
