"""What sources say of pay."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

from core.models import Fait, Lieu, Source
from core.text import french_range
from metiers.models.metier import Metier
from metiers.plausibility import year_refusal
from metiers.salaires import DEVISES, EUR, NATURES, PERIODES, SMIC, SMIC_UNIT, is_unit

AMOUNTS_REVERSED = "Le montant minimum dépasse le montant maximum."
SMIC_BY_THE_MONTH = "Un montant en Smic est brut et par mois : le minimum légal est connu ainsi."
EXPERIENCE_REVERSED = "Le niveau d’expérience de départ dépasse celui d’arrivée."

BY_METIER = ("metier__cle_nom", "niveau_min", "ordre", "pk")


class SalaireQuerySet(models.QuerySet):
    """The vocabulary of salary statements."""

    def of_published(self):
        return self.filter(metier__etat=Metier.Etat.PUBLIE)

    def of_metiers(self, metiers):
        return self.filter(metier__in=metiers.order_by().values("pk"))

    def for_beginners(self):
        return self.filter(niveau_min=Salaire.Niveau.DEBUTANT).order_by("niveau_max", "ordre", "pk")

    def best_known(self, rang):
        """Return the statements that have a badge, the surest first, equally sure ones in their order.

        `rang` is the expression of the rank of a badge: see `metiers/equivalents.py`.
        """
        return self.alias(rang=rang).filter(rang__isnull=False).order_by("rang", *self.query.order_by)

    def for_table(self):
        """Return the statements with all that a table shows, by métier then experience."""
        return self.select_related("metier", "lieu", "source").order_by(*BY_METIER)

    def ordered(self, order):
        """Return the statements of `SalaireFacets` in an order, unknown values last, then by métier."""
        orders = {
            "metier": [],
            "salaire": [models.F("brut_an").desc(nulls_last=True)],
            "salaire-croissant": [models.F("brut_an").asc(nulls_last=True)],
            "experience": ["niveau_min", "niveau_max"],
            "fiabilite": [models.F("rang").asc(nulls_last=True)],
            "annee": [models.F("annee").desc(nulls_last=True)],
        }
        return self.order_by(*orders[order], *BY_METIER)

    def one_of_each_kind(self):
        """Return one statement for each country, period, nature, status and unit, with its place.

        What holds of them holds of all for a conversion, however many statements there are.
        """
        kinds = self.order_by().values("lieu__pays", "periode", "nature", "statut", "devise")
        firsts = kinds.annotate(premier=models.Min("pk")).values("premier")
        return self.model.objects.filter(pk__in=firsts).select_related("lieu")

    def number_by_year(self):
        """Return {year of the figure, None where it is unknown: number of statements}."""
        return dict(self.order_by().values_list("annee").annotate(models.Count("pk")))

    def of_an_example(self):
        """Return the statements of the first métier of which two sources speak differently.

        That is of the same experience in the same place, by the amounts as they are published: it costs one
        reading of the table, however many statements there are.
        """
        groups = self.values("metier", "lieu", "niveau_min").annotate(
            nombre=models.Count("source", distinct=True),
            bas=models.Min("montant_min"),
            haut=models.Max("montant_min"),
        )
        differing = groups.filter(nombre__gt=1, bas__lt=models.F("haut"))
        first = differing.order_by("metier__cle_nom", "metier").values("metier")[:1]
        return self.filter(metier=models.Subquery(first))

    def sources(self):
        """Return the sources of these statements."""
        return Source.objects.filter(pk__in=self.order_by().values("source"))


class Salaire(Fait):
    """One statement of one source: « à partir de 3 080 € brut par mois, débutant, France, ONISEP ».

    Nothing is converted here: amounts stand in the words of the source (`montant_max` empty means
    « à partir de », `nature` empty means that the source does not say whether it is gross or net).
    `metiers/salaires.py` turns a statement into € brut per year and says how.
    """

    class Niveau(models.IntegerChoices):
        DEBUTANT = 1, "débutant"
        CONFIRME = 2, "confirmé"
        SENIOR = 3, "senior"
        EXPERT = 4, "expert"

    class Periode(models.TextChoices):
        HEURE = "heure", "heure"
        JOUR = "jour", "jour"
        SEMAINE = "semaine", "semaine"
        MOIS = "mois", "mois"
        AN = "an", "an"

    class Nature(models.TextChoices):
        BRUT = "brut", "brut"
        NET = "net", "net"

    class Statut(models.TextChoices):
        NON_CADRE = "non-cadre", "non-cadre"
        CADRE = "cadre", "cadre"

    class Devise(models.TextChoices):
        EURO = EUR, DEVISES[EUR]
        SMIC = SMIC, DEVISES[SMIC]

    class Type(models.TextChoices):
        MESURE = "mesure", "mesuré (enquête, paie)"
        DECLARE = "declare", "déclaré par des personnes"
        EDITORIAL = "editorial", "éditorial (guide, article)"
        OFFRE = "offre", "offre d’emploi"

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="salaires")
    niveau_min = models.PositiveSmallIntegerField(
        "expérience, de", choices=Niveau, help_text="« débutant » à « débutant » pour un salaire de départ."
    )
    niveau_max = models.PositiveSmallIntegerField("expérience, à", choices=Niveau)
    montant_min = models.DecimalField(
        "montant minimum", max_digits=10, decimal_places=2, validators=[MinValueValidator(1)]
    )
    montant_max = models.DecimalField(
        "montant maximum",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Vide pour « à partir de ».",
    )
    periode = models.CharField("période", max_length=7, choices=Periode)
    nature = models.CharField(
        "nature", max_length=4, choices=Nature, blank=True, help_text="Vide si la source ne le dit pas."
    )
    statut = models.CharField(
        "statut",
        max_length=10,
        choices=Statut,
        blank=True,
        help_text="Vide si la source ne le dit pas : le coefficient est alors celui des non-cadres.",
    )
    devise = models.CharField(
        "devise",
        max_length=4,
        choices=Devise,
        default=Devise.EURO,
        help_text="« À partir du Smic » : 1 Smic brut par mois, sans maximum ; son montant en euros suit les "
        "valeurs de référence.",
    )
    lieu = models.ForeignKey(Lieu, models.PROTECT, verbose_name="lieu", related_name="salaires")
    annee = models.PositiveSmallIntegerField(
        "année", null=True, blank=True, help_text="Vide si la source n’est pas datée."
    )
    type = models.CharField("type de chiffre", max_length=10, choices=Type, default=Type.EDITORIAL)
    remarque = models.CharField("remarque", max_length=300, blank=True)
    ordre = models.PositiveSmallIntegerField("ordre", default=0)

    objects = SalaireQuerySet.as_manager()

    class Meta:
        ordering = ["metier", "niveau_min", "ordre"]
        verbose_name = "salaire"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(montant_min__lte=models.F("montant_max"))
                | models.Q(montant_max__isnull=True),
                name="salaire_montants_ordered",
                violation_error_message=AMOUNTS_REVERSED,
            ),
            models.CheckConstraint(
                condition=models.Q(montant_min__gt=0),
                name="salaire_positive",
                violation_error_message="Un salaire est un montant positif.",
            ),
            models.CheckConstraint(
                condition=models.Q(niveau_min__lte=models.F("niveau_max")),
                name="salaire_niveaux_ordered",
                violation_error_message=EXPERIENCE_REVERSED,
            ),
            # Whatever writes to the table: a unit that no conversion knows has no equivalent.
            models.CheckConstraint(
                condition=models.Q(periode__in=PERIODES, nature__in=NATURES),
                name="salaire_unit_known",
                violation_error_message="La période ou la nature (brut, net) est inconnue.",
            ),
            models.CheckConstraint(
                condition=models.Q(devise=EUR)
                | models.Q(devise=SMIC, periode=SMIC_UNIT[0], nature=SMIC_UNIT[1]),
                name="salaire_smic_by_the_month",
                violation_error_message=SMIC_BY_THE_MONTH,
            ),
        ]

    def __str__(self):
        return f"{self.metier} : {self.montant}, {self.niveau}"

    @property
    def montant(self):
        """Return the amount in the source's own unit: « 1 350 à 1 600 € net par mois », « Smic »."""
        if self.devise == SMIC:
            return in_smic(self.montant_min, self.montant_max)
        words = [french_range(self.montant_min, self.montant_max, self.get_devise_display())]
        if self.nature:
            words.append(self.nature)
        return f"{' '.join(words)} par {self.get_periode_display()}"

    @property
    def niveau(self):
        """Return the experience: « débutant », « confirmé à senior »."""
        low, high = self.get_niveau_min_display(), self.get_niveau_max_display()
        return low if low == high else f"{low} à {high}"

    def clean(self):
        """Refuse, beside its field, what no source can have said; the constraints hold it for the database.

        A field that is missing or wrong by itself has been told already.
        """
        super().clean()
        refusals = {
            "montant_max": AMOUNTS_REVERSED if is_reversed(self.montant_min, self.montant_max) else "",
            "niveau_max": EXPERIENCE_REVERSED if is_reversed(self.niveau_min, self.niveau_max) else "",
            "annee": year_refusal(self.annee, timezone.localdate()),
        }
        if self.devise == SMIC and not is_unit(self.devise, self.periode, self.nature):
            refusals["devise"] = SMIC_BY_THE_MONTH
        if any(refusals.values()):
            raise ValidationError({field: refusal for field, refusal in refusals.items() if refusal})


def in_smic(low, high):
    """Return « Smic », « à partir du Smic » or « 1,2 à 1,5 Smic »."""
    if low == 1 and high in (1, None):
        return "Smic" if high else "à partir du Smic"
    return french_range(low, high, DEVISES[SMIC])


def is_reversed(low, high):
    """Say whether two bounds, either of which may be missing, stand the wrong way round."""
    return None not in (low, high) and 0 < high < low
