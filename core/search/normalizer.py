"""French words made comparable: one normaliser for what is indexed and for what is asked. Pure.

A text becomes `Word`s: where each stands, its folded `form` (lower case, no accents, no ligatures) and its
`key`, the same for « ingénieure », « ingénieurs » and « ingénieur ». Keys are made of a–z and 0–9 alone, so
that no engine reads anything else into them. Elided articles (« l' », « d' ») and inclusive endings
(« /e », « (trice) », « ·ne ») belong to no word.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# A longer word is no word; a key is never longer.
LONGEST_WORD = 60
# Words that carry no meaning of their own. « son » (ingénieur du son), « car » and « or » do.
STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a and au aux avec ce ces cet cette chez d dans de des du elle en est et for il ils j je l la le les "
        "leur ma me mes mon ne nos notre nous of on ou par pas pour qu que qui sa se ses sont sur ta te tes "
        "the tu un une vers vos votre vous y",
    )
)

# --- From a text to its words -------------------------------------------------------------------

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O"})
APOSTROPHES = "'’‘ʼ´`"
# Feminine endings as they are written after a masculine word; a longer one is tried first.
ENDINGS = (
    "eresse|teuse|trice|ienne|ante|ente|enne|onne|anne|aine|oise|aise|euse|eure|esse|resse|rice|i[èe]re|elle|ette"
    "|otte|[èe]te|[èe]re|ane|ine|ive|ice|ise|use|ure|ale|nne|sse|ffe|lle|tte|que|[ée]e|ve|ne|se|fe|le|te|re|e"
)
# After a hyphen or a full stop, only those that are nothing else (« donne-le », « le site.Une »).
SURE_ENDINGS = "trice|rice|ienne|enne|onne|euse|eure|i[èe]re|[èe]re|ive|nne|ve|ne|se|fe|e"
SPACED_ENDINGS = "trice|rice|ienne|enne|onne|euse|teuse|eure|i[èe]re|[èe]re|ive|e"
PLURAL = r"(?:[·•‧∙⋅.\-/]?s)?(?![^\W_])"
INCLUSIVE = (
    rf"(?:\((?:{ENDINGS})s?\)s?(?![^\W_])"
    rf"|[/·•‧∙⋅・](?:{ENDINGS}){PLURAL}"
    rf"|[.\-](?:{SURE_ENDINGS}){PLURAL}"
    rf"|\s(?:\((?:{SPACED_ENDINGS})s?\)|/\s?(?:{SPACED_ENDINGS})s?(?![^\W_]))"
    r"|(?<=[^\W\d_])[·•‧∙⋅]s(?![^\W_]))"
)
WORD = re.compile(
    rf"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[{APOSTROPHES}](?=[^\W_])"  # an elided word: skipped
    r"|(?P<bac>(?<![^\W_])bac\s?\+\s?\d)"  # « bac + 5 »
    r"|(?P<dotted>(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?)"  # « S.R.E. »
    r"|(?P<pair>(?<![^\W_])[^\W\d_]\s?&\s?[^\W\d_](?![^\W_]))"  # « R&D »
    rf"|(?P<plain>[^\W_]{{3,}}?(?={INCLUSIVE})){INCLUSIVE}"
    r"|(?P<word>[^\W_]+(?:\+\+?|\#)?(?![^\W_])|[^\W_]+)",  # « c++ », « c# »
    re.IGNORECASE,
)
JOINING = frozenset("+&(/")
# What is one word across a space: « bac + 5 », « R & D », « ouvrier (ère) », « technicien / ne ».
ACROSS = re.compile(
    rf"bac\s\+|\+\s\d|\w\s&|&\s\w|\s(?:\((?:{SPACED_ENDINGS})s?\)|/\s?(?:{SPACED_ENDINGS})s?(?![^\W_]))|/\s",
    re.IGNORECASE,
)
SIGNS = str.maketrans({"+": "plus", "#": "sharp"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: text[start:end], what is written there but an inclusive ending, its form, its key."""

    start: int
    end: int
    written: str
    form: str
    key: str

    @property
    def is_stop(self):
        return self.form in STOP_WORDS


