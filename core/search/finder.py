"""Asking the index: at most six queries, and an answer whatever is asked and whatever state it is in."""

import logging
from dataclasses import dataclass, replace

from django.db import DatabaseError
from django.db.models import CharField, Value

from core.search.base import Hit, kinds
from core.search.entry import NAME
from core.search.excerpts import excerpt, marked
from core.search.index import engine, rebuild
from core.search.lexicon import forget, lexicon
from core.search.normalizer import words
from core.search.question import SYNONYM, Question
from core.search.ranking import best_reading, held_groups, rank

logger = logging.getLogger(__name__)

# What a page that says little loses, unless it bears the very name that was asked for.
MINOR, EXACT = 12, 90
# From here on, a name of the page holds what was asked; below, a skill, a tool or a text does.
NAMED = 45


@dataclass(frozen=True)
class Ranked:
    """A document found: its number in the index, its kind, the primary key of its page, its `Rank`."""

    number: int
    kind: str
    key: int
    score: float
    is_minor: bool
    names: tuple = ()


@dataclass(frozen=True)
class Answer:
    """What was found: the question as it was understood, the `Ranked` documents, the best first.

    `dropped` are words of the question that the documents do not hold; `is_scattered` says that they hold the
    others here and there, none of them all; `is_down` that the index could not be read.
    """

    question: Question
    ranked: tuple = ()
    dropped: tuple = ()
    is_scattered: bool = False
    is_down: bool = False

    @property
    def corrected(self):
        """Return the question as it was corrected, "" when it was taken as typed or found nothing."""
        return self.question.corrected if self.ranked else ""

    def by_kind(self):
        """Return {kind: its documents}: the kinds that the question names, those that bear the very name that
        was asked for, those whose names hold it, then what answers best.

        Kinds that answer as well as each other stand in their own order: a few points more of a shorter name
        put no guide before the métiers.
        """
        found = {}
        for document in self.ranked:
            found.setdefault(document.kind, []).append(document)
        asked, places = self.question.kinds, list(kinds())

        def place(code):
            best = found[code][0].score
            level = next((floor for floor in (EXACT, NAMED) if best >= floor), round(best))
            return code not in asked, -level, places.index(code)

        return {code: found[code] for code in sorted(found, key=place)}


def find(text, as_typed=False):
    """Return the `Answer` to a question. A missing, emptied or broken index is built again, once.

    Whether it was emptied is asked when it finds nothing: one query more, of questions without answer alone.
    """
    try:
        answer = answer_to(text, as_typed)
        if answer.ranked or not answer.question.groups or engine().is_whole():
            return answer
        logger.warning("The index of the search was emptied, it is built again")
    except DatabaseError as error:
        logger.warning("The index of the search cannot be read, it is built again: %s", error)
    try:
        forget()
        rebuild()
        return answer_to(text, as_typed)
    except DatabaseError:
        logger.exception("The index of the search cannot be built")
        return Answer(Question(text), is_down=True)


def answer_to(text, as_typed):
    """Return the `Answer` to a question by an index that is there."""
    reader = lexicon().reader
    answer = search(reader.read(text, as_typed), reader.vocabulary.rarity)
    if answer.ranked and answer.question.is_ambiguous:
        settled = answer.question.settled(answer.ranked[0].names)
        if settled != answer.question:
            return search(settled, reader.vocabulary.rarity)
    return answer


def search(question, rarity):
    """Return the `Answer` to a question that was read: by all its words, else without those that are vague,
    else by all but one, else by some."""
    groups, essential, missing = question.asked, question.essential, question.missing
    answer = Answer(question, dropped=tuple(question.words_of(missing)))
    if not groups:
        return answer
    if question.is_hopeless:
        return scattered(answer, rarity)
    if found := engine().match([readings_of(groups)]):
        return replace(answer, ranked=order(found, groups, question.wishes, rarity))
    if len(essential) < len(groups):
        if found := engine().match([readings_of(essential)]):
            left = [group for group in groups if group not in essential]
            ranked = order(found, essential, question.wishes, rarity)
            return replace(answer, ranked=ranked, dropped=tuple(question.words_of(missing + left)))
    elif len(groups) >= 3 and not missing:
        but_one = [readings_of([other for other in groups if other is not group]) for group in groups]
        found = engine().match(but_one, names_only=True)
        if ranked := order(found, groups, question.wishes, rarity, least=len(groups) - 1):
            return replace(answer, ranked=ranked, is_scattered=True)
    return scattered(answer, rarity)


