"""The rows of the fiches by themselves: to look across métiers, and to bring an old version back."""

from django.contrib import admin

from core.admin.base import FactAdmin
from core.admin.facts import BY_SOURCE
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
    StatutPossible,
    Trait,
    ZoneEmploi,
)

OF_METIER = ["metier__nom_masculin", "metier__slug"]


@admin.register(Appellation)
class AppellationAdmin(FactAdmin):
    """Other names."""

    list_display = ["masculin", "feminin", "type", "metier", "source_courte"]
    list_filter = ["type", BY_SOURCE]
    search_fields = ["masculin", "feminin", *OF_METIER]
    fields = ["metier", ("masculin", "feminin"), "type", "ordre", "source"]


@admin.register(StatutPossible)
class StatutPossibleAdmin(FactAdmin):
    """Statuses."""

    list_display = ["metier", "statut", "precision", "source_courte"]
    list_filter = ["statut", BY_SOURCE]
    search_fields = ["precision", *OF_METIER]
    fields = ["metier", "statut", "precision", "ordre", "source"]


class OwnedAdmin(FactAdmin):
    """Rows that belong to a métier or to a guide."""

    search_fields = [*OF_METIER, "guide__titre"]

    @admin.display(description="page")
    def page(self, row):
        return row.metier or row.guide


@admin.register(Point)
class PointAdmin(OwnedAdmin):
    """Items of typed lists."""

    list_display = ["__str__", "type", "page", "ordre", "source_courte"]
    list_filter = ["type", ("guide", admin.RelatedOnlyFieldListFilter), BY_SOURCE]
    list_select_related = ["metier", "guide"]
    search_fields = ["titre", "texte", *OwnedAdmin.search_fields]
    fieldsets = [
        (
            None,
            {
                "description": "Un point appartient à un métier ou à un guide, jamais aux deux.",
                "fields": ["metier", "guide", "type", "titre", "texte", "ordre", "source"],
            },
        )
    ]


@admin.register(Question)
class QuestionAdmin(OwnedAdmin):
    """Questions of the FAQ, of the self-assessment, of interviews."""

    list_display = ["question", "type", "page", "ordre", "source_courte"]
    list_filter = ["type", ("guide", admin.RelatedOnlyFieldListFilter), BY_SOURCE]
    list_select_related = ["metier", "guide"]
    search_fields = ["question", "reponse", *OwnedAdmin.search_fields]
    fieldsets = [
        (
            None,
            {
                "description": "Une question appartient à un métier ou à un guide, jamais aux deux.",
                "fields": ["metier", "guide", "type", "question", "reponse", "ordre", "source"],
            },
        )
    ]


@admin.register(Creneau)
class CreneauAdmin(FactAdmin):
    """Slots of typical days."""

    list_display = ["metier", "debut", "fin", "activite", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["activite", *OF_METIER]
    fields = ["metier", ("debut", "fin"), "activite", "source"]


@admin.register(CompetenceRequise)
class CompetenceRequiseAdmin(FactAdmin):
    """Skills asked for."""

    list_display = ["competence", "metier", "precision", "source_courte"]
    list_filter = ["competence__type", BY_SOURCE]
    search_fields = ["competence__nom", "precision", *OF_METIER]
    fields = ["metier", "competence", "precision", "ordre", "source"]


@admin.register(FormationMetier)
class FormationMetierAdmin(FactAdmin):
    """Formations that lead to métiers."""

    list_display = ["formation", "metier", "role", "precision", "source_courte"]
    list_filter = ["role", BY_SOURCE]
    search_fields = ["formation__intitule", "precision", *OF_METIER]
    fields = ["metier", "formation", "role", "precision", "ordre", "source"]


@admin.register(CertificationMetier)
class CertificationMetierAdmin(FactAdmin):
    """Certifications that métiers ask for."""

    list_display = ["certification", "metier", "role", "precision", "source_courte"]
    list_filter = ["role", BY_SOURCE]
    search_fields = ["certification__nom", "certification__sigle", *OF_METIER]
    fields = ["metier", "certification", "role", "precision", "ordre", "source"]


@admin.register(Relation)
class RelationAdmin(FactAdmin):
    """Ways between métiers."""

    list_display = ["depuis", "type", "vers", "libelle", "condition", "source_courte"]
    list_filter = ["type", BY_SOURCE]
    search_fields = ["depuis__nom_masculin", "vers__nom_masculin", "libelle", "condition", "critere"]
    fieldsets = [
        (
            None,
            {
                "description": "Une relation va d’un métier à un autre, ou à un simple poste par son seul "
                "libellé. « Proche », « à ne pas confondre » et « collaboration » se lisent dans les deux "
                "sens : une seule ligne suffit.",
                "fields": ["depuis", "type", "vers", "libelle", "condition", "critere", "ordre", "source"],
            },
        )
    ]


@admin.register(Trait)
class TraitAdmin(FactAdmin):
    """Values by criterion."""

    list_display = ["metier", "critere", "valeur", "source_courte"]
    list_filter = ["critere", BY_SOURCE]
    search_fields = ["valeur", *OF_METIER]
    fields = ["metier", "critere", "valeur", "source"]


@admin.register(Recruteur)
class RecruteurAdmin(FactAdmin):
    """Kinds of employers."""

    list_display = ["nom", "metier", "precision", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["nom", "precision", *OF_METIER]
    fields = ["metier", "nom", "organisations", "precision", "ordre", "source"]


@admin.register(ZoneEmploi)
class ZoneEmploiAdmin(FactAdmin):
    """Places where métiers are in demand."""

    list_display = ["lieu", "metier", "precision", "source_courte"]
    list_filter = ["lieu__pays", BY_SOURCE]
    search_fields = ["lieu__nom", "precision", *OF_METIER]
    fields = ["metier", "lieu", "precision", "ordre", "source"]


@admin.register(ChiffreCle)
class ChiffreCleAdmin(FactAdmin):
    """Key figures, of a métier or of its whole sector."""

    list_display = ["libelle", "valeur_lisible", "metier", "lieu", "annee", "source_courte"]
    list_filter = ["annee", BY_SOURCE]
    search_fields = ["libelle", "texte", *OF_METIER]
    fieldsets = [
        (
            None,
            {
                "description": "Laissez le métier vide pour un chiffre qui vaut pour tout le secteur.",
                "fields": [
                    "metier",
                    "libelle",
                    ("operateur", "valeur", "unite"),
                    "texte",
                    ("lieu", "annee", "periode"),
                    "ordre",
                    "source",
                ],
            },
        )
    ]

    @admin.display(description="valeur", ordering="valeur")
    def valeur_lisible(self, chiffre):
        return chiffre.valeur_lisible
