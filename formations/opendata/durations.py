"""The lengths of formations that files of open data write → years. Pure."""

import re
from decimal import ROUND_HALF_UP, Decimal

UNITS_A_YEAR = {"an": Decimal(1), "mois": Decimal(12), "semaine": Decimal(52)}
LENGTH = re.compile(r"([0-9]{1,3}) ?(an|mois|semaine)s?")
PRECISION = Decimal("0.1")


def years(words):
    """Return the years of « 2 ans », « 18 mois » or « 20 semaines », to a tenth; None for no words.

    Editions put them between quotes. Raises `ValueError` for other words.
    """
    plain = " ".join(words.replace('"', " ").split())
    if not plain:
        return None
    found = LENGTH.fullmatch(plain)
    if not found:
        raise ValueError(words)
    return (int(found[1]) / UNITS_A_YEAR[found[2]]).quantize(PRECISION, ROUND_HALF_UP)
