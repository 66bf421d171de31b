"""Courses, books, communities, events and sites that help to learn or to find work."""

from django.db import models

from core.models import FaitOrdonne, Lieu, Nomme


class Ressource(Nomme, FaitOrdonne):
    """Something to read, watch, join or attend: « Devoxx France », « LinuxFr », « PayScale »."""

    class Type(models.TextChoices):
        COURS = "cours", "cours"
        VIDEO = "video", "chaîne vidéo"
        LIVRE = "livre", "livre"
        LECTURE = "lecture", "lecture en ligne"
        COMMUNAUTE = "communaute", "communauté"
        EVENEMENT = "evenement", "évènement"
        SITE_EMPLOI = "site-emploi", "site d’offres"
        SITE_SALAIRES = "site-salaires", "site de salaires"
        LABORATOIRE = "laboratoire", "laboratoire d’essai"

    nom = models.CharField("nom", max_length=160)
    type = models.CharField("type", max_length=15, choices=Type)
    description = models.CharField("description", max_length=300, blank=True)
    lieux = models.ManyToManyField(Lieu, verbose_name="lieux", blank=True, related_name="ressources")
    url = models.URLField("adresse", max_length=300, blank=True)
    langue = models.CharField(
        "langue du nom", max_length=5, blank=True, help_text="« en » pour un nom anglais."
    )
    a_verifier = models.BooleanField(
        "à vérifier",
        default=False,
        help_text="La source en parle, mais son existence ou son adresse est incertaine.",
    )

    class Meta:
        ordering = ["type", "ordre", "nom"]
        verbose_name = "ressource"

    def __str__(self):
        return self.nom
