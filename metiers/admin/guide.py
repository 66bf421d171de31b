"""The admin of the guides: CV, interview, network, negotiation, career."""

from django.contrib import admin

from core.admin.facts import BY_SOURCE
from core.admin.inlines import FactStack, FactTable
from core.admin.publication import PUBLICATION_FIELDSET, PublicationAdmin
from metiers.models import Guide, Point, Question


class GuidePointInline(FactTable):
    """The items of a guide."""

    model = Point
    fields = ["type", "titre", "texte", "ordre", "source"]


class GuideQuestionInline(FactStack):
    """The questions of a guide."""

    model = Question
    fields = [("type", "ordre"), "question", "reponse", "source"]


@admin.register(Guide)
class GuideAdmin(PublicationAdmin):
    """Pages of advice that hold for several métiers."""

    list_display = ["titre", "etat", "theme", "ordre", "source_courte", "verifie_le"]
    list_filter = ["etat", "theme", BY_SOURCE, "verifie_le"]
    search_fields = ["titre", "slug"]
    prepopulated_fields = {"slug": ["titre"]}
    inlines = [GuidePointInline, GuideQuestionInline]
    fieldsets = [
        (None, {"fields": ["titre", "slug", ("theme", "ordre"), "source"]}),
        PUBLICATION_FIELDSET,
        ("Textes", {"fields": ["accroche", "introduction"]}),
        (
            "Pour aller plus loin",
            {
                "description": "Ce que la page propose en bas : à lire, à rejoindre, à suivre.",
                "fields": ["ressources", "organisations", "parcours"],
            },
        ),
    ]
