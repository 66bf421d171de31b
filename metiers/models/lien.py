"""What ties a métier to the floors below: skills, formations, certifications, places."""

from django.db import models
from django.db.models import Case, F, Q, When

from core.models import FaitOrdonne, Lieu, Publication
from formations.models import Certification, Competence, Formation
from formations.models.queryset import LONG_TEXTS
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


class FormationMetierQuerySet(models.QuerySet):
    """The vocabulary of formations that lead to métiers."""

    def published(self):
        return self.filter(formation__etat=Publication.Etat.PUBLIE)

    def for_ways(self):
        """Return the published ones with what a way shows of them, in their order."""
        rows = self.published().select_related("source", "formation__remplacee_par")
        ends = ("formation", "formation__remplacee_par")
        texts = [f"{end}__{name}" for end in ends for name in LONG_TEXTS]
        return rows.defer(*texts).order_by("ordre", "pk")

    def on_a_way(self):
        """Return the published ones that stand on a way, as `metiers.ways_in.Step.is_on_a_way` says.

        Of a former diploma its successor counts: `niveau_atteint` and `annees_atteintes` are those of the
        diploma that one prepares today.
        """
        successor = "formation__remplacee_par"
        is_replaced = Q(**{f"{successor}__etat": Publication.Etat.PUBLIE})

        def today(field):
            return Case(When(is_replaced, then=f"{successor}__{field}"), default=F(f"formation__{field}"))

        stands = today("en_vigueur")
        links = self.published().exclude(role=self.model.Role.AUTRE_VOIE).alias(en_vigueur=stands)
        return (
            links.filter(en_vigueur=True)
            .alias(niveau_atteint=today("niveau"), annees_atteintes=today("annees_apres_bac"))
            .filter(niveau_atteint__isnull=False)
        )


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

    objects = FormationMetierQuerySet.as_manager()

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

    @property
    def formation_today(self):
        """Return the formation, or the published one that has replaced it."""
        successor = self.formation.remplacee_par
        return successor if successor and successor.is_published else self.formation


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
