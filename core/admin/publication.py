"""Pages with a state: published on purpose, previewed, archived rather than deleted."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError

from core.admin.base import FactAdmin
from core.models import Publication
from core.querystring import build

Etat = Publication.Etat
STATE_HELP = (
    "Un brouillon et une fiche à relire ne se voient qu’en aperçu, par les personnes qui ont accès à cette "
    "administration. Une fiche publiée est en ligne dès l’enregistrement. Une fiche archivée n’est plus en "
    "ligne, mais rien n’est perdu : elle se publie de nouveau quand on veut. « Vérifié le » dit au lecteur "
    "quand la fiche a été relue en face de ses sources."
)
OVERTAKEN = (
    "Quelqu’un a enregistré cette page depuis que vous l’avez ouverte : rien n’est encore enregistré de vos "
    "changements. Regardez dans l’historique ce qui a changé ; si vous enregistrez de nouveau, votre version "
    "l’emporte."
)
PUBLICATION_FIELDSET = (
    "Publication",
    {"description": STATE_HELP, "fields": ["etat", "verifie_le", ("cree_le", "modifie_le")]},
)


class PublicationForm(forms.ModelForm):
    """A page that remembers the version it was opened at, so that nobody overwrites a colleague unawares."""

    version_lue = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.present = self.instance.modifie_le.isoformat() if self.instance.pk else ""
        self.initial["version_lue"] = self.present

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("version_lue") in ("", None, self.present):
            return cleaned
        # Sent once more, the form knows of the other version: the editor has been told, and decides.
        self.data = self.data.copy()
        self.data[self.add_prefix("version_lue")] = self.present
        raise ValidationError(OVERTAKEN)


class PublicationAdmin(FactAdmin):
    """The admin of a `Publication`: its state, its preview, its address."""

    form = PublicationForm

    actions = ["publier", "mettre_a_relire", "archiver", "delete_selected"]
    readonly_fields = ["cree_le", "modifie_le"]

    def view_on_site(self, obj):
        """Return the public address of a published page, None for the others: there is nothing to see."""
        return obj.get_absolute_url() if obj.is_published else None

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and not obj.is_published and obj.etat != Etat.ARCHIVE:
            context["preview_url"] = build(obj.get_absolute_url(), [("apercu", "1")])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def deletion_refusal(self, obj):
        if not obj.is_published:
            return ""
        return (
            f"« {obj} » est en ligne et ne se supprime pas : archivez-la. Son adresse, que d’autres sites "
            "citent peut-être, reste ainsi réservée, et la fiche pourra revenir."
        )

    # --- State ----------------------------------------------------------------------------------

    @admin.action(permissions=["change"], description="Publier : mettre en ligne")
    def publier(self, request, queryset):
        self.change_state(request, queryset, Etat.PUBLIE)

    @admin.action(permissions=["change"], description="Mettre à relire : retirer du site jusqu’à relecture")
    def mettre_a_relire(self, request, queryset):
        self.change_state(request, queryset, Etat.A_RELIRE)

    @admin.action(permissions=["change"], description="Archiver : retirer du site")
    def archiver(self, request, queryset):
        self.change_state(request, queryset, Etat.ARCHIVE)

    def change_state(self, request, queryset, state):
        """Give the pages this state one by one, so that each is validated and its history says so."""
        changed = []
        for page in queryset.exclude(etat=state):
            page.etat = state
            try:
                page.full_clean()
            except ValidationError as error:
                self.message_user(request, f"« {page} » : {' '.join(error.messages)}", messages.ERROR)
                continue
            page.save()
            self.log_change(request, page, [{"changed": {"fields": ["état"]}}])
            changed.append(f"« {page} »")
        if changed:
            self.message_user(request, f"État « {state.label} » : {', '.join(changed)}.", messages.SUCCESS)
        else:
            self.message_user(request, f"Rien n’a changé d’état vers « {state.label} ».", messages.WARNING)

    # --- Address --------------------------------------------------------------------------------

    def save_model(self, request, obj, form, change):
        before = type(obj).objects.filter(pk=obj.pk).first()
        super().save_model(request, obj, form, change)
        if before and before.slug != obj.slug:
            self.message_user(
                request,
                f"L’adresse a changé : {before.get_absolute_url()} mène désormais à {obj.get_absolute_url()} "
                "(redirection permanente). Les liens des autres sites continuent de fonctionner.",
                messages.INFO,
            )
