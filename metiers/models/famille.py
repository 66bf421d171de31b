"""Professional families (FAP): what the wages of several métiers together are, where none is known of one."""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from core.models import Fait
from core.text import euros
from metiers.models.classement import CodeRome


class FamilleProfessionnelle(Fait):
    """A family of métiers of the Dares, « M1Z80 Techniciens d’étude et de développement en informatique ».

    Its median wage is that of all its métiers, ages and grades together: net, a month, full-time employees
    without apprentices and trainees, over some years. It is no `Salaire`: nothing sorts, compares or draws a
    métier by it. `codes_rome` are those that lead to this family and to no other.
    """

    code = models.CharField(
        "code",
        max_length=5,
        unique=True,
        validators=[RegexValidator(r"^[A-Y]\d[A-Z]\d\d$", "Un code de famille s’écrit « M2Z90 ».")],
    )
    nom = models.CharField("nom", max_length=200, blank=True, help_text="Vide si la source ne le donne pas.")
    reunit = models.TextField(
        "ce qu’elle réunit",
        blank=True,
        help_text="Les groupes de métiers du ROME dont une part au moins est de cette famille, un par ligne.",
    )
    mediane = models.DecimalField(
        "médiane, en € net par mois", max_digits=8, decimal_places=2, validators=[MinValueValidator(1)]
    )
    annee_debut = models.PositiveSmallIntegerField("mesurée de")
    annee_fin = models.PositiveSmallIntegerField("à")
    codes_rome = models.ManyToManyField(
        CodeRome,
        verbose_name="codes ROME",
        blank=True,
        related_name="familles",
        help_text="Les codes de la version 3 dont tous les métiers sont de cette famille.",
    )

    class Meta:
        ordering = ["code"]
        verbose_name = "famille professionnelle"
        verbose_name_plural = "familles professionnelles"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mediane__gt=0),
                name="famille_mediane_positive",
                violation_error_message="Un salaire est un montant positif.",
            ),
            models.CheckConstraint(
                condition=models.Q(annee_debut__lte=models.F("annee_fin")),
                name="famille_annees_ordered",
                violation_error_message="La première année dépasse la dernière.",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.nom}".rstrip()

    @property
    def montant(self):
        """Return the median as the source gives it: « 2 100 € net par mois »."""
        return f"{euros(self.mediane)} net par mois"

    @property
    def groupes(self):
        """Return the groups of métiers that the family gathers, in whole or in part."""
        return self.reunit.splitlines()

    @property
    def periode(self):
        """Return « de 2017 à 2019 », or « en 2019 »."""
        if self.annee_debut == self.annee_fin:
            return f"en {self.annee_fin}"
        return f"de {self.annee_debut} à {self.annee_fin}"
