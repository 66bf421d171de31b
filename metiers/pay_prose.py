"""What a source says of pay in its own words, as short as a fact is shown. Pure."""

import re

from core.search.excerpts import plain

LONGEST = 120
HEADING = re.compile(r"^\s*(?:#+.*|salaires?(?: du| de)? débutants?\s*:?)\s*$", re.MULTILINE | re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«])")
# A first sentence that says none of these is about something else: « La profession compte peu de salariés ».
PAY = re.compile(r"\d|smic|variable|vari(?:e|ent)\b|cachet|indemnité", re.IGNORECASE)
# A capital often goes without its accent there.
BARE_A = re.compile(r"^[Aa](?= partir\b)")


def in_words(prose):
    """Return a Markdown text on pay in one line, headings and last full stop left out; else what begins it.

    Empty where there is none, or where its first sentence is long or says nothing of pay: none is cut.
    """
    whole = " ".join(plain(HEADING.sub("", prose)).splitlines())
    first = SENTENCE_END.split(whole, maxsplit=1)[0]
    said = whole if len(whole) <= LONGEST else first if PAY.search(first) else ""
    said = BARE_A.sub("À", said.strip().removesuffix(".").rstrip())
    return said if len(said) <= LONGEST else ""
