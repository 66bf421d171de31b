"""A métier: its names, its codes, its level, and the texts of its page."""

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models

from core.addresses import address_of
from core.models import Distinction, Domaine, FaitOrdonne, FilingKey, Publication
from core.niveaux import Niveau, Pays
from core.text import both_genders, french_range, told_apart
from formations.models import Parcours
from metiers.models.classement import CentreInteret, CodeRome, SecteurActivite
from metiers.models.queryset import MetierQuerySet
from metiers.pay_prose import in_words

# The source of the pages that the national directory of métiers alone describes.
SOURCE_ROME = "rome"
MARK = "fiche ROME"


class Metier(Publication):
    """A métier, such as « technicien cloud / technicienne cloud ».

    `ampleur` says how much its page holds: a full page, a short one, or a mere mention (a métier that
    another page names, without a page of its own yet). `niveau_acces` is the minimum level, European
    scale; `annees_etudes_*` are years after the bac; `experience_*` are years of work asked for. ONISEP
    ids look like `MET.228`; `riasec` holds up to three letters of Holland's typology.
    """

    class Ampleur(models.TextChoices):
        COMPLETE = "complete", "fiche complète"
        COURTE = "courte", "fiche courte"
        MENTION = "mention", "simple mention"

    class Palier(models.TextChoices):
        ENTREE = "entree", "entrée"
        EXPERIMENTE = "experimente", "expérimenté"
        SPECIALISE = "specialise", "spécialisé"
        SENIOR = "senior", "senior"

    nom_masculin = models.CharField("nom masculin", max_length=160, help_text="« technicien cloud »")
    nom_feminin = models.CharField(
        "nom féminin",
        max_length=160,
        help_text="« technicienne cloud » ; le même que le masculin s’il est épicène.",
    )
    cle_nom = FilingKey("clé de classement", of="nom_masculin")
    distinction = Distinction("distinction")
    ampleur = models.CharField("ampleur", max_length=10, choices=Ampleur, default=Ampleur.COMPLETE)
    accroche = models.CharField(
        "accroche", max_length=300, blank=True, help_text="Le métier en une phrase, pour un élève."
    )
    essentiel = models.TextField(
        "l’essentiel", blank=True, help_text="Cinq phrases simples au plus. Markdown (une liste)."
    )
    presentation = models.TextField("présentation", blank=True, help_text="Markdown.")
    competences_texte = models.TextField(
        "compétences, en texte",
        blank=True,
        help_text="Ce qu’une source en dit d’un seul tenant ; la liste reste à part. Markdown.",
    )
    salaire_texte = models.TextField(
        "salaire, en texte",
        blank=True,
        help_text="Les mots d’une source publique ; les montants sûrs sont des énoncés à part. Markdown.",
    )
    acces = models.TextField("accès au métier", blank=True, help_text="Markdown.")
    conditions = models.TextField("conditions de travail", blank=True, help_text="Markdown.")
    conditions_bref = models.CharField(
        "conditions, en bref", max_length=160, blank=True, help_text="« bureau, réunions, déplacements »"
    )
    marche = models.TextField("marché du travail", blank=True, help_text="Markdown.")
    perspectives_bref = models.CharField(
        "perspectives, en bref", max_length=160, blank=True, help_text="« très recherché »"
    )
    niveau_acces = models.PositiveSmallIntegerField(
        "niveau d’accès minimum", choices=Niveau, null=True, blank=True
    )
    annees_etudes_min = models.PositiveSmallIntegerField(
        "années d’études minimum après le bac", null=True, blank=True, validators=[MaxValueValidator(12)]
    )
    annees_etudes_max = models.PositiveSmallIntegerField(
        "années d’études maximum après le bac", null=True, blank=True, validators=[MaxValueValidator(12)]
    )
    experience_min = models.PositiveSmallIntegerField(
        "expérience minimum, en années", null=True, blank=True, validators=[MaxValueValidator(40)]
    )
    experience_max = models.PositiveSmallIntegerField(
        "expérience maximum, en années", null=True, blank=True, validators=[MaxValueValidator(40)]
    )
    experience_bref = models.CharField(
        "expérience, en bref", max_length=120, blank=True, help_text="« jeunes diplômés acceptés »"
    )
    palier = models.CharField("palier", max_length=12, choices=Palier, blank=True)
    pays = models.CharField(
        "pays", max_length=2, choices=Pays, blank=True, help_text="Le pays que la fiche décrit."
    )
    domaines = models.ManyToManyField(Domaine, verbose_name="domaines", blank=True, related_name="metiers")
    codes_rome = models.ManyToManyField(
        CodeRome, verbose_name="codes ROME", blank=True, related_name="metiers"
    )
    centres_interet = models.ManyToManyField(
        CentreInteret, verbose_name="centres d’intérêt", blank=True, related_name="metiers"
    )
    secteurs = models.ManyToManyField(
        SecteurActivite, verbose_name="secteurs d’activité", blank=True, related_name="metiers"
    )
    tous_secteurs = models.BooleanField(
        "dans tous les secteurs", default=False, help_text="Un métier que l’on exerce partout."
    )
    parcours = models.ManyToManyField(
        Parcours, verbose_name="feuilles de route", blank=True, related_name="metiers"
    )
    riasec = models.CharField(
        "profil RIASEC",
        max_length=3,
        blank=True,
        validators=[RegexValidator(r"^[RIASEC]{1,3}$", "Une à trois lettres parmi R, I, A, S, E, C.")],
    )
    onisep_id = models.CharField(
        "identifiant ONISEP",
        max_length=12,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^MET\.\d+$", "Un identifiant de métier s’écrit « MET.228 ».")],
    )

    objects = MetierQuerySet.as_manager()

    class Meta:
        ordering = ["nom_masculin"]
        verbose_name = "métier"
        # Lists sort and count thousands of rows by these alone: the texts between them take most of a row.
        indexes = [
            models.Index(fields=["cle_nom"], name="metier_cle_nom"),
            models.Index(fields=["etat", "cle_nom", "id", "ampleur"], name="metier_by_name"),
            models.Index(
                fields=["etat", "ampleur", "niveau_acces", "pays", "palier", "source"], name="metier_facets"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(annees_etudes_min__lte=models.F("annees_etudes_max"))
                | models.Q(annees_etudes_max__isnull=True),
                name="metier_etudes_ordered",
                violation_error_message="Les années d’études minimum dépassent le maximum.",
            ),
            models.CheckConstraint(
                condition=models.Q(experience_min__lte=models.F("experience_max"))
                | models.Q(experience_max__isnull=True),
                name="metier_experience_ordered",
                violation_error_message="L’expérience minimum dépasse le maximum.",
            ),
            models.CheckConstraint(
                condition=models.Q(niveau_acces__isnull=True) | models.Q(niveau_acces__range=(0, 8)),
                name="metier_niveau_on_scale",
                violation_error_message="Le niveau va de 3 à 8 (0 pour « sans diplôme »).",
            ),
        ]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return address_of("metiers:metier", self.slug)

    @property
    def nom(self):
        """Return the masculine name, told from the others that are like it."""
        return told_apart(self.nom_masculin, self.distinction)

    @property
    def nom_complet(self):
        """Return « technicien cloud / technicienne cloud », or the one name of an epicene métier."""
        return told_apart(both_genders(self.nom_masculin, self.nom_feminin), self.distinction)

    @property
    def marque(self):
        """Return « fiche ROME » where the national directory alone describes the métier, else nothing.

        Where its name says so already, nothing either.
        """
        is_marked = self.source.slug == SOURCE_ROME and not self.distinction.startswith(MARK)
        return MARK if is_marked else ""

    @property
    def salaire_en_mots(self):
        """Return what the source says of a beginner's pay, « À partir du Smic », empty if it is long."""
        return in_words(self.salaire_texte)

    @property
    def is_mention(self):
        return self.ampleur == self.Ampleur.MENTION

    @property
    def is_comparable(self):
        """Say whether the métier may stand in a comparison: published, and more than a mention."""
        return self.is_published and not self.is_mention

    @property
    def niveau_label(self):
        """Return the name of the access level in the métier's own country, empty if unknown."""
        return "" if self.niveau_acces is None else Niveau(self.niveau_acces).label_in(self.pays)

    @property
    def etudes(self):
        """Return « 5 à 6 ans après le bac », « jusqu’à 3 ans après le bac », empty if unknown."""
        if self.annees_etudes_max == 0:
            return "aucune après le bac"
        years = french_range(self.annees_etudes_min or None, self.annees_etudes_max, "ans")
        return f"{years} après le bac" if years else ""

    @property
    def experience(self):
        """Return « 3 à 5 ans », or the words of `experience_bref`, empty if unknown."""
        return french_range(self.experience_min, self.experience_max, "ans") or self.experience_bref

    def clean(self):
        super().clean()
        self.onisep_id = self.onisep_id or None


