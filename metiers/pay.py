"""What the page of a métier says of pay: statements in one unit, on one axis, and what stands out."""

from dataclasses import dataclass
from functools import cached_property

from core.niveaux import Pays
from metiers.bandes import strip_of
from metiers.models import Salaire
from metiers.remarks import disagreements, due_sentence, minimum_wage_warnings
from metiers.salaires import Equivalent, Statement, is_due


@dataclass(frozen=True)
class FamilyMedian:
    """The median of a professional family, `equivalent` in the unit of the page (None: no conversion).

    It stands apart from the statements: it is neither the métier's own nor a beginner's, hence in no strip,
    no order, no comparison, and contradicts nobody.
    """

    famille: object
    equivalent: Equivalent | None
    is_due: bool

    @property
    def source(self):
        return self.famille.source


class Pay:
    """The pay of a métier as its page shows it; every attribute is ready to show."""

    def __init__(self, salaires, reader, family=None):
        """Read the rows of a métier, `lieu` and `source` loaded, all in the one unit that they can share.

        `family` is the `FamilleProfessionnelle` that the métier belongs to for certain.
        """
        self.reader = reader.on_one_axis(salaires)
        self.statements = self.reader.read_all(salaires)
        self._family = family

    @property
    def unit(self):
        return self.reader.unit

    @property
    def strip(self):
        """Return the salary strip, None without a statement that has an equivalent."""
        known = [statement for statement in self.statements if statement.equivalent]
        return strip_of(f"Salaires, en € {self.unit.label}", known, self.reader) if known else None

    @property
    def disagreements(self):
        """Return a sentence for each experience on which the sources differ."""
        return disagreements(self.statements)

    @property
    def below_minimum(self):
        """Return a warning for each source that gives amounts under the legal minimum in force."""
        return minimum_wage_warnings(self.statements)

    @property
    def due(self):
        """Return the sentence on the amounts to be checked again, empty if there are none."""
        return due_sentence(self.statements)

    @property
    def remarks(self):
        """Return what the reader must know of the conversions, each once."""
        known = [statement.equivalent for statement in self.statements if statement.equivalent]
        return list(dict.fromkeys(equivalent.remark for equivalent in known if equivalent.remark))

    @cached_property
    def family(self):
        """Return the `FamilyMedian` of the métier, None where its family is not known for certain."""
        if self._family is None:
            return None
        median = self._family.mediane
        statement = Statement(median, median, "mois", "net", Pays.FRANCE)
        return FamilyMedian(
            self._family,
            self.reader.equivalent(statement, self.unit),
            is_due(self._family.annee_fin, self.reader.day),
        )

    @cached_property
    def beginner(self):
        """Return the statement that stands for a beginner's pay, None if no source gives one."""
        rows = [statement.salaire for statement in self.statements]
        return self.reader.beginner([row for row in rows if row.niveau_min == Salaire.Niveau.DEBUTANT])
