"""Salary statements of the database with their equivalent in the reader's unit: the one way that every page
(fiche, lists, table, comparison, strips, exports) reads them."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import timezone

from core.niveaux import Pays
from core.text import french_number
from metiers.models import ReferenceSalaire, Salaire
from metiers.references import MissingReference, Reference, References
from metiers.salaires import Badge, Equivalent, Statement, Unit, convert, is_due, minimum_wage


def load_references():
    """Return the `References` of the database: 1 query."""
    return References(
        Reference(row.type, row.pays, row.statut, row.valeur, row.en_vigueur_depuis)
        for row in ReferenceSalaire.objects.in_order()
    )


def to_statement(salaire):
    """Return the pure `Statement` of a `Salaire`, whose `lieu` is loaded."""
    said = (salaire.montant_min, salaire.montant_max, salaire.periode, salaire.nature, salaire.lieu.pays)
    told = {"statut": salaire.statut} if salaire.statut else {}
    return Statement(*said, **told, devise=salaire.devise)


@dataclass(frozen=True)
class SalaryStatement:
    """A statement as pages show it.

    `equivalent` is in the unit of the reader, `gross` in € brut per year whatever the unit; either is
    None where no reference value allows it. `minimum_wage` is in € brut per year.
    """

    salaire: Salaire
    equivalent: Equivalent | None
    gross: Equivalent | None
    minimum_wage: object
    day: object

    @property
    def source(self):
        return self.salaire.source

    @property
    def pays(self):
        return self.salaire.lieu.get_pays_display()

    @property
    def texte(self):
        """Return the equivalent in words, or the statement itself when there is none."""
        return self.equivalent.text if self.equivalent else self.salaire.montant

    @property
    def montant_et_lieu(self):
        """Return the bare equivalent, with what sets it apart: « 50 000 €, Paris »."""
        lieu = self.salaire.lieu
        amount = self.equivalent.short_text if self.equivalent else self.salaire.montant
        parts = [amount, "" if lieu.type == lieu.Type.PAYS else str(lieu), self.minimum_note]
        return ", ".join(filter(None, parts))

    @property
    def badge(self):
        return self.equivalent.badge.code if self.equivalent else ""

    @property
    def badge_label(self):
        return self.equivalent.badge.label if self.equivalent else ""

    @property
    def is_below_minimum(self):
        """Say whether the statement begins under the legal minimum in force today."""
        return bool(self.gross and self.minimum_wage and self.gross.minimum < self.minimum_wage)

    @property
    def minimum_note(self):
        """Return « commence sous le SMIC », empty for an amount above the legal minimum in force."""
        return "commence sous le SMIC" if self.is_below_minimum else ""

    @property
    def place(self):
        """Return « Paris, France », or the country alone."""
        lieu = self.salaire.lieu
        return self.pays if lieu.type == lieu.Type.PAYS else f"{lieu}, {self.pays}"

    @property
    def year_text(self):
        """Return the year of the figure or that there is none; empty where the source's name says it."""
        if not self.salaire.annee:
            return "sans année"
        return "" if str(self.salaire.annee) in self.source.libelle_court else str(self.salaire.annee)

    @property
    def is_due(self):
        """Say whether the figure is to be checked again: without a year, or older than 24 months."""
        return is_due(self.salaire.annee, self.day)

    @property
    def label(self):
        """Return « débutant · Paris · Externatic, 2024 », which tells the statements of a métier apart."""
        lieu = self.salaire.lieu
        place = "" if lieu.type == lieu.Type.PAYS else f" · {lieu}"
        return f"{self.salaire.niveau}{place} · {self.source.libelle_court}"


@dataclass(frozen=True)
class Reader:
    """Reads statements in a unit, with the references in force on a day.

    `refusal` says why the unit is not the one that was asked for, "" when it is.
    """

    references: References
    day: object
    unit: Unit = Unit.BRUT_AN
    refusal: str = ""

    @classmethod
    def today(cls, unit=Unit.BRUT_AN):
        """Return a reader with the values in force today: 1 query."""
        return cls(load_references(), timezone.localdate(), unit)

    @cached_property
    def french_minimum(self):
        """Return the French legal minimum in the unit, None if the guide knows none."""
        return minimum_wage(self.references, Pays.FRANCE, self.day, self.unit)

    @cached_property
    def _french_minimum_a_year(self):
        return minimum_wage(self.references, Pays.FRANCE, self.day)

    @property
    def french_minimum_label(self):
        """Return « SMIC 22 404 € », « SMIC ≈ 1 456 € » when it is an estimated net, "" if unknown."""
        if not self.french_minimum:
            return ""
        about = "≈\u00a0" if self.unit.nature == "net" else ""
        return f"SMIC {about}{french_number(self.french_minimum)}\u00a0€"

    def on_one_axis(self, salaires):
        """Return the reader that may put all these rows on one axis: gross where their net does not compare.

        French and Belgian net are never compared: contributions and what is held back from pay differ.
        """
        if self.unit.nature != "net":
            return self
        countries = {salaire.lieu.pays for salaire in salaires}
        if len(countries) > 1:
            reason = "le net de deux pays ne se compare pas, les cotisations n’y sont pas les mêmes"
        elif any(self._equivalent(salaire, self.unit) is None for salaire in salaires):
            reason = (
                f"aucun coefficient entre net et brut n’est connu pour ce pays ({Pays(*countries).label})"
            )
        else:
            return self
        return replace(
            self, unit=Unit.BRUT_MOIS, refusal=f"Net par mois\u00a0: {reason}. Montants en brut par mois."
        )

    def equivalent(self, statement, unit):
        """Return the `Equivalent` of a `Statement` in a unit, None where a reference value is missing."""
        try:
            return convert(statement, self.references, self.day, unit)
        except MissingReference:
            return None

    def _equivalent(self, salaire, unit):
        return self.equivalent(to_statement(salaire), unit)

    def read(self, salaire):
        """Return the `SalaryStatement` of a row whose `lieu` and `source` are loaded.

        Where the country has no coefficient for net, the equivalent is in € brut per month.
        """
        gross = self._equivalent(salaire, Unit.BRUT_AN)
        equivalent = gross if self.unit is Unit.BRUT_AN else self._equivalent(salaire, self.unit)
        if equivalent is None and self.unit is Unit.NET_MOIS:
            equivalent = self._equivalent(salaire, Unit.BRUT_MOIS)
        minimum = self._french_minimum_a_year if salaire.lieu.pays == Pays.FRANCE else None
        return SalaryStatement(salaire, equivalent, gross, minimum, self.day)

    def read_all(self, salaires):
        return [self.read(salaire) for salaire in salaires]

    def beginner(self, salaires):
        """Return the statement that stands for a beginner's pay on a card, None if no source gives one.

        The best known one comes first (as published, then converted, estimated, supposed); sources that
        disagree are all on the fiche. `salaires` are those of beginners, `lieu` and `source` loaded. The
        choice rests on the gross year, so that it does not change with the unit.
        """
        statements = [statement for statement in self.read_all(salaires) if statement.gross]
        return min(statements, key=lambda statement: BEST_KNOWN.index(statement.gross.badge), default=None)


# The badges, the surest first.
BEST_KNOWN = list(Badge)
