"""Skills, shared by the métiers that ask for them and the steps that teach them."""

from django.db import models

from core.models import Fait, Nomme, Organisation


class Competence(Nomme, Fait):
    """A skill, a quality, a tool or a language: « Terraform », « pédagogie », « anglais technique ».

    The same row serves every métier and every step, which is what makes a comparison able to say what
    two métiers have in common.
    """

    class Type(models.TextChoices):
        SAVOIR = "savoir", "savoir"
        SAVOIR_FAIRE = "savoir-faire", "savoir-faire"
        SAVOIR_ETRE = "savoir-etre", "savoir-être"
        OUTIL = "outil", "outil"
        LANGUE = "langue", "langue"

    nom = models.CharField("nom", max_length=255)
    type = models.CharField("type", max_length=12, choices=Type)
    categorie = models.CharField(
        "catégorie", max_length=60, blank=True, help_text="« conteneurs », « supervision », « réseau »…"
    )
    langue = models.CharField(
        "langue du nom", max_length=5, blank=True, help_text="« en » pour un terme anglais, sinon vide."
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name="éditeur", null=True, blank=True, related_name="outils"
    )

    class Meta:
        ordering = ["type", "categorie", "nom"]
        verbose_name = "compétence"

    def __str__(self):
        return self.nom
