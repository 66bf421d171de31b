"""The admin of métiers, of all that describes them, and of the guides."""

from metiers.admin import guide, lists, metier, references, rows, salaires

__all__ = ["guide", "lists", "metier", "references", "rows", "salaires"]
