"""Professional certifications: what they cost, how long they take, how long they hold."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from core.addresses import address_of
from core.models import Organisation, Publication, Source
from core.text import french_range
from formations.models.linked import LinkedQuerySet


class CertificationQuerySet(LinkedQuerySet):
    """The vocabulary of certifications."""

    def for_list(self):
        """Return the certifications with all that a list shows."""
        return self.select_related("organisme", "source")

    def ordered(self, order):
        """Return the certifications by « nom », « cout », « preparation », « validite » or « recent ».

        What is unknown comes last. Costs are never converted: they rise within each currency. « validite »
        puts the longest first, « recent » what was checked last.
        """
        unknown = models.Case(models.When(cout=None, then=1), default=0)
        orders = {
            "nom": [],
            "cout": [unknown, "devise", "cout"],
            "preparation": [
                models.F("preparation_max").asc(nulls_last=True),
                models.F("preparation_min").asc(nulls_last=True),
            ],
            "validite": [models.F("validite").desc(nulls_last=True)],
            "recent": [models.F("verifie_le").desc(nulls_last=True)],
        }
        return self.order_by(*orders[order], Lower("nom"), "pk")

    def organismes(self):
        """Return the organisations that these certifications are from."""
        return Organisation.objects.filter(pk__in=self.order_by().values("organisme"))

    def for_page(self):
        return self.select_related("organisme", "source", "source_note")

    def for_comparison(self):
        """Return the certifications with what a comparison shows: 2 queries more, whatever their number."""
        return self.for_page().with_links()

    def names(self):
        """Return {slug: name}, in the order of the names: 1 query."""
        rows = self.order_by(Lower("nom"), "pk").values_list("slug", "nom", "sigle")
        return {slug: f"{nom} ({sigle})" if sigle else nom for slug, nom, sigle in rows}


class Certification(Publication):
    """An exam of a vendor or a foundation: « CKA, Certified Kubernetes Administrator », 300 $, 3 to 4 months.

    Amounts stay in the currency of the source and are never converted. `preparation_*` and `validite`
    are months. `note` says what the editors know beside the source (validity that has changed…).
    """

    class Palier(models.TextChoices):
        ENTREE = "entree", "entrée"
        INTERMEDIAIRE = "intermediaire", "intermédiaire"
        AVANCE = "avance", "avancé"
        EXPERT = "expert", "expert"

    class Devise(models.TextChoices):
        EURO = "EUR", "€"
        DOLLAR = "USD", "$"

    nom = models.CharField("nom", max_length=160)
    sigle = models.CharField("sigle", max_length=20, blank=True)
    autre_nom = models.CharField("autre nom", max_length=160, blank=True)
    organisme = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name="organisme",
        null=True,
        blank=True,
        related_name="certifications",
    )
    palier = models.CharField("palier", max_length=15, choices=Palier, blank=True)
    cout = models.DecimalField(
        "coût", max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    devise = models.CharField("devise", max_length=3, choices=Devise, blank=True)
    preparation_min = models.PositiveSmallIntegerField("préparation minimum, en mois", null=True, blank=True)
    preparation_max = models.PositiveSmallIntegerField("préparation maximum, en mois", null=True, blank=True)
    validite = models.PositiveSmallIntegerField("validité, en mois", null=True, blank=True)
    interet = models.CharField(
        "intérêt", max_length=250, blank=True, help_text="Ce qu’elle apporte, en une ligne."
    )
    note = models.TextField(
        "note de la rédaction",
        blank=True,
        help_text="Ce que la rédaction sait au-delà de la source (validité qui a changé…). Markdown.",
    )
    source_note = models.ForeignKey(
        Source, models.PROTECT, verbose_name="source de la note", null=True, blank=True, related_name="+"
    )

    objects = CertificationQuerySet.as_manager()

    class Meta:
        ordering = ["nom"]
        verbose_name = "certification"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(preparation_min__lte=models.F("preparation_max"))
                | models.Q(preparation_max__isnull=True),
                name="certification_preparation_ordered",
                violation_error_message="La préparation minimum dépasse la préparation maximum.",
            ),
            models.CheckConstraint(
                condition=models.Q(cout__isnull=True) | ~models.Q(devise=""),
                name="certification_cost_has_currency",
                violation_error_message="Un coût va avec sa devise.",
            ),
            models.CheckConstraint(
                condition=models.Q(note="") | models.Q(source_note__isnull=False),
                name="certification_note_has_source",
                violation_error_message="Dites d’où vient la note.",
            ),
        ]

    def __str__(self):
        return f"{self.nom} ({self.sigle})" if self.sigle else self.nom

    def get_absolute_url(self):
        return address_of("formations:certification", self.slug)

    @property
    def preparation(self):
        """Return « 3 à 4 mois », empty if unknown."""
        return french_range(self.preparation_min, self.preparation_max, "mois")

    @property
    def validite_lisible(self):
        """Return « 3 ans » or « 18 mois », empty if unknown."""
        if not self.validite:
            return ""
        years, months = divmod(self.validite, 12)
        if months:
            return f"{self.validite} mois"
        return "1 an" if years == 1 else f"{years} ans"
