"""What every fact of the guide rests on: its source, who publishes it, where it holds."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from simple_history.models import HistoricalRecords

from core.addresses import address_of
from core.citations import licence_url
from core.niveaux import Pays


class SlugQuerySet(models.QuerySet):
    """Rows that fixtures and addresses name by their slug."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def in_order_of(self, slugs):
        """Return a list of the rows with these slugs, in the order given."""
        found = {row.slug: row for row in self.filter(slug__in=slugs)}
        return [found[slug] for slug in slugs if slug in found]


class Nomme(models.Model):
    """A row with a readable natural key: its slug."""

    slug = models.SlugField(
        "identifiant d’adresse",
        max_length=120,
        unique=True,
        help_text="Mots en minuscules, sans accents, séparés par des tirets : « technicien-cloud ».",
    )

    objects = SlugQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self):
        return (self.slug,)


# Every line of a list has a source, and these are few.
@lru_cache(maxsize=1024)
def readable(day, precision):
    """Return a day as precisely as it is known: « janvier 2025 »."""
    formats = {Source.Precision.JOUR: "j F Y", Source.Precision.MOIS: "F Y", Source.Precision.ANNEE: "Y"}
    return date_format(day, formats[precision])


class Source(Nomme):
    """A document that states facts: « Externatic, étude 2024 », « ONISEP, fiche MET.228 ».

    Every row of the guide that states a fact names one. A study known only through an article that
    quotes it says so in `citee_par`. General knowledge of the editors is a source of its own
    (`connaissance-generale`), so that it is never mistaken for a published figure.
    """

    class TypeEditeur(models.TextChoices):
        SERVICE_PUBLIC = "service-public", "service public"
        ECOLE = "ecole", "école"
        PLATEFORME_EMPLOI = "plateforme-emploi", "plateforme d’emploi"
        SITE_ORIENTATION = "site-orientation", "site d’orientation"
        COLLECTIF = "collectif", "collectif"
        ENTREPRISE = "entreprise", "entreprise ou fédération"
        REDACTION = "redaction", "rédaction du guide"

    class Precision(models.TextChoices):
        JOUR = "jour", "au jour près"
        MOIS = "mois", "au mois près"
        ANNEE = "annee", "à l’année près"

    titre = models.CharField("titre", max_length=200)
    libelle_court = models.CharField(
        "libellé court",
        max_length=60,
        help_text="Ce qui s’affiche sous chaque fait : « ONISEP », « Externatic, 2024 ».",
    )
    editeur = models.CharField(
        "éditeur", max_length=120, blank=True, help_text="Laisser vide si le document ne le dit pas."
    )
    type_editeur = models.CharField("type d’éditeur", max_length=20, choices=TypeEditeur, blank=True)
    url = models.URLField("adresse du document", max_length=500, blank=True)
    date_publication = models.DateField(
        "date de publication",
        null=True,
        blank=True,
        help_text="Vide si le document n’est pas daté. Pour une année, mettre le 1er janvier.",
    )
    precision_date = models.CharField("précision de la date", max_length=5, choices=Precision, blank=True)
    consulte_le = models.DateField("consulté le", null=True, blank=True)
    licence = models.CharField(
        "licence", max_length=120, blank=True, help_text="Vide si le document n’en dit rien."
    )
    citee_par = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="connue par",
        null=True,
        blank=True,
        related_name="citees",
        help_text="Le document qui cite cette source, quand elle n’a pas été lue elle-même.",
    )
    remarque = models.TextField("remarque", blank=True, help_text="Ce que le lecteur doit savoir.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["titre"]
        verbose_name = "source"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(date_publication__isnull=True, precision_date="")
                | models.Q(date_publication__isnull=False) & ~models.Q(precision_date=""),
                name="source_date_with_precision",
                violation_error_message="Une date de publication va avec sa précision.",
            ),
        ]

    def __str__(self):
        return self.titre

    def get_absolute_url(self):
        return f"{address_of('sources')}#{self.slug}"

    @property
    def licence_url(self):
        """Return the address of the text of its licence, "" when it has none or an unknown one."""
        return licence_url(self.licence)

    @property
    def date_lisible(self):
        """Return the date as precisely as it is known: « janvier 2025 », « 2024 », « non daté »."""
        return readable(self.date_publication, self.precision_date) if self.date_publication else "non daté"


class Fait(models.Model):
    """A row that states a fact, hence has a source and a history."""

    source = models.ForeignKey(
        Source, models.PROTECT, verbose_name="source", related_name="+", help_text="D’où vient ce fait."
    )
    history = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True


class FaitOrdonne(Fait):
    """A fact that stands in a list."""

    ordre = models.PositiveSmallIntegerField("ordre", default=0)

    class Meta(Fait.Meta):
        abstract = True


