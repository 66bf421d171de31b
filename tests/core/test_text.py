"""French text, as it is folded for search and written for readers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import either, enumerate_words, euros, fold, french_number, french_range


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élève-ingénieur", "eleve ingenieur"),
        ("L’ŒUVRE d'Ætius", "l oeuvre d aetius"),
        ("  C++ et C#  ", "c++ et c#"),
        ("Bac\u00a0+\u00a02", "bac + 2"),
        ("ﬁbre", "fibre"),
        ("👩‍🎓", ""),
        ("", ""),
    ],
)
def test_folding_leaves_words_without_accents_case_or_ligatures(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (999, "999"),
        (36960, "36\u202f960"),
        (Decimal("1443.50"), "1\u202f443,5"),
        (Decimal("1867.02"), "1\u202f867,02"),
        (Decimal("36960.00"), "36\u202f960"),
        (1_000_000, "1\u202f000\u202f000"),
        ("0.78", "0,78"),
    ],
)
def test_numbers_have_narrow_spaces_and_a_decimal_comma(value, written):
    assert french_number(value) == written


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_written_number_keeps_its_value(value):
    assert Decimal(french_number(value).replace("\u202f", "").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("low", "high", "unit", "written"),
    [
        (2, 3, "mois", "2 à 3\u00a0mois"),
        (3, 3, "ans", "3\u00a0ans"),
        (3, None, "mois", "à partir de 3\u00a0mois"),
        (None, 3, "mois", "jusqu’à 3\u00a0mois"),
        (34000, 41000, "€", "34\u202f000 à 41\u202f000\u00a0€"),
        (0, 2, "", "0 à 2"),
        (None, None, "mois", ""),
    ],
)
def test_ranges_say_which_bound_is_known(low, high, unit, written):
    assert french_range(low, high, unit) == written


@pytest.mark.parametrize(
    ("words", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_words_are_listed_with_one_et(words, written):
    assert enumerate_words(words) == written


def test_words_may_come_from_a_generator():
    assert enumerate_words(word for word in ("cours", "stage")) == "cours et stage"


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (1, 1, "1\u00a0an"),
        (0, 1, "0 à 1\u00a0an"),
        (1, None, "à partir de 1\u00a0an"),
        (1, 2, "1 à 2\u00a0ans"),
    ],
)
def test_years_are_plural_from_two_on(low, high, written):
    assert french_range(low, high, "ans") == written


def test_money_has_no_cents_or_two():
    assert french_range(Decimal("1801.80"), None, "€") == "à partir de 1\u202f801,80\u00a0€"
    assert french_range(Decimal("1350.00"), Decimal("1600.00"), "€") == "1\u202f350 à 1\u202f600\u00a0€"
    assert (euros(Decimal("1867.02")), euros(36960)) == ("1\u202f867,02\u00a0€", "36\u202f960\u00a0€")


@pytest.mark.parametrize(
    ("left", "right", "question"),
    [
        ("technicien cloud", "architecte cloud", "technicien ou architecte cloud"),
        ("technicien cloud", "ingénieur cloud computing", "technicien ou ingénieur cloud"),
        ("ingénieur cloud computing", "architecte cloud", "ingénieur ou architecte cloud"),
        (
            "technicien de maintenance informatique",
            "technicien support informatique",
            "technicien de maintenance ou technicien support informatique",
        ),
        ("architecte cloud", "ingénieur DevOps", "architecte cloud ou ingénieur DevOps"),
        ("ingénieur cloud", "ingénieur cloud souverain", "ingénieur cloud ou ingénieur cloud souverain"),
        ("développeur", "développeur", "développeur ou développeur"),
        ("développeur", "architecte", "développeur ou architecte"),
        ("administrateur", "administrateur systèmes", "administrateur ou administrateur systèmes"),
    ],
)
def test_what_two_names_share_at_the_end_is_said_once(left, right, question):
    assert either(left, right) == question
