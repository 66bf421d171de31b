"""French text: folding for search, lists of words, numbers and dates as they are written in France."""

import re
import unicodedata
from decimal import Decimal

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'"})


def fold(text):
    """Return the text in lower case, without accents or ligatures, its words separated by one space."""
    text = unicodedata.normalize("NFKD", text.translate(LIGATURES)).casefold()
    text = "".join(character for character in text if not unicodedata.combining(character))
    return " ".join(re.findall(r"[a-z0-9+#]+", text))


def capitalised(text):
    """Return the text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def french_number(value):
    """Return a number with narrow no-break spaces and a decimal comma: `36 960`, `1 443,5`."""
    value = Decimal(value)
    whole = value == value.to_integral_value()
    digits = f"{value:,.0f}" if whole else f"{value.normalize():,f}"
    return digits.replace(",", NARROW_SPACE).replace(".", ",")


def french_range(low, high, unit=""):
    """Return « 2 à 3 mois », « 3 mois », « à partir de 3 mois »; empty if both bounds are None."""
    suffix = f"{NO_BREAK_SPACE}{unit}" if unit else ""
    if low is None and high is None:
        return ""
    if high is None:
        return f"à partir de {french_number(low)}{suffix}"
    if low is None:
        return f"jusqu’à {french_number(high)}{suffix}"
    if low == high:
        return f"{french_number(low)}{suffix}"
    return f"{french_number(low)} à {french_number(high)}{suffix}"


def enumerate_words(words):
    """Return « a, b et c » from a list of words."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} et {last}" if head else last
