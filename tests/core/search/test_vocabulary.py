"""The words that the index knows: beginnings and typing mistakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.normalizer import LONGEST_WORD, folded
from core.search.vocabulary import IndexWord, Vocabulary
from tests.core.search.made_up import vocabulary

WORDS = vocabulary()


def corrected(typed):
    return [entry.written for entry in WORDS.corrections(folded(typed))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("clud", "cloud"),
        ("cluod", "cloud"),
        ("clloud", "cloud"),
        ("clood", "cloud"),
        ("inginieur", "ingénieur"),
        ("imgenieyr", "ingénieur"),
        ("kubernets", "kubernetes"),
        ("cibersecurite", "cybersécurité"),
        ("irtualisation", "virtualisation"),
        ("direteur", "directeur"),
        ("virtualizassion", "virtualisation"),
        ("direkteur", "directeur"),
        ("dévelaupeur", "développeur"),
        ("prauget", "projet"),
    ],
)
def test_a_mistyped_word_is_corrected(typed, meant):
    assert corrected(typed) == [meant]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("dis", "under four letters, any word is near another"),
        ("loud", "a short word keeps its first letter"),
        ("clad", "two mistakes in a short word"),
        ("imgemieyr", "three mistakes in a long word"),
        ("nuagge", "a word of the texts alone is no correction"),
        ("2024", "no word at all"),
        ("azertyuiop", "nothing is near"),
        ("a" * LONGEST_WORD, "no word is that long"),
    ],
)
def test_what_is_too_far_is_left_alone(typed, reason):
    assert corrected(typed) == [], reason


def test_what_sounds_the_same_is_nearer_than_one_letter():
    words = Vocabulary([IndexWord(form, (form,), form, 1, 1) for form in ("noter", "notair", "notes")], 3)
    assert [entry.form for entry in words.corrections("nothaire")] == ["notair", "noter"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dingenieur", "ingénieur"), ("sioprojet", "SIO projet"), ("backcloud", "back cloud")],
)
def test_words_typed_as_one_are_told_apart(typed, meant):
    assert corrected(typed) == [meant]


def test_a_beginning_finds_the_words_of_names_in_either_gender():
    assert [entry.written for entry in WORDS.completions("develop")] == ["développeur"]
    assert [entry.written for entry in WORDS.completions("developpeus")] == ["développeuse"]
    assert [entry.written for entry in WORDS.completions("ba")] == ["back", "back-end", "bases"]
    assert WORDS.completions("nuag") == []
    assert WORDS.completions("b") == []


@pytest.mark.parametrize(
    ("verb", "nouns"),
    [
        ("développer", ["développeur"]),
        ("conduire", ["conducteur"]),
        ("fabriquer", ["fabricant", "fabrication"]),
        ("garder", ["gardien", "garderie", "garde"]),
        ("vendre", ["vendeur"]),
        ("servir", ["serveur"]),
        ("serveur", []),
        ("ser", []),
    ],
)
def test_a_verb_leads_to_who_does_it_and_to_the_doing(verb, nouns):
    forms = [
        "conducteur",
        "fabricant",
        "fabrication",
        "gardien",
        "garderie",
        "garde",
        "vendeur",
        "serveur",
        "developpeur",
    ]
    words = Vocabulary([IndexWord(form, (form,), form, 1, 1) for form in forms], len(forms))
    assert [entry.form for entry in words.doers(folded(verb))] == [folded(noun) for noun in nouns]


def test_a_word_reads_as_its_key_and_as_the_compound_it_writes():
    assert WORDS.readings("cloud", "cloud") == [("cloud",)]
    assert WORDS.readings("backend", "backend") == [("back", "end")]
    assert WORDS.readings("inconnu", "inconnu") == []


def test_rare_words_tell_more():
    assert WORDS.rarity("dsi") > WORDS.rarity("developpeur") * 0.9
    assert WORDS.rarity("inconnu") > WORDS.rarity("cloud")


@given(st.text("abcdeilnorstuz0123456789", min_size=1, max_size=LONGEST_WORD))
def test_any_word_is_answered(form):
    assert len(WORDS.corrections(form)) <= 4
    assert len(WORDS.completions(form)) <= 40
