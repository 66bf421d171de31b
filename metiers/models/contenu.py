"""What a page lists: points, hours of a day, questions, employers, key figures, traits to compare."""

from django.db import models

from core.models import Fait, FaitOrdonne, Lieu, Nomme, Organisation
from core.text import french_number
from metiers.models.guide import Guide
from metiers.models.metier import Metier

ONE_OWNER = models.Q(metier__isnull=True) ^ models.Q(guide__isnull=True)


class Point(FaitOrdonne):
    """An item of a typed list, of a métier or of a guide: a mission, a drawback, a piece of advice."""

    class Type(models.TextChoices):
        MISSION = "mission", "mission"
        SITUATION = "situation", "situation fréquente"
        CONDITION = "condition", "condition de travail"
        AVANTAGE = "avantage", "point fort"
        INCONVENIENT = "inconvenient", "point de vigilance"
        CONSEIL = "conseil", "conseil"
        FAIT_MARQUANT = "fait-marquant", "fait marquant"
        FACTEUR_SALAIRE = "facteur-salaire", "facteur de salaire"
        COMPLEMENT_SALAIRE = "complement-salaire", "complément de salaire"
        TEMOIGNAGE = "temoignage", "témoignage"
        EXIGENCE = "exigence", "exigence du poste"
        RUBRIQUE = "rubrique", "rubrique"
        PROJET = "projet", "projet"
        CONTRIBUTION = "contribution", "contribution"
        RECHERCHE = "recherche", "recherche préalable"
        NEGOCIATION = "negociation", "négociation"
        ETAPE = "etape", "étape de carrière"

    metier = models.ForeignKey(
        Metier, models.CASCADE, verbose_name="métier", null=True, blank=True, related_name="points"
    )
    guide = models.ForeignKey(
        Guide, models.CASCADE, verbose_name="guide", null=True, blank=True, related_name="points"
    )
    type = models.CharField("type", max_length=20, choices=Type)
    titre = models.CharField("titre", max_length=160, blank=True)
    texte = models.TextField("texte", blank=True, help_text="Une ou deux phrases.")

    class Meta:
        ordering = ["metier", "guide", "type", "ordre"]
        verbose_name = "point"
        constraints = [
            models.CheckConstraint(
                condition=ONE_OWNER,
                name="point_has_one_owner",
                violation_error_message="Un point appartient à un métier ou à un guide, jamais aux deux.",
            ),
            models.CheckConstraint(
                condition=~models.Q(titre="") | ~models.Q(texte=""),
                name="point_says_something",
                violation_error_message="Un point a un titre ou un texte.",
            ),
        ]

    def __str__(self):
        return self.titre or self.texte[:80]


class Question(FaitOrdonne):
    """A question of the FAQ, of the self-assessment, or of a job interview (often without an answer)."""

    class Type(models.TextChoices):
        FAQ = "faq", "question fréquente"
        AUTO_EVALUATION = "auto-evaluation", "auto-évaluation"
        ENTRETIEN_TECHNIQUE = "entretien-technique", "entretien, question technique"
        ENTRETIEN_COMPORTEMENTAL = "entretien-comportemental", "entretien, question comportementale"

    metier = models.ForeignKey(
        Metier, models.CASCADE, verbose_name="métier", null=True, blank=True, related_name="questions"
    )
    guide = models.ForeignKey(
        Guide, models.CASCADE, verbose_name="guide", null=True, blank=True, related_name="questions"
    )
    type = models.CharField("type", max_length=25, choices=Type)
    question = models.CharField("question", max_length=300)
    reponse = models.TextField("réponse", blank=True, help_text="Markdown.")

    class Meta:
        ordering = ["metier", "guide", "type", "ordre"]
        verbose_name = "question"
        constraints = [
            models.CheckConstraint(
                condition=ONE_OWNER,
                name="question_has_one_owner",
                violation_error_message="Une question appartient à un métier ou à un guide, jamais aux deux.",
            ),
        ]

    def __str__(self):
        return self.question


class Creneau(Fait):
    """A slot of a typical day."""

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="creneaux")
    debut = models.TimeField("début")
    fin = models.TimeField("fin")
    activite = models.CharField("activité", max_length=400)

    class Meta:
        ordering = ["metier", "debut"]
        verbose_name = "créneau"
        verbose_name_plural = "créneaux"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(debut__lt=models.F("fin")),
                name="creneau_ordered",
                violation_error_message="Le créneau finit avant de commencer.",
            ),
            models.UniqueConstraint(
                fields=["metier", "debut"],
                name="creneau_once",
                violation_error_message="Un créneau commence déjà à cette heure.",
            ),
        ]

    def __str__(self):
        return f"{self.debut:%H:%M} {self.activite[:60]}"


