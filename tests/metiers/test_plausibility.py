"""What is hard to believe of pay: each doubt says why, and what was probably meant."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metiers.plausibility import LEAST, MOST, WIDEST, day_refusal, doubt, reference_refusal, year_refusal
from metiers.references import Reference, References
from metiers.salaires import Statement, gross_year

DAY = date(2026, 11, 21)
REFERENCES = References(
    Reference(type_, pays, statut, Decimal(value), date(2024, 1, 1))
    for type_, pays, statut, value in [
        ("net-sur-brut", "FR", "non-cadre", "0.78"),
        ("heures-semaine", "FR", "", "35"),
        ("mois-an", "FR", "", "12"),
        ("mois-an", "BE", "", "12"),
    ]
)
TOO_MUCH = "c’est plus de 300 000 €, une paie hors du commun."
TOO_LITTLE = "c’est moins de 10 000 €, trop peu pour un temps plein."
TOO_WIDE = "Le maximum dépasse 5 fois le minimum : un chiffre manque dans l’un, ou est de trop dans l’autre."


def said(minimum, maximum, periode, nature="brut", pays="FR"):
    high = None if maximum is None else Decimal(maximum)
    return Statement(Decimal(minimum), high, periode, nature, pays)


def plain(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        (
            said(36960, None, "mois"),
            f"36 960 € brut par mois font 443 520 € brut par an : {TOO_MUCH} Vouliez-vous dire « par an » ?",
        ),
        (said(3080, 3080, "an"), f"3 080 € brut par an : {TOO_LITTLE} Vouliez-vous dire « par mois » ?"),
        (
            said(36960, None, "heure"),
            f"36 960 € brut par heure font 67 267 200 € brut par an : {TOO_MUCH} "
            "Vouliez-vous dire « par an » ?",
        ),
        (
            said(15, None, "mois", ""),
            f"15 € par mois font 180 € brut par an : {TOO_LITTLE} Vouliez-vous dire « par heure » ?",
        ),
        (
            said(5000, None, "an", "net"),
            f"5 000 € net par an font 6 410 € brut par an : {TOO_LITTLE} Vouliez-vous dire « par mois » ?",
        ),
        (
            said(36960, None, "mois", "net", "BE"),
            f"36 960 € net par mois font 443 520 € net par an : {TOO_MUCH} Vouliez-vous dire « par an » ?",
        ),
        (said(3080, 36960, "mois"), f"36 960 € brut par mois font 443 520 € brut par an : {TOO_MUCH}"),
        (said(5, None, "an", ""), f"5 € par an : {TOO_LITTLE}"),
        (
            said(9, 900_000, "an"),
            f"9 € brut par an : {TOO_LITTLE} 900 000 € brut par an : {TOO_MUCH}",
        ),
        (said(20000, 100001, "an"), TOO_WIDE),
    ],
)
def test_a_doubt_says_why_and_what_was_meant(statement, question):
    assert plain(doubt(statement, REFERENCES, DAY)) == question


@pytest.mark.parametrize(
    "statement",
    [
        said(10_000, None, "an"),
        said(300_000, None, "an"),
        said(20_000, 100_000, "an"),
        said(3080, None, "mois"),
        said(1350, 1600, "mois", "net"),
        said(12, None, "heure"),
    ],
)
def test_an_amount_within_the_bounds_raises_none(statement):
    assert doubt(statement, REFERENCES, DAY) == ""


def test_without_the_values_of_a_country_the_width_alone_is_judged():
    assert doubt(said(36960, None, "mois", pays="LU"), REFERENCES, DAY) == ""
    assert plain(doubt(said(3080, 36960, "mois", pays="LU"), REFERENCES, DAY)) == TOO_WIDE


AMOUNTS = st.decimals(min_value=1, max_value=10_000_000, places=2)


@given(
    st.builds(
        Statement,
        minimum=AMOUNTS,
        maximum=st.none() | AMOUNTS,
        periode=st.sampled_from(["heure", "jour", "semaine", "mois", "an"]),
        nature=st.sampled_from(["brut", "net", ""]),
        pays=st.just("FR"),
    ).filter(lambda statement: statement.maximum is None or statement.minimum <= statement.maximum)
)
def test_an_amount_is_questioned_when_it_leaves_the_bounds_and_only_then(statement):
    gross = gross_year(statement, REFERENCES, DAY)
    high = gross.minimum if gross.is_open else gross.maximum
    width = 1 if statement.maximum is None else statement.maximum / statement.minimum
    believed = gross.minimum >= LEAST and high <= MOST and width <= WIDEST
    question = doubt(statement, REFERENCES, DAY)
    assert (question == "") == believed
    if "Vouliez-vous" in question:
        period = plain(question).split("« par ")[1].split(" »")[0]
        assert doubt(replace(statement, periode=period), REFERENCES, DAY) == ""


@pytest.mark.parametrize(
    ("type_", "value", "refusal"),
    [
        (
            "minimum-mensuel",
            "18",
            "Un minimum légal va de 500 à 10 000 € brut par mois : vérifiez la virgule.",
        ),
        (
            "minimum-mensuel",
            "180000",
            "Un minimum légal va de 500 à 10 000 € brut par mois : vérifiez la virgule.",
        ),
        ("minimum-mensuel", "1867.02", ""),
        ("net-sur-brut", "78", "Le net vaut de 0,4 à 1 fois le brut : écrivez 0,78 pour 78 %."),
        ("net-sur-brut", "0.39", "Le net vaut de 0,4 à 1 fois le brut : écrivez 0,78 pour 78 %."),
        ("net-sur-brut", "0.78", ""),
        ("heures-semaine", "61", "Un temps plein va de 20 à 60 heures par semaine."),
        ("heures-semaine", "38", ""),
        ("mois-an", "17", "Une année compte de 12 à 16 mois de salaire."),
        ("mois-an", "13.92", ""),
    ],
)
def test_a_reference_value_stays_within_what_a_country_can_have(type_, value, refusal):
    assert plain(reference_refusal(type_, Decimal(value))) == refusal


@pytest.mark.parametrize(
    ("year", "refusal"),
    [
        (2027, "2027 est dans l’avenir : donnez l’année du chiffre, au plus 2026."),
        (1989, "Le guide ne reprend aucun salaire d’avant 1990 : vérifiez l’année."),
        (2026, ""),
        (1990, ""),
        (None, ""),
    ],
)
def test_the_year_of_a_figure_is_neither_to_come_nor_before_1990(year, refusal):
    assert year_refusal(year, DAY) == refusal


@pytest.mark.parametrize("begins", [date(1990, 1, 1), DAY, date(2028, 12, 31), None])
def test_a_reference_value_begins_as_late_as_two_years_ahead(begins):
    assert day_refusal(begins, DAY) == ""