class Appellation(FaitOrdonne):
    """Another name of a métier: « cheffe de projet cloud et virtualisation », « technicien opé »."""

    class Type(models.TextChoices):
        OFFICIELLE = "officielle", "officielle"
        COURANTE = "courante", "courante"
        FAMILIERE = "familiere", "familière"
        ANGLAISE = "anglaise", "anglaise"
        MASQUEE = "masquee", "masquée (pour la recherche seulement)"

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="appellations")
    masculin = models.CharField("masculin", max_length=160)
    feminin = models.CharField("féminin", max_length=160, blank=True)
    type = models.CharField("type", max_length=12, choices=Type, default=Type.COURANTE)

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "appellation"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "masculin"],
                name="appellation_once_per_metier",
                violation_error_message="Ce métier porte déjà cette appellation.",
            )
        ]

    def __str__(self):
        return (
            f"{self.masculin} / {self.feminin}" if self.feminin not in ("", self.masculin) else self.masculin
        )


class StatutPossible(FaitOrdonne):
    """A status under which a métier is practised, according to a source."""

    class Statut(models.TextChoices):
        SALARIE = "salarie", "salarié"
        INDEPENDANT = "independant", "indépendant ou freelance"
        CREATEUR = "createur", "créateur d’entreprise"
        FONCTIONNAIRE = "fonctionnaire", "fonctionnaire"
        LIBERAL = "liberal", "profession libérale"
        ARTISAN = "artisan", "artisan"
        INTERMITTENT = "intermittent", "intermittent du spectacle"
        SAISONNIER = "saisonnier", "saisonnier"
        MILITAIRE = "militaire", "militaire"
        VOLONTAIRE = "volontaire", "contrat de volontariat"

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="statuts")
    statut = models.CharField("statut", max_length=15, choices=Statut)
    precision = models.CharField(
        "précision", max_length=200, blank=True, help_text="« CDI surtout, CDD parfois »"
    )

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "statut possible"
        verbose_name_plural = "statuts possibles"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "statut", "source"],
                name="statut_once_per_source",
                violation_error_message="Cette source donne déjà ce statut à ce métier.",
            )
        ]

    def __str__(self):
        return self.get_statut_display()
