"""Diplomas and training, of France and Belgium."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from core.addresses import address_of
from core.models import Distinction, Fait, FilingKey, Nomme, Organisation, Publication, Source
from core.niveaux import Niveau, Pays
from core.text import stands_for, told_apart
from formations.models.queryset import FormationQuerySet


class Modalite(Nomme, Fait):
    """A way to follow a training: « alternance », « formation continue »."""

    nom = models.CharField("nom", max_length=60)

    class Meta:
        ordering = ["nom"]
        verbose_name = "modalité"

    def __str__(self):
        return self.nom


class DomaineEtudes(Nomme, Fait):
    """A field of studies, in ONISEP's words: « informatique, Internet » › « systèmes et réseaux »."""

    libelle = models.CharField("libellé", max_length=120)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="domaine parent", null=True, blank=True, related_name="enfants"
    )

    class Meta:
        ordering = ["libelle"]
        verbose_name = "domaine d’études"
        verbose_name_plural = "domaines d’études"

    def __str__(self):
        return self.libelle

    def get_absolute_url(self):
        return address_of("formations:rayon", "domaine", self.slug)


class Formation(Publication):
    """A diploma or a training: « BTS SIO » (level 5, bac + 2, France), « CESS » (level 4, Belgium).

    The level is the European one (3 to 8); « bac + 6 » is a number of years, not a level. A former
    diploma (`en_vigueur` false) names its successor. ONISEP ids look like `FOR.5574`, RNCP codes like
    `RNCP35340`.
    """

    class Type(models.TextChoices):
        CAP = "cap", "CAP"
        BEP = "bep", "BEP"
        BAC_PRO = "bac-pro", "bac pro"
        SECONDAIRE = "secondaire", "secondaire supérieur"
        BTS = "bts", "BTS"
        DUT = "dut", "DUT"
        BUT = "but", "BUT"
        LICENCE_PRO = "licence-pro", "licence professionnelle"
        BACHELOR = "bachelor", "bachelor"
        BACHELIER = "bachelier", "bachelier"
        MASTER = "master", "master"
        INGENIEUR = "ingenieur", "diplôme d’ingénieur"
        MASTERE = "mastere-specialise", "mastère spécialisé"
        CONTINUE = "formation-continue", "formation continue"
        DISPOSITIF = "dispositif", "dispositif d’accès"
        BAC = "bac", "bac général ou technologique"
        BTSA = "btsa", "BTSA"
        BREVET_PRO = "brevet-professionnel", "brevet professionnel"
        CERTIFICAT = "certificat", "certificat de spécialisation"
        TITRE_PRO = "titre-professionnel", "titre professionnel"
        ARTISANAT = "artisanat", "titre de l’artisanat"
        TECHNICIEN = "technicien", "brevet ou diplôme de technicien"
        ART = "art", "diplôme d’art ou de design"
        SPORT = "sport", "diplôme de la jeunesse et du sport"
        ETAT = "etat", "diplôme d’État"
        DEUST = "deust", "DEUST"
        LICENCE = "licence", "licence"
        UNIVERSITE = "universite", "diplôme d’université"
        MAGISTERE = "magistere", "magistère"
        COMMERCE = "commerce", "diplôme d’école de commerce"
        IEP = "iep", "diplôme d’institut d’études politiques"
        ARCHITECTURE = "architecture", "diplôme d’architecture"
        MASTER_SCIENCE = "master-of-science", "master of science"
        DOCTORAT = "doctorat", "doctorat"
        ECOLE = "ecole", "formation d’école spécialisée"
        INITIATIVE_LOCALE = "initiative-locale", "formation complémentaire d’initiative locale"
        PREPARATION = "preparation", "classe préparatoire ou préparation à un concours"
        FONCTIONNAIRES = "fonctionnaires", "formation après un concours"
        CLASSE = "classe", "classe de collège ou de lycée"
        TITRE = "titre", "titre inscrit au RNCP"
        AUTRE = "autre", "autre formation"

    intitule = models.CharField("intitulé", max_length=250)
    cle_nom = FilingKey("clé de classement", of="intitule")
    distinction = Distinction("distinction")
    sigle = models.CharField("sigle ou nom d’usage", max_length=60, blank=True)
    type = models.CharField("type", max_length=20, choices=Type)
    niveau = models.PositiveSmallIntegerField(
        "niveau", choices=Niveau, null=True, blank=True, help_text="Niveau du cadre européen (3 à 8)."
    )
    source_niveau = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name="source du niveau",
        null=True,
        blank=True,
        related_name="+",
        help_text="À remplir si le niveau ou la durée ne viennent pas de la source de la fiche.",
    )
    annees_apres_bac = models.PositiveSmallIntegerField(
        "années après le bac", null=True, blank=True, validators=[MaxValueValidator(12)]
    )
    duree_annees = models.DecimalField(
        "durée, en années",
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.1")), MaxValueValidator(12)],
    )
    pays = models.CharField("pays", max_length=2, choices=Pays)
    en_vigueur = models.BooleanField("en vigueur", default=True)
    remplacee_par = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="remplacée par",
        null=True,
        blank=True,
        related_name="remplace",
    )
    source_remplacement = models.ForeignKey(
        Source, models.PROTECT, verbose_name="source du remplacement", null=True, blank=True, related_name="+"
    )
    modalites = models.ManyToManyField(
        Modalite, verbose_name="modalités", blank=True, related_name="formations"
    )
    onisep_id = models.CharField(
        "identifiant ONISEP",
        max_length=12,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^FOR\.\d+$", "Un identifiant de formation s’écrit « FOR.5574 ».")],
    )
    code_rncp = models.CharField(
        "code RNCP",
        max_length=12,
        null=True,
        blank=True,
        db_index=True,
        help_text="Plusieurs formations peuvent mener à une même certification.",
        validators=[RegexValidator(r"^(RNCP|RS)\d+$", "Un code s’écrit « RNCP35340 ».")],
    )
    etablissements = models.ManyToManyField(
        Organisation, verbose_name="établissements", blank=True, related_name="formations"
    )
    domaines = models.ManyToManyField(
        DomaineEtudes, verbose_name="domaines d’études", blank=True, related_name="formations"
    )
    description = models.TextField("description", blank=True, help_text="Markdown.")
    acces = models.TextField(
        "accès", blank=True, help_text="Qui peut y entrer, et ce qui est attendu. Markdown."
    )
    poursuites = models.TextField("poursuites d’études", blank=True, help_text="Markdown.")
    note = models.TextField(
        "note de la rédaction",
        blank=True,
        help_text="Ce que la rédaction sait au-delà de la source : un nom d’aujourd’hui… Markdown.",
    )
    source_note = models.ForeignKey(
        Source, models.PROTECT, verbose_name="source de la note", null=True, blank=True, related_name="+"
    )

    objects = FormationQuerySet.as_manager()

    class Meta:
        ordering = ["niveau", "intitule"]
        verbose_name = "formation"
        # Lists sort and count thousands of rows by these alone.
        indexes = [
            models.Index(fields=["cle_nom"], name="formation_cle_nom"),
            models.Index(fields=["etat", "niveau", "cle_nom", "id"], name="formation_by_niveau"),
            models.Index(fields=["etat", "cle_nom", "id"], name="formation_by_name"),
            models.Index(
                fields=["etat", "niveau", "type", "pays", "en_vigueur", "duree_annees"],
                name="formation_facets",
            ),
            models.Index(fields=["etat", "type", "niveau"], name="formation_by_type"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(niveau__isnull=True) | models.Q(niveau__range=(0, 8)),
                name="formation_niveau_on_scale",
                violation_error_message="Le niveau va de 3 à 8 (0 pour « sans diplôme »).",
            ),
            models.CheckConstraint(
                condition=models.Q(remplacee_par__isnull=True) | models.Q(en_vigueur=False),
                name="formation_replaced_is_former",
                violation_error_message="Une formation remplacée n’est plus en vigueur.",
            ),
            models.CheckConstraint(
                condition=models.Q(remplacee_par__isnull=True) | models.Q(source_remplacement__isnull=False),
                name="formation_replacement_has_source",
                violation_error_message="Dites d’où l’on sait par quoi cette formation est remplacée.",
            ),
            models.CheckConstraint(
                condition=models.Q(note="") | models.Q(source_note__isnull=False),
                name="formation_note_has_source",
                violation_error_message="Dites d’où vient la note.",
            ),
        ]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return address_of("formations:formation", self.slug)

    @property
    def nom(self):
        """Return the name, told from the others that are like it: « Licence mention chimie (RNCP38701) »."""
        return told_apart(self.intitule, self.distinction)

    @property
    def marque(self):
        """Return « ancien diplôme » for one that is not delivered any more, else nothing."""
        return "" if self.en_vigueur else "ancien diplôme"

    @property
    def nom_court(self):
        """Return the abbreviation in use where there is one that says enough, else the name."""
        is_enough = stands_for(self.sigle, self.intitule)
        return told_apart(self.sigle if is_enough else self.intitule, self.distinction)

    @property
    def niveau_label(self):
        """Return the name of the level in the formation's own country, empty if unknown."""
        return "" if self.niveau is None else Niveau(self.niveau).label_in(self.pays)

    @property
    def source_du_niveau(self):
        """Return the source of level and length: its own where it has one, else the page's."""
        return self.source_niveau or self.source

    def clean(self):
        super().clean()
        self.onisep_id = self.onisep_id or None
        self.code_rncp = self.code_rncp or None
        if self.remplacee_par_id and self.remplacee_par_id == self.pk:
            raise ValidationError({"remplacee_par": "Une formation ne se remplace pas elle-même."})
