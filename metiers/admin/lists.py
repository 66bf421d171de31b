"""The lists that fiches draw from: ROME codes, interests, criteria."""

from django.contrib import admin

from core.admin.base import FactAdmin
from core.admin.facts import BY_SOURCE
from metiers.models import CentreInteret, CodeRome, Critere, FamilleProfessionnelle, SecteurActivite


@admin.register(CodeRome)
class CodeRomeAdmin(FactAdmin):
    """Codes of the national directory of jobs."""

    list_display = ["code", "libelle", "version", "source_courte"]
    list_filter = ["version", BY_SOURCE]
    search_fields = ["code", "libelle"]
    fieldsets = [
        (
            None,
            {
                "description": "Le répertoire de France Travail. Un code peut valoir pour plusieurs métiers.",
                "fields": ["code", "libelle", "version", "parent", "source"],
            },
        )
    ]


@admin.register(CentreInteret)
class CentreInteretAdmin(FactAdmin):
    """Interests, in ONISEP's words."""

    list_display = ["libelle", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["libelle", "slug"]
    prepopulated_fields = {"slug": ["libelle"]}
    fieldsets = [
        (
            None,
            {
                "description": "Un goût qui mène à des métiers, écrit comme une phrase d’élève.",
                "fields": ["libelle", "slug", "source"],
            },
        )
    ]


@admin.register(Critere)
class CritereAdmin(FactAdmin):
    """Criteria by which métiers are told apart."""

    list_display = ["nom", "ordre", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["nom", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "Une ligne de la comparaison : « périmètre », « type d’intervention ».",
                "fields": ["nom", "slug", "ordre", "source"],
            },
        )
    ]


@admin.register(SecteurActivite)
class SecteurActiviteAdmin(FactAdmin):
    """Sectors, in ONISEP's words."""

    list_display = ["libelle", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["libelle", "slug"]
    prepopulated_fields = {"slug": ["libelle"]}
    fieldsets = [
        (
            None,
            {
                "description": "Un secteur qui emploie ce métier ; le domaine, lui, dit ce que l’on y fait.",
                "fields": ["libelle", "slug", "source"],
            },
        )
    ]


@admin.register(FamilleProfessionnelle)
class FamilleProfessionnelleAdmin(FactAdmin):
    """Professional families of the Dares and their median wages."""

    list_display = ["code", "nom", "mediane", "annee_fin", "source_courte"]
    list_filter = ["annee_fin", BY_SOURCE]
    search_fields = ["code", "nom", "codes_rome__code"]
    autocomplete_fields = ["codes_rome"]
    fieldsets = [
        (
            None,
            {
                "description": "Une médiane de plusieurs métiers ensemble, montrée à part sur la fiche de "
                "ceux dont tous les codes ROME mènent à cette famille : jamais comme le salaire d’un métier.",
                "fields": ["code", "nom", "reunit", "codes_rome"],
            },
        ),
        ("Salaire", {"fields": ["mediane", ("annee_debut", "annee_fin"), "source"]}),
    ]
