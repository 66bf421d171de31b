"""Filters that templates use."""

from types import SimpleNamespace

import pytest

from core.templatetags.sources import source_commune
from core.templatetags.texte import ancre, capitale, markdown, nombre, pluriel, typo


@pytest.mark.parametrize(("number", "mark"), [(0, ""), (1, ""), (1.5, ""), (2, "s"), (16, "s")])
def test_the_plural_begins_at_two(number, mark):
    assert pluriel(number) == mark


def test_an_empty_value_is_shown_as_nothing():
    assert [markdown(""), typo(None), nombre(None), capitale(""), capitale(None)] == [""] * 5


def test_only_the_first_letter_is_raised():
    assert capitale("ingénieur DevOps") == "Ingénieur DevOps"
    assert capitale("état") == "État"


def test_a_heading_becomes_an_anchor():
    assert ancre("Métiers d’avenir") == "metiers-d-avenir"


def test_a_source_is_common_when_every_row_has_it():
    one, other = SimpleNamespace(pk=1), SimpleNamespace(pk=2)
    rows = [SimpleNamespace(source=one), SimpleNamespace(source=one)]
    assert source_commune(rows) is one
    assert source_commune([*rows, SimpleNamespace(source=other)]) is None
    assert source_commune([]) is None
