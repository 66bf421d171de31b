"""How long a roadmap takes."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from formations.durations import months, total, weights, years


def step(low, high, unite="mois"):
    return SimpleNamespace(duree_min=low, duree_max=high, unite=unite)


UNKNOWN = step(None, None, "")


def test_years_count_twelve_months_each():
    assert months(step(3, 5, "an")) == (36, 60)


def test_a_step_without_length_has_no_months():
    assert months(UNKNOWN) is None


def test_a_step_with_one_bound_only_has_no_months():
    assert months(step(3, None)) is None


def test_the_months_of_the_steps_add_up():
    assert total([step(2, 3), step(3, 6), step(6, 12)]) == "11 à 21\u00a0mois"


def test_years_stay_years():
    assert total([step(2, 3, "an"), step(3, 3, "an")]) == "5 à 6\u00a0ans"


def test_one_year_in_all_is_singular():
    assert total([step(1, 1, "an")]) == "1\u00a0an"


def test_years_and_months_together_are_told_in_months():
    assert total([step(1, 1, "an"), step(3, 6)]) == "15 à 18\u00a0mois"


@pytest.mark.parametrize("steps", [[], [UNKNOWN], [step(2, 3), UNKNOWN]])
def test_no_total_is_given_where_a_length_is_missing(steps):
    assert total(steps) == ""


def test_steps_weigh_in_proportion_to_their_mean_length():
    assert weights([step(2, 3), step(3, 6), step(6, 12)]) == [1, 2, 4]


def test_a_step_never_weighs_more_than_six():
    assert weights([step(1, 1), step(10, 10, "an")]) == [1, 6]


def test_steps_of_unknown_length_weigh_the_same():
    assert weights([UNKNOWN, UNKNOWN]) == [1, 1]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (None, ""),
        (Decimal("0.5"), "6\u00a0mois"),
        (1, "1\u00a0an"),
        (Decimal("1.5"), "1,5\u00a0an"),
        (Decimal("2.0"), "2\u00a0ans"),
        (3, "3\u00a0ans"),
    ],
)
def test_a_number_of_years_is_said_in_french(number, said):
    assert years(number) == said
