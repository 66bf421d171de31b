"""Rows edited within the page that they belong to."""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.forms import Textarea

from core.admin.forms import (
    InlineForm,
    KnownSelect,
    KnownSelectMultiple,
    MultilineField,
    NamedFieldsFormSet,
    told_in_french,
)
from core.admin.relations import relation_names

SHORT_TEXT = {
    models.TextField: {"form_class": MultilineField, "widget": Textarea(attrs={"rows": 3, "cols": 40})}
}


class FactInline(admin.options.InlineModelAdmin):
    """The facts of a page, folded away until their heading is opened; every relation autocompletes."""

    form = InlineForm
    extra = 0
    classes = ["collapse"]
    formfield_overrides = SHORT_TEXT

    def get_queryset(self, request):
        keys, lists = relation_names(self.model)
        return super().get_queryset(request).select_related(*keys).prefetch_related(*lists)

    def get_autocomplete_fields(self, request):
        keys, lists = relation_names(self.model)
        return [*keys, *lists]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.remote_field.model in self.admin_site._registry:
            kwargs.setdefault("widget", KnownSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("widget", KnownSelectMultiple(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the field with French help; beside a relation only « add »: a row has little room."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = False
        return field and told_in_french(field, db_field)


class FactTable(FactInline, admin.TabularInline):
    """Short rows, one a line."""

    formset = NamedFieldsFormSet


class FactStack(FactInline, admin.StackedInline):
    """Rows with more fields than a line holds."""

    show_change_link = True
