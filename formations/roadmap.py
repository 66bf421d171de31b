"""A roadmap as pages show it: its steps in proportion, its total length, its tracks."""

from dataclasses import dataclass
from functools import cached_property

from core.text import fold
from formations.durations import total, weights
from formations.models import Parcours


@dataclass(frozen=True)
class Block:
    """A step of `components/etapes.html`, as wide as it lasts."""

    titre: str
    duree: str
    texte: str
    url: str
    poids: int
    pistes: list


def milestone(etape):
    """Return when the step comes, empty where its title says so already."""
    return "" if fold(etape.repere) in fold(etape.titre) else etape.repere


@dataclass
class Roadmap:
    """A `Parcours` whose steps are prefetched (`for_list()` or `for_page()`); asks the database nothing."""

    parcours: Parcours

    @cached_property
    def etapes(self):
        """Return the steps in order, each with its tracks in `branches`."""
        return self.parcours.etapes_principales

    @property
    def duree(self):
        """Return « 11 à 21 mois » in all, empty if a step has no known length."""
        return total(self.etapes)

    @property
    def blocs(self):
        """Return the `Block`s of the steps."""
        url = self.parcours.get_absolute_url()
        return [
            Block(
                titre=etape.titre,
                duree=etape.duree or milestone(etape),
                texte=etape.objectif,
                url=f"{url}#{etape.slug}",
                poids=weight,
                pistes=[(branch.titre, f"{url}#{branch.slug}") for branch in etape.branches],
            )
            for etape, weight in zip(self.etapes, weights(self.etapes), strict=True)
        ]

    @property
    def ressources(self):
        """Return the resources of all steps, for their sources; needs `for_page()`."""
        return [ressource for etape in self.parcours.etapes.all() for ressource in etape.ressources.all()]
