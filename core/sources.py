"""How much of the guide rests on each source."""

from django.apps import apps
from django.db.models import Count, F, Max

from core.models import Fait, Import, Origine, Source


def source_links():
    """Return (model, field name) for every link from a fact to a source, history left out."""
    return [
        (model, field.name)
        for model in apps.get_models()
        if issubclass(model, Fait)
        for field in model._meta.concrete_fields
        if field.related_model is Source
    ]


def fact_counts():
    """Return {key of a source: number of facts that name it}, in one query over all the tables."""
    first, *others = [
        model.objects.order_by()
        .filter(**{f"{name}__isnull": False})
        .values(cited=F(f"{name}_id"))
        .annotate(facts=Count("pk"))
        .values_list("cited", "facts")
        for model, name in source_links()
    ]
    counts = {}
    for source, facts in first.union(*others, all=True):
        counts[source] = counts.get(source, 0) + facts
    return counts


def last_imports():
    """Return {key of a source: its last `Import`, which bears how many rows it gave and lost}: 2 queries."""
    counted = Origine.objects.order_by().values("source").annotate(all=Count("pk"), gone=Count("disparue_le"))
    numbers = {row["source"]: row for row in counted}
    last = Import.objects.order_by().values("source").annotate(last=Max("pk")).values("last")
    imports = {row.source_id: row for row in Import.objects.filter(pk__in=last)}
    for source, done in imports.items():
        found = numbers.get(source, {"all": 0, "gone": 0})
        done.lignes_reprises, done.lignes_disparues = found["all"], found["gone"]
    return imports
