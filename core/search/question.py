"""What a question asks for, once its words are understood: spelling, synonyms, beginnings of words. Pure."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from core.search.normalizer import words
from core.search.vocabulary import SHORTEST_PREFIX

# A longer question is cut: no name of the guide comes near, and a page does not repeat 8 KB.
LONGEST_QUERY = 200
MOST_WORDS = 12
LONGEST_PHRASE = 4
SHORTEST_CUT, SHORTEST_JOINED = 4, 5


def keys_of(text):
    return frozenset(word.key for word in words(text))


# Words of someone who asks rather than of what is asked for: they help to rank, they exclude nothing.
SOFT_KEYS = keys_of(
    "aimerais boulot cherche chercher combien comment devenir deviens être fiche gagne gagner job métier "
    "quel quelle souhaite travailler veux voudrais"
)
# Words that some names hold, dropped first when nothing holds all that was asked: « salaire infirmier ».
VAGUE_KEYS = keys_of(
    "carrière concours école emploi étude faire formation info offre poste profession recherche salaire "
    "stage travail"
)
# How much a reading of a word is worth beside the word itself.
SYNONYM, COMPOUND, CORRECTED, ACTION, PREFIX = 0.95, 0.97, 0.9, 0.85, 0.6
# How much less what a word begins is worth when that word is a term of the synonyms: « dev » is one already.
TERM = 0.5


def question_of(parameters):
    """Return the question that the parameters of an address ask, on one line, cut, and whether as typed."""
    return " ".join(parameters.get("q", "").split())[:LONGEST_QUERY], parameters.get("tel_quel") == "1"


@dataclass(frozen=True)
class Reading:
    """One way to read some words: keys that must stand together, what that is worth (0 to 1), and how it is
    written when it is not as typed."""

    keys: tuple
    worth: float = 1.0
    written: str = ""


@dataclass(frozen=True)
class Group:
    """Words of the question (text[start:end]) and their `Reading`s; without any, nothing holds them.

    `kind` is the kind of page that a soft word names: « métiers », « certification ».
    """

    start: int
    end: int
    readings: tuple
    is_soft: bool = False
    kind: str = ""
    is_vague: bool = False
    is_corrected: bool = False

    @cached_property
    def keys(self):
        """Return all the keys of its readings."""
        return frozenset(key for reading in self.readings for key in reading.keys)

    @cached_property
    def _known(self):
        return {frozenset(): (0, ())}

    def best_among(self, keys):
        """Return (worth, keys) of the best reading among keys; (0, ()) when none is there."""
        held = self.keys & keys
        # A thousand names hold the same few keys of a word just begun.
        if held not in self._known:
            found = [
                (reading.worth, reading.keys) for reading in self.readings if held.issuperset(reading.keys)
            ]
            self._known[held] = max(found, key=lambda pair: pair[0], default=(0, ()))
        return self._known[held]


@dataclass(frozen=True)
class Question:
    """A question: its text, its groups of words in order."""

    text: str
    groups: tuple = ()

    @property
    def asked(self):
        """Return the groups that an answer must hold: those that are not soft, unless all are."""
        known = [group for group in self.groups if group.readings]
        return [group for group in known if not group.is_soft] or known

    @property
    def missing(self):
        """Return the groups that nothing holds."""
        return [group for group in self.groups if not group.readings and not group.is_soft]

    @property
    def essential(self):
        """Return the asked groups without the vague ones, unless all are."""
        asked = self.asked
        return [group for group in asked if not group.is_vague] or asked

    @property
    def wishes(self):
        """Return the soft groups beside others."""
        asked = self.asked
        return [group for group in self.groups if group.readings and group not in asked]

    @property
    def is_hopeless(self):
        """Say whether too many words are unknown for what is left to be an answer."""
        return len(self.asked) <= len(self.missing)

    @property
    def is_ambiguous(self):
        """Say whether a mistyped word may have meant several."""
        return any(group.is_corrected and len(group.readings) > 1 for group in self.groups)

    @property
    def corrected(self):
        """Return the question with its mistyped words corrected, "" if none was."""
        text, shift = self.text, 0
        for group in self.groups:
            if group.is_corrected:
                written = group.readings[0].written
                text = text[: group.start + shift] + written + text[group.end + shift :]
                shift += len(written) - (group.end - group.start)
        return text if any(group.is_corrected for group in self.groups) else ""

    @property
    def also(self):
        """Return (words of the question, words that they stand for) of the synonyms that were used."""
        return [
            (self.text[group.start : group.end], list(dict.fromkeys(found)))
            for group in self.groups
            if not group.is_corrected and (found := [r.written for r in group.readings if r.written])
        ]

    @property
    def kinds(self):
        """Return the kinds of page that the question names."""
        return {group.kind for group in self.groups if group.kind}

    def settled(self, names):
        """Return the question with its mistyped words read as the names of the best answer read them."""
        held = {key for name in names for key in name.keys}
        groups = []
        for group in self.groups:
            meant = [reading for reading in group.readings if held.issuperset(reading.keys)]
            if group.is_corrected and meant:
                kept = [reading for reading in group.readings if reading.written == meant[0].written]
                group = replace(group, readings=tuple(kept))
            groups.append(group)
        return replace(self, groups=tuple(groups))

    def words_of(self, groups):
        return [self.text[group.start : group.end] for group in groups]


@dataclass
class Reader:
    """Reads questions with a `Vocabulary`, synonyms and the words that name a kind of page.

    `synonyms` maps the keys of a term to a list of (keys, words) that it also means, `kinds` a key to a kind.
    """

    vocabulary: object
    synonyms: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)

    def read(self, text, as_typed=False):
        """Return the `Question` of a text; `as_typed` corrects nothing and knows no synonym."""
        text = " ".join(text.split())[:LONGEST_QUERY]
        found = words(text)[:MOST_WORDS]
        told = [word for word in found if not word.is_stop] or found
        groups, position = [], 0
        while position < len(told):
            group, length = self.group_at(told, position, as_typed)
            groups.append(group)
            position += length
        return Question(text, tuple(distinct(groups)))

    def group_at(self, told, position, as_typed):
        """Return the group that begins with a word, and how many words it takes."""
        longest = 0 if as_typed else min(LONGEST_PHRASE, len(told) - position)
        for length in range(longest, 1, -1):
            phrase = told[position : position + length]
            if also := self.synonyms.get(tuple(word.key for word in phrase)):
                return self.synonymous(phrase, also), length
        word, after = told[position], told[position + 1 : position + 2]
        if after and (joined := self.joined(word, after[0])):
            own = (word.key, after[0].key)
            readings = (Reading(own), *(Reading(keys, COMPOUND) for keys in joined if keys != own))
            return Group(word.start, after[0].end, readings), 2
        return self.alone(word, is_last=not after, as_typed=as_typed), 1

    def synonymous(self, phrase, also):
        """Return the group of words that have synonyms, these included."""
        own = tuple(word.key for word in phrase)
        readings = (Reading(own), *(Reading(keys, SYNONYM, written) for keys, written in also))
        return Group(phrase[0].start, phrase[-1].end, readings)

    def joined(self, left, right):
        """Return the readings of two words that the index writes as one: « cyber sécurité »."""
        if len(left.form) + len(right.form) < SHORTEST_JOINED:
            return []
        entries = self.vocabulary.forms.get(left.form + right.form, ())
        return [entry.keys for entry in entries if entry.named]

    def alone(self, word, is_last, as_typed):
        """Return the group of one word: as it is, what it also means, begins, is mistyped for."""
        readings = [Reading(keys) for keys in self.vocabulary.readings(word.form, word.key)]
        also = () if as_typed else self.synonyms.get((word.key,), ())
        readings += [Reading(keys, SYNONYM, written) for keys, written in also]
        if not as_typed:
            readings += [
                Reading(entry.keys, ACTION, entry.written) for entry in self.vocabulary.doers(word.form)
            ]
        # Cut words are usual in French, at any place: « sécu », « admin », « compta ».
        if is_last or (not readings and len(word.form) >= SHORTEST_CUT):
            readings += self.begun(word)
        named = (
            self.kinds.get(keys[0]) for keys in ((word.key,), *(keys for keys, _ in also)) if len(keys) == 1
        )
        kind = next(filter(None, named), "")
        # One letter at the end is a word that is just begun: it says nothing yet.
        is_begun = is_last and len(word.form) < SHORTEST_PREFIX and not readings
        is_soft = bool(kind) or is_begun or word.key in SOFT_KEYS
        corrections = [] if readings or is_soft or as_typed else self.vocabulary.corrections(word.form)
        for entry in corrections:
            readings += self.entry_readings(entry, CORRECTED, entry.written)
        return Group(
            word.start,
            word.end,
            tuple({reading.keys: reading for reading in reversed(readings)}.values())[::-1],
            is_soft=is_soft,
            kind=kind,
            is_vague=word.key in VAGUE_KEYS,
            is_corrected=bool(corrections),
        )

    def begun(self, word):
        """Return the readings of a word that may be just begun: a term of two letters, « RH », is whole."""
        is_term = (word.key,) in self.synonyms
        if is_term and len(word.form) <= SHORTEST_PREFIX:
            return []
        readings = []
        for entry in self.vocabulary.completions(word.form):
            worth = PREFIX + (CORRECTED - PREFIX) * len(word.form) / len(entry.form)
            readings += self.entry_readings(entry, worth * TERM if is_term else worth)
        return readings

    def entry_readings(self, entry, worth, written=""):
        """Return the readings of a word of the index, its synonyms included."""
        also = self.synonyms.get(entry.keys, ())
        return [
            Reading(entry.keys, worth, written),
            *(Reading(keys, worth * SYNONYM, written) for keys, _ in also),
        ]


def distinct(groups):
    """Return the groups without those that repeat another: « technicien, technicienne »."""
    seen, kept = set(), []
    for group in groups:
        mark = frozenset(reading.keys for reading in group.readings) or group.start
        if mark not in seen:
            seen.add(mark)
            kept.append(group)
    return kept
