"""One line of text as the files of open data have it → as the guide keeps it.

Pure. The guide keeps plain spaces, typographic apostrophes and no typography more: the no-break spaces of
French are put in when a text is read (`core/rendering.py`), so that they never make two texts differ.
"""

import re
import unicodedata
from html import unescape

# Controls of the second set are characters of Windows that a file has mislabelled; five mean nothing there.
WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
CONTROLS = {code: " " if chr(code).isspace() else "" for code in [*range(0x20), 0x7F]}
# Soft hyphens and spaces without width, marks that turn the direction of a text, halves of a pair.
DIRECTIONS = [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
INVISIBLE = dict.fromkeys([0xAD, *DIRECTIONS, 0xFEFF, *range(0xD800, 0xE000)], "")
UNWANTED = WINDOWS | CONTROLS | INVISIBLE

# A closed entity only: « sport&section » has none.
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# Words whose « œ » no other spelling doubts, by their beginnings: « coexister » and « moelle » have none.
LIGATURE = re.compile(
    r"\b(?:(?:ch?|s|ranc)oeur|moeurs|(?:man|dés)?oeuvr|oeil|b?oeuf|noeud|voeu|oenolog|oesophag|foet(?:us|al)|oedème)",
    re.IGNORECASE,
)
APOSTROPHE = re.compile(r"(?<=\w)['’`´]+(?=[\w«\"])")
# « l' atelier », « l 'atelier »: a space has slipped beside the apostrophe of an elision.
ELISION = re.compile(r"(?<!\w)([cdjlmnst]|qu)(?: ['’]+| ?['’]+ )(?=[aeiouyhàâéèêëîïôûœ«\"])", re.IGNORECASE)

# What two exports of one text write otherwise.
VARIANTS = str.maketrans({"…": "...", "–": "-", "—": "-", "‑": "-", "•": "-", "“": '"', "”": '"', "’": "'"})


def clean(text):
    """Return the text on one line: entities and controls mended, one plain space between words, « ’ », « œ ».

    Nothing that could be meant is touched: neither quotes nor capitals, and no letter that is in doubt.
    Applied twice it changes nothing more.
    """
    text = " ".join(unicodedata.normalize("NFC", mended(text)).split())
    text = ELISION.sub(r"\1’", APOSTROPHE.sub("’", text))
    text = re.sub(r" +([,.])(?=\s|$)", r"\1", text)
    return LIGATURE.sub(lambda match: with_ligature(match[0]), text)


def identifier(text):
    """Return an identifier or a code as the guide keeps it, whatever its case and spaces: « met. 228 ».

    All of them have figures: other words are left as they are, for a report to quote.
    """
    return "".join(text.split()).upper() if re.search("[0-9]", text) else text.strip()


def comparable(text):
    """Return what two exports of one text have in common: they differ in typography alone if it is equal."""
    return clean(text.translate(VARIANTS)).translate(VARIANTS)


def mended(text):
    """Return the text without controls and entities, those that were escaped twice included."""
    before = None
    while text != before:
        before, text = text, ENTITY.sub(lambda match: unescape(match[0]), text).translate(UNWANTED)
    return text


def with_ligature(word):
    """Return the word with « œ » for its first « oe », in the case of its « o »."""
    return re.sub("oe", lambda match: "Œ" if match[0][0] == "O" else "œ", word, count=1, flags=re.IGNORECASE)