class Lieu(Nomme, Fait):
    """A place where people study or work: a country, a region, a town, or a zone such as an Aéropole."""

    class Type(models.TextChoices):
        PAYS = "pays", "pays"
        REGION = "region", "région"
        VILLE = "ville", "ville"
        ZONE = "zone", "zone"

    nom = models.CharField("nom", max_length=120)
    type = models.CharField("type", max_length=10, choices=Type)
    pays = models.CharField("pays", max_length=2, choices=Pays)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="fait partie de", null=True, blank=True, related_name="lieux"
    )

    class Meta:
        ordering = ["pays", "nom"]
        verbose_name = "lieu"
        verbose_name_plural = "lieux"

    def __str__(self):
        return self.nom


class Organisation(Nomme, Fait):
    """A body that plays one or more roles: school, employer, vendor, certifier (Microsoft is three)."""

    class Type(models.TextChoices):
        UNIVERSITE = "universite", "université"
        HAUTE_ECOLE = "haute-ecole", "Haute École"
        ECOLE_INGENIEURS = "ecole-ingenieurs", "école d’ingénieurs"
        ECOLE = "ecole", "école"
        CENTRE_FORMATION = "centre-formation", "centre de formation"
        FOURNISSEUR = "fournisseur", "fournisseur cloud ou éditeur"
        ESN = "esn", "entreprise de services du numérique"
        BANQUE = "banque", "banque ou finance"
        ASSURANCE = "assurance", "assurance"
        TELECOM = "telecom", "télécommunications"
        SECTEUR_PUBLIC = "secteur-public", "secteur public"
        ASSOCIATION = "association", "association ou fondation"
        ENTREPRISE = "entreprise", "entreprise"
        ETUDE = "etude", "études et institutions"

    nom = models.CharField("nom", max_length=160)
    sigle = models.CharField("sigle ou nom d’usage", max_length=60, blank=True)
    type = models.CharField("type", max_length=20, choices=Type)
    lieux = models.ManyToManyField(Lieu, verbose_name="lieux", blank=True, related_name="organisations")
    description = models.TextField("description", blank=True, help_text="Markdown.")
    url = models.URLField("site", max_length=300, blank=True)

    class Meta:
        ordering = ["nom"]
        verbose_name = "organisation"

    def __str__(self):
        return self.sigle or self.nom


class DomaineQuerySet(SlugQuerySet):
    """The vocabulary of fields of work."""

    def leaves(self):
        """Return the domains that have no finer one, which métiers are filed under."""
        return self.filter(enfants=None)


class Domaine(Nomme, Fait):
    """A field of work, in a tree: « informatique et numérique » › « cloud et infrastructures »."""

    nom = models.CharField("nom", max_length=120)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="domaine parent", null=True, blank=True, related_name="enfants"
    )

    objects = DomaineQuerySet.as_manager()

    class Meta:
        ordering = ["nom"]
        verbose_name = "domaine"

    def __str__(self):
        return self.nom


class PublicationQuerySet(SlugQuerySet):
    """Pages with a state; visitors only ever see `published()`."""

    def published(self):
        return self.filter(etat=Publication.Etat.PUBLIE)

    def visible(self, preview=False):
        """Return what a visitor sees, or, in an editor's preview, whatever is not archived."""
        return self.exclude(etat=Publication.Etat.ARCHIVE) if preview else self.published()

    def with_former_slug(self, slug):
        """Return the pages that once had this slug, according to their history."""
        return self.filter(pk__in=self.model.history.filter(slug=slug).values("id"))


class Publication(Nomme, Fait):
    """A page of its own: it is drafted, read again, published, archived, and checked from time to time."""

    class Etat(models.TextChoices):
        BROUILLON = "brouillon", "brouillon"
        A_RELIRE = "a-relire", "à relire"
        PUBLIE = "publie", "publié"
        ARCHIVE = "archive", "archivé"

    etat = models.CharField(
        "état",
        max_length=10,
        choices=Etat,
        default=Etat.BROUILLON,
        help_text="Seules les fiches publiées se voient sur le site ; les autres se lisent en aperçu.",
    )
    cree_le = models.DateTimeField("créé le", default=timezone.now, editable=False)
    modifie_le = models.DateTimeField("modifié le", auto_now=True)
    verifie_le = models.DateField(
        "vérifié le",
        null=True,
        blank=True,
        help_text="La dernière fois que quelqu’un a relu la fiche en face de ses sources.",
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_published(self):
        return self.etat == self.Etat.PUBLIE

    def clean(self):
        super().clean()
        if self.verifie_le and self.verifie_le > timezone.localdate():
            raise ValidationError({"verifie_le": "La date de vérification ne peut pas être dans l’avenir."})
