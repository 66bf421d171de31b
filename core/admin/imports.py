"""The admin of the imports: their reports, what they left to the editors, and what waits."""

from django.contrib import admin, messages
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from core.admin.deposits import DepositPages
from core.importing.decisions import CannotTake, keep, name_of, take
from core.importing.prints import excerpt
from core.models import Attente, Ecart, Import, LigneImport, Origine, Rapprochement
from core.rendering import typographie


def row_link(modele, pk, text):
    """Return a link to the form of a row of ours, the text alone if it has none."""
    app, model = modele.split(".")
    try:
        return format_html('<a href="{}">{}</a>', reverse(f"admin:{app}_{model}_change", args=[pk]), text)
    except NoReverseMatch:
        return text


class ReadAdmin(admin.ModelAdmin):
    """A page that is read: what stands there was written by an import."""

    list_per_page = 50

    def changelist_view(self, request, extra_context=None):
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_autocomplete_fields(self, request):
        return [field.name for field in self.model._meta.fields if field.related_model]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Import)
class ImportAdmin(DepositPages, ReadAdmin):
    """Each import with its report in figures, and the way to its lines."""

    list_display = ["fait_le", "famille", "edition", "resume", "lignes"]
    list_filter = ["famille", "fait_le"]
    search_fields = ["famille", "fichier", "empreinte"]

    @admin.display(description="résultat")
    def resume(self, row):
        """Return the counts that are not nought, each kind of row on its own."""
        parts = []
        for kind, counts in row.comptes.items():
            shown = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
            parts.append(f"{kind} : {shown or 'rien'}")
        return " ; ".join(parts)

    @admin.display(description="détail")
    def lignes(self, row):
        url = f"{reverse('admin:core_ligneimport_changelist')}?importation__id__exact={row.pk}"
        return format_html('<a href="{}">Voir les lignes</a>', url)


@admin.register(LigneImport)
class LigneImportAdmin(ReadAdmin):
    """The lines of the reports."""

    list_display = ["type", "quoi", "champ", "ancien", "nouveau", "raison"]
    list_filter = ["type", "sorte", "champ", "importation__famille"]
    search_fields = ["cle", "libelle"]

    @admin.display(description="fiche", ordering="cle")
    def quoi(self, row):
        return " ".join(filter(None, (row.cle, row.libelle))) or row.place

    def lookup_allowed(self, lookup, value, request):
        return lookup == "importation__id__exact" or super().lookup_allowed(lookup, value, request)


@admin.register(Origine)
class OrigineAdmin(ReadAdmin):
    """Which rows came from where, and which the source no longer gives."""

    list_display = ["cle", "libelle", "famille", "ligne", "disparue_le"]
    list_filter = ["famille", "modele", ("disparue_le", admin.EmptyFieldListFilter)]
    search_fields = ["cle", "libelle"]

    @admin.display(description="dans le guide")
    def ligne(self, row):
        return row_link(row.modele, row.objet, "Ouvrir")


@admin.register(Attente)
class AttenteAdmin(ReadAdmin):
    """Links whose target has not been imported."""

    list_display = ["origine", "lien", "libelle", "cle", "modele"]
    list_filter = ["lien", "modele", "origine__famille"]
    list_select_related = ["origine"]
    search_fields = ["cle", "libelle", "origine__cle", "origine__libelle"]


class DecisionAdmin(ReadAdmin):
    """A page where editors decide, line by line, by the actions of the list."""

    def has_change_permission(self, request, obj=None):
        # The actions of the list ask for it; the form itself is only read.
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def get_readonly_fields(self, request, obj=None):
        return [field.name for field in self.model._meta.fields]

    def message_user(self, request, message, *args, **kwargs):
        super().message_user(request, typographie(str(message)), *args, **kwargs)


@admin.register(Ecart)
class EcartAdmin(DecisionAdmin):
    """Values that an editor has changed and that the source says otherwise, one by one."""

    list_display = ["ligne", "nom_du_champ", "notre", "celle_de_l_edition", "garde"]
    list_filter = ["garde", "origine__famille", "champ"]
    list_select_related = ["origine"]
    search_fields = ["origine__cle", "origine__libelle"]
    actions = ["reprendre", "garder"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("origine__source")

    @admin.display(description="fiche", ordering="origine")
    def ligne(self, ecart):
        return row_link(ecart.origine.modele, ecart.origine.objet, str(ecart.origine))

    @admin.display(description="champ", ordering="champ")
    def nom_du_champ(self, ecart):
        return name_of(ecart)

    @admin.display(description="celle de l’édition")
    def celle_de_l_edition(self, ecart):
        value = ecart.valeur
        if isinstance(value, dict):
            value = value.get("valeurs") or (value.get("cible") or value).get("libelle", "")
            value = ", ".join(map(str, value.values())) if isinstance(value, dict) else value
        return excerpt(value)

    @admin.action(description="Reprendre la valeur de l’édition", permissions=["change"])
    def reprendre(self, request, queryset):
        for ecart in queryset.select_related("origine__source"):
            try:
                take(ecart, request.user)
            except CannotTake as refusal:
                self.message_user(request, f"{ecart} : {refusal}", messages.ERROR)
            else:
                self.message_user(request, f"{ecart} : valeur de l’édition reprise.")

    @admin.action(description="Garder la nôtre", permissions=["change"])
    def garder(self, request, queryset):
        for ecart in queryset:
            keep(ecart)
        self.message_user(request, "La valeur du guide est gardée ; la même ne sera plus proposée.")


@admin.register(Rapprochement)
class RapprochementAdmin(DecisionAdmin):
    """Rows of a source that may be ours already."""

    list_display = ["libelle", "cle", "notre", "raison", "decision"]
    list_filter = ["decision", "famille", "modele"]
    search_fields = ["cle", "libelle", "nom"]
    actions = ["meme", "distinct"]

    @admin.display(description="dans le guide", ordering="nom")
    def notre(self, row):
        return row_link(row.modele, row.objet, row.nom)

    @admin.action(description="C’est la même chose : les joindre au prochain import", permissions=["change"])
    def meme(self, request, queryset):
        self._decide(request, queryset, Rapprochement.Decision.MEME)

    @admin.action(description="Ce sont deux choses : une page chacune", permissions=["change"])
    def distinct(self, request, queryset):
        self._decide(request, queryset, Rapprochement.Decision.DISTINCT)

    def _decide(self, request, queryset, decision):
        count = queryset.update(decision=decision)
        self.message_user(request, f"{count} décision(s) retenue(s) : le prochain import les suivra.")
