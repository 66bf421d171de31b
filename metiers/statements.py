"""Salary statements of the database with their equivalent in € brut per year: the one way that every page
(fiche, lists, table, comparison, strips) reads them."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from core.text import enumerate_words, french_number
from metiers.models import ReferenceSalaire, Salaire
from metiers.salaires import GrossYear, MissingReference, Reference, References, Statement, gross_year


def load_references():
    """Return the `References` of the database: 1 query."""
    return References(
        Reference(row.type, row.pays, row.statut, row.valeur, row.en_vigueur_depuis)
        for row in ReferenceSalaire.objects.in_order()
    )


def to_statement(salaire):
    """Return the pure `Statement` of a `Salaire`, whose `lieu` is loaded."""
    return Statement(
        salaire.montant_min, salaire.montant_max, salaire.periode, salaire.nature, salaire.lieu.pays
    )


@dataclass(frozen=True)
class SalaryStatement:
    """A statement as pages show it; its equivalent is None where no reference value allows one."""

    salaire: Salaire
    equivalent: GrossYear | None
    minimum_wage: object

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
        return bool(self.equivalent and self.minimum_wage and self.equivalent.minimum < self.minimum_wage)

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
            return "année non indiquée"
        return "" if str(self.salaire.annee) in self.source.libelle_court else str(self.salaire.annee)

    @property
    def label(self):
        """Return « débutant · Paris · Externatic, 2024 », which tells the statements of a métier apart."""
        lieu = self.salaire.lieu
        place = "" if lieu.type == lieu.Type.PAYS else f" · {lieu}"
        return f"{self.salaire.niveau}{place} · {self.source.libelle_court}"


def minimum_wage_warnings(statements):
    """Return a warning for each source that gives amounts under the legal minimum in force.

    No full-time job may pay less than the SMIC (Code du travail, article L3231-2 and following).
    """
    below = {}
    for statement in statements:
        if statement.is_below_minimum:
            below.setdefault(statement.source, []).append(statement)
    return [minimum_wage_warning(source, known) for source, known in below.items()]


def minimum_wage_warning(source, statements):
    """Return the sentence on amounts of one source that begin under the legal minimum."""
    amounts = enumerate_words(statement.salaire.montant for statement in statements)
    minimum = f"{french_number(statements[0].minimum_wage)}\u00a0€ brut par an"
    return (
        f"{source.libelle_court} donne {amounts} : converti en brut par an, cela commence sous le SMIC en "
        f"vigueur ({minimum} à temps plein). Le chiffre est ancien ou erroné, à actualiser : aucun emploi à "
        "temps plein ne peut être payé moins."
    )


@dataclass(frozen=True)
class Reader:
    """Reads statements with the references in force on a day."""

    references: References
    day: object

    @classmethod
    def today(cls):
        """Return a reader with the values in force today: 1 query."""
        return cls(load_references(), timezone.localdate())

    @cached_property
    def french_minimum(self):
        """Return the French legal minimum in € brut per year, None if the guide knows none."""
        return self.references.minimum_wage("FR", self.day)

    @property
    def french_minimum_label(self):
        """Return « SMIC 22 404 € », empty if the guide knows none."""
        return f"SMIC {french_number(self.french_minimum)}\u00a0€" if self.french_minimum else ""

    def read(self, salaire):
        """Return the `SalaryStatement` of a row whose `lieu` and `source` are loaded."""
        try:
            equivalent = gross_year(to_statement(salaire), self.references, self.day)
        except MissingReference:
            equivalent = None
        minimum = self.french_minimum if salaire.lieu.pays == "FR" else None
        return SalaryStatement(salaire, equivalent, minimum)

    def read_all(self, salaires):
        return [self.read(salaire) for salaire in salaires]

    def beginner(self, salaires):
        """Return the statement that stands for a beginner's pay on a card, None if no source gives one.

        The best known one comes first (as published, then converted, estimated, supposed); sources that
        disagree are all on the fiche. `salaires` are those of beginners, `lieu` and `source` loaded.
        """
        statements = [statement for statement in self.read_all(salaires) if statement.equivalent]
        order = ["releve", "converti", "estime", "unite-supposee"]
        return min(statements, key=lambda statement: order.index(statement.badge), default=None)
