"""The fields of studies of ONISEP: their words changed with the editions, in their punctuation alone."""

from core.importing.records import Entry, Join, Record, Ref
from core.opendata_text import clean
from core.text import fold
from formations.models import DomaineEtudes

DOMAINE = "formations.domaineetudes"


def word_key(label):
    """Return « marketing-vente » for « marketing - vente » and for « marketing, vente »."""
    return fold(label).replace(" ", "-")[:80]


def entry_of(key, label):
    """Return the `Entry` of a field of studies."""
    return Entry(key, ref=Ref(DOMAINE, key, label=label))


def domain_record(key, label, parent=None):
    """Return the `Record` of a field of studies; `parent` is a `Ref`."""
    fields = {"libelle": clean(label)} | ({"parent": parent} if parent else {})
    return Record(DOMAINE, key, clean(label), f"« {clean(label)} »", fields)


def by_words():
    """Return what `Table.find` wants: the same words are the same field of studies."""
    known = {word_key(label): (pk, label) for pk, label in DomaineEtudes.objects.values_list("pk", "libelle")}

    def joins(record):
        found = known.get(word_key(record.label))
        return [Join(*found, "même libellé", True)] if found else []

    return joins
