"""Which amounts of pay are hard to believe, and why: a slip of the period or of a digit, most often.

Pure. A statement that is hard to believe is questioned, never refused: sources do say odd things. A
reference value is refused, for every page rests on it.
"""

from dataclasses import replace
from decimal import Decimal

from core.text import french_amount, french_number
from metiers.references import MissingReference
from metiers.salaires import DEVISES, SMIC, gross_year

# In € brut per year: under half of the French legal minimum of full-time work in 2026, 22 404 €.
LEAST = Decimal(10_000)
# Thirteen times that minimum, and about three times the highest pay of the guide's first sources, 102 000 €.
MOST = Decimal(300_000)
# The widest range of those sources, 5 500 to 8 500 €, ends at 1.6 times its foot.
WIDEST = 5
# What an editor may have meant, the most usual first.
USUAL_PERIODS = ("an", "mois", "heure", "jour", "semaine")
# Before the digital métiers that a guide of today describes: an older figure is a slip of the keyboard.
FIRST_YEAR = 1990
# A minimum or a coefficient is known some months before it holds: later than this, the year is a slip.
YEARS_AHEAD = 2
# What each type of reference value may be: no country of Europe stands outside, a slip of the keyboard does.
REFERENCE_BOUNDS = {
    "minimum-mensuel": (Decimal(500), Decimal(10_000)),
    "net-sur-brut": (Decimal("0.4"), Decimal(1)),
    "heures-semaine": (Decimal(20), Decimal(60)),
    "mois-an": (Decimal(12), Decimal(16)),
}
REFERENCE_REFUSALS = {
    "minimum-mensuel": "Un minimum légal va de {} à {}\u00a0€ brut par mois : vérifiez la virgule.",
    "net-sur-brut": "Le net vaut de {} à {} fois le brut : écrivez 0,78 pour 78\u00a0%.",
    "heures-semaine": "Un temps plein va de {} à {} heures par semaine.",
    "mois-an": "Une année compte de {} à {} mois de salaire.",
}


def year_refusal(year, day):
    """Return the French sentence that refuses the year of a figure on that day, "" for one that may be."""
    if year is None or FIRST_YEAR <= year <= day.year:
        return ""
    if year > day.year:
        return f"{year} est dans l’avenir : donnez l’année du chiffre, au plus {day.year}."
    return f"Le guide ne reprend aucun salaire d’avant {FIRST_YEAR} : vérifiez l’année."


def day_refusal(begins, day):
    """Return the French sentence that refuses, on that day, the day from which a reference value holds."""
    if begins is None or FIRST_YEAR <= begins.year <= day.year + YEARS_AHEAD:
        return ""
    return (
        f"Une valeur de référence commence entre {FIRST_YEAR} et {day.year + YEARS_AHEAD} : vérifiez l’année."
    )


def reference_refusal(type_, value):
    """Return the French sentence that refuses a reference value of this type, "" for one that may be."""
    least, most = REFERENCE_BOUNDS[type_]
    if least <= value <= most:
        return ""
    return REFERENCE_REFUSALS[type_].format(french_number(least), french_number(most))


def doubt(statement, references, day):
    """Return the question, in French, that a `Statement` raises; "" for one that is easily believed.

    Its equivalent is judged with the `References` in force on that day, its width by itself where they
    lack the value that a conversion needs.
    """
    try:
        reasons = doubts_of_bounds(statement, references, day)
    except MissingReference:
        reasons = []
    reasons = reasons or doubts_of_width(statement)
    if not reasons:
        return ""
    period = meant_period(statement, references, day)
    return " ".join([*reasons, *([f"Vouliez-vous dire « par {period} » ?"] if period else [])])


def doubts_of_bounds(statement, references, day):
    """Return why the lowest amount is too low and the highest too high, by the year; raises as `yearly`."""
    year, nature = yearly(statement, references, day)
    doubts = []
    if year.minimum < LEAST:
        said = in_a_year(statement, statement.minimum, year.minimum, nature)
        doubts.append(f"{said} : c’est moins de {french_number(LEAST)} €, trop peu pour un temps plein.")
    highest = (statement.minimum, year.minimum) if year.is_open else (statement.maximum, year.maximum)
    if highest[1] > MOST:
        said = in_a_year(statement, *highest, nature)
        doubts.append(f"{said} : c’est plus de {french_number(MOST)} €, une paie hors du commun.")
    return doubts


def yearly(statement, references, day):
    """Return the `Equivalent` by the year that is judged, and its nature: gross wherever that is known.

    A net that has no coefficient is judged as it is: its gross is higher still. Raises `MissingReference`
    when the country lacks a value that the period needs.
    """
    try:
        return gross_year(statement, references, day), "brut"
    except MissingReference:
        return gross_year(replace(statement, nature="brut"), references, day), statement.nature


def in_a_year(statement, amount, year, nature):
    """Return « 36 960 € brut par mois font 443 520 € brut par an », or the first half if nothing changes."""
    counted_in = DEVISES[statement.devise]
    words = (f"{french_amount(amount)} {counted_in}", statement.nature, f"par {statement.periode}")
    said = " ".join(filter(None, words))
    if statement.periode == "an" and (statement.nature or "brut") == nature:
        return said
    return f"{said} font {french_number(year)} € {nature} par an"


def doubts_of_width(statement):
    """Return why the range is too wide."""
    if statement.maximum is None or statement.maximum <= WIDEST * statement.minimum:
        return []
    return [
        f"Le maximum dépasse {WIDEST} fois le minimum : un chiffre manque dans l’un, ou est de trop "
        "dans l’autre."
    ]


def meant_period(statement, references, day):
    """Return the most usual period for which the same amounts would be believed, None if there is none."""
    if doubts_of_width(statement) or statement.devise == SMIC:
        return None
    for period in USUAL_PERIODS:
        try:
            if not doubts_of_bounds(replace(statement, periode=period), references, day):
                return period
        except MissingReference:
            continue
    return None
