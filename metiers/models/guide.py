"""Guides that hold for several métiers: CV, portfolio, interview, network, negotiation, career."""

from django.db import models

from core.addresses import address_of
from core.models import Organisation, Publication, PublicationQuerySet
from formations.models import Parcours, Ressource


class GuideQuerySet(PublicationQuerySet):
    """The vocabulary of guides."""

    def for_list(self):
        return self.select_related("source").order_by("ordre", "titre")

    def for_page(self):
        """Return the guides with all that their page shows: 5 queries more."""
        return self.select_related("source").prefetch_related(
            "points__source", "questions__source", "ressources__lieux", "organisations", "parcours"
        )


class Guide(Publication):
    """A page of advice: « Construire son CV », with its points, questions and resources."""

    class Theme(models.TextChoices):
        CV = "cv", "CV"
        PORTFOLIO = "portfolio", "portfolio"
        ENTRETIEN = "entretien", "entretien"
        RESEAU = "reseau", "réseau"
        NEGOCIATION = "negociation", "négociation"
        CARRIERE = "carriere", "carrière"
        ORGANISATIONS = "organisations", "organisations"

    titre = models.CharField("titre", max_length=160)
    theme = models.CharField("thème", max_length=15, choices=Theme)
    accroche = models.CharField("accroche", max_length=300, blank=True)
    introduction = models.TextField("introduction", blank=True, help_text="Markdown.")
    ordre = models.PositiveSmallIntegerField("ordre", default=0)
    ressources = models.ManyToManyField(
        Ressource, verbose_name="ressources", blank=True, related_name="guides"
    )
    organisations = models.ManyToManyField(
        Organisation, verbose_name="organisations", blank=True, related_name="guides"
    )
    parcours = models.ManyToManyField(Parcours, verbose_name="parcours", blank=True, related_name="guides")

    objects = GuideQuerySet.as_manager()

    class Meta:
        ordering = ["ordre", "titre"]
        verbose_name = "guide"

    def __str__(self):
        return self.titre

    def get_absolute_url(self):
        return address_of("metiers:guide", self.slug)