def scattered(answer, rarity):
    """Return the `Answer` of pages that hold some of the words, where none holds enough of them.

    A page whose very name is one of the words answers beside any other word. Else, when the guide knows all
    words, so do the pages whose names hold one.
    """
    question = answer.question
    groups, missing = question.essential, question.missing
    if len(missing) > len(groups) or len(groups) + len(missing) < 2:
        return answer
    found = engine().match([readings_of([group]) for group in groups], names_only=True)
    named = [match for match in found if match.names and bears(match.names, groups, rarity)]
    ranked = order(named or ([] if missing else found), groups, question.wishes, rarity)
    held = {key for document in ranked for name in document.names for key in name.keys}
    left = [group for group in question.asked if not best_reading(group, held)[0]]
    return replace(
        answer,
        ranked=ranked,
        dropped=tuple(question.words_of(missing + left)),
        is_scattered=bool(ranked),
    )


def bears(names, groups, rarity):
    """Say whether one of the names is what one of the groups asks for, as it was typed."""
    typed = (
        replace(group, readings=[reading for reading in group.readings if reading.worth >= SYNONYM])
        for group in groups
    )
    return any(rank(names, [group], (), rarity).score >= EXACT for group in typed)


def readings_of(groups):
    return [[reading.keys for reading in group.readings] for group in groups]


def order(found, groups, wishes, rarity, least=0):
    """Return the `Ranked` documents of `Match`es as a tuple, the best first.

    The first of each kind are ordered by their names, the others follow in the engine's order. `least` is
    how many groups the names of a document have to hold.
    """
    best = []
    for match in found:
        if match.names and (not least or held_groups(match.names, groups) >= least):
            own = rank(match.names, groups, wishes, rarity)
            if match.is_minor and own.score < EXACT:
                own = replace(own, score=own.score - MINOR)
            best.append((own, length_of(match.names), match))
    best.sort(key=lambda item: (-round(item[0].score, 3), item[2].is_minor, item[1], item[2].number))
    others = [match for match in found if match.names is None and not least]
    return (
        *(
            Ranked(match.number, match.kind, match.key, own.score, match.is_minor, own.names)
            for own, _, match in best
        ),
        *(Ranked(match.number, match.kind, match.key, 0, match.is_minor) for match in others),
    )


def length_of(names):
    return min((len(name.keys) for name in names if name.weight == NAME), default=0)


def hits(documents, question):
    """Return the `Hit`s of `Ranked` documents, in order: 2 queries.

    A page that is no longer published is left out, whatever the index believes.
    """
    if not documents:
        return []
    shown = engine().shown([document.number for document in documents])
    # The index may have been built again since they were found.
    documents = [document for document in documents if document.number in shown]
    online = published({(document.kind, document.key) for document in documents})
    asked = Asked.of(question)
    return [
        hit_of(document, shown[document.number], asked)
        for document in documents
        if (document.kind, document.key) in online
    ]


@dataclass(frozen=True)
class Asked:
    """What a hit is read with: the groups of the question, all their keys, the forms that were typed."""

    groups: list
    keys: frozenset
    forms: frozenset

    @classmethod
    def of(cls, question):
        keys = {key for group in question.groups for reading in group.readings for key in reading.keys}
        forms = {word.form for word in words(question.text)}
        return cls(question.asked, frozenset(keys), frozenset(forms))

    def unsaid(self, said):
        """Return the keys of the groups that no reading of which is among the keys said."""
        readings = ([reading.keys for reading in group.readings] for group in self.groups)
        return {
            key
            for group in readings
            if not any(said.issuperset(keys) for keys in group)
            for keys in group
            for key in keys
        }


def published(pages):
    """Return those of (kind, primary key) pairs that are online: 1 query."""
    if not pages:
        return set()
    asked = {}
    for code, key in pages:
        asked.setdefault(code, []).append(key)
    first, *others = (
        kinds()[code]
        .model.objects.published()
        .filter(pk__in=keys)
        .order_by()
        .values_list(Value(code, output_field=CharField()), "pk")
        for code, keys in asked.items()
    )
    return set(first.union(*others, all=True))


def hit_of(document, shown, asked):
    """Return the `Hit` of a document: the name or the passage that answers where its title does not."""
    texts, resume = shown.pop("textes"), shown.pop("resume")
    others = [name.shown for name in document.names if name.weight != NAME and name.shown]
    said = {key for name in document.names for key in name.keys} | {word.key for word in words(resume)}
    return Hit(
        document.kind,
        **shown,
        trouve=", ".join(nearest(names, asked.forms) for names in others),
        resume=marked(resume, asked.keys),
        extrait=excerpt(texts, asked.unsaid(said)),
        is_minor=document.is_minor,
        score=document.score,
    )


def nearest(names, typed):
    """Return the way to write a name that is nearest to what was typed: « cheffe de projet »."""
    return max(names, key=lambda name: len(typed & {word.form for word in words(name)}))
