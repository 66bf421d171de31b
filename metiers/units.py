"""The unit in which a page shows salaries, read from its address."""

from core.sorting import Choice
from metiers.salaires import Unit

LABELS = {unit.code: unit.label for unit in Unit} | {Unit.NET_MOIS.code: "net par mois, estimé"}


class UnitChoice(Choice):
    """The unit of `?unite=`: € brut per year unless the reader asks for another."""

    def __init__(self, request):
        super().__init__(request, "unite", "Unité", LABELS)

    @property
    def unit(self):
        return next(unit for unit in Unit if unit.code == self.key)
