"""The words that métiers are filed under: ROME codes, interests, sectors."""

from django.core.validators import RegexValidator
from django.db import models

from core.models import Fait, Nomme


class CodeRome(Fait):
    """A code of the Répertoire opérationnel des métiers et des emplois: « M1802 », with its version."""

    code = models.CharField(
        "code",
        max_length=5,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-N]\d{4}$", "Un code ROME s’écrit d’une lettre et de quatre chiffres : « M1802 »."
            )
        ],
    )
    libelle = models.CharField("libellé", max_length=200, blank=True)
    version = models.CharField("version du ROME", max_length=20, blank=True)
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="code de la version 3",
        null=True,
        blank=True,
        related_name="enfants",
        help_text="Vide si le code existait déjà : « A1102 » vient de « A1101 ».",
    )

    class CodeManager(models.Manager):
        def get_by_natural_key(self, code):
            return self.get(code=code)

    objects = CodeManager()

    class Meta:
        ordering = ["code"]
        verbose_name = "code ROME"
        verbose_name_plural = "codes ROME"

    def __str__(self):
        return f"{self.code} {self.libelle}".rstrip()

    def natural_key(self):
        return (self.code,)


class CentreInteret(Nomme, Fait):
    """An interest that leads to a métier, in ONISEP's words: « je suis accro au numérique »."""

    libelle = models.CharField("libellé", max_length=120)

    class Meta:
        ordering = ["libelle"]
        verbose_name = "centre d’intérêt"
        verbose_name_plural = "centres d’intérêt"

    def __str__(self):
        return self.libelle


class SecteurActivite(Nomme, Fait):
    """A sector that employs a métier, in ONISEP's words: « Informatique et réseaux »."""

    libelle = models.CharField("libellé", max_length=120)

    class Meta:
        ordering = ["libelle"]
        verbose_name = "secteur d’activité"
        verbose_name_plural = "secteurs d’activité"

    def __str__(self):
        return self.libelle
