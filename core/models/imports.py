"""What is remembered of the open data: each import, and what it last wrote of each of our rows.

A row of ours is named by its model (« metiers.metier ») and its primary key, so that this floor need not
know the ones above. `famille` is the name of a command: « onisep-metiers ».
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from core.models.facts import Source


class Import(models.Model):
    """One import that was applied: which file, by whom, when, and what it changed.

    `comptes` holds what the report says in figures: {kind of row: {« ajoutés »: 928, …}}, `liens` the same of
    the lists that hang on the rows; `notes` what else it says, a sentence each.
    """

    famille = models.CharField("commande", max_length=40)
    fichier = models.CharField("fichier", max_length=255)
    empreinte = models.CharField("empreinte SHA-256", max_length=64)
    encodage = models.CharField("encodage", max_length=20, blank=True)
    edition = models.DateField("date de l’édition", null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, verbose_name="source", related_name="imports")
    fait_le = models.DateTimeField("fait le", default=timezone.now)
    fait_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="fait par",
        null=True,
        blank=True,
        related_name="+",
        help_text="Vide si l’import vient de la ligne de commande.",
    )
    secondes = models.PositiveIntegerField("durée, en secondes", default=0)
    comptes = models.JSONField("comptes", default=dict)
    liens = models.JSONField("comptes des listes", default=dict)
    notes = models.JSONField("notes", default=list)

    class Meta:
        ordering = ["-fait_le", "-pk"]
        verbose_name = "import"

    def __str__(self):
        return f"{self.famille}, {self.fichier}"


class LigneImport(models.Model):
    """One line of the report of an import: a row added, a field changed, a row refused, and why."""

    class Type(models.TextChoices):
        AJOUT = "ajout", "ajouté"
        CHANGEMENT = "changement", "changé"
        DISPARITION = "disparition", "disparu de la source"
        RETOUR = "retour", "revenu dans la source"
        REFUS = "refus", "refusé"
        DIFFERENCE = "difference", "gardé tel que la rédaction l’a écrit"
        DOUTE = "doute", "à rapprocher"

    importation = models.ForeignKey(Import, models.CASCADE, verbose_name="import", related_name="lignes")
    type = models.CharField("ce qui s’est passé", max_length=12, choices=Type)
    sorte = models.CharField("sorte", max_length=60)
    cle = models.CharField("identifiant", max_length=80, blank=True)
    libelle = models.CharField("nom", max_length=250, blank=True)
    place = models.CharField("place dans le fichier", max_length=120, blank=True)
    champ = models.CharField("champ", max_length=80, blank=True)
    ancien = models.CharField("avant", max_length=300, blank=True)
    nouveau = models.CharField("après", max_length=300, blank=True)
    raison = models.CharField("raison", max_length=400, blank=True)

    class Meta:
        ordering = ["importation", "pk"]
        verbose_name = "ligne d’import"
        verbose_name_plural = "lignes d’import"

    def __str__(self):
        return f"{self.get_type_display()} : {self.libelle or self.cle}"


class Origine(models.Model):
    """What a public file says of a row of ours: its key there, and a print of each value last written.

    `valeurs` holds {field: print} and, for a list of links, {list: {key: {« pk »: …, field: print}}}. A value
    of ours that no longer has its print was changed by an editor.
    """

    famille = models.CharField("commande", max_length=40)
    cle = models.CharField("identifiant", max_length=80)
    modele = models.CharField("modèle", max_length=60)
    objet = models.PositiveBigIntegerField("clé de la ligne")
    libelle = models.CharField("nom dans le fichier", max_length=250)
    source = models.ForeignKey(Source, models.PROTECT, verbose_name="source", related_name="origines")
    valeurs = models.JSONField("valeurs importées", default=dict)
    disparue_le = models.DateField(
        "disparue depuis l’édition du", null=True, blank=True, help_text="Vide tant que le fichier la donne."
    )

    class Meta:
        ordering = ["famille", "cle"]
        verbose_name = "origine"
        constraints = [
            models.UniqueConstraint(fields=["famille", "modele", "cle"], name="origine_once_per_key")
        ]
        indexes = [
            models.Index(fields=["modele", "objet"], name="origine_of_row"),
            # What each source gave and lost, without reading what was written of each row.
            models.Index(fields=["source", "modele", "disparue_le"], name="origine_of_source"),
        ]

    def __str__(self):
        return f"{self.cle} {self.libelle}"


class Ecart(models.Model):
    """A value of a public file that the guide does not follow, since an editor wrote another.

    `champ` is a field, or a list of links of which `entree` is the member. `garde` says that an editor has
    seen this very value and keeps ours: it is offered again only if the file changes its mind.
    """

    origine = models.ForeignKey(Origine, models.CASCADE, verbose_name="origine", related_name="ecarts")
    champ = models.CharField("champ", max_length=60)
    entree = models.CharField("membre de la liste", max_length=250, blank=True)
    valeur = models.JSONField("valeur de l’édition", null=True)
    notre = models.CharField("la nôtre, au dernier import", max_length=300, blank=True)
    garde = models.BooleanField("la nôtre est gardée", default=False)

    class Meta:
        ordering = ["origine", "champ", "entree"]
        verbose_name = "écart avec la source"
        verbose_name_plural = "écarts avec la source"
        constraints = [
            models.UniqueConstraint(fields=["origine", "champ", "entree"], name="ecart_once_per_value")
        ]

    def __str__(self):
        return f"{self.origine} : {self.champ}"


class Attente(models.Model):
    """A link whose target has not been imported yet: kept as text, made when the target arrives.

    `lien` is the list of the origin's row that the link is for; `par` the field of `modele` that `cle` is
    the value of (empty: the key of an origin).
    """

    origine = models.ForeignKey(Origine, models.CASCADE, verbose_name="origine", related_name="attentes")
    lien = models.CharField("lien", max_length=40)
    entree = models.CharField("membre de la liste", max_length=250)
    modele = models.CharField("modèle attendu", max_length=60)
    par = models.CharField("champ de l’identifiant", max_length=40, blank=True)
    cle = models.CharField("identifiant attendu", max_length=80)
    libelle = models.CharField("nom dans le fichier", max_length=250, blank=True)
    valeurs = models.JSONField("valeurs", default=dict)

    class Meta:
        ordering = ["origine", "lien", "pk"]
        verbose_name = "lien en attente"
        verbose_name_plural = "liens en attente"
        constraints = [
            models.UniqueConstraint(fields=["origine", "lien", "entree"], name="attente_once_per_link")
        ]
        indexes = [models.Index(fields=["modele", "cle"], name="attente_of_target")]

    def __str__(self):
        return f"{self.libelle or self.cle} ({self.cle})"


class Rapprochement(models.Model):
    """A row of a public file that may be one of ours already; an editor says whether it is.

    Until then nothing is made of it. « même » joins them at the next import, « distinct » makes a page.
    """

    class Decision(models.TextChoices):
        MEME = "meme", "c’est la même chose"
        DISTINCT = "distinct", "ce sont deux choses"

    famille = models.CharField("commande", max_length=40)
    cle = models.CharField("identifiant", max_length=80)
    libelle = models.CharField("nom dans le fichier", max_length=250)
    modele = models.CharField("modèle", max_length=60)
    objet = models.PositiveBigIntegerField("clé de la ligne")
    nom = models.CharField("nom dans le guide", max_length=250)
    raison = models.CharField("raison", max_length=250)
    decision = models.CharField("décision", max_length=10, choices=Decision, blank=True)

    class Meta:
        ordering = ["famille", "cle", "pk"]
        verbose_name = "rapprochement"
        constraints = [
            models.UniqueConstraint(
                fields=["famille", "modele", "cle", "objet"], name="rapprochement_once_per_pair"
            )
        ]

    def __str__(self):
        return f"{self.libelle} ? {self.nom}"
