"""The arithmetic of salaries: any statement into a common unit, and how sure the result is.

Pure: no database, no request, exact decimals. The rule is: an amount is never presented as better known
than it is. `Relevé` when the source itself gives the unit asked for; `Converti` when only the period
changes; `Estimé` when net becomes gross, or gross net, through a coefficient; `Unité supposée` when the
source does not say whether the amount is gross or net, and gross is supposed.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from core.text import NO_BREAK_SPACE, french_amount, french_number, french_range
from metiers.references import MissingReference, Reference

PERIODES = ("heure", "jour", "semaine", "mois", "an")
# Empty: the source does not say.
NATURES = ("brut", "net", "")
EUR, SMIC = "EUR", "SMIC"
# What amounts are counted in, and how it is written: « à partir du Smic » is 1 Smic and more.
DEVISES = {EUR: "€", SMIC: "Smic"}
# The legal minimum is known by the month, gross: a source that says « Smic » says no more.
SMIC_UNIT = ("mois", "brut")
WEEKS_A_YEAR = Decimal(52)
# The usual week of both countries. A year of paid days, leave included, as a week and an hour have it: the
# 218 days of the French « forfait jours » are those that are worked, and would tell a day's pay too low.
DAYS_A_WEEK = Decimal(5)
EURO = ONE = Decimal(1)
# A figure older than this, or without a year, is due to be checked again.
MONTHS_BEFORE_CHECKING = 24
BELGIAN_REMARK = "Hors treizième mois et double pécule de vacances, courants en Belgique."


class Badge(Enum):
    """How an equivalent was reached: (code, label)."""

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


class Unit(Enum):
    """A unit that a reader may ask for: (code in the address, nature, period); the first is the default."""

    BRUT_AN = ("brut-an", "brut", "an")
    BRUT_MOIS = ("brut-mois", "brut", "mois")
    NET_MOIS = ("net-mois", "net", "mois")

    def __init__(self, code, nature, periode):
        self.code, self.nature, self.periode = code, nature, periode

    @property
    def label(self):
        """Return « brut par an »."""
        return f"{self.nature} par {self.periode}"


@dataclass(frozen=True)
class Statement:
    """What a source says: amounts (`maximum` None for « from »), period, nature (`brut`, `net` or empty).

    `statut` chooses the coefficient between net and gross; where the source says nothing of it, it is
    the one of employees who are not cadres. `devise` is what the amounts are counted in, € or the legal
    minimum of the country. Raises `ValueError` for a unit that no conversion knows: it must not pass for
    one of those that it does.
    """

    minimum: Decimal
    maximum: Decimal | None
    periode: str
    nature: str
    pays: str
    statut: str = "non-cadre"
    devise: str = EUR

    def __post_init__(self):
        if not is_unit(self.devise, self.periode, self.nature):
            raise ValueError(f"Unité inconnue : « {self.devise}, {self.nature} par {self.periode} ».")

    @property
    def amounts(self):
        """Return its amounts in words, « 34 000 à 41 000 € », or the first alone, « 1 Smic »."""
        return french_range_or_one(self.minimum, self.maximum, DEVISES[self.devise])


@dataclass(frozen=True)
class Conversion:
    """The way from a period and a nature to a unit: exact factors, their words, the reference values used."""

    multiplier: Decimal
    divisor: Decimal
    words: str
    references: tuple[Reference, ...]

    def apply(self, amount):
        """Return the amount in the unit, to the euro, halves upwards; None stays None."""
        return None if amount is None else rounded(amount * self.multiplier / self.divisor)


@dataclass(frozen=True)
class Equivalent:
    """A statement in a unit, rounded to the euro (`maximum` None for « from »), and the way there."""

    minimum: Decimal
    maximum: Decimal | None
    badge: Badge
    formula: str = ""
    remark: str = ""
    unit: Unit = Unit.BRUT_AN
    references: tuple[Reference, ...] = ()

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
        return f"{self.short_text} {self.unit.label}"


def rounded(amount):
    """Return the amount to the euro, halves upwards."""
    return amount.quantize(EURO, rounding=ROUND_HALF_UP)


def is_unit(devise, periode, nature):
    """Say whether a conversion knows amounts of this kind."""
    if devise == SMIC:
        return (periode, nature) == SMIC_UNIT
    return devise in DEVISES and periode in PERIODES and nature in NATURES


def badge_of(periode, nature, unit, devise=EUR):
    """Return the `Badge` of an amount of this period and nature that is shown in `unit`."""
    if not nature:
        return Badge.UNITE_SUPPOSEE
    if nature != unit.nature:
        return Badge.ESTIME
    return Badge.RELEVE if (devise, periode) == (EUR, unit.periode) else Badge.CONVERTI


def yearly(periode, pays, references, day):
    """Return ([(factor, words)…], [`Reference` used…]) that turn an amount of this period into one per year.

    Raises `MissingReference` when the country has no value for it.
    """
    if periode == "an":
        return [], []
    if periode == "mois":
        months = references.at("mois-an", pays, day)
        return [(months.valeur, french_number(months.valeur))], [months]
    weeks = (WEEKS_A_YEAR, f"{french_number(WEEKS_A_YEAR)} semaines")
    if periode == "semaine":
        return [weeks], []
    if periode == "jour":
        return [(DAYS_A_WEEK, f"{french_number(DAYS_A_WEEK)} jours"), weeks], []
    hours = references.at("heures-semaine", pays, day)
    return [(hours.valeur, f"{french_number(hours.valeur)} heures"), weeks], [hours]


def conversion(statement, references, day, unit=Unit.BRUT_AN):
    """Return the `Conversion` of a statement into the unit, with the values in force on that day.

    Raises `MissingReference` when the country lacks a value that it needs.
    """
    times, by, used = [], [], []
    if statement.devise == SMIC:
        smic = references.at("minimum-mensuel", statement.pays, day)
        times.append((smic.valeur, f"{french_amount(smic.valeur)} €"))
        used.append(smic)
    # Nothing said is taken as gross; the badge says so.
    if (statement.nature or "brut") != unit.nature:
        coefficient = references.at("net-sur-brut", statement.pays, day, statement.statut)
        side = times if unit.nature == "net" else by
        side.append((coefficient.valeur, french_number(coefficient.valeur)))
        used.append(coefficient)
    words = written("×", times) + written("÷", by)
    if statement.periode != unit.periode:
        steps, rows = yearly(statement.periode, statement.pays, references, day)
        back, back_rows = yearly(unit.periode, statement.pays, references, day)
        words += written("×", steps) + written("÷", back)
        times, by, used = times + steps, by + back, used + rows + back_rows
    return Conversion(product(times), product(by), " ".join(words), tuple(used))


def written(operator, steps):
    """Return the words of (factor, words) pairs after their operator; a line never breaks within one."""
    return [unbroken(f"{operator} {words}") for _, words in steps]


def unbroken(text):
    """Return the text with spaces that never break."""
    return text.replace(" ", NO_BREAK_SPACE)


def product(steps):
    """Return the product of the factors of (factor, words) pairs."""
    result = Decimal(1)
    for factor, _ in steps:
        result *= factor
    return result


def convert(statement, references, day, unit=Unit.BRUT_AN):
    """Return the `Equivalent` of a statement in the unit, with the values in force on that day.

    Raises `MissingReference` when the country lacks a value that the conversion needs.
    """
    way = conversion(statement, references, day, unit)
    minimum, maximum = way.apply(statement.minimum), way.apply(statement.maximum)
    return Equivalent(
        minimum,
        maximum,
        badge_of(statement.periode, statement.nature, unit, statement.devise),
        formula(statement, way.words, french_range_or_one(minimum, maximum)),
        remark(statement, unit),
        unit,
        way.references,
    )


def gross_year(statement, references, day):
    """Return the `Equivalent` of a statement in € brut per year; raises as `convert` does."""
    return convert(statement, references, day, Unit.BRUT_AN)


def minimum_wage(references, pays, day, unit=Unit.BRUT_AN):
    """Return the legal minimum of full-time work in the unit, None where the guide knows none."""
    try:
        return convert(Statement(ONE, ONE, *SMIC_UNIT, pays, devise=SMIC), references, day, unit).minimum
    except MissingReference:
        return None


def french_range_or_one(minimum, maximum, sign="€"):
    """Return « 45 600 à 57 600 € », or the first amount alone."""
    return french_range(minimum, minimum if maximum is None else maximum, sign)


def formula(statement, words, result):
    """Return the conversion as a sentence: « 3 080 € × 12 = 36 960 € »; empty for a statement as it is.

    In a narrow column it breaks between its steps alone.
    """
    if not words:
        return "" if statement.nature else "brut supposé\u00a0: la source ne dit pas brut ou net"
    amount = unbroken(statement.amounts)
    supposed = "" if statement.nature else unbroken("(brut supposé)")
    return " ".join(filter(None, [amount, supposed, words, unbroken(f"= {result}")]))


def remark(statement, unit):
    """Return what the reader must know of the conversion, by country."""
    months_matter = (statement.periode, unit.periode) != ("an", "an")
    return BELGIAN_REMARK if statement.pays == "BE" and months_matter else ""


def is_due(year, day):
    """Say whether a figure of that year (None: unknown) is to be checked again on that day.

    A year's figure counts from its last day, so that it is never called older than it can be.
    """
    if year is None:
        return True
    return (day.year - year - 1) * 12 + day.month > MONTHS_BEFORE_CHECKING
