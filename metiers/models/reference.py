"""The dated reference values that make what sources say of pay comparable."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

from core.models import Fait
from core.niveaux import Pays
from metiers.models.salaire import Salaire
from metiers.plausibility import day_refusal, reference_refusal


class ReferenceSalaireQuerySet(models.QuerySet):
    """The vocabulary of reference values."""

    def in_order(self):
        """Return all values, the most recent first: what `metiers.references.References` is built from."""
        return self.select_related("source").order_by("type", "pays", "statut", "-en_vigueur_depuis")


class ReferenceSalaire(Fait):
    """A dated value that conversions and the legal minimum rest on.

    « SMIC brut mensuel, France, 1 867,02 € since 2026-06-01 »; « net / brut, France, non-cadre, 0.78 ».
    The value in force at a date is the last one that began on or before it.
    """

    class Type(models.TextChoices):
        MINIMUM_MENSUEL = "minimum-mensuel", "minimum légal, € brut par mois"
        NET_SUR_BRUT = "net-sur-brut", "rapport du net au brut"
        HEURES_SEMAINE = "heures-semaine", "heures par semaine à temps plein"
        MOIS_AN = "mois-an", "mois de salaire par an"

    type = models.CharField("type", max_length=20, choices=Type)
    pays = models.CharField("pays", max_length=2, choices=Pays)
    statut = models.CharField(
        "statut", max_length=30, blank=True, help_text="« non-cadre », « cadre » ; vide pour tous."
    )
    valeur = models.DecimalField("valeur", max_digits=10, decimal_places=4, validators=[MinValueValidator(0)])
    en_vigueur_depuis = models.DateField("en vigueur depuis")
    remarque = models.CharField("remarque", max_length=300, blank=True)

    objects = ReferenceSalaireQuerySet.as_manager()

    class Meta:
        ordering = ["type", "pays", "statut", "-en_vigueur_depuis"]
        verbose_name = "valeur de référence"
        verbose_name_plural = "valeurs de référence"
        constraints = [
            models.UniqueConstraint(
                fields=["type", "pays", "statut", "en_vigueur_depuis"],
                name="reference_once_per_date",
                violation_error_message="Cette valeur existe déjà à cette date.",
            ),
            models.CheckConstraint(
                condition=models.Q(valeur__gt=0),
                name="reference_positive",
                violation_error_message="Une valeur de référence est positive.",
            ),
        ]

    def __str__(self):
        since = f"depuis le {self.en_vigueur_depuis:%d/%m/%Y}"
        return ", ".join(filter(None, (self.get_type_display(), self.get_pays_display(), self.statut, since)))

    def clean(self):
        super().clean()
        refusals = {
            "valeur": self._value_refusal(),
            "pays": self._pays_refusal(),
            "statut": self._statut_refusal(),
            "en_vigueur_depuis": day_refusal(self.en_vigueur_depuis, timezone.localdate()),
        }
        if any(refusals.values()):
            raise ValidationError({field: refusal for field, refusal in refusals.items() if refusal})

    def _value_refusal(self):
        # A missing type, and a missing or negative value, have been told by their own fields.
        known = self.type in self.Type and self.valeur is not None and self.valeur >= 0
        return reference_refusal(self.type, self.valeur) if known else ""

    def _pays_refusal(self):
        """The mark of the strips and the warning of the pages are those of the SMIC alone."""
        if self.type == self.Type.MINIMUM_MENSUEL and self.pays not in ("", Pays.FRANCE):
            return (
                "Le guide ne compare les salaires qu’au minimum légal français : aucune page n’en montrerait "
                "un autre."
            )
        return ""

    def _statut_refusal(self):
        """Conversions ask for the coefficient of a status, and for the other values without one."""
        if self.type == self.Type.NET_SUR_BRUT:
            known = self.statut in Salaire.Statut
            return "" if known else "Dites pour quel statut vaut ce rapport : « non-cadre » ou « cadre »."
        return "Cette valeur vaut pour tous les statuts : laissez celui-ci vide." if self.statut else ""
