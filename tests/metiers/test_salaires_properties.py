"""What holds of the arithmetic of salaries whatever the amount, the period, the nature and the unit."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metiers.salaires import NATURES, PERIODES, Badge, Statement, Unit, conversion
from tests.metiers.arithmetic import AN, DAY, MOIS, NET, REFERENCES, read, said
from tests.page import plain

UNITS = st.sampled_from(list(Unit))
AMOUNTS = st.decimals(min_value=1, max_value=200_000, places=2)
STATEMENTS = st.builds(
    lambda amounts, is_open, *others: Statement(min(amounts), None if is_open else max(amounts), *others),
    st.tuples(AMOUNTS, AMOUNTS),
    st.booleans(),
    st.sampled_from(PERIODES),
    st.sampled_from(NATURES),
    st.just("FR"),
    st.sampled_from(["non-cadre", "cadre"]),
)
HALF_A_EURO = Decimal("0.5")


@given(STATEMENTS, AMOUNTS, UNITS)
def test_a_higher_amount_never_becomes_a_lower_one(statement, more, unit):
    higher = replace(statement, minimum=statement.minimum + more, maximum=None)
    assert read(statement, unit).minimum <= read(higher, unit).minimum


@given(STATEMENTS, UNITS)
def test_a_range_stays_in_order_and_an_open_one_open(statement, unit):
    found = read(statement, unit)
    assert found.is_open is (statement.maximum is None)
    assert found.is_open or found.minimum <= found.maximum


@given(STATEMENTS, UNITS)
def test_what_is_shown_is_within_half_a_euro_and_leads_back_within_one(statement, unit):
    way = conversion(statement, REFERENCES, DAY, unit)
    shown = read(statement, unit).minimum
    assert abs(shown * way.divisor - statement.minimum * way.multiplier) <= HALF_A_EURO * way.divisor
    # A larger unit (an hour's pay told by the year) loses nothing: the source's amount is found again.
    if way.multiplier >= way.divisor:
        assert abs(shown * way.divisor / way.multiplier - statement.minimum) < 1


@given(AMOUNTS, UNITS, UNITS, st.sampled_from(["non-cadre", "cadre"]))
def test_from_a_unit_to_another_and_back_no_euro_is_lost(amount, unit, other, statut):
    def way(start, end):
        statement = Statement(amount, None, start.periode, start.nature, "FR", statut)
        return conversion(statement, REFERENCES, DAY, end)

    there, back = way(unit, other), way(other, unit)
    told = amount * there.multiplier / there.divisor
    assert abs(told * back.multiplier / back.divisor - amount) < 1
    assert there.multiplier * back.multiplier == there.divisor * back.divisor


@given(STATEMENTS)
def test_an_estimated_net_is_never_above_its_gross_nor_a_gross_below_its_net(statement):
    gross, net = (replace(statement, nature=nature) for nature in ("brut", "net"))
    assert read(gross, NET).minimum <= read(gross, MOIS).minimum
    assert read(net, NET).minimum <= read(net, MOIS).minimum
    assert (read(gross, NET).badge, read(net, AN).badge) == (Badge.ESTIME, Badge.ESTIME)


@given(STATEMENTS, UNITS)
def test_an_unknown_nature_is_never_silently_known(statement, unit):
    supposed, gross = (read(replace(statement, nature=nature), unit) for nature in ("", "brut"))
    assert (supposed.minimum, supposed.badge) == (gross.minimum, Badge.UNITE_SUPPOSEE)
    assert "brut supposé" in plain(supposed.formula)


@given(st.text(max_size=10), st.text(max_size=10))
def test_a_period_or_a_nature_that_no_conversion_knows_is_never_taken_for_another(periode, nature):
    units = [(periode, "brut"), ("an", nature), (periode, nature)]
    for unknown in units:
        if unknown[0] in PERIODES and unknown[1] in NATURES:
            continue
        with pytest.raises(ValueError, match="Unité inconnue"):
            said(100, None, *unknown)


@given(STATEMENTS, UNITS)
def test_only_what_is_shown_as_published_is_called_so(statement, unit):
    found = read(statement, unit)
    as_published = (statement.periode, statement.nature) == (unit.periode, unit.nature)
    assert (found.badge is Badge.RELEVE) is as_published
    assert (found.formula == "") is as_published
    assert not as_published or abs(found.minimum - statement.minimum) <= HALF_A_EURO
