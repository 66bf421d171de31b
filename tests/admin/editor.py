"""An editor at work: the forms of the admin, read and sent as a browser would."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelMultipleChoiceField
from django.test import RequestFactory
from django.urls import reverse


def sent(value):
    """Return a form value as a browser sends it."""
    if isinstance(value, list | tuple | QuerySet):
        return [sent(item) for item in value]
    if isinstance(value, Model):
        return value.pk
    return "" if value is None else value


def fields_of(form):
    """Return {name: value} of a form as it stands on the page; an empty box is not sent."""
    values = {}
    for field in form:
        is_list = isinstance(field.field, ModelMultipleChoiceField)
        values[field.html_name] = sent(field.value() or []) if is_list else sent(field.value())
    return {name: value for name, value in values.items() if value is not False}


class Editor:
    """A client of the admin, logged in."""

    def __init__(self, client, user):
        self.client = client
        self.user = user

    def path(self, target, page="change", *args):
        """Return the address of an admin page of a row or a model."""
        opts = target._meta
        args = [target.pk, *args] if isinstance(target, Model) else args
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)

    def form(self, target):
        """Return what the form of a row (or of a new one, for a model) would send as it is opened."""
        request = RequestFactory().get("/")
        request.user = self.user
        pk = str(target.pk) if isinstance(target, Model) else None
        # The page itself is left undrawn: a hundred tests would each wait for a thousand widgets.
        view = admin.site.get_model_admin(target._meta.model).changeform_view(request, pk)
        context = view.context_data
        data = fields_of(context["adminform"].form)
        for inline in context["inline_admin_formsets"]:
            data |= fields_of(inline.formset.management_form)
            for form in inline.formset.initial_forms:
                data |= fields_of(form)
        return data

    def save(self, target, rows=None, **changes):
        """Send the form of a row (or of a new one) with these changes; return the page that follows.

        `rows` gives the new rows of inlines: {"salaires": [{...}]}.
        """
        data = {**self.form(target), **changes}
        for prefix, new_rows in (rows or {}).items():
            start = int(data[f"{prefix}-TOTAL_FORMS"])
            data[f"{prefix}-TOTAL_FORMS"] = start + len(new_rows)
            for index, row in enumerate(new_rows, start):
                data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
        page = "change" if isinstance(target, Model) else "add"
        return self.client.post(self.path(target, page), data, follow=True)

    def act(self, action, *targets):
        """Run an action of the list on these rows; return the list that follows."""
        data = {"action": action, "_selected_action": [target.pk for target in targets]}
        return self.client.post(self.path(type(targets[0]), "changelist"), data, follow=True)

    def history(self, target):
        """Return the sessions of the history page of a row."""
        return list(self.client.get(self.path(target, "history")).context["sessions"])


def messages_of(response):
    """Return the messages on the page, without their no-break spaces."""
    return [plain(str(message)) for message in response.context["messages"]]


def errors_of(response):
    """Return every refusal on the page, without no-break spaces; none when the form was accepted."""
    if "errors" not in response.context:
        return []
    lists = ([errors] if isinstance(errors, str) else errors for errors in response.context["errors"])
    return [plain(error) for errors in lists for error in errors]


def plain(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")
