"""The arithmetic of salaries: exact amounts, an honest badge, the formula as it is shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metiers.references import MissingReference, Reference, References
from metiers.salaires import Badge, Equivalent, Statement, gross_year, minimum_wage

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
PERIODS = ["heure", "jour", "semaine", "mois", "an"]
AMOUNTS = st.decimals(min_value=1, max_value=200_000, places=2)
STATEMENTS = st.builds(
    Statement,
    minimum=AMOUNTS,
    maximum=st.none() | AMOUNTS,
    periode=st.sampled_from(PERIODS),
    nature=st.sampled_from(["brut", "net", ""]),
    pays=st.just("FR"),
    statut=st.sampled_from(["non-cadre", "cadre"]),
)


def said(minimum, maximum, periode, nature, pays="FR", statut="non-cadre"):
    high = None if maximum is None else Decimal(maximum)
    return Statement(Decimal(minimum), high, periode, nature, pays, statut)


@pytest.mark.parametrize(
    ("statement", "low", "high", "badge", "formula"),
    [
        (said(23000, 27000, "an", "brut"), 23000, 27000, "releve", ""),
        (
            said(34000, 41000, "an", ""),
            34000,
            41000,
            "unite-supposee",
            "brut supposé : la source ne dit pas brut ou net",
        ),
        (
            said(30000, 39000, "an", "net"),
            38462,
            50000,
            "estime",
            "30\u202f000 à 39\u202f000\u00a0€ ÷ 0,78 = 38\u202f462 à 50\u202f000\u00a0€",
        ),
        (
            said(3080, None, "mois", "brut"),
            36960,
            None,
            "converti",
            "3\u202f080\u00a0€ × 12 = 36\u202f960\u00a0€",
        ),
        (
            said(1350, 1600, "mois", "net"),
            20769,
            24615,
            "estime",
            "1\u202f350 à 1\u202f600\u00a0€ ÷ 0,78 × 12 = 20\u202f769 à 24\u202f615\u00a0€",
        ),
        (
            said(2000, 2500, "mois", ""),
            24000,
            30000,
            "unite-supposee",
            "2\u202f000 à 2\u202f500\u00a0€ (brut supposé) × 12 = 24\u202f000 à 30\u202f000\u00a0€",
        ),
        (
            said(500, 600, "semaine", "brut"),
            26000,
            31200,
            "converti",
            "500 à 600\u00a0€ × 52 semaines = 26\u202f000 à 31\u202f200\u00a0€",
        ),
        (
            said(390, None, "semaine", "net"),
            26000,
            None,
            "estime",
            "390\u00a0€ ÷ 0,78 × 52 semaines = 26\u202f000\u00a0€",
        ),
        (
            said(500, None, "semaine", ""),
            26000,
            None,
            "unite-supposee",
            "500\u00a0€ (brut supposé) × 52 semaines = 26\u202f000\u00a0€",
        ),
        (
            said(200, 400, "jour", "brut"),
            43600,
            87200,
            "converti",
            "200 à 400\u00a0€ × 218 jours = 43\u202f600 à 87\u202f200\u00a0€",
        ),
        (
            said(156, None, "jour", "net"),
            43600,
            None,
            "estime",
            "156\u00a0€ ÷ 0,78 × 218 jours = 43\u202f600\u00a0€",
        ),
        (
            said(200, None, "jour", ""),
            43600,
            None,
            "unite-supposee",
            "200\u00a0€ (brut supposé) × 218 jours = 43\u202f600\u00a0€",
        ),
        (
            said("12.31", None, "heure", "brut"),
            22404,
            None,
            "converti",
            "12,31\u00a0€ × 35 heures × 52 semaines = 22\u202f404\u00a0€",
        ),
        (
            said("9.75", "11.70", "heure", "net"),
            22750,
            27300,
            "estime",
            "9,75 à 11,70\u00a0€ ÷ 0,78 × 35 heures × 52 semaines = 22\u202f750 à 27\u202f300\u00a0€",
        ),
        (
            said(15, None, "heure", ""),
            27300,
            None,
            "unite-supposee",
            "15\u00a0€ (brut supposé) × 35 heures × 52 semaines = 27\u202f300\u00a0€",
        ),
    ],
)
def test_every_kind_of_statement_becomes_gross_per_year(statement, low, high, badge, formula):
    found = gross_year(statement, REFERENCES, DAY)
    assert (found.minimum, found.maximum, found.badge.code, found.formula, found.remark) == (
        low,
        high,
        badge,
        formula,
        "",
    )


def test_the_net_of_a_cadre_leaves_more_to_contributions():
    statement = said(3000, None, "mois", "net", statut="cadre")
    assert gross_year(statement, REFERENCES, DAY).minimum == 48000


def test_a_belgian_month_counts_twelve_times_with_what_stands_outside():
    found = gross_year(said(3800, 4800, "mois", "brut", pays="BE"), REFERENCES, DAY)
    assert (found.minimum, found.maximum, found.badge) == (45600, 57600, Badge.CONVERTI)
    assert found.remark == ("Hors treizième mois et double pécule de vacances, courants en Belgique.")


def test_a_belgian_week_has_thirty_eight_hours():
    assert gross_year(said(20, None, "heure", "brut", pays="BE"), REFERENCES, DAY).minimum == 20 * 38 * 52


def test_half_a_euro_is_rounded_upwards():
    assert gross_year(said("20000.50", "20000.49", "an", "brut"), REFERENCES, DAY).minimum == 20001
    assert gross_year(said("20000.49", None, "an", "brut"), REFERENCES, DAY).minimum == 20000


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (said(2000, None, "mois", "net", pays="BE"), "Aucune valeur « net-sur-brut » pour BE au 21/11/2026."),
        (said(2000, None, "mois", "brut", pays="LU"), "Aucune valeur « mois-an » pour LU au 21/11/2026."),
        (
            said(20, None, "heure", "brut", pays="LU"),
            "Aucune valeur « heures-semaine » pour LU au 21/11/2026.",
        ),
    ],
)
def test_without_a_reference_value_nothing_is_guessed(statement, message):
    with pytest.raises(MissingReference) as missing:
        gross_year(statement, REFERENCES, DAY)
    assert str(missing.value) == message


def test_a_value_does_not_hold_before_its_first_day():
    with pytest.raises(MissingReference):
        gross_year(said(2000, None, "mois", "brut"), REFERENCES, date(2023, 12, 31))


@pytest.mark.parametrize(
    ("day", "minimum"),
    [
        (date(2024, 10, 31), None),
        (date(2024, 11, 1), 21622),
        (date(2025, 12, 31), 21622),
        (date(2026, 1, 1), 21876),
        (date(2026, 5, 31), 21876),
        (date(2026, 6, 1), 22404),
        (DAY, 22404),
    ],
)
def test_the_minimum_wage_is_the_one_in_force_that_day(day, minimum):
    assert minimum_wage(REFERENCES, "FR", day) == minimum


def test_belgium_has_no_minimum_wage_in_the_guide():
    assert minimum_wage(REFERENCES, "BE", DAY) is None


@pytest.mark.parametrize(
    ("maximum", "short", "text"),
    [
        (None, "dès 36\u202f960\u00a0€", "dès 36\u202f960\u00a0€ brut par an"),
        (Decimal(41000), "36\u202f960 à 41\u202f000\u00a0€", "36\u202f960 à 41\u202f000\u00a0€ brut par an"),
        (Decimal(36960), "36\u202f960\u00a0€", "36\u202f960\u00a0€ brut par an"),
    ],
)
def test_an_equivalent_is_written_with_its_unit(maximum, short, text):
    found = Equivalent(Decimal(36960), maximum, Badge.RELEVE, "")
    assert (found.short_text, found.text) == (short, text)


def test_each_badge_has_a_name_that_a_visitor_reads():
    assert [(badge.code, badge.label) for badge in Badge] == [
        ("releve", "Relevé"),
        ("converti", "Converti"),
        ("estime", "Estimé"),
        ("unite-supposee", "Unité supposée"),
    ]


@given(STATEMENTS, AMOUNTS)
def test_a_higher_amount_never_becomes_a_lower_one(statement, more):
    higher = replace(statement, minimum=statement.minimum + more)
    low, high = (gross_year(one, REFERENCES, DAY).minimum for one in (statement, higher))
    assert low <= high


@given(STATEMENTS)
def test_a_range_stays_in_order_and_an_open_one_open(statement):
    found = gross_year(statement, REFERENCES, DAY)
    assert found.is_open is (statement.maximum is None)
    if statement.maximum is not None:
        assert (found.minimum <= found.maximum) is (statement.minimum <= statement.maximum) or (
            found.minimum == found.maximum
        )


@given(STATEMENTS)
def test_an_estimated_gross_is_never_below_its_net(statement):
    net = gross_year(replace(statement, nature="net"), REFERENCES, DAY)
    same_in_gross = gross_year(replace(statement, nature="brut"), REFERENCES, DAY)
    assert net.minimum >= same_in_gross.minimum
    assert net.badge is Badge.ESTIME


@given(STATEMENTS)
def test_an_unknown_unit_is_never_silently_known(statement):
    supposed = gross_year(replace(statement, nature=""), REFERENCES, DAY)
    assert supposed.badge is Badge.UNITE_SUPPOSEE
    assert supposed.formula


@given(STATEMENTS)
def test_only_a_gross_year_is_given_as_published(statement):
    found = gross_year(statement, REFERENCES, DAY)
    as_published = statement.periode == "an" and statement.nature == "brut"
    assert (found.badge is Badge.RELEVE) is as_published
    assert (found.formula == "") is as_published
