"""How long a roadmap takes, from the lengths of its steps. Pure: months in, French words out."""

from decimal import ROUND_HALF_UP, Decimal

from core.text import french_range

MONTHS = {"mois": 1, "an": 12}
# The widths that the component `etapes` knows.
HEAVIEST = 6


def months(etape):
    """Return (minimum, maximum) months of a step, None where no source gives its length.

    A step with one bound only lasts at least that long: its total would be a guess, hence None too.
    """
    if etape.duree_min is None or etape.duree_max is None:
        return None
    factor = MONTHS[etape.unite]
    return etape.duree_min * factor, etape.duree_max * factor


def total(etapes):
    """Return « 11 à 21 mois » or « 8 à 10 ans » for the steps together, empty if one of them is unknown."""
    lengths = [months(etape) for etape in etapes]
    if not lengths or None in lengths:
        return ""
    low, high = (sum(bounds) for bounds in zip(*lengths, strict=True))
    if {etape.unite for etape in etapes} == {"an"}:
        return french_range(low // 12, high // 12, "ans")
    return french_range(low, high, "mois")


def weights(etapes):
    """Return a weight from 1 to 6 per step, in proportion to its mean length; 1 where it is unknown."""
    means = [bounds and Decimal(sum(bounds)) / 2 for bounds in map(months, etapes)]
    shortest = min(filter(None, means), default=None)
    if shortest is None:
        return [1] * len(means)
    return [
        min(HEAVIEST, int((mean / shortest).quantize(Decimal(1), ROUND_HALF_UP))) if mean else 1
        for mean in means
    ]


def years(number):
    """Return « 3 ans », « 1 an », « 6 mois » for a number of years, empty if unknown."""
    if number is None:
        return ""
    if number < 1:
        whole = (number * 12).quantize(Decimal(1), ROUND_HALF_UP)
        return french_range(whole, whole, "mois")
    return french_range(number, number, "ans")
