"""What the page of a métier owes to open data: which texts, of which edition, and what still waits."""

import json

from core.importing.prints import sources_among

# What stands in the columns of a métier, and has no source of its own.
FIELDS = (
    "accroche",
    "presentation",
    "competences_texte",
    "conditions",
    "salaire_texte",
    "acces",
    "marche",
    "niveau_acces",
    "annees_etudes_min",
)


class Origins:
    """The origins of a métier, from `Label`s of kinds « origine » and « attente », their sources loaded."""

    def __init__(self, metier, origins, waiting):
        self._metier, self.origins = metier, origins
        self._waiting = waiting

    @property
    def sources(self):
        """Return {field: the `Source` that says it}: the import's while its value stands, else the page's."""
        imports = [(json.loads(origin.key), origin.source) for origin in self.origins]
        return sources_among(self._metier, FIELDS, self._metier.source, imports)

    @property
    def gone(self):
        """Return the origins whose file no longer gives this métier; `detail` is the date of the edition."""
        return [origin for origin in self.origins if origin.detail]

    @property
    def proches(self):
        """Return the names of the close métiers that have no page yet."""
        return [label.text for label in self._waiting if label.detail == "proches"]

    @property
    def formations(self):
        """Return the names of the formations that have no page yet."""
        return [label.text for label in self._waiting if label.detail == "formations"]
