"""The admin of the search: the words of visitors, and the questions that found nothing."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from core.admin.base import FactAdmin
from core.models import RechercheSansResultat, Synonyme
from core.querystring import build
from core.search.normalizer import keys

MOST_EQUIVALENTS = 8


class SynonymeForm(forms.ModelForm):
    """A synonym whose term and equivalents the search can read."""

    class Meta:
        model = Synonyme
        fields = ["terme", "equivalents", "remarque"]

    def clean_terme(self):
        terme = self.cleaned_data["terme"].strip()
        if not keys(terme):
            raise ValidationError("Un terme contient au moins un mot ou un sigle.")
        return terme

    def clean_equivalents(self):
        lines = [line.strip() for line in self.cleaned_data["equivalents"].splitlines() if line.strip()]
        if len(lines) > MOST_EQUIVALENTS:
            raise ValidationError(f"Pas plus de {MOST_EQUIVALENTS} équivalents : gardez les plus sûrs.")
        if unread := [line for line in lines if not keys(line)]:
            raise ValidationError(f"« {unread[0]} » ne contient aucun mot.")
        own = keys(self.cleaned_data.get("terme", ""))
        if same := [line for line in lines if keys(line) == own]:
            raise ValidationError(f"« {same[0]} » est le terme lui-même : la recherche le trouve déjà.")
        return "\n".join(lines)


@admin.register(Synonyme)
class SynonymeAdmin(FactAdmin):
    """What visitors type and fiches do not say."""

    form = SynonymeForm
    list_display = ["terme", "en_une_ligne", "remarque"]
    search_fields = ["terme", "equivalents"]
    fieldsets = [
        (
            None,
            {
                "description": "Un mot que l’on tape et que les fiches n’emploient pas. La recherche regarde "
                "aussi ses équivalents. Les fautes de frappe, les accents, le féminin et le pluriel n’ont "
                "pas besoin de synonymes.",
                "fields": ["terme", "equivalents", "remarque"],
            },
        )
    ]

    @admin.display(description="équivalents")
    def en_une_ligne(self, synonyme):
        return ", ".join(synonyme.lignes)


@admin.register(RechercheSansResultat)
class RechercheSansResultatAdmin(admin.ModelAdmin):
    """Questions that found nothing: read, answered by a synonym or a page, then deleted."""

    list_display = ["texte", "nombre", "derniere_fois", "ajouter"]
    search_fields = ["texte"]
    list_filter = ["derniere_fois"]
    list_per_page = 50
    readonly_fields = ["texte", "nombre", "derniere_fois"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="que faire")
    def ajouter(self, question):
        url = build(reverse("admin:core_synonyme_add"), [("terme", question.texte)])
        return format_html('<a href="{}">Ajouter un synonyme</a>', url)
