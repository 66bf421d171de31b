"""Pages of the admin that are only read: what stands there was written by an import."""

from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from core.rendering import typographie


def row_url(modele, pk):
    """Return the address of the form of a row of ours, "" if it has none."""
    app, model = modele.split(".")
    try:
        return reverse(f"admin:{app}_{model}_change", args=[pk])
    except NoReverseMatch:
        return ""


def row_link(modele, pk, text):
    """Return a link to the form of a row of ours, the text alone if it has none."""
    url = row_url(modele, pk)
    return format_html('<a href="{}">{}</a>', url, text) if url else text


class ReadAdmin(admin.ModelAdmin):
    """A page that is read. `explication` says on the list what it is for."""

    list_per_page = 50
    explication = ""
    change_list_template = "admin/imports/liste.html"

    def changelist_view(self, request, extra_context=None):
        title = capfirst(str(self.opts.verbose_name_plural))
        own = {"title": title, "explication": self.explication}
        return super().changelist_view(request, {**own, **(extra_context or {})})

    def message_user(self, request, message, *args, **kwargs):
        # A message that holds a link is marked as safe: a rewritten text would lose the mark.
        text = message if hasattr(message, "__html__") else typographie(str(message))
        super().message_user(request, text, *args, **kwargs)

    def get_autocomplete_fields(self, request):
        return [field.name for field in self.model._meta.fields if field.related_model]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
