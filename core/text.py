"""French text: folding for search, lists of words, numbers and dates as they are written in France."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
SINGULARS = {"ans": "an"}
CURRENCIES = {"€", "$"}
# Controls, marks of direction and the like, halves of a pair: by their categories in Unicode.
UNSEEN = {"Cc", "Cf", "Cs"}
# What is left out when names are abbreviated or compared.
SMALL_WORDS = frozenset(
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une"]
)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'"})


# Of a list, the same labels are put in order at each request.
@lru_cache(maxsize=8192)
def fold(text):
    """Return the text in lower case, without accents or ligatures, its words separated by one space."""
    text = unicodedata.normalize("NFKD", text.translate(LIGATURES)).casefold()
    text = "".join(character for character in text if not unicodedata.combining(character))
    return " ".join(re.findall(r"[a-z0-9+#]+", text))


def printable(text):
    """Return the text on one line, what nobody could see or what would command a terminal shown as « � »."""
    shown = (" " if each.isspace() else each for each in text)
    return "".join("\ufffd" if unicodedata.category(each) in UNSEEN else each for each in shown)


def capitalised(text):
    """Return the text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def told_apart(name, distinction):
    """Return a name with what tells it from its namesakes: « licence mention chimie (RNCP38701) »."""
    return f"{name} ({distinction})" if distinction else name


def both_genders(masculine, feminine):
    """Return « technicien cloud / technicienne cloud », or the one name of an epicene métier."""
    return masculine if masculine == feminine else f"{masculine} / {feminine}"


def stands_for(abbreviation, name):
    """Say whether an abbreviation may be read in the place of a name: « VAE », « BTS SIO », « IMT, réseaux ».

    It is the initials of the whole name, or begins or ends with a word of it and is no mere beginning. The
    « TC » or the « Polytech » that a publisher files many diplomas under says neither which nor what.
    """
    short, words = fold(abbreviation).split(), fold(name).split()
    if not short or words[: len(short)] == short:
        return False
    if len(short) > 1:
        return short[0] == words[0] or short[-1] == words[-1]
    return short[0] == "".join(word[0] for word in words if word not in SMALL_WORDS)


def french_number(value):
    """Return a number with narrow no-break spaces and a decimal comma: `36 960`, `1 443,5`."""
    value = Decimal(value)
    whole = value == value.to_integral_value()
    digits = f"{value:,.0f}" if whole else f"{value.normalize():,f}"
    return digits.replace(",", NARROW_SPACE).replace(".", ",")


def french_amount(value):
    """Return an amount of money: whole, or with its two cents, `1 801,80`."""
    value = Decimal(value)
    if value == value.to_integral_value():
        return french_number(value)
    return f"{value:,.2f}".replace(",", NARROW_SPACE).replace(".", ",")


def euros(amount):
    """Return an amount of euros: « 36 960 € », « 1 867,02 € »."""
    return f"{french_amount(amount)}{NO_BREAK_SPACE}€"


def french_range(low, high, unit=""):
    """Return « 2 à 3 mois », « 1 an », « à partir de 3 080 € »; empty if both bounds are None.

    `unit` is a plural; French begins it at two.
    """
    if low is None and high is None:
        return ""
    write = french_amount if unit in CURRENCIES else french_number
    last = low if high is None else high
    word = SINGULARS.get(unit, unit) if last < 2 else unit
    suffix = f"{NO_BREAK_SPACE}{word}" if word else ""
    if high is None:
        return f"à partir de {write(low)}{suffix}"
    if low is None:
        return f"jusqu’à {write(high)}{suffix}"
    if low == high:
        return f"{write(low)}{suffix}"
    return f"{write(low)} à {write(high)}{suffix}"


def enumerate_words(words):
    """Return « a, b et c » from a list of words."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} et {last}" if head else last


def either(left, right):
    """Return « technicien ou ingénieur cloud » from two names: the end that both share is said once.

    A name that goes on after it loses the rest (« ingénieur cloud computing »): a question stays short,
    and what it leads to bears both names in full.
    """
    one, other = left.split(), right.split()
    shared = 0
    while shared < min(len(one), len(other)) - 1 and one[-shared - 1] == other[-shared - 1]:
        shared += 1
    if shared:
        return f"{' '.join(one[:-shared])} ou {right}"
    tail = min(one[1:], other[1:], key=len)
    if tail and one[0] != other[0] and one[1 : len(tail) + 1] == other[1 : len(tail) + 1]:
        return f"{one[0]} ou {' '.join([other[0], *tail])}"
    return f"{left} ou {right}"
