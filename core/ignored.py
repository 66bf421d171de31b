"""What an address asks that means nothing: ignored, and named on the page."""

from dataclasses import dataclass

from core.text import NO_BREAK_SPACE


@dataclass(frozen=True)
class IgnoredValue:
    """A value of the address that means nothing, with the name of what it was asked of: a facet, « Tri »."""

    label: str
    value: str

    def __str__(self):
        return f"{self.label}{NO_BREAK_SPACE}: «{NO_BREAK_SPACE}{self.value}{NO_BREAK_SPACE}»"
