"""Near names for a mistyped one."""

import pytest

from core.near import LONGEST_WORD, near

CANDIDATES = [
    ("technicien-cloud", 1),
    ("technicien cloud", 1),
    ("ingenieur-cloud-computing", 2),
    ("architecte-cloud", 3),
    ("administrateur-systemes", 4),
]


@pytest.mark.parametrize(
    "word", ["technicien-clod", "TECHNICIEN CLOUD", "cloud technicien", "technicïen-cloud"]
)
def test_a_mistyped_name_is_recognised_first_and_once(word):
    assert near(word, CANDIDATES)[0] == 1
    assert near(word, CANDIDATES).count(1) == 1


def test_a_name_that_resembles_nothing_brings_nothing():
    assert near("boulanger", CANDIDATES) == []


@pytest.mark.parametrize("word", ["", "   ", "!!!", "👩‍🎓"])
def test_a_name_without_letters_brings_nothing(word):
    assert near(word, CANDIDATES) == []


def test_at_most_three_names_are_offered():
    candidates = [(f"technicien cloud {number}", number) for number in range(9)]
    assert len(near("technicien cloud", candidates)) == 3
    assert len(near("technicien cloud", candidates, limit=5)) == 5


def test_only_the_beginning_of_an_endless_name_is_read():
    assert near("technicien cloud" + " " * LONGEST_WORD + "x" * 10_000, CANDIDATES)[0] == 1
