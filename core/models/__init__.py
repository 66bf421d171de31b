"""What every fact of the guide rests on."""

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

__all__ = [
    "Domaine",
    "Fait",
    "FaitOrdonne",
    "Lieu",
    "Nomme",
    "Organisation",
    "Publication",
    "PublicationQuerySet",
    "SlugQuerySet",
    "Source",
]
