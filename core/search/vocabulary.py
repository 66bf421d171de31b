"""The words that the index knows: those that a prefix begins, those that a typing mistake meant. Pure."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.search.normalizer import key
from core.search.sound import sound

# How far a word may be from what was typed, in letters wrong, missing, added or swapped. Measured: under
# four letters any word is near another, and one mistake in five letters is as likely to be another word.
SHORTEST_CORRECTED = 4
LONG = 8
# What sounds the same is nearer than one letter; what sounds nearly the same, farther.
SAME_SOUND, NEAR_SOUND = 0.5, 1.5
# So short a sound is any word's; and a somewhat longer one is near any other.
SHORTEST_SOUND, SHORTEST_NEAR_SOUND = 4, 6
# A shorter word begins with the right letter: « zingueur » is no « rigueur ».
FREE_TO_BEGIN = 9
LONGEST_CORRECTED = 30
MOST_CORRECTIONS = 4
# (what a verb ends with, what is left of it before what its nouns end with), the first that fits.
VERBS = (("uire", "uct"), ("quer", "c"), ("er", ""), ("ir", ""), ("re", ""))
NOUNS = (
    "eur",
    "ateur",
    "iteur",
    "ant",
    "ier",
    "ien",
    "age",
    "ion",
    "ation",
    "ition",
    "ement",
    "ance",
    "erie",
    "e",
)
SHORTEST_VERB, MOST_DOERS = 6, 4
SHORTEST_PREFIX = 2
MOST_COMPLETIONS = 40
SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class IndexWord:
    """A word of the index: its form, its keys (several for a compound), how it is written, how often it
    stands in names, and in how many documents."""

    form: str
    keys: tuple
    written: str
    named: int
    documents: int


class Vocabulary:
    """The words of the index; `documents` is how many documents it holds."""

    def __init__(self, entries, documents):
        self.documents = documents
        self.forms = defaultdict(list)
        self.counts = defaultdict(int)
        by_length = defaultdict(set)
        for entry in entries:
            self.forms[entry.form].append(entry)
            if len(entry.keys) == 1:
                self.counts[entry.keys[0]] += entry.documents
            if entry.named:
                by_length[len(entry.form)].add(entry.form)
        self.prefixed = sorted(form for forms in by_length.values() for form in forms)
        self.by_length = {length: sorted(forms) for length, forms in by_length.items()}

    @cached_property
    def sounds(self):
        """{length of a sound: {sound: forms}} of the words that names hold, the compounds left out."""
        found = defaultdict(lambda: defaultdict(list))
        for form in self.prefixed:
            for entry in self.forms[form]:
                if entry.named and len(entry.keys) == 1:
                    heard = sound(entry.keys[0])
                    found[len(heard)][heard].append(form)
        return found

    def rarity(self, key):
        """Return how telling a key is: near 0 for one that every document holds."""
        return log(1 + self.documents / (1 + self.counts.get(key, 0)))

    def readings(self, form, key):
        """Return the tuples of keys that a typed word stands for as it is: its own key, a compound."""
        found = [(key,)] if key in self.counts else []
        return found + [entry.keys for entry in self.forms.get(form, ()) if len(entry.keys) > 1]

    def completions(self, prefix):
        """Return the `IndexWord`s whose form a prefix begins, the most frequent first, one for each keys."""
        if len(prefix) < SHORTEST_PREFIX:
            return []
        start = bisect_left(self.prefixed, prefix)
        end = bisect_left(self.prefixed, prefix + "\x7f", lo=start)
        found = (entry for form in self.prefixed[start:end] for entry in self.forms[form] if entry.named)
        return frequent(found)[:MOST_COMPLETIONS]

    def doers(self, form):
        """Return the `IndexWord`s of who does what a verb says, and of doing it: « réparateur »."""
        for ending, stem in VERBS:
            if form.endswith(ending) and len(form) >= SHORTEST_VERB:
                root = form.removesuffix(ending) + stem
                found = (entry for noun in NOUNS for entry in self.forms.get(root + noun, ()))
                return [entry for entry in found if entry.named and len(entry.keys) == 1][:MOST_DOERS]
        return []

    def corrections(self, form):
        """Return the `IndexWord`s nearest to a mistyped form, equally near, the most frequent first."""
        if not SHORTEST_CORRECTED <= len(form) <= LONGEST_CORRECTED or sum(map(str.isdigit, form)) > 1:
            return []
        if glued := self.without_article(form):
            return glued
        return self.nearest(form, self.written_near(form) | self.sounding_near(form)) or self.parts(form)

    def written_near(self, form):
        """Return {form: distance} of the forms that differ by a letter, or two of a long one."""
        far = 1 if len(form) < LONG else 2
        return dict(near(form, self.by_length, far, is_free=len(form) >= FREE_TO_BEGIN))

    def sounding_near(self, form):
        """Return {form: distance} of the forms that sound the same, or nearly where none does."""
        heard = sound(key(form))
        if len(heard) < SHORTEST_SOUND:
            return {}
        if same := self.sounds.get(len(heard), {}).get(heard):
            return dict.fromkeys(same, SAME_SOUND)
        if len(heard) < SHORTEST_NEAR_SOUND:
            return {}
        found = near(heard, self.sounds, 1, is_free=False)
        return {form: NEAR_SOUND for other, _ in found for form in self.sounds[len(other)][other]}

    def nearest(self, typed, distances):
        """Return the `IndexWord`s of the nearest forms among {form: distance}, one for each keys."""
        if not distances:
            return []

        def far(form):
            return distances[form], distances[form] != SAME_SOUND and form[0] != typed[0]

        least = min(map(far, distances))
        forms = [form for form in distances if far(form) == least]
        return frequent(entry for form in forms for entry in self.forms[form] if entry.named)[
            :MOST_CORRECTIONS
        ]

    def without_article(self, form):
        """Return the word of « dentreprise », « lecole »: an article typed without its apostrophe."""
        if form[0] in "dl" and form[1] in "aeiouyh":
            return [entry for entry in self.forms.get(form[1:], ()) if entry.named][:1]
        return []

    def parts(self, form):
        """Return the two words that were typed as one, as an `IndexWord` in a list; [] if there are none."""
        for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1):
            left, right = self.forms.get(form[:cut]), self.forms.get(form[cut:])
            if left and right and left[0].named and right[0].named:
                keys = left[0].keys + right[0].keys
                written = f"{left[0].written} {right[0].written}"
                return [IndexWord(form, keys, written, min(left[0].named, right[0].named), 0)]
        return []


def near(word, by_length, far, is_free):
    """Return (other, distance) of the words within a distance; unless free, with the same first letter."""
    others = [
        other
        for length in range(len(word) - far, len(word) + far + 1)
        for other in by_length.get(length, ())
        if is_free or other[0] == word[0]
    ]
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=far, limit=None)
    return [(other, distance) for other, distance, _ in found]


def frequent(entries):
    """Return `IndexWord`s, the most frequent in names first, one for each keys.

    Those of no page come last: a synonym only stands for other words.
    """
    ordered = sorted(entries, key=lambda entry: (not entry.documents, -entry.named, entry.form, entry.keys))
    return list({entry.keys: entry for entry in reversed(ordered)}.values())[::-1]
