"""Dated reference values: which one holds on a day."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metiers.references import MissingReference, Reference, References

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(DAYS, st.lists(DAYS, unique=True))
def test_a_dated_value_holds_from_its_first_day_until_the_next_one(day, days):
    rows = References(Reference("mois-an", "FR", "", Decimal(12), since) for since in days)
    begun = [since for since in days if since <= day]
    if begun:
        assert rows.at("mois-an", "FR", day).depuis == max(begun)
    else:
        with pytest.raises(MissingReference):
            rows.at("mois-an", "FR", day)


@pytest.mark.parametrize("other", ["type_", "pays", "statut"])
def test_a_value_holds_for_its_own_type_country_and_status_alone(other):
    day = date(2026, 1, 1)
    asked = {"type_": "net-sur-brut", "pays": "FR", "statut": "cadre"}
    rows = References([Reference("net-sur-brut", "FR", "cadre", Decimal("0.75"), day)])
    assert rows.at(**asked, day=day).valeur == Decimal("0.75")
    with pytest.raises(MissingReference):
        rows.at(**asked | {other: "autre"}, day=day)
