"""Which page answers best, by its names alone."""

import pytest

from core.search.entry import NAME, OTHER_NAME, SKILL, Name
from core.search.normalizer import keys
from core.search.question import Group, Reading
from core.search.ranking import held_groups, rank


def groups(text):
    return [Group(0, 1, (Reading((key,)),)) for key in keys(text)]


def names(*told):
    return [Name(weight, tuple(keys(text)), (text,)) for weight, text in told]


def score(question, *told, wishes=""):
    return rank(names(*told), groups(question), groups(wishes) if wishes else [], lambda key: 1).score


ANSWERS = [
    ("the exact name", [(NAME, "chef de projet")]),
    ("another exact name", [(NAME, "pilote"), (OTHER_NAME, "chef de projet")]),
    ("a name with one word more", [(NAME, "chef de projet web")]),
    ("a name with three words more", [(NAME, "chef de projet web et jeux vidéo")]),
    ("another name with one word more", [(NAME, "pilote"), (OTHER_NAME, "chef de projet web")]),
    ("a skill", [(NAME, "pilote"), (SKILL, "chef de projet web")]),
    ("words here and there", [(NAME, "chef"), (SKILL, "projet")]),
    ("a word, the other in the text", [(NAME, "chef")]),
    ("words of the text alone", [(NAME, "pilote")]),
]


def test_exact_names_come_first_then_names_other_names_skills_texts():
    scores = {what: score("chef de projet", *told) for what, told in ANSWERS}
    assert sorted(scores, key=scores.get, reverse=True) == [what for what, _ in ANSWERS]
    assert len(set(scores.values())) == len(ANSWERS)


def test_the_order_of_the_words_counts_a_little():
    assert score("chef pilote", (NAME, "chef pilote d’essai")) > score(
        "pilote chef", (NAME, "chef pilote d’essai")
    )
    assert score("chef", (NAME, "chef pilote")) > score("chef", (NAME, "pilote chef"))


def test_a_wish_that_is_held_counts_and_one_that_is_not_excludes_nothing():
    held = score("pilote", (NAME, "devenir pilote de ligne"), wishes="devenir")
    missed = score("pilote", (NAME, "carrière pilote de ligne"), wishes="devenir")
    assert held > missed > 50


def test_a_reading_worth_less_scores_less():
    begun = Group(0, 1, (Reading(("pilote",), 0.6),))
    assert rank(names((NAME, "pilote")), [begun], [], lambda key: 1).score < 100


def test_rare_words_count_for_more_when_they_are_spread():
    rarity = {"chef": 1, "brasseur": 5}.get
    asked = groups("chef brasseur")
    rare = rank(names((NAME, "brasseur")), asked, [], rarity).score
    usual = rank(names((NAME, "chef")), asked, [], rarity).score
    assert rare > usual


@pytest.mark.parametrize(("told", "held"), [("chef de projet", 2), ("projet", 1), ("pilote", 0)])
def test_the_words_that_names_hold_are_counted(told, held):
    assert held_groups(names((NAME, told)), groups("chef projet")) == held
