"""The admin of the ground floor: sources, places, organisations, fields of work."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join

from core.admin.base import FactAdmin
from core.admin.usage import usages_of
from core.models import Domaine, Lieu, Organisation, Source
from core.text import enumerate_words

BY_SOURCE = ("source", admin.RelatedOnlyFieldListFilter)


@admin.register(Source)
class SourceAdmin(FactAdmin):
    """Documents; each shows where it is cited and stays as long as it is."""

    list_display = ["titre", "libelle_court", "editeur", "type_editeur", "date_lisible", "consulte_le"]
    list_filter = ["type_editeur", "precision_date", "date_publication"]
    search_fields = ["titre", "libelle_court", "editeur", "slug"]
    prepopulated_fields = {"slug": ["libelle_court"]}
    readonly_fields = ["utilisations"]
    fieldsets = [
        (
            None,
            {
                "description": "Un document qui énonce des faits. Tous les faits du guide en citent un.",
                "fields": ["titre", "libelle_court", "slug", "editeur", "type_editeur", "url", "licence"],
            },
        ),
        (
            "Dates",
            {
                "description": "La date que porte le document, aussi précise qu’il la donne, "
                "et le jour où il a été lu.",
                "fields": [("date_publication", "precision_date"), "consulte_le"],
            },
        ),
        ("À savoir", {"fields": ["citee_par", "remarque"]}),
        (
            "Où elle sert",
            {
                "description": "Une source citée ne se supprime pas : aucun fait ne reste sans source.",
                "fields": ["utilisations"],
            },
        ),
    ]

    @admin.display(description="date", ordering="date_publication")
    def date_lisible(self, source):
        return source.date_lisible

    @admin.display(description="citée par")
    def utilisations(self, source):
        usages = usages_of(source) if source.pk else []
        if not usages:
            return "Aucun fait ne la cite encore."
        rows = ((usage.url, usage.label) for usage in usages)
        return format_html(
            '<ul class="utilisations">{}</ul>',
            format_html_join("", '<li><a href="{}">{}</a></li>', rows),
        )

    def deletion_refusal(self, obj):
        usages = usages_of(obj)
        if not usages:
            return ""
        words = enumerate_words(usage.label for usage in usages)
        return f"« {obj} » ne se supprime pas, des faits reposent sur elle : {words}."


@admin.register(Lieu)
class LieuAdmin(FactAdmin):
    """Countries, regions, towns, zones."""

    list_display = ["nom", "type", "pays", "parent", "source_courte"]
    list_filter = ["type", "pays", BY_SOURCE]
    search_fields = ["nom", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "Un pays, une région, une ville, ou une zone comme un parc d’activités.",
                "fields": ["nom", "slug", ("type", "pays"), "parent", "source"],
            },
        )
    ]


@admin.register(Organisation)
class OrganisationAdmin(FactAdmin):
    """Schools, employers, vendors, certifiers."""

    list_display = ["nom", "sigle", "type", "source_courte"]
    list_filter = ["type", "lieux__pays", BY_SOURCE]
    search_fields = ["nom", "sigle", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "La même organisation peut enseigner, recruter et certifier : "
                "elle n’est écrite qu’une fois.",
                "fields": ["nom", "sigle", "slug", "type", "lieux", "url", "description", "source"],
            },
        )
    ]


@admin.register(Domaine)
class DomaineAdmin(FactAdmin):
    """The tree of fields of work."""

    list_display = ["nom", "parent", "source_courte"]
    list_filter = [BY_SOURCE]
    search_fields = ["nom", "slug"]
    prepopulated_fields = {"slug": ["nom"]}
    fieldsets = [
        (
            None,
            {
                "description": "Les domaines forment un arbre : « informatique et numérique », "
                "puis « cloud et infrastructures ».",
                "fields": ["nom", "slug", "parent", "source"],
            },
        )
    ]
