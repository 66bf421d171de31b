"""What pages say of a statement, as SQL: its gross year, to sort and filter by, and the badge shown.

Nothing is decided here. Periods, natures, countries and statuses are few: each combination of them is asked
of the one conversion (`metiers/salaires.py`, through a `Reader`), and the answers make a `CASE`. So the
database sorts and counts thousands of statements by the very figures that pages show.
"""

from decimal import Decimal
from functools import cache

from django.db.models import DecimalField, F, Func, IntegerField, OuterRef, Subquery
from django.db.models.functions import Cast, Floor, Least, Round

from core.models import Lieu
from core.niveaux import Pays
from metiers.models import Salaire
from metiers.references import MissingReference
from metiers.salaires import conversion, is_unit
from metiers.statements import BEST_KNOWN, to_statement

# What a conversion depends on beside the amount, and all that each can be.
COLUMNS = {
    "devise": Salaire.Devise.values,
    "periode": Salaire.Periode.values,
    "nature": ["", *Salaire.Nature.values],
    "lieu__pays": Pays.values,
    "statut": ["", *Salaire.Statut.values],
}
# Amounts are rounded to this before the euro: SQLite counts in binary, where 20 769,5 may come out as
# 20 769,499999999996, which the next rounding would take for less than a half.
DECIMALS = 6


def gross_euros(reader, montant="montant_min"):
    """Return the gross year of that amount of a `Salaire`, in whole euros; NULL if no reference allows it."""
    factor = asked(lambda salaire: gross_factor(reader, salaire), DecimalField())
    return Round(Round(F(montant) * factor, DECIMALS))


def gross_factor(reader, salaire):
    try:
        way = conversion(to_statement(salaire), reader.references, reader.day)
    except MissingReference:
        return None
    return way.multiplier / way.divisor


def shown_rank(reader):
    """Return the badge of what this reader shows of a `Salaire`, as its rank in `BEST_KNOWN`, or NULL."""
    return asked(lambda salaire: rank(reader.read(salaire).equivalent), IntegerField())


def gross_rank(reader):
    """Return the badge of the gross year of a `Salaire`, as its rank in `BEST_KNOWN`, or NULL."""
    return asked(lambda salaire: rank(reader.read(salaire).gross), IntegerField())


def rank(equivalent):
    return BEST_KNOWN.index(equivalent.badge) if equivalent else None


def beginners_pay(reader, step, top):
    """Return what lists of `Metier` sort and filter by: the gross year of the statement that the card shows.

    `brut_an_debutant` is in whole euros, `tranche_debutant` the last multiple of `step` that it reaches,
    `top` at most; both are NULL for a métier whose card shows none (see `Reader.beginner`).
    """
    said = Salaire.objects.for_beginners().filter(metier=OuterRef("pk"))
    best = said.best_known(gross_rank(reader)).alias(brut_an=gross_euros(reader))
    reached = Cast(Least(Floor(F("brut_an") / step) * step, top), IntegerField())
    return {
        "brut_an_debutant": Subquery(best.values(montant=F("brut_an"))[:1]),
        "tranche_debutant": Subquery(best.values(tranche=reached)[:1]),
    }


def asked(question, output_field):
    """Return the expression of question(`Salaire`), a number or None, for a row of any combination."""
    known = [(box, answer) for box, answer in boxes(list(COLUMNS), (), question) if answer is not None]
    return Answer(*COLUMNS, boxes=known, output_field=output_field)


def boxes(columns, said, question):
    """Return (box, answer) pairs for all combinations of the columns, those of one answer in one box.

    A box is made of (column, values that it may have); a column that does not matter is not in it.
    """
    if not columns:
        salaire = sample(*said)
        return (((), salaire and question(salaire)),)
    column, *others = columns
    alike = {}
    for value in COLUMNS[column]:
        alike.setdefault(boxes(others, (*said, value), question), []).append(value)
    if len(alike) == 1:
        return next(iter(alike))
    return tuple(
        (((column, tuple(values)), *box), answer) for found, values in alike.items() for box, answer in found
    )


@cache
def sample(devise, periode, nature, pays, statut):
    """Return a statement of one combination, never saved: what is true of it is true of all its like.

    None where no statement is of that combination.
    """
    if not is_unit(devise, periode, nature):
        return None
    unit = {"devise": devise, "periode": periode, "nature": nature}
    return Salaire(montant_min=1, **unit, lieu=Lieu(pays=pays), statut=statut)


class Answer(Func):
    """The answer of the box in which a row stands: `CASE WHEN "nature" IN ('net') AND … THEN 15.38 END`.

    `Case` and `When` would say the same in hundreds of objects, which a list copies for each of its facets,
    and nested so deep that SQLite's parser overflows.
    """

    def __init__(self, *columns, boxes, output_field):
        super().__init__(*columns, boxes=boxes, output_field=output_field)
        self.names = columns

    def as_sql(self, compiler, connection):
        columns = [compiler.compile(column)[0] for column in self.get_source_expressions()]
        sql = dict(zip(self.names, columns, strict=True))
        cases, params = [], []
        for box, answer in self.extra["boxes"]:
            conditions = [f"{sql[name]} IN ({', '.join(['%s'] * len(values))})" for name, values in box]
            cases.append(f"WHEN {' AND '.join(conditions)} THEN {Decimal(answer):f}")
            params += [value for _, values in box for value in values]
        return f"CASE {' '.join(cases)} END", params
