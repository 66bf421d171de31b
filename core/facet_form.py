"""What the form of a list shows of its facets."""

from dataclasses import dataclass
from functools import cached_property

# How many values of a long facet stand on the form unfolded.
SHOWN = 8


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet on the form."""

    value: str
    stored: object
    label: str
    count: int
    selected: bool
    narrows: bool = True

    @property
    def disabled(self):
        """Say whether choosing it would show nothing; it stays on the form, greyed."""
        return self.narrows and self.count == 0 and not self.selected


@dataclass(frozen=True)
class FacetGroup:
    """A facet with its values, as the form shows it; if these are too many, `browse` leads to them all."""

    param: str
    label: str
    multiple: bool
    help_text: str
    values: list
    browse: str = ""

    @cached_property
    def _least(self):
        """Return the values of a long facet that would bring least."""
        least = sorted(self.values, key=lambda value: value.count, reverse=True)[SHOWN:]
        return {value.value for value in least} if len(least) > 2 else set()

    @property
    def folded(self):
        """Return the values of a long facet that are folded away."""
        return [value for value in self.values if value.value in self._least]

    @property
    def shown(self):
        return [value for value in self.values if value.value not in self._least]

    @property
    def is_unfolded(self):
        """Say whether a choice is among what is folded: the reader has to see it."""
        return any(value.selected for value in self.folded)


@dataclass(frozen=True)
class ActiveFilter:
    """A choice in force: its facet, its name there and on its own, and the address without it."""

    facette: str
    valeur: str
    label: str
    url: str


@dataclass(frozen=True)
class Loosening:
    """A facet to drop when nothing is found: its label, the address without it, the rows it would bring."""

    label: str
    url: str
    count: int
