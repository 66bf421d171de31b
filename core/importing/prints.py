"""Prints of values: enough to tell whether a value of ours is still the one that an import wrote. Pure."""

import hashlib
from decimal import Decimal

from core.text import french_number

LONGEST_PLAIN = 40
EXCERPT = 300


def print_of(value):
    """Return a short text that changes with the value: itself when short, else a digest."""
    if isinstance(value, Decimal):
        value = value.normalize()
        value = f"{value:f}"
    text = "" if value is None else str(value)
    if len(text) <= LONGEST_PLAIN:
        return text
    return f"#{hashlib.blake2b(text.encode(), digest_size=12).hexdigest()}"


def is_empty(value):
    return value is None or value == ""


def excerpt(value):
    """Return a value as a report shows it, cut to one short paragraph."""
    words = "" if value is None else " ".join(str(value).split())
    text = french_number(value) if isinstance(value, Decimal) else words
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"


def sources_among(row, fields, default, imports):
    """Return {field: the `Source` that says it}: that of an import while its value stands, else `default`.

    `imports` are ({field: print}, `Source`) of the files that speak of the row; where several say the same,
    the last does.
    """
    found = dict.fromkeys(fields, default)
    for prints, source in imports:
        for name in fields:
            value = getattr(row, name)
            if not is_empty(value) and prints.get(name) == print_of(value):
                found[name] = source
    return found