def words(text):
    """Return the `Word`s of a text in order, stop words included; words of other alphabets are left out."""
    found = []
    for match in WORD.finditer(text):
        written = match[match.lastgroup] if match.lastgroup else ""
        if form := folded(written):
            found.append(Word(match.start(), match.end(), written, form, key(form)))
    return found


def pieces(text):
    """Return the parts of a text that hold the same words read one by one as together."""
    is_whole = not JOINING.isdisjoint(text) and ACROSS.search(text)
    return [text] if is_whole else text.split()


def keys(text):
    """Return the keys of a text in order, without stop words unless it has nothing else."""
    found = words(text)
    return [word.key for word in found if not word.is_stop] or [word.key for word in found]


@lru_cache(maxsize=65536)
def folded(word):
    """Return a word in lower case, without accents, ligatures or signs, made of a–z and 0–9."""
    plain = unicodedata.normalize("NFKD", word[:LONGEST_WORD].translate(LIGATURES)).casefold()
    return re.sub(r"[^a-z0-9]", "", plain.translate(SIGNS))[:LONGEST_WORD]


# --- From a word to its key ---------------------------------------------------------------------

# What no rule says: feminines, feminines of an English agent (« designeuse »), plurals; and what a rule would
# make another word of (« chai », « don », « mare », « master », « mateur »), left as it is.
IRREGULAR = dict(
    re.findall(
        r"(\w+)=(\w+)",
        "belle=beau nouvelle=nouveau commise=commis doctoresse=docteur contremaitresse=contremaitre "
        "maitresse=maitre hotesse=hote poetesse=poete pretresse=pretre barmaid=barman pizzaiola=pizzaiolo "
        "torera=torero bookeur=booker designeur=designer dispatcheur=dispatcher leadeur=leader "
        "manageur=manager reporteur=reporter rewriteur=rewriter "
        "materiaux=materiau travaux=travail vitraux=vitrail cheveux=cheveu enjeux=enjeu essieux=essieu "
        "feux=feu jeux=jeu lieux=lieu milieux=milieu voeux=voeu "
        "chaise=chaise donnee=donnee maree=maree mastere=mastere matrice=matrice",
    )
)
# (what a folded word ends with, what takes its place), the first that fits; tried again until none does.
RULES = [
    ("eaux", "eau"),
    ("yaux", "yau"),
    ("aux", "al"),
    ("eux", "eur"),
    ("oux", "ou"),
    ("ss", "ss"),
    ("s", ""),
    ("trice", "teur"),
    ("drice", "deur"),
    ("euse", "eur"),
    ("eure", "eur"),
    ("iere", "ier"),
    ("ere", "er"),
    ("enne", "en"),
    ("onne", "on"),
    ("anne", "an"),
    ("elle", "el"),
    ("ette", "et"),
    ("woman", "man"),
    ("effe", "ef"),
    ("ive", "if"),
    ("ique", "ic"),
    ("aise", "ais"),
    ("oise", "ois"),
    ("se", "se"),
    ("e", ""),
]
SHORTEST_CHANGED = 4
SHORTEST_KEY = 3


@lru_cache(maxsize=65536)
def key(form):
    """Return the key of a folded word: its masculine singular, more or less; a key is its own key."""
    while (simpler := simplified(form)) != form:
        form = simpler
    return form


def simplified(form):
    """Return a folded word with the first rule that fits applied once."""
    if form in IRREGULAR:
        return IRREGULAR[form]
    if len(form) < SHORTEST_CHANGED or not form.isalpha():
        return form
    for ending, replacement in RULES:
        if form.endswith(ending):
            shorter = form[: len(form) - len(ending)] + replacement
            return shorter if len(shorter) >= SHORTEST_KEY else form
    return form
