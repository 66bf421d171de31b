"""The arithmetic of salaries: exact amounts in each unit, an honest badge, the formula as it is shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metiers.references import MissingReference, Reference, References
from metiers.salaires import (
    Badge,
    Equivalent,
    Statement,
    Unit,
    badge_of,
    conversion,
    convert,
    is_due,
    minimum_wage,
)
from tests.page import plain

DAY = date(2026, 11, 21)
REFERENCES = References(
    Reference(type_, pays, statut, Decimal(value), since)
    for type_, pays, statut, value, since in [
        ("minimum-mensuel", "FR", "", "1801.80", date(2024, 11, 1)),
        ("minimum-mensuel", "FR", "", "1823.03", date(2026, 1, 1)),
        ("minimum-mensuel", "FR", "", "1867.02", date(2026, 6, 1)),
        ("net-sur-brut", "FR", "non-cadre", "0.78", date(2024, 1, 1)),
        ("net-sur-brut", "FR", "cadre", "0.75", date(2024, 1, 1)),
        ("heures-semaine", "FR", "", "35", date(2024, 1, 1)),
        ("heures-semaine", "BE", "", "38", date(2024, 1, 1)),
        ("mois-an", "FR", "", "12", date(2024, 1, 1)),
        ("mois-an", "BE", "", "12", date(2024, 1, 1)),
    ]
)
AN, MOIS, NET = Unit
PERIODS = ["heure", "jour", "semaine", "mois", "an"]
NATURES = ["brut", "net", ""]
UNITS = st.sampled_from(list(Unit))
AMOUNTS = st.decimals(min_value=1, max_value=200_000, places=2)
STATEMENTS = st.builds(
    lambda amounts, is_open, *others: Statement(min(amounts), None if is_open else max(amounts), *others),
    st.tuples(AMOUNTS, AMOUNTS),
    st.booleans(),
    st.sampled_from(PERIODS),
    st.sampled_from(NATURES),
    st.just("FR"),
    st.sampled_from(["non-cadre", "cadre"]),
)
HALF_A_EURO = Decimal("0.5")
HOURLY = "9,50 à 15 € (brut supposé) × 35 heures × 52 semaines = 17 290 à 27 300 €"


def said(minimum, maximum, periode, nature, pays="FR", statut="non-cadre"):
    high = None if maximum is None else Decimal(maximum)
    return Statement(Decimal(minimum), high, periode, nature, pays, statut)


def read(statement, unit=AN):
    return convert(statement, REFERENCES, DAY, unit)


@pytest.mark.parametrize(
    ("statement", "unit", "badge", "formula"),
    [
        (said(30000, 39000, "an", "net"), AN, "Estimé", "30 000 à 39 000 € ÷ 0,78 = 38 462 à 50 000 €"),
        (said(3080, None, "mois", "brut"), AN, "Converti", "3 080 € × 12 = 36 960 €"),
        (said(1350, 1600, "mois", "net"), AN, "Estimé", "1 350 à 1 600 € ÷ 0,78 × 12 = 20 769 à 24 615 €"),
        (said(2000, None, "mois", ""), AN, "Unité supposée", "2 000 € (brut supposé) × 12 = 24 000 €"),
        (said(500, 600, "semaine", "brut"), AN, "Converti", "500 à 600 € × 52 semaines = 26 000 à 31 200 €"),
        (said(390, None, "semaine", "net"), AN, "Estimé", "390 € ÷ 0,78 × 52 semaines = 26 000 €"),
        (said(200, 400, "jour", "brut"), AN, "Converti", "200 à 400 € × 218 jours = 43 600 à 87 200 €"),
        (said("9.5", 15, "heure", ""), AN, "Unité supposée", HOURLY),
        (said(20, 20, "heure", "brut", "BE"), AN, "Converti", "20 € × 38 heures × 52 semaines = 39 520 €"),
        (said(9, 9, "heure", "net"), AN, "Estimé", "9 € ÷ 0,78 × 35 heures × 52 semaines = 21 000 €"),
        (said(23000, 27000, "an", "brut"), MOIS, "Converti", "23 000 à 27 000 € ÷ 12 = 1 917 à 2 250 €"),
        (said(34000, None, "an", ""), MOIS, "Unité supposée", "34 000 € (brut supposé) ÷ 12 = 2 833 €"),
        (said(1350, None, "mois", "net"), MOIS, "Estimé", "1 350 € ÷ 0,78 = 1 731 €"),
        (said(12, None, "heure", "brut"), MOIS, "Converti", "12 € × 35 heures × 52 semaines ÷ 12 = 1 820 €"),
        (said(3080, None, "mois", "brut"), NET, "Estimé", "3 080 € × 0,78 = 2 402 €"),
        (said(34000, None, "an", ""), NET, "Unité supposée", "34 000 € (brut supposé) × 0,78 ÷ 12 = 2 210 €"),
        (said(30000, None, "an", "net"), NET, "Converti", "30 000 € ÷ 12 = 2 500 €"),
    ],
)
def test_every_kind_of_statement_is_shown_in_each_unit_with_its_formula(statement, unit, badge, formula):
    found = read(statement, unit)
    assert (found.unit, found.badge.label, plain(found.formula)) == (unit, badge, formula)
    assert plain(found.short_text).removeprefix("dès ") == formula.rpartition("= ")[2]


@pytest.mark.parametrize("unit", Unit)
def test_an_amount_already_in_the_unit_is_shown_as_the_source_gives_it(unit):
    found = read(said(2000, 3000, unit.periode, unit.nature), unit)
    assert (found.minimum, found.maximum, found.badge, found.formula) == (2000, 3000, Badge.RELEVE, "")


def test_a_gross_year_that_is_supposed_says_so_where_nothing_else_changes():
    found = read(said(34000, 41000, "an", ""))
    assert (found.minimum, found.maximum, found.badge) == (34000, 41000, Badge.UNITE_SUPPOSEE)
    assert plain(found.formula) == "brut supposé : la source ne dit pas brut ou net"


def test_a_formula_breaks_between_its_steps_alone():
    found = read(said(34000, 41000, "an", ""), NET)
    assert [plain(part) for part in found.formula.split(" ")] == [
        "34 000 à 41 000 €",
        "(brut supposé)",
        "× 0,78",
        "÷ 12",
        "= 2 210 à 2 665 €",
    ]


@pytest.mark.parametrize(
    ("statement", "unit", "amount", "rows"),
    [
        (said(3000, None, "mois", "net"), AN, 46154, "net-sur-brut non-cadre, mois-an"),
        (said(3000, None, "mois", "net", statut="cadre"), AN, 48000, "net-sur-brut cadre, mois-an"),
        (said(48000, None, "an", "brut", statut="cadre"), NET, 3000, "net-sur-brut cadre, mois-an"),
        (said(48000, None, "an", "", statut="cadre"), NET, 3000, "net-sur-brut cadre, mois-an"),
        (said(20, None, "heure", "brut"), MOIS, 3033, "heures-semaine, mois-an"),
        (said(200, None, "jour", "brut"), AN, 43600, ""),
        (said(48000, None, "an", "brut", statut="cadre"), AN, 48000, ""),
    ],
)
def test_an_equivalent_reports_the_rows_that_it_rests_on(statement, unit, amount, rows):
    found = read(statement, unit)
    used = ", ".join(f"{row.type} {row.statut}".strip() for row in found.references)
    assert (found.minimum, used) == (amount, rows)


@pytest.mark.parametrize(
    ("periode", "unit", "low", "remarked"),
    [("mois", AN, 45600, True), ("mois", MOIS, 3800, True), ("an", MOIS, 317, True), ("an", AN, 3800, False)],
)
def test_a_belgian_month_counts_twelve_times_with_what_stands_outside(periode, unit, low, remarked):
    found = read(said(3800, 4800, periode, "brut", pays="BE"), unit)
    remark = "Hors treizième mois et double pécule de vacances, courants en Belgique." if remarked else ""
    assert (found.minimum, found.remark) == (low, remark)


def test_half_a_euro_is_rounded_upwards():
    assert read(said("20000.50", None, "an", "brut")).minimum == 20001
    assert read(said("20000.49", None, "an", "brut")).minimum == 20000


@pytest.mark.parametrize(
    ("statement", "unit", "missing"),
    [
        (said(2000, None, "mois", "net", "BE"), AN, "« net-sur-brut » pour BE"),
        (said(2000, None, "mois", "brut", "BE"), NET, "« net-sur-brut » pour BE"),
        (said(2000, None, "mois", "brut", "LU"), AN, "« mois-an » pour LU"),
        (said(2000, None, "an", "brut", "LU"), MOIS, "« mois-an » pour LU"),
        (said(20, None, "heure", "brut", "LU"), AN, "« heures-semaine » pour LU"),
    ],
)
def test_without_a_reference_value_nothing_is_guessed(statement, unit, missing):
    with pytest.raises(MissingReference) as error:
        read(statement, unit)
    assert str(error.value) == f"Aucune valeur {missing} au 21/11/2026."


@pytest.mark.parametrize(
    ("day", "minimum"),
    [
        (date(2024, 10, 31), None),
        (date(2024, 11, 1), 21622),
        (date(2025, 12, 31), 21622),
        (date(2026, 1, 1), 21876),
        (date(2026, 6, 1), 22404),
    ],
)
def test_the_minimum_wage_is_the_one_in_force_that_day(day, minimum):
    assert minimum_wage(REFERENCES, "FR", day) == minimum


def test_the_minimum_wage_is_told_in_each_unit_and_belgium_has_none_in_the_guide():
    assert [minimum_wage(REFERENCES, "FR", DAY, unit) for unit in Unit] == [22404, 1867, 1456]
    assert [minimum_wage(REFERENCES, "BE", DAY, unit) for unit in Unit] == [None, None, None]


@pytest.mark.parametrize(
    ("maximum", "text"),
    [(None, "dès 3 080 €"), (Decimal(4100), "3 080 à 4 100 €"), (Decimal(3080), "3 080 €")],
)
def test_an_equivalent_is_written_with_its_unit(maximum, text):
    for unit, words in zip(Unit, ("brut par an", "brut par mois", "net par mois"), strict=True):
        found = Equivalent(Decimal(3080), maximum, Badge.RELEVE, unit=unit)
        assert (plain(found.short_text), plain(found.text)) == (text, f"{text} {words}")


@pytest.mark.parametrize(
    ("year", "day", "due"),
    [
        (None, DAY, True),
        (2024, date(2026, 12, 31), False),
        (2024, date(2027, 1, 1), True),
        (2023, DAY, True),
        (2026, DAY, False),
    ],
)
def test_a_figure_is_due_without_a_year_or_two_years_after_the_last_day_of_its_own(year, day, due):
    assert is_due(year, day) is due


def test_every_period_and_nature_has_one_badge_in_every_unit():
    badges = {case: badge_of(*case) for case in product(PERIODS, NATURES, Unit)}
    assert [case for case, badge in badges.items() if badge is Badge.RELEVE] == [
        ("mois", "brut", MOIS),
        ("mois", "net", NET),
        ("an", "brut", AN),
    ]
    for (_, nature, unit), badge in badges.items():
        assert (badge is Badge.UNITE_SUPPOSEE) is (nature == "")
        assert (badge is Badge.ESTIME) is (nature not in ("", unit.nature))


def test_each_badge_has_a_name_that_a_visitor_reads():
    assert [(badge.code, badge.label) for badge in Badge] == [
        ("releve", "Relevé"),
        ("converti", "Converti"),
        ("estime", "Estimé"),
        ("unite-supposee", "Unité supposée"),
    ]


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


@given(STATEMENTS, UNITS)
def test_only_what_is_shown_as_published_is_called_so(statement, unit):
    found = read(statement, unit)
    as_published = (statement.periode, statement.nature) == (unit.periode, unit.nature)
    assert (found.badge is Badge.RELEVE) is as_published
    assert (found.formula == "") is as_published
    assert not as_published or abs(found.minimum - statement.minimum) <= HALF_A_EURO
