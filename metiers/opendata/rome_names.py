"""Labels of the ROME as the guide writes names: both genders in full, typography settled. Pure."""

import re
from functools import lru_cache

from core.opendata_text import clean
from core.text import fold

# The producer exports one text with these signs or with plain ones: the guide keeps one form of each.
PLAIN_SIGNS = str.maketrans({"–": "-", "—": "-", "‑": "-", "•": "-", "“": '"', "”": '"'})
# « Educateur »: the ROME writes no accent on a first capital. Two consonants say that there is none
# (« Employé »), unless the second is a liquid or the two are one sound (« Ecrivain », « Echafaudeur »).
BARE_E = re.compile(r"E(?=(?:[bcdfgkptv][lr]|ch|ph|qu|th|[bcdfghjklmnprstvz])[aeiouyàâéèêëîïôûœ])")
ENGLISH = re.compile(r"E(?:vents?|mails?|nergy|ditor|ducation)\b")
PAIRS = {
    ("homme", "femme"),
    ("garcon", "fille"),
    ("monsieur", "dame"),
    ("man", "woman"),
    ("steward", "hotesse"),
}


@lru_cache(maxsize=2048)
def settled(text):
    """Return a text as one of its two exports would have it: what differs in typography alone is equal."""
    return clean(text.translate(PLAIN_SIGNS)).replace("...", "…")


def undoubled(text):
    """Return a sentence of the table of texts, which writes each apostrophe twice and forgets full stops."""
    sentence = settled(text.replace("''", "'"))
    return sentence if not sentence or sentence[-1] in ".!?…:;" else f"{sentence}."


def gendered(label):
    """Return (masculine, feminine) of « Agent / Agente d’entretien », whose end is said once.

    So may be its beginning (« Analyste concepteur / Conceptrice web »). The same twice for a label without
    a slash; two words that are not one in two genders stay as they are (« Valet / Femme de chambre »).
    """
    masculine, slash, feminine = label.partition(" / ")
    if not slash:
        return lowered(label), lowered(label)
    heads, words = masculine.split(), feminine.split()
    for start in range(len(heads)):
        shared = heads[start:]
        if len(words) < len(shared) or not all(map(is_same_word, shared, words)):
            continue
        if start and fold(shared[0]) == fold(words[0]):
            continue
        if start and shared[0][0].islower():
            words[0] = words[0].lower()
        tail, beginning = words[len(shared) :], heads[:start]
        return lowered(" ".join([masculine, *tail])), lowered(" ".join([*beginning, *words]))
    return lowered(masculine), lowered(feminine)


def is_same_word(one, other):
    """Say whether two words may be the two genders of one: they begin alike, or are a known pair."""
    one, other = fold(one), fold(other)
    if (one, other) in PAIRS or one == other:
        return True
    return one[:2] == other[:2] and min(len(one), len(other)) > 2


def lowered(name):
    """Return a name as it stands within a sentence: « Éducateur » loses its capital, « UX designer » not."""
    first = re.split(r"[\s(]", name, maxsplit=1)[0]
    if sum(letter.isupper() for letter in first) != 1 or not first[:1].isupper() or len(first) == 1:
        return name
    name = accented(name)
    return name[:1].lower() + name[1:]


def accented(name):
    """Return a name with the accent that the ROME leaves out on a first capital: « Édition »."""
    return f"É{name[1:]}" if BARE_E.match(name) and not ENGLISH.match(name) else name
