"""What ties a métier to the floors below: skills, formations, certifications, places."""

from django.db import models

from core.models import FaitOrdonne, Lieu
from formations.models import Certification, Competence, Formation
from metiers.models.metier import Metier


class CompetenceRequise(FaitOrdonne):
    """A skill, quality, tool or language that a métier asks for."""

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="competences")
    competence = models.ForeignKey(
        Competence, models.PROTECT, verbose_name="compétence", related_name="requises"
    )
    precision = models.CharField("précision", max_length=300, blank=True)

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "compétence requise"
        verbose_name_plural = "compétences requises"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "competence"],
                name="competence_once_per_metier",
                violation_error_message="Ce métier demande déjà cette compétence.",
            )
        ]

    def __str__(self):
        return str(self.competence)


class FormationMetier(FaitOrdonne):
    """A formation that leads to a métier, and in what role."""

    class Role(models.TextChoices):
        MINIMUM = "minimum", "niveau minimum"
        CLASSIQUE = "classique", "voie classique"
        COMPLEMENT = "complement", "pour aller plus loin"
        AUTRE_VOIE = "autre-voie", "autre voie"

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="formations")
    formation = models.ForeignKey(Formation, models.PROTECT, verbose_name="formation", related_name="metiers")
    role = models.CharField("rôle", max_length=12, choices=Role, default=Role.CLASSIQUE)
    precision = models.CharField("précision", max_length=300, blank=True)

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "formation menant au métier"
        verbose_name_plural = "formations menant au métier"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "formation"],
                name="formation_once_per_metier",
                violation_error_message="Cette formation est déjà liée à ce métier.",
            )
        ]

    def __str__(self):
        return str(self.formation)


class CertificationMetier(FaitOrdonne):
    """A certification that a métier recommends or asks for."""

    class Role(models.TextChoices):
        RECOMMANDEE = "recommandee", "recommandée"
        EXIGEE = "exigee", "souvent exigée"

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="certifications")
    certification = models.ForeignKey(
        Certification, models.PROTECT, verbose_name="certification", related_name="metiers"
    )
    role = models.CharField("rôle", max_length=12, choices=Role, default=Role.RECOMMANDEE)
    precision = models.CharField("précision", max_length=300, blank=True)

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "certification du métier"
        verbose_name_plural = "certifications du métier"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "certification"],
                name="certification_once_per_metier",
                violation_error_message="Cette certification est déjà liée à ce métier.",
            )
        ]

    def __str__(self):
        return str(self.certification)


class ZoneEmploi(FaitOrdonne):
    """A place where a métier is much in demand."""

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="zones")
    lieu = models.ForeignKey(Lieu, models.PROTECT, verbose_name="lieu", related_name="zones")
    precision = models.CharField("précision", max_length=200, blank=True)

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "zone d’emploi"
        verbose_name_plural = "zones d’emploi"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "lieu"],
                name="zone_once_per_metier",
                violation_error_message="Cette zone est déjà liée à ce métier.",
            )
        ]

    def __str__(self):
        return str(self.lieu)
