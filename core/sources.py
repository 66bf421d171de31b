"""How much of the guide rests on each source."""

from collections import defaultdict

from django.apps import apps
from django.db.models import Count, F, Max

from core.citations import reuse
from core.export import joined
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
        .annotate(facts=Count("*"))
        .values_list("cited", "facts")
        for model, name in source_links()
    ]
    counts = {}
    for source, facts in first.union(*others, all=True):
        counts[source] = counts.get(source, 0) + facts
    return counts


def last_imports():
    """Return {key of a source: its last `Import`}: 2 queries.

    Each bears `apports`, [(number, name)] of the rows that its files gave, and `lignes_disparues`, how many
    of them its last edition no longer gives.
    """
    counted = Origine.objects.order_by().values_list("source", "modele")
    last = Import.objects.order_by().values("source").annotate(last=Max("pk")).values("last")
    imports = {row.source_id: row for row in Import.objects.filter(pk__in=last)}
    for done in imports.values():
        done.apports, done.lignes_disparues = [], 0
    for source, modele, number, gone in counted.annotate(all=Count("*"), gone=Count("disparue_le")):
        if source in imports:
            opts = apps.get_model(modele)._meta
            name = opts.verbose_name if number == 1 else opts.verbose_name_plural
            imports[source].apports.append((number, str(name)))
            imports[source].lignes_disparues += gone
    for done in imports.values():
        done.apports.sort(reverse=True)
    return imports


def reused_by_row(model):
    """Return {primary key: « title, edition, licence | … »} of the rows that hold public data: 1 query."""
    names = ("titre", "date_publication", "precision_date", "licence")
    rows = Origine.objects.filter(modele=model._meta.label_lower).order_by("source__titre").distinct()
    words, found = {}, defaultdict(list)
    for pk, *facts in rows.values_list("objet", *(f"source__{name}" for name in names)):
        source = tuple(facts)
        if source not in words:
            words[source] = reuse(Source(**dict(zip(names, facts, strict=True))))
        found[pk].append(words[source])
    return {pk: joined(told) for pk, told in found.items()}


def sources_of(things):
    """Return {primary key: its own `Source`, then those of the public data that it holds}: 2 queries."""
    pks = [thing.pk for thing in things]
    modele = things[0]._meta.label_lower if things else ""
    rows = Origine.objects.filter(modele=modele, objet__in=pks).order_by("source__titre")
    pairs = [(thing.pk, thing.source_id) for thing in things] + list(rows.values_list("objet", "source"))
    sources = Source.objects.in_bulk({source for _, source in pairs})
    return {pk: list(dict.fromkeys(sources[source] for one, source in pairs if one == pk)) for pk in pks}
