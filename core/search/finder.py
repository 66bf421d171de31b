"""Asking the index: at most six queries, and an answer whatever is asked and whatever state it is in."""

import logging
from dataclasses import dataclass, replace

from django.db import DatabaseError

from core.search.base import kinds
from core.search.entry import NAME, SKILL, TITLES
from core.search.index import engine, rebuild
from core.search.lexicon import forget, lexicon
from core.search.question import SYNONYM, Question
from core.search.ranking import IN_TEXT, SPREAD, held_groups, rank

logger = logging.getLogger(__name__)

# Below, so many points less are no reason for a kind of pages to stand behind another.
A_FEW = 15
# What a page that says little loses, unless it bears the very name that was asked for.
MINOR, EXACT = 12, 90
# What a document reaches whose names hold nothing of what was asked.
IN_TEXTS_ALONE = SPREAD * IN_TEXT
# One or two words of a question may be all that answers it; of more, all but one have to.
MOST_SCATTERED = 2
IN_NAMES = (*TITLES, SKILL)
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
            level = next((floor for floor in (EXACT, NAMED) if best >= floor), best // A_FEW)
            return code not in asked, -level, places.index(code)

        return {code: found[code] for code in sorted(found, key=place)}


def find(text, as_typed=False, enough=0):
    """Return the `Answer` to a question.

    Where so many pages are `enough` to whoever asks, texts are not read once the titles of so many hold the
    words, and pages beyond those that are put in order are left out.

    A missing, emptied or broken index is built again, once. Whether it was emptied is asked
    when it finds nothing: one query more, of questions without answer alone.
    """
    try:
        answer = answer_to(text, as_typed, enough)
        if answer.ranked or not answer.question.groups or engine().is_whole():
            return answer
        logger.warning("The index of the search was emptied, it is built again")
    except DatabaseError as error:
        logger.warning("The index of the search cannot be read, it is built again: %s", error)
    try:
        forget()
        rebuild()
        return answer_to(text, as_typed, enough)
    except DatabaseError:
        logger.exception("The index of the search cannot be built")
        return Answer(Question(text), is_down=True)


def answer_to(text, as_typed, enough):
    """Return the `Answer` to a question by an index that is there."""
    known, asked = lexicon(), (text, as_typed, enough)
    answer = known.answers.get(asked)
    if answer is None:
        answer = answer_of(known.reader, *asked)
        known.keep(asked, answer)
    return answer


def answer_of(reader, text, as_typed, enough):
    """Return the `Answer` to a question by a `Reader` of it."""
    answer = search(reader.read(text, as_typed), reader.vocabulary.rarity, enough)
    if answer.ranked and answer.question.is_ambiguous:
        settled = answer.question.settled(answer.ranked[0].names)
        if settled != answer.question:
            return search(settled, reader.vocabulary.rarity, enough)
    return answer


def search(question, rarity, enough=0):
    """Return the `Answer` to a question that was read: by all its words, else without those that are vague,
    else by all but one, else by some."""
    groups, essential, missing = question.asked, question.essential, question.missing
    answer = Answer(question, dropped=tuple(question.words_of(missing)))
    if not groups:
        return answer
    if question.is_hopeless:
        return scattered(answer, rarity)
    if found := holding_all(groups, enough):
        ranked = order(found, groups, question.wishes, rarity)
        if ranked[0].score < NAMED and len(groups) > 1:
            ranked = completed(found, ranked, question, rarity)
        return replace(answer, ranked=ranked)
    if len(essential) < len(groups):
        if found := engine().match([readings_of(essential)]):
            left = [group for group in groups if group not in essential]
            ranked = order(found, essential, question.wishes, rarity)
            return replace(answer, ranked=ranked, dropped=tuple(question.words_of(missing + left)))
    elif len(groups) > MOST_SCATTERED and not missing and (found := nearly(groups, rarity)):
        return replace(answer, ranked=order(found, groups, question.wishes, rarity), is_scattered=True)
    return scattered(answer, rarity)


def holding_all(groups, enough):
    """Return the `Match`es of pages that hold all groups, or those whose titles do if they are `enough`."""
    asked = [readings_of(groups)]
    if enough and len(found := engine().match(asked, TITLES, is_short=True)) >= enough:
        return found
    return engine().match(asked, is_short=bool(enough))


def completed(found, ranked, question, rarity):
    """Return the `Ranked` documents of `Match`es whose names do not hold all words, and of those beside.

    Those whose names hold most words take their place among them; where texts alone hold the words, those
    whose names hold one follow.
    """
    groups, known = question.asked, {match.number for match in found}
    if ranked[0].score > IN_TEXTS_ALONE or len(groups) > MOST_SCATTERED:
        found += [match for match in nearly(groups, rarity) if match.number not in known]
        return order(found, groups, question.wishes, rarity)
    others = engine().match([readings_of([group]) for group in groups], IN_NAMES)
    others = order([match for match in others if match.number not in known], groups, question.wishes, rarity)
    return (*ranked, *(replace(document, score=0) for document in others))


def nearly(groups, rarity):
    """Return the `Match`es of pages whose names hold all groups but one; of two, that bear one as a name."""
    if len(groups) > MOST_SCATTERED:
        found = engine().match([readings_of(others) for others in but_one(groups)], IN_NAMES)
        return [
            match
            for match in found
            if match.names and held_groups([*match.names, *match.skills()], groups) >= len(groups) - 1
        ]
    found = engine().match([readings_of([group]) for group in groups], TITLES)
    return bearing_one(found, groups, rarity)


def but_one(groups):
    return ([other for other in groups if other is not group] for group in groups)


def scattered(answer, rarity):
    """Return the `Answer` of pages that hold some of the words, where none holds enough of them.

    A page whose very name is one of the words answers beside any other word. Else, when the guide knows all
    words, so do the pages whose names hold one.
    """
    question = answer.question
    groups, missing = question.essential, question.missing
    if len(missing) > len(groups) or len(groups) + len(missing) < 2:
        return answer
    found = engine().match([readings_of([group]) for group in groups], IN_NAMES)
    named = bearing_one(found, groups, rarity)
    ranked = order(named or ([] if missing else found), groups, question.wishes, rarity)
    held = {key for document in ranked for name in document.names for key in name.keys}
    left = [group for group in question.asked if not group.best_among(held)[0]]
    return replace(
        answer,
        ranked=ranked,
        dropped=tuple(question.words_of(missing + left)),
        is_scattered=bool(ranked),
    )


def bearing_one(found, groups, rarity):
    """Return those of `Match`es whose very name is one of the groups."""
    return [match for match in found if match.names and bears(match.names, groups, rarity)]


def bears(names, groups, rarity):
    """Say whether one of the names is what one of the groups asks for, as it was typed."""
    typed = (
        replace(group, readings=[reading for reading in group.readings if reading.worth >= SYNONYM])
        for group in groups
    )
    return any(rank(names, [group], (), rarity).score >= EXACT for group in typed)


def readings_of(groups):
    return [[reading.keys for reading in group.readings] for group in groups]


def order(found, groups, wishes, rarity):
    """Return the `Ranked` documents of `Match`es as a tuple, the best first.

    The first of each kind are ordered by their names, the others follow in the engine's order.
    """
    best = []
    for match in found:
        if match.names:
            own = rank(match.names, groups, wishes, rarity, match.skills)
            if match.is_minor and own.score < EXACT:
                own = replace(own, score=own.score - MINOR)
            best.append((own, length_of(match.names), match))
    best.sort(key=lambda item: (-round(item[0].score, 3), item[2].is_minor, item[1], item[2].number))
    others = [match for match in found if match.names is None]
    return (
        *(
            Ranked(match.number, match.kind, match.key, own.score, match.is_minor, own.names)
            for own, _, match in best
        ),
        *(Ranked(match.number, match.kind, match.key, 0, match.is_minor) for match in others),
    )


def length_of(names):
    return min((len(name.keys) for name in names if name.weight == NAME), default=0)
