"""Fields of the admin: told in French, and asking the database nothing that is already known."""

from django import forms
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from core.rendering import typographie

UNIQUE_MESSAGES = {
    "slug": "Cet identifiant d’adresse est déjà pris : choisissez-en un autre.",
    "code": "Ce code est déjà dans la liste.",
    "onisep_id": "Une autre fiche porte déjà cet identifiant ONISEP.",
}


class MultilineField(forms.CharField):
    """A text of several lines, whose line ends are those of the database.

    Browsers send a carriage return at each line: without this, opening and saving a fiche would change
    all its texts, and its history with them.
    """

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").strip()

    def has_changed(self, initial, data):
        return super().has_changed((initial or "").strip(), data)


def told_in_french(field, db_field):
    """Return a form field with its help as it is printed in France, and our words for a value taken.

    The cross that deletes the row at the other end goes too: nobody means to delete a source from a fiche.
    """
    field.help_text = typographie(str(field.help_text))
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_delete_related = False
    if db_field.name in UNIQUE_MESSAGES:
        field.error_messages["unique"] = UNIQUE_MESSAGES[db_field.name]
    return field


class KnownLabels:
    """An autocomplete field that takes the label of its value from `known` rather than from a query.

    A full métier has some three hundred such fields; Django asks for each label by itself.
    """

    known = None

    def optgroups(self, name, value, attr=None):
        values = [str(item) for item in value if item not in ("", None)]
        if self.known is None or not set(values) <= self.known.keys():
            return super().optgroups(name, value, attr)
        options = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options += [(item, self.known[item]) for item in values]
        chosen = set(values)
        return [
            (None, [self.create_option(name, *pair, chosen, index) for index, pair in enumerate(options)], 0)
        ]


class KnownSelect(KnownLabels, AutocompleteSelect):
    """For a foreign key of an inline."""


class ListSelect(AutocompleteSelectMultiple):
    """For a many-to-many field: each choice has its own cross, the one that clears them all goes.

    Select2 puts that last one straight into a list, where nothing but items may stand.
    """

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class KnownSelectMultiple(KnownLabels, ListSelect):
    """For a many-to-many field of an inline."""


class NamedFieldsFormSet(forms.BaseInlineFormSet):
    """Rows of a table: the heading of a column names its fields for the eye, `aria-label` for the ear."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs["aria-label"] = capfirst(str(field.label))


def linked_rows(instance, name):
    """Return the rows that a relation field leads to: from what is loaded, in a list."""
    field = instance._meta.get_field(name)
    if field.many_to_many:
        return list(getattr(instance, name).all())
    return [getattr(instance, name)] if getattr(instance, field.attname) else []


class InlineForm(forms.ModelForm):
    """A row of an inline; an existing row that nobody touched is not validated again.

    Without that, saving a full métier would ask the database some thousand times whether rows that have
    not changed are still valid.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        self.empty_permitted = True
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownLabels):
                widget.known = {str(row.pk): str(row) for row in linked_rows(self.instance, name)}

    def _post_clean(self):
        """Check the constraints that name the page itself, such as « a relation never to itself ».

        Django leaves the parent's key out of an inline's validation, and with it each constraint that
        names it: the database would answer with an error 500 in place of our sentence.
        """
        super()._post_clean()
        if self.errors:
            return
        try:
            self.instance.validate_constraints(exclude=self._get_validation_exclusions())
        except ValidationError as error:
            self._update_errors(error)
