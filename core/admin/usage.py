"""Where a source is cited: which rows would be left without one."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import PROTECT
from django.urls import NoReverseMatch, reverse

from core.querystring import build


@dataclass(frozen=True)
class Usage:
    """How many rows of a model cite a source, in words (« 3 salaires »), and the address of their list."""

    label: str
    count: int
    url: str


def citing_fields(source_model):
    """Return the foreign keys through which rows cite a source, but for the history's copies."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is source_model and field.remote_field.on_delete is PROTECT
    ]


def label_of(field, count):
    """Return « 3 salaires », or « 1 formation (source du niveau) » for a second source."""
    opts = field.model._meta
    label = f"{count} {opts.verbose_name if count == 1 else opts.verbose_name_plural}"
    return label if field.name == "source" else f"{label} ({field.verbose_name})"


def list_url(field, source):
    """Return the admin's list of the rows that cite the source through this field, "" without such a list."""
    opts = field.model._meta
    try:
        path = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    except NoReverseMatch:
        return ""
    return build(path, [(f"{field.name}__id__exact", source.pk)])


def usages_of(source):
    """Return the `Usage`s of a source, the most frequent first: one count per field that may cite it."""
    usages = []
    for field in citing_fields(type(source)):
        count = field.model._default_manager.filter(**{field.name: source}).count()
        if count:
            usages.append(Usage(label_of(field, count), count, list_url(field, source)))
    return sorted(usages, key=lambda usage: (-usage.count, usage.label))
