"""How words sound, so that one written by ear is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.normalizer import folded, key
from core.search.sound import sound


def heard(word):
    return sound(key(folded(word)))


@pytest.mark.parametrize(
    ("by_ear", "written"),
    [
        ("informatik", "informatique"),
        ("fisioterapeute", "physiothérapeute"),
        ("orthofonist", "orthophoniste"),
        ("notère", "notaire"),
        ("sécrétère", "secrétaire"),
        ("jandarme", "gendarme"),
        ("anbulansier", "ambulancier"),
        ("coifeur", "coiffeuse"),
        ("kordonnier", "cordonnière"),
        ("farmassien", "pharmacienne"),
        ("psicologue", "psychologue"),
        ("teknicien", "technicien"),
        ("chirurjien", "chirurgien"),
        ("mécanissien", "mécanicienne"),
        ("direxion", "direction"),
        ("enologue", "œnologue"),
        ("chaudronier", "chaudronnier"),
        ("pome", "paume"),
    ],
)
def test_a_word_written_by_ear_sounds_as_it_should(by_ear, written):
    assert heard(by_ear) == heard(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fleuriste", "floriste"), ("masseur", "maçon"), ("serveur", "serrurier"), ("gérant", "garant")],
)
def test_words_that_an_ear_tells_apart_stay_apart(one, other):
    assert heard(one) != heard(other)


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=60))
def test_any_word_sounds(form):
    assert len(sound(form)) <= 2 * len(form)