class Recruteur(FaitOrdonne):
    """A kind of employer of a métier, with the organisations that the source names."""

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="recruteurs")
    nom = models.CharField("type d’employeur", max_length=160)
    organisations = models.ManyToManyField(
        Organisation, verbose_name="organisations citées", blank=True, related_name="recrutements"
    )
    precision = models.CharField("précision", max_length=300, blank=True)

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "recruteur"

    def __str__(self):
        return self.nom


class ChiffreCleQuerySet(models.QuerySet):
    """The vocabulary of key figures."""

    def of_the_sector(self):
        """Return the figures that belong to no one métier, with their source and place."""
        return self.filter(metier=None).select_related("source", "lieu").order_by("ordre", "pk")


class ChiffreCle(FaitOrdonne):
    """A figure on a métier, or on its sector without one: « > 95 % d’insertion, Belgique, 2025 »."""

    class Operateur(models.TextChoices):
        EGAL = "egal", ""
        ENVIRON = "environ", "environ"
        PLUS_DE = "plus-de", "plus de"

    metier = models.ForeignKey(
        Metier, models.CASCADE, verbose_name="métier", null=True, blank=True, related_name="chiffres"
    )
    libelle = models.CharField("libellé", max_length=200)
    operateur = models.CharField("opérateur", max_length=8, choices=Operateur, default=Operateur.EGAL)
    valeur = models.DecimalField("valeur", max_digits=12, decimal_places=2, null=True, blank=True)
    unite = models.CharField("unité", max_length=40, blank=True)
    texte = models.CharField(
        "valeur en mots",
        max_length=300,
        blank=True,
        help_text="Quand la source ne donne pas de chiffre, ou pour préciser.",
    )
    lieu = models.ForeignKey(
        Lieu, models.PROTECT, verbose_name="lieu", null=True, blank=True, related_name="+"
    )
    annee = models.PositiveSmallIntegerField("année", null=True, blank=True)
    periode = models.CharField("période", max_length=60, blank=True, help_text="« quatrième trimestre 2024 »")

    objects = ChiffreCleQuerySet.as_manager()

    class Meta:
        ordering = ["metier", "ordre"]
        verbose_name = "chiffre clé"
        verbose_name_plural = "chiffres clés"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valeur__isnull=False) | ~models.Q(texte=""),
                name="chiffre_says_something",
                violation_error_message="Un chiffre clé a une valeur, ou au moins des mots.",
            ),
        ]

    def __str__(self):
        return f"{self.libelle} : {self.valeur_lisible}"

    @property
    def contexte(self):
        """Return where and when the figure holds: « Belgique, 2025 », empty if the source says neither."""
        return ", ".join(str(part) for part in (self.lieu, self.periode or self.annee) if part)

    @property
    def valeur_lisible(self):
        """Return « plus de 95 % », « environ 5 000 personnes », or the words of `texte`."""
        if self.valeur is None:
            return self.texte
        return " ".join(filter(None, (self.get_operateur_display(), french_number(self.valeur), self.unite)))


class Critere(Nomme, FaitOrdonne):
    """Something by which métiers are told apart: « périmètre », « type d’intervention », « rôle »."""

    nom = models.CharField("nom", max_length=80)

    class Meta:
        ordering = ["ordre", "nom"]
        verbose_name = "critère"

    def __str__(self):
        return self.nom


class Trait(Fait):
    """The value of a métier for a criterion: « périmètre : matériel et logiciel »."""

    metier = models.ForeignKey(Metier, models.CASCADE, verbose_name="métier", related_name="traits")
    critere = models.ForeignKey(Critere, models.PROTECT, verbose_name="critère", related_name="traits")
    valeur = models.CharField("valeur", max_length=300)

    class Meta:
        ordering = ["metier", "critere"]
        verbose_name = "trait"
        constraints = [
            models.UniqueConstraint(
                fields=["metier", "critere"],
                name="trait_once_per_criterion",
                violation_error_message="Ce métier a déjà une valeur pour ce critère.",
            )
        ]

    def __str__(self):
        return f"{self.critere} : {self.valeur}"
