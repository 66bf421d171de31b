"""A line of open data, mended: no control, no doubled space, and no letter changed that could be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.opendata_text import clean, comparable
from core.text import fold


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  styliste\u00a0 de  mode ", "styliste de mode"),
        ("arts &amp; métiers", "arts & métiers"),
        ("arts &amp;amp; métiers", "arts & métiers"),
        ("d&#339;uvre", "dœuvre"),
        ("&#129;À bord", "À bord"),
        ("&#146;", "’"),
        ("ma\x9cuvre", "maœuvre"),
        ("sport&section", "sport&section"),
        ("R&D;", "R&D;"),
        ("psycho\u00adlogue", "psychologue"),
        ("e\u0301cole", "école"),
        ("un\u2028deux\u200btrois", "un deuxtrois"),
        ("l'été, l''hiver", "l’été, l’hiver"),
        ("l'' usine", "l’usine"),
        ("l' atelier d 'art", "l’atelier d’art"),
        ("d' « école »", "d’« école »"),
        ("les 'nouveaux' métiers", "les 'nouveaux' métiers"),
        ("Vente , publicité .", "Vente, publicité."),
        ("le cloud .NET", "le cloud .NET"),
        ("chef-d'oeuvre, Oeuvre, OEIL", "chef-d’œuvre, Œuvre, ŒIL"),
        ("coeur, soeurs, noeud, voeux", "cœur, sœurs, nœud, vœux"),
        ("maître d'oeuvre, manoeuvrer", "maître d’œuvre, manœuvrer"),
        ("moelleux, coefficient, Boeing, poêle", "moelleux, coefficient, Boeing, poêle"),
        ("\x00\x01", ""),
    ],
)
def test_a_line_is_mended_where_its_meaning_is_certain(text, cleaned):
    assert clean(text) == cleaned


PIECES = ["&amp;", "&am", "\u00ad", "p;", "#146;", "'", "’", "l"]
PIECES += [" ", "\u00a0", "oe", "uvre", "co", "ur", ",", "."]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="aàloeuvrcdn'’ \u00a0.,;:!?«»\"-/()0123456789€%"))
def test_no_letter_and_no_digit_is_lost(text):
    assert fold(clean(text)).replace(" ", "") == fold(text).replace(" ", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l''entretien", "l’entretien"),
        ("bois, pierre...", "bois, pierre…"),
        ("chef-d'œuvre - atelier", "chef-d’oeuvre – atelier"),
        ('soudage "à froid"', "soudage “à\u200b froid”"),
    ],
)
def test_two_exports_of_one_text_are_the_same_in_all_but_their_typography(one, other):
    assert comparable(one) == comparable(other)


def test_another_word_or_another_capital_is_another_text():
    assert len({comparable(text) for text in ("Chef de rang", "chef de rang", "chefs de rang")}) == 3
