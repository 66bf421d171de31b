"""What a change of the reference values changes in the salaries that visitors read, in sentences."""

from dataclasses import dataclass

from django.urls import reverse

from core.text import enumerate_words, french_number
from metiers.models import Salaire
from metiers.salaires import Unit
from metiers.statements import Reader, SalaryStatement


@dataclass(frozen=True)
class Pair:
    """A statement read with the values as they were, and as they are to be."""

    before: SalaryStatement
    after: SalaryStatement

    @property
    def name(self):
        return f"{self.after.salaire.metier}, {self.after.label}"

    @property
    def amount(self):
        """Return the amount as its source gives it, with what it makes in € brut per year if that differs."""
        gross = self.after.gross
        converted = f" ({gross.text})" if gross and gross.formula else ""
        return f"{self.after.salaire.montant}{converted}"

    @property
    def url(self):
        return reverse("admin:metiers_salaire_change", args=[self.after.salaire.pk])

    @property
    def falls(self):
        return self.after.is_below_minimum and not self.before.is_below_minimum

    @property
    def rises(self):
        """Say whether it begins under the minimum no more, and there is one to tell."""
        known = self.after.gross and self.after.minimum_wage
        return bool(known) and self.before.is_below_minimum and not self.after.is_below_minimum

    @property
    def is_lost(self):
        return self.before.equivalent is not None and self.after.equivalent is None

    @property
    def is_changed(self):
        """Say whether the statement reads otherwise; one whose equivalent is lost is told apart."""
        return self.after.equivalent is not None and self.before_text != self.after.texte

    @property
    def before_text(self):
        return self.before.texte if self.before.equivalent else "sans équivalent"


@dataclass(frozen=True)
class Finding:
    """A sentence on what changes, with the `Pair`s that it speaks of; `grave` calls for a look at them."""

    texte: str
    enonces: tuple[Pair, ...] = ()
    grave: bool = False


def findings(before, after, day):
    """Return the `Finding`s between two `References` on a day, over all the statements: 1 query."""
    salaires = list(Salaire.objects.for_table())
    pairs = {
        unit: [
            Pair(old.read(salaire), new.read(salaire))
            for old, new in [(Reader(before, day, unit), Reader(after, day, unit))]
            for salaire in salaires
        ]
        for unit in Unit
    }
    in_gross = pairs[Unit.BRUT_AN]
    minimums = [Reader(references, day).french_minimum for references in (before, after)]
    return [
        *on_minimum(*minimums, in_gross),
        *listed("Énoncés qui ne commencent plus sous le minimum légal", in_gross, "rises"),
        *listed("Énoncés qui perdent leur équivalent en brut par an", in_gross, "is_lost", grave=True),
        *on_changes(pairs),
    ]


def listed(heading, pairs, which, grave=False):
    """Return one `Finding` with the pairs for which a property holds, none without such a pair."""
    chosen = tuple(pair for pair in pairs if getattr(pair, which))
    return [Finding(f"{heading} : {len(chosen)}.", chosen, grave)] if chosen else []


def on_minimum(old, new, pairs):
    """Return what becomes of the French legal minimum, in € brut per year, and what falls below it."""
    found = [] if old == new else [Finding(minimum_sentence(old, new), grave=new is None)]
    fallen = listed("Énoncés qui passent sous le minimum légal", pairs, "falls", grave=True)
    if not fallen and new and old != new:
        fallen = [Finding("Aucun énoncé de plus ne commence sous ce minimum.")]
    return found + fallen


def minimum_sentence(old, new):
    if new is None:
        return "Le guide ne connaît plus de minimum légal : plus aucun énoncé n’est signalé."
    now = f"{french_number(new)} € brut par an"
    return (
        f"Le minimum légal passe de {french_number(old)} à {now}."
        if old
        else f"Le minimum légal est de {now}."
    )


def on_changes(pairs):
    """Return how many equivalents change in each unit, with one of them before and after."""
    changed = {unit: [pair for pair in pairs[unit] if pair.is_changed] for unit in Unit}
    counts = [f"{len(some)} en {unit.label}" for unit, some in changed.items() if some]
    if not counts:
        return []
    example = next(some[0] for some in changed.values() if some)
    return [
        Finding(
            f"Équivalents qui changent : {enumerate_words(counts)}. Par exemple, {example.name} : "
            f"{example.before_text} devient {example.after.texte}."
        )
    ]
