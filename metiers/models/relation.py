"""Ways between métiers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Greatest, Least
from django.urls import reverse

from core import querystring
from core.models import FaitOrdonne
from core.text import capitalised, either
from metiers.models.metier import Metier
from metiers.models.queryset import LONG_TEXTS

# The types of relation that read the same from both ends.
SYMMETRICAL = ("proche", "confusion", "collaboration")


class RelationQuerySet(models.QuerySet):
    """The vocabulary of relations."""

    def touching(self, *metiers):
        """Return the relations of which one of the métiers is either end, both loaded without their texts."""
        rows = self.filter(models.Q(depuis__in=metiers) | models.Q(vers__in=metiers))
        texts = [f"{end}__{name}" for end in ("depuis", "vers") for name in LONG_TEXTS]
        return rows.select_related("depuis", "vers", "source").defer(*texts)

    def reversed(self, relation):
        """Return the other rows of its type that go from its end to its start, both ends loaded."""
        turned = self.filter(type=relation.type, depuis=relation.vers_id, vers=relation.depuis_id)
        return turned.exclude(pk=relation.pk).select_related("depuis", "vers")

    def confusions(self):
        """Return the pairs of published métiers that are often mistaken for each other."""
        return self.filter(
            type=Relation.Type.CONFUSION,
            depuis__etat=Metier.Etat.PUBLIE,
            vers__etat=Metier.Etat.PUBLIE,
        ).select_related("depuis", "vers", "source")


class Relation(FaitOrdonne):
    """A way from a métier to another, or to a post that is no métier of its own (`libelle` alone).

    « technicien cloud → ingénieur cloud computing, with years of experience and certifications ».
    `proche`, `confusion` and `collaboration` read the same from both ends, hence stand once for a pair;
    `hierarchie` goes from the one who answers to the one who leads.
    """

    class Type(models.TextChoices):
        EVOLUTION = "evolution", "évolution"
        PASSERELLE = "passerelle", "passerelle"
        PROCHE = "proche", "métier proche"
        CONFUSION = "confusion", "à ne pas confondre"
        HIERARCHIE = "hierarchie", "hiérarchie"
        COLLABORATION = "collaboration", "collaboration"

    SYMMETRICAL = SYMMETRICAL

    depuis = models.ForeignKey(
        Metier, models.CASCADE, verbose_name="depuis", related_name="relations_sortantes"
    )
    vers = models.ForeignKey(
        Metier, models.CASCADE, verbose_name="vers", null=True, blank=True, related_name="relations_entrantes"
    )
    libelle = models.CharField(
        "libellé",
        max_length=160,
        blank=True,
        help_text="Un poste qui n’est pas un métier à part : « Senior SRE ». Sinon, vide.",
    )
    type = models.CharField("type", max_length=15, choices=Type)
    condition = models.CharField(
        "condition", max_length=300, blank=True, help_text="« après quelques années et une certification »"
    )
    critere = models.CharField(
        "ce qui les distingue", max_length=300, blank=True, help_text="Pour « à ne pas confondre »."
    )

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["depuis", "type", "ordre"]
        verbose_name = "relation"
        # Few of thousands are a confusion.
        indexes = [models.Index(fields=["type"], name="relation_by_type")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(depuis=models.F("vers")),
                name="relation_never_to_itself",
                violation_error_message="Un métier n’est pas en relation avec lui-même.",
            ),
            models.CheckConstraint(
                condition=models.Q(vers__isnull=False) | ~models.Q(libelle=""),
                name="relation_leads_somewhere",
                violation_error_message="Dites vers quel métier ou vers quel poste mène la relation.",
            ),
            models.UniqueConstraint(
                fields=["depuis", "vers", "type"],
                name="relation_once_per_type",
                violation_error_message="Cette relation existe déjà.",
            ),
            # Of a mere post PostgreSQL would make a pair of the métier with itself: hence `vers`.
            models.UniqueConstraint(
                Least("depuis", "vers"),
                Greatest("depuis", "vers"),
                "type",
                condition=models.Q(type__in=SYMMETRICAL, vers__isnull=False),
                name="relation_pair_once",
                violation_error_message="Cette relation existe déjà, et se lit dans les deux sens.",
            ),
            models.CheckConstraint(
                condition=~models.Q(type="confusion") | models.Q(vers__isnull=False) & ~models.Q(critere=""),
                name="relation_confusion_told",
                violation_error_message="Dites avec quel métier il se confond, et ce qui les distingue.",
            ),
        ]

    def __str__(self):
        return f"{self.depuis} → {self.vers or self.libelle} ({self.get_type_display()})"

    def clean(self):
        """Refuse, and name, the twin of a relation that reads the same from both ends."""
        super().clean()
        if twin := self._twin():
            sentence = f"Cette relation existe déjà, et se lit dans les deux sens : {twin}."
            raise ValidationError({"vers": sentence})

    def _twin(self):
        # A métier that is being created has no relation yet; a missing end has been told by its own field.
        is_pair = self.type in SYMMETRICAL and None not in (self.depuis_id, self.vers_id)
        return Relation.objects.reversed(self).first() if is_pair else None

    @property
    def question(self):
        """Return « Technicien ou ingénieur cloud ? » of two métiers mistaken for each other."""
        return f"{capitalised(either(str(self.depuis), str(self.vers)))} ?"

    @property
    def comparison_url(self):
        """Return the address of both métiers side by side, empty where one has nothing to compare."""
        pair = [metier for metier in (self.depuis, self.vers) if metier and metier.is_comparable]
        address = querystring.build(reverse("metiers:comparer"), [("m", metier.slug) for metier in pair])
        return address if len(pair) == 2 else ""

    def other_end(self, metier):
        """Return the métier at the other end, None when the relation leads to a mere post."""
        return self.depuis if self.vers_id == metier.pk else self.vers
