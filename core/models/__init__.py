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
from core.models.recherche import RechercheSansResultat, Synonyme

__all__ = [
    "Domaine",
    "Fait",
    "FaitOrdonne",
    "Lieu",
    "Nomme",
    "Organisation",
    "Publication",
    "PublicationQuerySet",
    "RechercheSansResultat",
    "SlugQuerySet",
    "Source",
    "Synonyme",
]
