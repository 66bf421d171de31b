"""French words made comparable: inclusive writing, genders, plurals, on made-up and on real names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.normalizer import LONGEST_WORD, folded, key, keys, words

# Another word altogether, which no rule of endings can know.
APART = ["Banderilla", "Femme d'équipage d'engin blindé"]
PAIRS = [
    line.split(" | ")
    for line in Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def forms(text):
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Œnologue", "oenologue"),
        ("l’École d'ingénieurs", "ecole ingenieurs"),
        ("technico-commercial", "technico commercial"),
        ("c++ et C#", "cplusplus et csharp"),
        ("CompTIA A+", "comptia aplus"),
        ("bac + 5, Bac+2", "bacplus5 bacplus2"),
        ("R&D, BUT R & T", "rd but rt"),
        ("S.R.E.", "sre"),
        ("CI/CD, niveau 2/3, Linux/Unix", "ci cd niveau 2 3 linux unix"),
        ("ＣＡＦＥ\u0301", "cafe"),
        ("peut-être", "peut etre"),
        ("مهندس 👩‍🎓", ""),
    ],
)
def test_a_text_is_read_word_by_word(written, read):
    assert " ".join(forms(written)) == read


@pytest.mark.parametrize(
    "written",
    [
        "ingénieur/e",
        "ingénieur(e)",
        "ingénieur (e)",
        "ingénieur·e",
        "ingénieur•e",
        "ingénieur.e",
        "ingénieur-e",
        "ingénieur·e·s",
        "ingénieur·es",
        "ingénieur.e.s",
        "ingénieur(e)s",
        "ingénieurs",
        "ingénieure",
        "INGÉNIEURES",
    ],
)
def test_inclusive_writing_is_the_same_word(written):
    assert keys(written) == ["ingenieur"]


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("chef/fe de projet", "cheffe de projet"),
        ("acheteur/euse", "acheteuse"),
        ("conducteur(trice) de métro", "conductrice de métros"),
        ("infirmier (ère)", "infirmières"),
        ("sportif/ve", "sportives"),
        ("directeur·rice", "directrice"),
        ("musicien/enne", "musiciennes"),
        ("vendeur(se)-conseil", "vendeuse conseil"),
        ("dessinateur-trice", "dessinatrice"),
        ("accastilleur(se)-monteur(se)", "accastilleuse monteuse"),
        ("secrétaires généraux", "secrétaire générale"),
        ("marchandises dangereuses", "marchandise dangereux"),
        ("conducteur de travaux", "conductrice de travail"),
        ("réseaux locaux", "réseau local"),
    ],
)
def test_genders_and_plurals_are_the_same_words(written, other):
    assert keys(written) == keys(other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("chai", "chaise"),
        ("cours", "course"),
        ("base", "bas"),
        ("mateur", "matrice"),
        ("port", "poste"),
        ("vin", "vins"[:2]),
        ("analyse", "analyste"),
        ("son", "sonde"),
    ],
)
def test_other_words_stay_apart(left, right):
    assert keys(left) != keys(right)


def test_six_hundred_real_names_are_joined_but_for_those_with_another_word():
    assert len(PAIRS) == 600
    apart = [feminine for masculine, feminine in PAIRS if keys(masculine) != keys(feminine)]
    assert apart == APART


def test_words_that_say_nothing_are_left_out_unless_there_is_nothing_else():
    assert keys("technicienne de la maintenance") == keys("technicien maintenance")
    assert keys("de la") == ["de", "la"]
    assert keys("ingénieur du son") == ["ingenieur", "son"]


def test_a_word_knows_where_it_stands():
    text = "Chef·fe de l’équipe"
    assert [text[word.start : word.end] for word in words(text)] == ["Chef·fe", "de", "équipe"]


@given(st.text(max_size=300))
def test_no_text_is_refused_and_what_is_made_of_it_is_bounded(text):
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(word.form.isascii() and word.form.isalnum() for word in found)
    assert all(word.key.isascii() and word.key.isalnum() for word in found)
    assert all(len(word.form) <= LONGEST_WORD and len(word.key) <= LONGEST_WORD for word in found)


@given(st.text("abceilnorstux", max_size=20))
def test_a_key_is_its_own_key(text):
    assert key(key(text)) == key(text)


def test_the_keys_of_real_names_are_their_own_keys():
    for name in (name for pair in PAIRS for name in pair):
        assert [key(part) for part in keys(name)] == keys(name)


def test_a_word_without_end_is_cut():
    assert folded("é" * 10_000) == "e" * LONGEST_WORD
