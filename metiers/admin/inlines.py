"""What a métier's page is made of, in the order of the public page."""

from django.contrib import admin

from core.admin.inlines import FactStack, FactTable
from metiers.admin.salaires import equivalent_of
from metiers.admin.salary_forms import SalaireRowForm
from metiers.models import (
    Appellation,
    CertificationMetier,
    ChiffreCle,
    CompetenceRequise,
    Creneau,
    FormationMetier,
    Point,
    Question,
    Recruteur,
    Relation,
    Salaire,
    StatutPossible,
    Trait,
    ZoneEmploi,
)
from metiers.statements import Reader


class AppellationInline(FactTable):
    """Other names."""

    model = Appellation
    fields = ["masculin", "feminin", "type", "ordre", "source"]


class StatutInline(FactTable):
    """Statuses."""

    model = StatutPossible
    fields = ["statut", "precision", "ordre", "source"]


class PointInline(FactTable):
    """Missions, advantages, drawbacks, advice and all typed lists."""

    model = Point
    verbose_name_plural = "points : missions, conditions, points forts, conseils…"
    fields = ["type", "titre", "texte", "ordre", "source"]


class CreneauInline(FactTable):
    """The typical day."""

    model = Creneau
    verbose_name_plural = "journée type"
    fields = ["debut", "fin", "activite", "source"]


class CompetenceInline(FactTable):
    """Skills, tools, qualities, languages."""

    model = CompetenceRequise
    verbose_name_plural = "compétences, outils et langues"
    fields = ["competence", "precision", "ordre", "source"]


class SalaireInline(FactStack):
    """Pay statements, each with its equivalent in € brut per year."""

    model = Salaire
    form = SalaireRowForm
    readonly_fields = ["equivalent"]
    fields = [
        ("niveau_min", "niveau_max"),
        ("montant_min", "montant_max", "devise"),
        ("periode", "nature", "statut"),
        "confirmation",
        ("lieu", "annee", "source"),
        ("type", "ordre"),
        "remarque",
        "equivalent",
    ]

    # Inlines live as long as a request: the reference values are read once for all the rows.
    reader = None

    @admin.display(description="équivalent brut par an")
    def equivalent(self, salaire):
        if salaire.pk is None:
            return "Calculé à l’enregistrement."
        self.reader = self.reader or Reader.today()
        return equivalent_of(self.reader.read(salaire))


class FormationInline(FactTable):
    """Formations that lead there."""

    model = FormationMetier
    fields = ["formation", "role", "precision", "ordre", "source"]


class CertificationInline(FactTable):
    """Certifications asked for."""

    model = CertificationMetier
    fields = ["certification", "role", "precision", "ordre", "source"]


class RelationInline(FactStack):
    """Ways that leave from this métier; those that arrive are edited at their start."""

    model = Relation
    fk_name = "depuis"
    verbose_name_plural = "relations : de ce métier vers d’autres"
    fields = [("type", "ordre"), ("vers", "libelle"), "condition", "critere", "source"]


class TraitInline(FactTable):
    """Values compared by criterion."""

    model = Trait
    verbose_name_plural = "traits : ce qui le distingue, critère par critère"
    fields = ["critere", "valeur", "source"]


class RecruteurInline(FactTable):
    """Kinds of employers."""

    model = Recruteur
    fields = ["nom", "organisations", "precision", "ordre", "source"]


class ZoneInline(FactTable):
    """Where the métier is in demand."""

    model = ZoneEmploi
    fields = ["lieu", "precision", "ordre", "source"]


class ChiffreInline(FactStack):
    """Key figures."""

    model = ChiffreCle
    fields = [
        "libelle",
        ("operateur", "valeur", "unite"),
        "texte",
        ("lieu", "annee", "periode"),
        ("source", "ordre"),
    ]


class QuestionInline(FactStack):
    """FAQ, self-assessment, job interview."""

    model = Question
    verbose_name_plural = "questions : auto-évaluation, entretien, FAQ"
    fields = [("type", "ordre"), "question", "reponse", "source"]


IN_PAGE_ORDER = [
    AppellationInline,
    StatutInline,
    PointInline,
    CreneauInline,
    CompetenceInline,
    SalaireInline,
    FormationInline,
    CertificationInline,
    RelationInline,
    TraitInline,
    RecruteurInline,
    ZoneInline,
    ChiffreInline,
    QuestionInline,
]
