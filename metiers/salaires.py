"""The arithmetic of salaries: any statement into € brut per year, and how sure the result is.

Pure: no database, no request, exact decimals. The rule is: an amount is never presented as better known
than it is. `Relevé` when the source itself gives gross per year; `Converti` when only the period changes;
`Estimé` when a net amount becomes gross through a coefficient; `Unité supposée` when the source does not
say whether the amount is gross or net, and gross is supposed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from core.text import french_amount, french_number, french_range

WEEKS_A_YEAR = Decimal(52)
# The days of a full French year of work by the day: Code du travail, article L3121-64.
DAYS_A_YEAR = Decimal(218)
EURO = Decimal(1)


class Badge(Enum):
    """How an equivalent in gross € per year was reached: (code, label)."""

    RELEVE = ("releve", "Relevé")
    CONVERTI = ("converti", "Converti")
    ESTIME = ("estime", "Estimé")
    UNITE_SUPPOSEE = ("unite-supposee", "Unité supposée")

    @property
    def code(self):
        return self.value[0]

    @property
    def label(self):
        return self.value[1]


class MissingReference(LookupError):  # noqa: N818 (the name says what is missing)
    """No reference value is in force for this conversion."""


@dataclass(frozen=True)
class Reference:
    """A dated value: its type, country, status (may be empty), and the day from which it holds."""

    type: str
    pays: str
    statut: str
    valeur: Decimal
    depuis: date


@dataclass(frozen=True)
class Statement:
    """What a source says: amounts (`maximum` None for « from »), period, nature (`brut`, `net` or empty)."""

    minimum: Decimal
    maximum: Decimal | None
    periode: str
    nature: str
    pays: str
    statut: str = "non-cadre"


@dataclass(frozen=True)
class GrossYear:
    """A statement in € brut per year, rounded to the euro, and the way there."""

    minimum: Decimal
    maximum: Decimal | None
    badge: Badge
    formula: str
    remark: str = ""

    @property
    def is_open(self):
        return self.maximum is None

    @property
    def short_text(self):
        """Return « 34 000 à 41 000 € » or « dès 36 960 € », for a column headed « brut par an »."""
        if self.is_open:
            return f"dès {french_number(self.minimum)}\u00a0€"
        return french_range(self.minimum, self.maximum, "€")

    @property
    def text(self):
        """Return « 34 000 à 41 000 € brut par an » or « dès 36 960 € brut par an »."""
        return f"{self.short_text} brut par an"


class References:
    """The reference values, asked for by type, country, status and day."""

    def __init__(self, references):
        self._references = sorted(references, key=lambda reference: reference.depuis, reverse=True)

    def at(self, type_, pays, day, statut=""):
        """Return the value in force that day; raise `MissingReference` if there is none."""
        for reference in self._references:
            if (reference.type, reference.pays, reference.statut) == (
                type_,
                pays,
                statut,
            ) and reference.depuis <= day:
                return reference.valeur
        raise MissingReference(f"Aucune valeur « {type_} » pour {pays} au {day:%d/%m/%Y}.")

    def minimum_wage(self, pays, day):
        """Return the legal minimum in € brut per year, None where the guide knows none."""
        try:
            monthly = self.at("minimum-mensuel", pays, day)
        except MissingReference:
            return None
        return rounded(monthly * 12)


def rounded(amount):
    """Return the amount to the euro, halves upwards."""
    return amount.quantize(EURO, rounding=ROUND_HALF_UP)


def yearly_factor(statement, references, day):
    """Return (factor, words) that turn an amount of the statement's period into one per year.

    Raises `MissingReference` when the country has no value for it.
    """
    if statement.periode == "an":
        return Decimal(1), ""
    if statement.periode == "mois":
        months = references.at("mois-an", statement.pays, day)
        return months, f"× {french_number(months)}"
    if statement.periode == "semaine":
        return WEEKS_A_YEAR, f"× {french_number(WEEKS_A_YEAR)} semaines"
    if statement.periode == "jour":
        return DAYS_A_YEAR, f"× {french_number(DAYS_A_YEAR)} jours"
    hours = references.at("heures-semaine", statement.pays, day)
    return hours * WEEKS_A_YEAR, f"× {french_number(hours)} heures × {french_number(WEEKS_A_YEAR)} semaines"


def gross_year(statement, references, day):
    """Return the `GrossYear` of a statement, with the values in force on that day.

    Raises `MissingReference` when the country lacks a value that the conversion needs.
    """
    factor, factor_words = yearly_factor(statement, references, day)
    divisor, divisor_words = Decimal(1), ""
    if statement.nature == "net":
        divisor = references.at("net-sur-brut", statement.pays, day, statement.statut)
        divisor_words = f"÷ {french_number(divisor)}"
        badge = Badge.ESTIME
    elif not statement.nature:
        badge = Badge.UNITE_SUPPOSEE
    else:
        badge = Badge.CONVERTI if factor_words else Badge.RELEVE

    def convert(amount):
        return None if amount is None else rounded(amount * factor / divisor)

    minimum, maximum = convert(statement.minimum), convert(statement.maximum)
    return GrossYear(
        minimum,
        maximum,
        badge,
        formula(statement, minimum, divisor_words, factor_words),
        remark(statement, factor_words),
    )


def formula(statement, result, divisor_words, factor_words):
    """Return the conversion as a sentence: « 3 080 € × 12 = 36 960 € »; empty for a statement as it is."""
    if not divisor_words and not factor_words:
        return "" if statement.nature else "brut supposé : la source ne dit pas brut ou net"
    steps = " ".join(
        filter(None, (f"{french_amount(statement.minimum)}\u00a0€", divisor_words, factor_words))
    )
    return f"{steps} = {french_number(result)}\u00a0€"


def remark(statement, factor_words):
    """Return what the reader must know of the conversion, by country."""
    if statement.pays == "BE" and factor_words:
        return "Hors treizième mois et double pécule de vacances ; ne se compare pas au net français."
    return ""
