"""What the tests of the arithmetic of salaries share: a day, its values, statements said and read."""

from datetime import date
from decimal import Decimal

from metiers.references import Reference, References
from metiers.salaires import Statement, Unit, convert

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


def said(minimum, maximum, periode, nature, pays="FR", statut="non-cadre", devise="EUR"):
    high = None if maximum is None else Decimal(maximum)
    return Statement(Decimal(minimum), high, periode, nature, pays, statut, devise)


def in_smic(minimum, maximum, pays="FR"):
    return said(minimum, maximum, "mois", "brut", pays, devise="SMIC")


def read(statement, unit=AN):
    return convert(statement, REFERENCES, DAY, unit)
