"""Which row of ours a record is: by its origin, by its key, by resemblance, or none yet."""

import json
from collections import defaultdict
from datetime import date

from core.importing.records import Join, Ref
from core.importing.rivals import Rival
from core.models import Origine, Rapprochement

AT_ONCE = 200


class State:
    """A record, our row, what is remembered of it, what other files wrote there, and what changes."""

    def __init__(self, record, row=None, origin=None, rivals=()):
        self.record, self.row, self.origin, self.rivals = record, row, origin, rivals
        self.is_new, self.lines = False, []
        self.is_back = bool(origin and origin.disparue_le)
        self._before = text_of(origin.valeurs) if origin else None

    @property
    def is_remembered(self):
        """Say whether what is written of the row is what was remembered of it before."""
        return text_of(self.origin.valeurs) == self._before

    def forget(self):
        """Have it remembered anew."""
        self._before = None


def text_of(values):
    """Return what is remembered of a row as one text: a copy of it takes ten times the memory."""
    return json.dumps(values, sort_keys=True)


class Known:
    """The rows of a table that records may be: by origin, by key, or by resemblance."""

    def __init__(self, kind, table, records, edition=None):
        self.kind, self.table, self._edition = kind, table, edition or date.min
        manager = table.model._default_manager
        self.slugs = set(manager.values_list("slug", flat=True)) if table.slug else set()
        # A key is the same in all the files that bear it: what editors have answered of it they are not
        # asked again.
        decisions = Rapprochement.objects.filter(modele=table.name).exclude(decision="")
        self._decided = {(row.cle, row.objet): row.decision for row in decisions}
        asked = Rapprochement.objects.filter(modele=table.name, decision="").exclude(famille=kind.name)
        self._asked = defaultdict(list)
        # What has got a key since is no longer in question.
        keyless = manager.filter(**{table.key_field: None}) if table.key_field else manager
        for row in asked.filter(objet__in=keyless.values("pk")):
            self._asked[row.cle].append(Join(row.objet, row.nom, row.raison, certain=False))
        self._sure, self._doubts = {}, {}
        if table.find:
            self._join(records, table.find())

    def _join(self, records, find):
        """Find which records that are no row of ours yet surely are one, and which may be: 2 queries.

        The row that one of them surely is, is no other's, wherever both stand in the file: no question is
        asked of it that the next import would not ask.
        """
        field, manager = self.table.key_field, self.table.model._default_manager
        origins = Origine.objects.filter(famille=self.kind.name, modele=self.table.name)
        known = set(origins.values_list("cle", flat=True))
        known |= set(manager.values_list(field, flat=True)) if field else set()
        found = {record.key: find(record) for record in records if record.key not in known}
        taken, same = set(), Rapprochement.Decision.MEME
        for key, joins in found.items():
            if said := [join.pk for join in joins if self._decided.get((key, join.pk)) == same]:
                self._sure[key] = said[0]
        taken.update(self._sure.values())
        undecided = {
            key: [join for join in joins if (key, join.pk) not in self._decided]
            for key, joins in found.items()
            if key not in self._sure
        }
        # What another file has asked the editors keeps this one waiting too, however certain it is.
        for key, joins in undecided.items():
            if key in self._asked:
                continue
            if certain := [join.pk for join in joins if join.certain and join.pk not in taken]:
                self._sure[key] = certain[0]
                taken.add(certain[0])
        for key, joins in undecided.items():
            self._doubts[key] = [join for join in joins if join.pk not in taken]

    def load(self, records):
        """Read the origins and the rows of some records, and what other files wrote of them: 4 queries."""
        keys = [record.key for record in records]
        manager = self.table.model._default_manager
        origins = Origine.objects.filter(famille=self.kind.name, modele=self.table.name, cle__in=keys)
        self._origins = {origin.cle: origin for origin in origins}
        self._rows = manager.in_bulk([origin.objet for origin in self._origins.values()])
        field = self.table.key_field
        by_key = manager.filter(**{f"{field}__in": keys}) if field else []
        self._by_key = {getattr(row, field): self._rows.get(row.pk, row) for row in by_key}
        self._rivals = self._rivals_of([*self._rows, *(row.pk for row in self._by_key.values())])

    def _rivals_of(self, rows):
        """Return {row: the `Rival`s of this file}."""
        others = Origine.objects.filter(modele=self.table.name, objet__in=rows).exclude(
            famille=self.kind.name
        )
        found = defaultdict(list)
        for row, edition, prints in others.values_list("objet", "source__date_publication", "valeurs"):
            found[row].append(Rival(edition or date.min, self._edition, prints))
        return found

    def state_of(self, record, aftermath):
        """Return the `State` of a record; None when an editor must say, or has said, otherwise."""
        aftermath.seen.add((record.model, record.key))
        origin = self._origins.get(record.key)
        if origin:
            row = self._rows.get(origin.objet)
            if row is None:
                return self._merged(record, origin, aftermath)
            return State(record, row, origin, self._rivals[row.pk])
        if row := self._by_key.get(record.key):
            return State(record, row, rivals=self._rivals[row.pk])
        return self._joined(record, aftermath)

    def _merged(self, record, origin, aftermath):
        """Return the `State` of a record whose row is gone: another may bear its key by now, by an editor."""
        same = (record.key, Rapprochement.Decision.MEME)
        decided = [pk for (key, pk), decision in self._decided.items() if (key, decision) == same]
        row = self._by_key.get(record.key)
        row = row or self.table.model._default_manager.filter(pk__in=decided).first()
        if row is None:
            aftermath.deleted(record, self.table)
            return None
        # Of what stands there nothing was written by the import.
        origin.objet, origin.valeurs = row.pk, {}
        state = State(record, row, origin, self._rivals_of([row.pk])[row.pk])
        state.forget()
        return state

    def _joined(self, record, aftermath):
        if pk := self._sure.get(record.key):
            row = self.table.model._default_manager.get(pk=pk)
            return State(record, row, rivals=self._rivals_of([row.pk])[row.pk])
        if doubts := self._doubts.get(record.key) or self._asked[record.key]:
            aftermath.doubt(record, self.table, doubts)
            return None
        return State(record)


def notes_on_order(kind):
    """Return a sentence for each import that had better have come before this one and has not."""
    known = Origine.objects.filter(famille__in=kind.after).values_list("famille", flat=True).distinct()
    return [
        f"l’import {name} n’a pas encore été fait : après celui-ci, il reconnaîtra moins bien ce qui est "
        "déjà dans le guide, et laissera davantage de questions à la rédaction."
        for name in kind.after
        if name not in known
    ]


def in_order(records):
    """Yield the records in lots, a row that names another of the lot as its parent in a later one."""
    lot, keys = [], set()
    for record in records:
        parents = {value.key for value in record.fields.values() if isinstance(value, Ref)}
        if len(lot) == AT_ONCE or parents & keys:
            yield lot
            lot, keys = [], set()
        lot.append(record)
        keys.add(record.key)
    if lot:
        yield lot
