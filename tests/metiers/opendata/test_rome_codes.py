"""Codes of the ROME as the open data writes them."""

import pytest

from metiers.opendata.rome_codes import riasec, split_codes


@pytest.mark.parametrize(
    ("field", "codes", "rest"),
    [
        ("H1503 | H1504 |H1506", ["H1503", "H1504", "H1506"], []),
        ("A15 | A1503 | D1210", ["A1503", "D1210"], ["A15"]),
        ("Z1101", [], ["Z1101"]),
        (" M1805 ", ["M1805"], []),
        ("", [], []),
    ],
)
def test_what_is_no_code_is_set_aside(field, codes, rest):
    assert split_codes(field) == (codes, rest)


@pytest.mark.parametrize(
    ("major", "minor", "profile"),
    [("R", "C", "RC"), ("r", "", "R"), ("S", "S", "S"), ("", "", "")],
)
def test_a_profile_has_its_major_letter_first(major, minor, profile):
    assert riasec(major, minor) == profile


def test_a_letter_that_holland_lacks_is_refused():
    with pytest.raises(ValueError, match="RX"):
        riasec("R", "X")
