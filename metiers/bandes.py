"""The geometry of salary strips: statements as bars on one axis, in hundredths of its length. Pure."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from core.text import french_number
from metiers.salaires import Unit

# Where an axis begins, and the steps of its marks, by the period of its unit.
STARTS = {"an": Decimal(10_000), "mois": Decimal(1_000)}
STEPS = {
    "an": [Decimal(step) for step in (5_000, 10_000, 20_000, 30_000, 50_000, 100_000)],
    "mois": [Decimal(step) for step in (500, 1_000, 2_000, 2_500, 5_000, 10_000)],
}
# More would run into each other in a card, or on a phone.
MAX_GRADUATIONS = 5
# How far an open range (« from ») fades to the right, as a share of the axis.
OPEN_SHARE = Decimal("0.2")
# The country whose legal minimum the axis bears; a bar of another one says where it is from.
FRANCE = "France"
# Bars whose amount is estimated or whose unit is supposed are dashed.
DASHED = {"estime", "unite-supposee"}


@dataclass(frozen=True)
class Graduation:
    """A mark of the axis: its place (0 to 100) and its label."""

    x: float
    label: str


@dataclass(frozen=True)
class Bar:
    """A statement on the axis; `x` and `largeur` in hundredths, `largeur` None where nothing is known.

    `ponctuelle` says that it is a single amount, which is drawn as a dot at `x`. `mention` is the country
    where the axis does not say it by itself: always in words, never by a colour.
    """

    label: str
    texte: str
    x: float
    largeur: float | None
    ouverte: bool = False
    ponctuelle: bool = False
    contour: str = "plein"
    pays: str = ""
    mention: str = ""
    badge: str = ""
    url: str = ""

    @property
    def porte_smic(self):
        """Say whether the legal minimum has its tick there: not on the bar of another country."""
        return self.pays in ("", FRANCE)


@dataclass(frozen=True)
class Strip:
    """An axis with its graduations, the legal minimum and the bars."""

    titre: str
    description: str
    graduations: list
    smic_x: float | None
    smic_label: str
    lignes: list


class Axis:
    """An axis in a unit, from 10 000 € a year or 1 000 € a month (lower if asked for) to a round amount."""

    def __init__(self, amounts, unit=Unit.BRUT_AN):
        start, all_steps = STARTS[unit.periode], STEPS[unit.periode]
        amounts = [Decimal(amount) for amount in amounts if amount is not None] or [start * 6]
        self.start = Decimal(0) if min(amounts) < start else start
        span = max(amounts) - self.start
        self.step = next((step for step in all_steps if span / step <= MAX_GRADUATIONS - 1), all_steps[-1])
        steps = (span / self.step).to_integral_value(rounding=ROUND_CEILING)
        self.end = self.start + self.step * max(1, steps)

    def x(self, amount):
        """Return the place of an amount on the axis, 0 to 100."""
        share = (Decimal(amount) - self.start) / (self.end - self.start) * 100
        return float(round(min(max(share, Decimal(0)), Decimal(100)), 2))

    def graduations(self):
        """Return the marks, the first one with its currency."""
        count = int((self.end - self.start) / self.step) + 1
        amounts = [self.start + self.step * index for index in range(count)]
        return [
            Graduation(self.x(amount), french_number(amount) + ("\u00a0€" if index == 0 else ""))
            for index, amount in enumerate(amounts)
        ]


def axis_of(equivalents, minimum_wage=None, unit=Unit.BRUT_AN):
    """Return the `Axis` of these `Equivalent`s (or None) of one unit, open ranges with room to fade in."""
    known = [equivalent for equivalent in equivalents if equivalent]
    amounts = [amount for equivalent in known for amount in (equivalent.minimum, equivalent.maximum)]
    amounts += [equivalent.minimum * Decimal("1.25") for equivalent in known if equivalent.is_open]
    return Axis([*amounts, minimum_wage], unit)


def bar(axis, label, equivalent, pays="", url="", note="", mention=""):
    """Return the `Bar` of an `Equivalent`, or an empty one for None; `note` ends its words."""
    if equivalent is None:
        return Bar(label, "Non renseigné", 0, None, pays=pays, mention=mention, url=url)
    start = axis.x(equivalent.minimum)
    end = start + float(OPEN_SHARE * 100) if equivalent.is_open else axis.x(equivalent.maximum)
    return Bar(
        label=label,
        texte=", ".join(filter(None, [equivalent.text, note])),
        x=start,
        # Two amounts that are close still have to be seen.
        largeur=round(max(min(end, 100.0) - start, 1.0), 2),
        ouverte=equivalent.is_open,
        ponctuelle=equivalent.minimum == equivalent.maximum,
        contour="pointille" if equivalent.badge.code in DASHED else "plein",
        pays=pays,
        mention=mention,
        badge=equivalent.badge.code,
        url=url,
    )


def strip(titre, entries, minimum_wage=None, minimum_label="", unit=Unit.BRUT_AN):
    """Return a `Strip` for `entries`, each what `bar` asks for: (label, `Equivalent` or None, country, url…).

    The legal minimum is the French one (see `french_minimum_among`). An axis of several countries names
    that of each bar.
    """
    countries = {entry[2] for entry in entries if entry[2]}
    minimum_wage, minimum_label = french_minimum_among(countries, minimum_wage, minimum_label)
    axis = axis_of([entry[1] for entry in entries], minimum_wage, unit)
    lines = [bar(axis, *entry, mention=mention(entry[2], countries)) for entry in entries]
    return Strip(
        titre=titre,
        description=description(axis, lines, minimum_label, unit),
        graduations=axis.graduations(),
        smic_x=None if minimum_wage is None else axis.x(minimum_wage),
        smic_label=minimum_label,
        lignes=lines,
    )


def french_minimum_among(countries, amount, label):
    """Return the (amount, label) of the French legal minimum on an axis with bars of these countries.

    Without a French bar it has no place there: (None, ""); beside another country it says that it is French.
    """
    if FRANCE not in countries:
        return None, ""
    return amount, f"{label} ({FRANCE})" if label and len(countries) > 1 else label


def mention(pays, countries):
    """Return the country that a bar has to name: each of several, or one that is not France."""
    return pays if len(countries) > 1 or pays != FRANCE else ""


def description(axis, lines, minimum_label, unit):
    """Return what is drawn, in sentences: the axis, the legal minimum, then each bar with its country."""
    drawn = [
        f"Axe de {french_number(axis.start)} à {french_number(axis.end)}\u00a0€ {unit.label}",
        minimum_label and f"repère\u00a0: {minimum_label}",
        *(f"{line.label}{line.mention and f' ({line.mention})'}\u00a0: {line.texte}" for line in lines),
    ]
    return "\u00a0; ".join(filter(None, drawn))


def strip_of(titre, statements, reader):
    """Return the `Strip` of statements that this reader has read, named by experience, place and source."""
    entries = [(s.label, s.equivalent, s.pays, "", s.minimum_note) for s in statements]
    return strip(titre, entries, reader.french_minimum, reader.french_minimum_label, reader.unit)
