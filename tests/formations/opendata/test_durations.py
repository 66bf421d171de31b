"""The lengths of formations in the open data, in years."""

from decimal import Decimal

import pytest

from formations.opendata.durations import years


@pytest.mark.parametrize(
    ("words", "length"),
    [("1 an", "1"), ("3 ans ", "3"), ("18 mois", "1.5"), ("20 semaines", "0.4"), ("26 semaines", "0.5")],
)
def test_a_length_is_counted_in_years(words, length):
    assert years(words) == Decimal(length)


def test_no_words_are_no_length():
    assert years(" ") is None


@pytest.mark.parametrize("words", ["deux ans", "2 ans et demi", "variable"])
def test_a_length_in_other_words_is_refused(words):
    with pytest.raises(ValueError, match=words):
        years(words)
