"""What every page of the admin does: autocomplete, history, refusals that say why."""

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin

from core.admin.forms import ListSelect, MultilineField, told_in_french
from core.admin.history import sessions_of
from core.admin.markdown_guide import EXAMPLES
from core.admin.relations import changed_links, relation_names
from core.rendering import typographie

SESSIONS_PER_PAGE = 50


class FactAdmin(SimpleHistoryAdmin):
    """The ground of every admin page of the guide.

    Relations autocomplete, lists load what they show in one query, Markdown fields come with their guide,
    the history tells the rows of the page too, and a deletion may be refused with a reason.
    """

    save_on_top = True
    list_per_page = 50
    list_select_related = ()
    # An address typed without its scheme: the web's is https.
    formfield_overrides = {
        models.TextField: {"form_class": MultilineField},
        models.URLField: {"assume_scheme": "https"},
    }
    actions = ["delete_selected"]
    change_form_template = "admin/fiche.html"
    object_history_template = "admin/historique/page.html"
    object_history_form_template = "admin/historique/version.html"

    def deletion_refusal(self, obj):
        """Return the French sentence that forbids to delete the row, "" when it may go."""
        return ""

    # --- Fields and lists -----------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        """Return the fieldsets, their descriptions with French no-break spaces."""
        return [
            (name, {**options, "description": typographie(options.get("description", ""))})
            for name, options in super().get_fieldsets(request, obj)
        ]

    def get_autocomplete_fields(self, request):
        keys, lists = relation_names(self.model)
        return [*keys, *lists]

    def get_list_select_related(self, request):
        """Return the relations that the list shows, so that its rows cost no query of their own."""
        shown = self.get_list_display(request)
        keys, _ = relation_names(self.model)
        shown = ["source" if name == "source_courte" else name for name in shown]
        return [*self.list_select_related, *(key for key in keys if key in shown)] or False

    @admin.display(description="source", ordering="source")
    def source_courte(self, row):
        return row.source.libelle_court

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("widget", ListSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return field and told_in_french(field, db_field)

    def message_user(self, request, message, *args, **kwargs):
        # Django's own messages hold a link, marked as safe: a rewritten text would lose the mark.
        text = message if hasattr(message, "__html__") else typographie(str(message))
        super().message_user(request, text, *args, **kwargs)

    # --- Saving ---------------------------------------------------------------------------------

    def construct_change_message(self, request, form, formsets, add=False):
        """Add to the log what changed in the lists, which the history of rows does not hold."""
        message = super().construct_change_message(request, form, formsets, add)
        kept = [row for rows in formsets or () for row in rows.forms if row not in rows.deleted_forms]
        links = [link for row in (form, *kept) for link in changed_links(row)]
        return [*message, {"links": links}] if links else message

    # --- Deleting -------------------------------------------------------------------------------

    def delete_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        refusal = self.deletion_refusal(obj) if obj and self.has_delete_permission(request, obj) else ""
        if not refusal:
            return super().delete_view(request, object_id, extra_context)
        self.message_user(request, refusal, messages.ERROR)
        change = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(change, args=[obj.pk]))

    @admin.action(permissions=["delete"], description=delete_selected.short_description)
    def delete_selected(self, request, queryset):
        refusals = [refusal for obj in queryset if (refusal := self.deletion_refusal(obj))]
        for refusal in refusals:
            self.message_user(request, refusal, messages.ERROR)
        return None if refusals else delete_selected(self, request, queryset)

    # --- Pages ----------------------------------------------------------------------------------

    def changelist_view(self, request, extra_context=None):
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def render_change_form(self, request, context, *args, **kwargs):
        has_markdown = any("Markdown" in str(field.help_text) for field in self.opts.fields)
        context["markdown_examples"] = EXAMPLES if has_markdown else ()
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request, object_id, extra_context=None):
        """Show what changed on the page and in its rows, for a deleted page too."""
        obj = self.get_object(request, object_id) or self.last_version(object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        paginator = Paginator(sessions_of(self, obj.pk), SESSIONS_PER_PAGE)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Historique : {obj}",
            "opts": self.opts,
            "object": obj,
            "module_name": self.opts.verbose_name_plural,
            "sessions": paginator.get_page(request.GET.get("p")),
            "can_restore": self.has_change_permission(request, obj),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def last_version(self, object_id):
        """Return a deleted row as it last was; raise 404 when there never was one."""
        try:
            return self.model.history.filter(id=object_id).latest().instance
        except (self.model.history.model.DoesNotExist, ValueError):
            raise Http404(f"{self.opts.verbose_name} n° {object_id}") from None

    def history_form_view_title(self, request, obj):
        return f"Rétablir une version : {obj}"
