"""What editors tell the search, and what it tells them."""

from django.db import connection, models
from simple_history.models import HistoricalRecords

LONGEST_TERM = 80


class Synonyme(models.Model):
    """A word of visitors that the fiches do not use: « sysadmin » stands for « administrateur systèmes ».

    The search looks for the equivalents too, never the other way round. It is a usage, not a fact: a remark
    says where it comes from.
    """

    terme = models.CharField(
        "terme", max_length=LONGEST_TERM, unique=True, help_text="Ce que l’on tape : « sysadmin », « DSI »."
    )
    equivalents = models.TextField(
        "équivalents",
        max_length=800,
        help_text="Ce que disent les fiches, un par ligne : « administrateur systèmes ».",
    )
    remarque = models.CharField(
        "remarque",
        max_length=200,
        blank=True,
        help_text="D’où vient cet usage : « sigle courant », « anglais des offres d’emploi ».",
    )
    history = HistoricalRecords()

    class Meta:
        ordering = ["terme"]
        verbose_name = "synonyme"

    def __str__(self):
        return self.terme

    @property
    def lignes(self):
        """Return the equivalents as a list."""
        return [line.strip() for line in self.equivalents.splitlines() if line.strip()]


class RechercheSansResultatQuerySet(models.QuerySet):
    """The vocabulary of questions that found nothing."""

    def count_one(self, text, day, most):
        """Count a question once more: 1 query, 3 when the table holds `most` rows already.

        One statement, so that two visitors never lose each other's count. A new question then takes the
        place of the oldest that was asked once; without any, it is not kept.
        """
        table = self.model._meta.db_table
        statement = (
            f"INSERT INTO {table} (texte, nombre, derniere_fois) SELECT %s, 1, %s "  # noqa: S608 (our table)
            f"WHERE (SELECT count(*) FROM {table}) < %s OR EXISTS (SELECT 1 FROM {table} WHERE texte = %s) "
            f"ON CONFLICT (texte) DO UPDATE SET nombre = {table}.nombre + 1, "
            "derniere_fois = excluded.derniere_fois"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [text, day, most, text])
            if cursor.rowcount:
                return
            oldest = self.filter(nombre=1).order_by("derniere_fois", "pk").values_list("pk", flat=True)[:1]
            if self.filter(pk__in=list(oldest)).delete()[0]:
                cursor.execute(statement, [text, day, most, text])


class RechercheSansResultat(models.Model):
    """A question that found nothing: its text and how often, nothing about who asked.

    Editors read it to add a synonym, an appellation or a fiche.
    """

    texte = models.CharField("texte", max_length=LONGEST_TERM, unique=True, editable=False)
    nombre = models.PositiveIntegerField("nombre", default=0, editable=False)
    derniere_fois = models.DateField("dernière fois", editable=False)

    objects = RechercheSansResultatQuerySet.as_manager()

    class Meta:
        ordering = ["-nombre", "-derniere_fois", "texte"]
        verbose_name = "recherche sans résultat"
        verbose_name_plural = "recherches sans résultat"

    def __str__(self):
        return self.texte
