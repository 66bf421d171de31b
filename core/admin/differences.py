"""What differs between two versions of a row, in words. Pure: no database, no request."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from django.utils.formats import date_format

from core.text import french_number

# Long enough for a sentence; a longer text is shown around what changed in it.
LONGEST = 160
CONTEXT_WORDS = 4
# They change with every save, or say nothing to an editor.
SILENT_FIELDS = {"id", "cree_le", "modifie_le", "cle_nom", "distinction"}


@dataclass(frozen=True)
class Change:
    """A field (its French name) and its values before and after, in words; "" for an empty one."""

    field: str
    before: str
    after: str


def in_words(field, value, labels):
    """Return a value as an editor reads it: a choice by its label, a number and a date as in France.

    `labels` maps the related model to {primary key: row}; a row that is gone is named by its number.
    """
    if value is None or value == "":
        return ""
    if field.is_relation:
        known = labels.get(field.related_model, {})
        return str(known[value]) if value in known else f"supprimé (n° {value})"
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    return plain_words(value)


def plain_words(value):
    """Return a plain value in French words: « oui », « 36 960 », « 21 novembre 2026 », « 09:30 »."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, Decimal):
        return french_number(value)
    if isinstance(value, datetime.datetime | datetime.date):
        return date_format(value, "j F Y")
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return str(value)


def common_start(before, after):
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))


def around_change(before, after):
    """Return both texts, cut around what differs when one of them is long: « … de la paie … »."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    start = common_start(old, new)
    end = min(common_start(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    return tuple(cut(words, start, end) for words in (old, new))


def cut(words, start, end):
    """Return the words but those that both texts share, with a few around to find the place."""
    first, last = max(start - CONTEXT_WORDS, 0), min(len(words) - end + CONTEXT_WORDS, len(words))
    kept = "".join(words[first:last]).strip()
    if len(kept) > 3 * LONGEST:
        kept = f"{kept[: 3 * LONGEST].rstrip()} …"
    return f"{'… ' if first else ''}{kept}{' …' if last < len(words) else ''}"


def trimmed(value):
    """Return a text without the blanks around it, which say nothing; any other value as it is."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def changes_between(fields, before, after, labels, silent=()):
    """Return the `Change`s of `fields` from the version `before` to the version `after` of a row."""
    changes = []
    for field in fields:
        old, new = trimmed(getattr(before, field.attname)), trimmed(getattr(after, field.attname))
        if old == new or field.name in SILENT_FIELDS or field.name in silent:
            continue
        words = around_change(in_words(field, old, labels), in_words(field, new, labels))
        changes.append(Change(str(field.verbose_name), *words))
    return changes
