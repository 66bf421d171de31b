"""What the page of method shows: the rules of the guide on salaries, real examples, the values in force."""

from dataclasses import dataclass, replace
from itertools import groupby

from core.models import Source
from core.niveaux import Pays
from core.text import euros
from metiers.models import ReferenceSalaire, Salaire
from metiers.references import MissingReference
from metiers.remarks import disagreements
from metiers.salaires import (
    DAYS_A_WEEK,
    MONTHS_BEFORE_CHECKING,
    WEEKS_A_YEAR,
    Badge,
    Statement,
    Unit,
    convert,
    is_due,
)
from metiers.statements import Reader

SECTIONS = [
    ("principe", "Le principe"),
    ("badges", "Les badges"),
    ("unites", "Brut, net, mois, an"),
    ("conversions", "Les conversions"),
    ("smic", "Le SMIC"),
    ("a-reverifier", "À revérifier"),
    ("ecarts", "Les écarts entre sources"),
    ("limites", "Ce qui n’est pas dit"),
]
LAW, KNOWLEDGE = "code-du-travail", "connaissance-generale"
MINIMUM = ReferenceSalaire.Type.MINIMUM_MENSUEL
USED_TO_CONVERT = (
    ReferenceSalaire.Type.NET_SUR_BRUT,
    ReferenceSalaire.Type.MOIS_AN,
    ReferenceSalaire.Type.HEURES_SEMAINE,
)


@dataclass(frozen=True)
class Example:
    """A rule beside a statement of the guide that shows it, None where the guide has no such statement."""

    badge: Badge
    statement: object


@dataclass(frozen=True)
class Minimum:
    """A legal minimum: its row, in words per month and per year, and if it is past, in force or to come."""

    row: ReferenceSalaire
    monthly: str
    yearly: str
    state: str


class Method:
    """The context of the page of method; nothing is written there that the database can say.

    6 queries, and as few statements read as there are kinds of them: the guide may hold thousands.
    """

    sections = SECTIONS
    weeks, days, months = WEEKS_A_YEAR, DAYS_A_WEEK, MONTHS_BEFORE_CHECKING

    def __init__(self):
        self.reader = Reader.today()
        self._published = Salaire.objects.of_published()
        self._kinds = self.reader.read_all(self._published.one_of_each_kind().for_table())
        self._by_year = self._published.number_by_year()
        self._rows = list(ReferenceSalaire.objects.in_order())
        sources = Source.objects.in_bulk([LAW, KNOWLEDGE], field_name="slug")
        self.law, self.knowledge = sources.get(LAW), sources.get(KNOWLEDGE)

    @property
    def examples(self):
        """Return an `Example` per badge, in € brut per year, the surest first."""
        found = {}
        for statement in self._kinds:
            if statement.equivalent:
                found.setdefault(statement.equivalent.badge, statement)
        return [Example(badge, found.get(badge)) for badge in Badge]

    @property
    def in_each_unit(self):
        """Return a statement read in every unit, where it bears three badges or as many as can be."""
        readers = [replace(self.reader, unit=unit) for unit in Unit]
        read = ([reader.read(statement.salaire) for reader in readers] for statement in self._kinds)
        told = (
            row
            for row in read
            if all(s.equivalent and s.equivalent.unit is u for s, u in zip(row, Unit, strict=True))
        )
        return max(told, key=lambda row: len({statement.badge for statement in row}), default=[])

    @property
    def in_force(self):
        """Return the values that conversions rest on today, by type, country and status."""
        current = self._in_force()
        return [row for type_ in USED_TO_CONVERT for row in current if row.type == type_]

    def _in_force(self):
        begun = [row for row in self._rows if row.en_vigueur_depuis <= self.reader.day]
        return [next(rows) for _, rows in groupby(begun, key=lambda row: (row.type, row.pays, row.statut))]

    @property
    def minimums(self):
        """Return the `Minimum`s of France that the guide knows, the latest first."""
        current = next((row for row in self._in_force() if is_french_minimum(row)), None)
        return [
            Minimum(row, euros(row.valeur), self._yearly(row), state_of(row, current))
            for row in self._rows
            if is_french_minimum(row)
        ]

    def _yearly(self, row):
        monthly = Statement(row.valeur, row.valeur, "mois", "brut", row.pays)
        try:
            return euros(convert(monthly, self.reader.references, self.reader.day).minimum)
        except MissingReference:
            return ""

    @property
    def minimum_in_each_unit(self):
        """Return the legal minimum of France in words, in each unit: « SMIC ≈ 1 456 € net par mois »."""
        readers = [replace(self.reader, unit=unit) for unit in Unit]
        return [f"{r.french_minimum_label} {r.unit.label}" for r in readers if r.french_minimum]

    @property
    def net_coefficient(self):
        """Return the coefficient between the net and the gross of a French employee, None if unknown."""
        kinds = (ReferenceSalaire.Type.NET_SUR_BRUT, Pays.FRANCE, "non-cadre")
        return next((r.valeur for r in self._in_force() if (r.type, r.pays, r.statut) == kinds), None)

    @property
    def without_net(self):
        """Return the names of the countries whose net the guide cannot tell."""
        known = {row.pays for row in self._in_force() if row.type == ReferenceSalaire.Type.NET_SUR_BRUT}
        return [pays.label for pays in Pays if pays not in known]

    @property
    def count(self):
        """Return how many statements the guide holds."""
        return sum(self._by_year.values())

    @property
    def due(self):
        """Return how many of the statements are to be checked again today."""
        return sum(count for year, count in self._by_year.items() if is_due(year, self.reader.day))

    @property
    def year_due(self):
        """Return (the year before this one, the year on whose first day its figures will be due)."""
        year = self.reader.day.year - 1
        return year, year + 1 + MONTHS_BEFORE_CHECKING // 12

    @property
    def disagreement(self):
        """Return (métier, sentence) of the first métier on which sources differ, None if there is none."""
        rows = self._published.of_an_example().for_table()
        statements = self.reader.read_all(rows)
        sentences = disagreements(statements)
        return (statements[0].salaire.metier, sentences[0]) if sentences else None


def is_french_minimum(row):
    return row.type == MINIMUM and row.pays == Pays.FRANCE


def state_of(row, current):
    """Say whether a value is in force, past or to come, beside the one in force (None if there is none)."""
    if row == current:
        return "en vigueur"
    past = current and row.en_vigueur_depuis < current.en_vigueur_depuis
    return "remplacé" if past else "à venir"
