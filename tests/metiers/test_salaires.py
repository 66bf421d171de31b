"""The arithmetic of salaries: exact amounts in each unit, an honest badge, the formula as it is shown."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from metiers.references import MissingReference
from metiers.salaires import (
    NATURES,
    PERIODES,
    Badge,
    Equivalent,
    Unit,
    badge_of,
    convert,
    is_due,
    minimum_wage,
)
from tests.metiers.arithmetic import AN, DAY, MOIS, NET, REFERENCES, in_smic, read, said
from tests.page import plain

DAILY = "200 à 400 € × 5 jours × 52 semaines = 52 000 à 104 000 €"
HOURLY = "9,50 à 15 € (brut supposé) × 35 heures × 52 semaines = 17 290 à 27 300 €"


@pytest.mark.parametrize(
    ("statement", "unit", "badge", "formula"),
    [
        (said(30000, 39000, "an", "net"), AN, "Estimé", "30 000 à 39 000 € ÷ 0,78 = 38 462 à 50 000 €"),
        (said(3080, None, "mois", "brut"), AN, "Converti", "3 080 € × 12 = 36 960 €"),
        (said(1350, 1600, "mois", "net"), AN, "Estimé", "1 350 à 1 600 € ÷ 0,78 × 12 = 20 769 à 24 615 €"),
        (said(2000, None, "mois", ""), AN, "Unité supposée", "2 000 € (brut supposé) × 12 = 24 000 €"),
        (said(500, 600, "semaine", "brut"), AN, "Converti", "500 à 600 € × 52 semaines = 26 000 à 31 200 €"),
        (said(390, None, "semaine", "net"), AN, "Estimé", "390 € ÷ 0,78 × 52 semaines = 26 000 €"),
        (said(200, 400, "jour", "brut"), AN, "Converti", DAILY),
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
        (in_smic(1, None), AN, "Converti", "1 Smic × 1 867,02 € × 12 = 22 404 €"),
        (in_smic(1, 1), MOIS, "Converti", "1 Smic × 1 867,02 € = 1 867 €"),
        (in_smic("1.5", 2), NET, "Estimé", "1,5 à 2 Smic × 1 867,02 € × 0,78 = 2 184 à 2 913 €"),
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
        (said(200, None, "jour", "brut"), AN, 52000, ""),
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
    badges = {case: badge_of(*case) for case in product(PERIODES, NATURES, Unit)}
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


@pytest.mark.parametrize(
    ("day", "minimum"), [(date(2024, 12, 31), 21622), (date(2026, 5, 31), 21876), (DAY, 22404)]
)
def test_what_is_counted_in_smic_follows_the_one_in_force_and_is_never_below_it(day, minimum):
    assert convert(in_smic(1, None), REFERENCES, day).minimum == minimum
    assert minimum_wage(REFERENCES, "FR", day) == minimum


def test_a_smic_is_told_by_the_month_and_gross_and_no_country_but_france_has_one():
    for periode, nature in (("an", "brut"), ("mois", "net"), ("mois", "")):
        with pytest.raises(ValueError, match="Unité inconnue"):
            said(1, None, periode, nature, devise="SMIC")
    with pytest.raises(MissingReference):
        read(in_smic(1, None, "BE"))


@pytest.mark.parametrize("periode", ["heure", "jour", "semaine", "mois"])
def test_the_minimum_wage_is_the_same_year_whatever_the_period_it_is_told_by(periode):
    hours = {"heure": 1, "jour": 7, "semaine": 35, "mois": Decimal(35) * 52 / 12}[periode]
    told = read(said(Decimal("12.31") * hours, None, periode, "brut"))
    assert told.minimum == 22404
