"""What every fact of the guide rests on, and what editors tell the search."""

from core.models.facts import (
    Domaine,
    Fait,
    FaitOrdonne,
    Lieu,
    Nomme,
    Organisation,
    Publication,
    PublicationQuerySet,
    SlugQuerySet,
    Source,
)
from core.models.imports import Attente, Ecart, Import, LigneImport, Origine, Rapprochement
from core.models.naming import Distinction, FilingKey
from core.models.recherche import RechercheSansResultat, Synonyme

__all__ = [
    "Attente",
    "Distinction",
    "Domaine",
    "Ecart",
    "Fait",
    "FaitOrdonne",
    "FilingKey",
    "Import",
    "Lieu",
    "LigneImport",
    "Nomme",
    "Organisation",
    "Origine",
    "Publication",
    "PublicationQuerySet",
    "Rapprochement",
    "RechercheSansResultat",
    "SlugQuerySet",
    "Source",
    "Synonyme",
]
