"""The dated values that conversions of salaries rest on: which one holds on a day. Pure."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


class MissingReference(LookupError):  # noqa: N818 (the name says what is missing)
    """No reference value is in force for this conversion."""


@dataclass(frozen=True)
class Reference:
    """A dated value: its type, country, status (may be empty), and the day from which it holds."""

    type: str
    pays: str
    statut: str
    valeur: Decimal
    depuis: date


class References:
    """The reference values, asked for by type, country, status and day."""

    def __init__(self, references):
        self._known = {}
        for reference in sorted(references, key=lambda reference: reference.depuis):
            key = (reference.type, reference.pays, reference.statut)
            self._known.setdefault(key, []).append(reference)

    def at(self, type_, pays, day, statut=""):
        """Return the `Reference` in force that day; raise `MissingReference` if there is none."""
        known = self._known.get((type_, pays, statut), [])
        begun = bisect_right(known, day, key=lambda reference: reference.depuis)
        if not begun:
            raise MissingReference(f"Aucune valeur « {type_} » pour {pays} au {day:%d/%m/%Y}.")
        return known[begun - 1]

    def without(self, gone):
        """Return the values but for some `Reference`s: what would be left after a deletion."""
        return References(
            reference for known in self._known.values() for reference in known if reference not in gone
        )
