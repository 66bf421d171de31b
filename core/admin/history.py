"""The history of a page and of the rows that belong to it: who changed what, when, from what to what.

Each version of each row is kept by django-simple-history; the log of the admin keeps the lists
(many-to-many fields), which that library leaves out. Both are gathered here, a fixed number of queries
whatever the number of versions.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.forms.models import _get_foreign_key
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime

from core.admin.differences import Change, changes_between
from core.rendering import typographie

KINDS = {"+": "création", "~": "modification", "-": "suppression"}
# The rows of one save are written within moments; two saves of a person stand further apart.
SAME_SAVE = timedelta(seconds=10)
MANY_ENTRIES = 12
LONGEST_NAME = 90


@dataclass(frozen=True)
class Family:
    """The versions of one model that belong to a page: the page's own, or those of one of its inlines."""

    model: type
    lookup: str
    value: object
    silent: tuple = ()

    @property
    def records(self):
        """Return the versions, the latest first, with the person who wrote each: 1 query."""
        return list(self.model.history.filter(**{self.lookup: self.value}).select_related("history_user"))


@dataclass(frozen=True)
class Entry:
    """A version of a row: what it is (« salaire »), its name, what changed, where to bring it back."""

    when: datetime
    who: str
    kind: str
    subject: str
    name: str
    changes: tuple = ()
    url: str = ""

    @property
    def title(self):
        """Return « salaire « technicien cloud : 23 000 €… » », a long name cut."""
        return typographie(f"{self.subject} « {Truncator(self.name).chars(LONGEST_NAME)} »")


@dataclass
class Session:
    """What one person did in one go, the page itself first."""

    when: datetime
    who: str
    entries: list = field(default_factory=list)

    @property
    def title(self):
        """Return « 21 novembre 2026, 09:05, par camille »."""
        who = f"par {self.who}" if self.who else "sans compte (chargement ou commande)"
        return f"{date_format(localtime(self.when), 'j F Y, H:i')}, {who}"

    @property
    def is_long(self):
        return len(self.entries) > MANY_ENTRIES


def families_of(model_admin, pk):
    """Return the families of a page: its own versions, then those of each inline in the page's order."""
    families = [Family(model_admin.model, "id", pk)]
    for inline in model_admin.inlines:
        key = _get_foreign_key(model_admin.model, inline.model, fk_name=inline.fk_name)
        families.append(Family(inline.model, key.attname, pk, (key.name,)))
    return families


def labels_for(versions):
    """Return {model: {pk: row}} of all that the versions lead to: 1 query per related model."""
    wanted = {}
    for model, records in versions.items():
        for key in model._meta.fields:
            if key.many_to_one:
                pks = {getattr(record, key.attname) for record in records} - {None}
                wanted.setdefault(key.related_model, set()).update(pks)
    return {model: model._base_manager.in_bulk(pks) for model, pks in wanted.items()}


def name_of(record, labels):
    """Return what the row was called at that version; the row it names may be gone since."""
    row = record.instance
    for key in row._meta.fields:
        if key.many_to_one and getattr(row, key.attname) in labels.get(key.related_model, {}):
            setattr(row, key.name, labels[key.related_model][getattr(row, key.attname)])
    try:
        return str(row)
    except ObjectDoesNotExist:
        return f"n° {row.pk}"


def version_url(site, record, is_latest):
    """Return the address that shows a version and brings it back; "" for the present one."""
    if is_latest and record.history_type != "-":
        return ""
    opts = record.instance_type._meta
    name = f"{site.name}:{opts.app_label}_{opts.model_name}_simple_history"
    return reverse(name, args=[record.id, record.history_id])


def entries_of(family, records, labels, site):
    """Return the `Entry`s of the versions of one family; a version that changed nothing is left out."""
    by_row = {}
    for record in records:
        by_row.setdefault(record.id, []).append(record)
    entries = []
    for versions in by_row.values():
        for record, previous in pairwise([*versions, None]):
            changes = ()
            if record.history_type == "~" and previous:
                fields = family.model._meta.fields
                changes = tuple(changes_between(fields, previous, record, labels, family.silent))
                if not changes:
                    continue
            entries.append(
                Entry(
                    record.history_date,
                    str(record.history_user or ""),
                    KINDS[record.history_type],
                    family.model._meta.verbose_name,
                    name_of(record, labels),
                    changes,
                    version_url(site, record, record is versions[0]),
                )
            )
    return entries


def list_entries(versions):
    """Return the `Entry`s of the lists that the admin's log tells of these rows: 1 query."""
    rows = Q(pk__in=[])
    types = ContentType.objects.get_for_models(*versions)
    names = {model._meta.label_lower: model._meta.verbose_name for model in versions}
    for model, records in versions.items():
        rows |= Q(content_type=types[model], object_id__in={str(record.id) for record in records})
    logged = LogEntry.objects.filter(rows, change_message__contains='"links":').select_related("user")
    return [
        Entry(
            log.action_time,
            str(log.user),
            KINDS["~"],
            names[link["model"]],
            link["object"],
            (Change(link["field"], ", ".join(link["before"]), ", ".join(link["after"])),),
        )
        for log in logged
        for part in json.loads(log.change_message)
        for link in part.get("links", ())
        if link["model"] in names
    ]


def in_sessions(entries):
    """Return the entries grouped by what one person did in one go, the latest first."""
    sessions = []
    for entry in sorted(entries, key=lambda entry: entry.when, reverse=True):
        last = sessions[-1] if sessions else None
        if last is None or last.who != entry.who or last.entries[-1].when - entry.when > SAME_SAVE:
            last = Session(entry.when, entry.who)
            sessions.append(last)
        last.entries.append(entry)
    return sessions


def sessions_of(model_admin, pk):
    """Return the whole history of a page as `Session`s, the latest first, rows in the page's order."""
    families = families_of(model_admin, pk)
    versions = {family.model: family.records for family in families}
    labels = labels_for(versions)
    entries = list_entries(versions)
    for family in families:
        entries += entries_of(family, versions[family.model], labels, model_admin.admin_site)
    sessions = in_sessions(entries)
    order = {family.model._meta.verbose_name: rank for rank, family in enumerate(families)}
    for session in sessions:
        session.entries.sort(key=lambda entry: order[entry.subject])
    return sessions
