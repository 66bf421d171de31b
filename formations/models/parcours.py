"""Roadmaps: ordered steps, with tracks to choose from, and how long each takes."""

from django.core.exceptions import ValidationError
from django.db import models

from core.addresses import address_of
from core.models import FaitOrdonne, Nomme, Publication, PublicationQuerySet
from core.niveaux import Pays
from core.text import french_range
from formations.models.certification import Certification
from formations.models.competence import Competence
from formations.models.formation import Formation
from formations.models.ressource import Ressource


class ParcoursQuerySet(PublicationQuerySet):
    """The vocabulary of roadmaps."""

    def for_list(self):
        """Return the roadmaps with their steps, tracks included, in order."""
        return self.select_related("source").prefetch_related(
            models.Prefetch("etapes", queryset=Etape.objects.order_by("ordre"))
        )

    def for_page(self):
        """Return the roadmaps with all that their page shows: 6 queries for a page."""
        etapes = (
            Etape.objects.select_related("source")
            .prefetch_related("competences", "formations", "certifications__organisme", "ressources")
            .order_by("ordre")
        )
        return self.select_related("source").prefetch_related(models.Prefetch("etapes", queryset=etapes))


class Parcours(Publication):
    """A roadmap: the studies towards a métier, a plan to learn a field, or the stages of a career."""

    class Type(models.TextChoices):
        ETUDES = "etudes", "études"
        APPRENTISSAGE = "apprentissage", "apprentissage"
        CARRIERE = "carriere", "carrière"

    titre = models.CharField("titre", max_length=160)
    type = models.CharField("type", max_length=15, choices=Type)
    pays = models.CharField("pays", max_length=2, choices=Pays, blank=True)
    accroche = models.CharField("accroche", max_length=300, blank=True)
    introduction = models.TextField("introduction", blank=True, help_text="Markdown.")

    objects = ParcoursQuerySet.as_manager()

    class Meta:
        ordering = ["type", "titre"]
        verbose_name = "parcours"
        verbose_name_plural = "parcours"

    def __str__(self):
        return self.titre

    def get_absolute_url(self):
        return address_of("formations:parcours", self.slug)

    @property
    def etapes_principales(self):
        """Return the top-level steps in order, each with its tracks in `branches`; no query of its own
        once the steps are prefetched."""
        etapes = list(self.etapes.all())
        top = [etape for etape in etapes if etape.parent_id is None]
        for etape in top:
            etape.branches = [branch for branch in etapes if branch.parent_id == etape.pk]
        return top


class Etape(Nomme, FaitOrdonne):
    """A step of a roadmap, or, under a parent step, one of the tracks among which to choose."""

    class Unite(models.TextChoices):
        MOIS = "mois", "mois"
        AN = "an", "ans"

    parcours = models.ForeignKey(Parcours, models.CASCADE, verbose_name="parcours", related_name="etapes")
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        verbose_name="étape parente",
        null=True,
        blank=True,
        related_name="enfants",
        help_text="Pour une filière ou un domaine au choix dans une étape.",
    )
    titre = models.CharField("titre", max_length=160)
    objectif = models.CharField("objectif", max_length=300, blank=True)
    repere = models.CharField(
        "repère",
        max_length=60,
        blank=True,
        help_text="Quand, si ce n’est pas une durée : « première année ».",
    )
    duree_min = models.PositiveSmallIntegerField("durée minimum", null=True, blank=True)
    duree_max = models.PositiveSmallIntegerField("durée maximum", null=True, blank=True)
    unite = models.CharField("unité de durée", max_length=4, choices=Unite, blank=True)
    texte = models.TextField("texte", blank=True, help_text="Markdown.")
    facultative = models.BooleanField("facultative", default=False)
    competences = models.ManyToManyField(
        Competence, verbose_name="compétences", blank=True, related_name="etapes"
    )
    formations = models.ManyToManyField(
        Formation, verbose_name="formations", blank=True, related_name="etapes"
    )
    certifications = models.ManyToManyField(
        Certification, verbose_name="certifications", blank=True, related_name="etapes"
    )
    ressources = models.ManyToManyField(
        Ressource, verbose_name="ressources", blank=True, related_name="etapes"
    )

    class Meta:
        ordering = ["parcours", "ordre"]
        verbose_name = "étape"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(duree_min__lte=models.F("duree_max")) | models.Q(duree_max__isnull=True),
                name="etape_duree_ordered",
                violation_error_message="La durée minimum dépasse la durée maximum.",
            ),
            models.CheckConstraint(
                condition=models.Q(duree_min__isnull=True) | ~models.Q(unite=""),
                name="etape_duree_has_unit",
                violation_error_message="Une durée va avec son unité.",
            ),
        ]

    def __str__(self):
        return self.titre

    @property
    def duree(self):
        """Return « 2 à 3 mois », « 3 ans », empty if unknown."""
        return french_range(self.duree_min, self.duree_max, self.get_unite_display())

    def clean(self):
        super().clean()
        if self.parent_id and self.parent.parcours_id != self.parcours_id:
            raise ValidationError({"parent": "L’étape parente appartient à un autre parcours."})
