"""Addresses that hold the state of a page."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from core import querystring

PAIRS = st.lists(
    st.tuples(st.sampled_from(["niveau", "pays", "q", "page"]), st.text(min_size=1)), unique=True
)


def test_an_address_without_choices_has_no_question_mark():
    assert querystring.build("/metiers/", []) == "/metiers/"


def test_empty_values_leave_no_trace():
    assert querystring.build("/metiers/", [("q", ""), ("page", None), ("niveau", "bac")]) == (
        "/metiers/?niveau=bac"
    )


def test_accents_and_separators_are_quoted():
    assert querystring.build("/recherche/", [("q", "ingénieur & cie")]) == (
        "/recherche/?q=ing%C3%A9nieur+%26+cie"
    )


@given(PAIRS)
def test_what_is_built_reads_back_the_same(pairs):
    built = querystring.build("/x/", pairs)
    assert parse_qsl(urlsplit(built).query) == pairs


def test_repeated_and_empty_parameters_are_read_once():
    assert querystring.pairs_of(QueryDict("m=a&m=b&m=a&q=&pays=france")) == [
        ("m", "a"),
        ("m", "b"),
        ("pays", "france"),
    ]


def test_replacing_keeps_the_others_and_none_drops():
    pairs = [("niveau", "bac"), ("page", "2")]
    assert querystring.replaced(pairs, page=3) == [("niveau", "bac"), ("page", 3)]
    assert querystring.replaced(pairs, page=None) == [("niveau", "bac")]


@given(PAIRS, st.sampled_from(["niveau", "pays"]), st.text(min_size=1))
def test_toggling_twice_comes_back_to_the_first_page_of_the_same_choices(pairs, name, value):
    pairs = [pair for pair in pairs if pair != (name, value)]
    chosen = querystring.toggled(pairs, name, value)
    assert (name, value) in chosen
    assert querystring.toggled(chosen, name, value) == querystring.without(pairs, "page")


@pytest.mark.parametrize("value", [5, "5"])
def test_toggling_knows_a_number_from_its_text(value):
    assert querystring.toggled([("niveau", "5"), ("page", "2")], "niveau", value) == []


def test_without_drops_every_name_given():
    assert querystring.without([("a", "1"), ("b", "2"), ("c", "3")], "a", "c") == [("b", "2")]
