"""The run of an import: all is read, then compared, then written in one transaction or not at all."""

import contextlib
import time

from django.db import DatabaseError, transaction

from core.importing.aftermath import Aftermath
from core.importing.failures import reason_of
from core.importing.indexing import index
from core.importing.known import Known, in_order, notes_on_order
from core.importing.links import LinkPlan, Tie, label_of
from core.importing.reading import read_file
from core.importing.records import Entry, Ref, Refusal
from core.importing.references import Resolver
from core.importing.report import Line, Type
from core.importing.rivals import FILLS, newest
from core.importing.rows import (
    Refused,
    changes_of,
    check_key,
    cleaned,
    described,
    new_origin,
    new_row,
    refusal_of,
)
from core.importing.writing import Writer, batches
from core.models import Import, LigneImport, Source
from core.namesakes import tell_all_apart
from core.readers import RefusedFile
from core.readers.editions import Month
from core.search.index import outdate

AT_ONCE = 200


def run(kind, path, commit=False, user=None, progress=None):
    """Import a file, or say what it would change (`commit` false); return the `Report`.

    Raises `RefusedFile`, and then nothing is written; no more is it if the process ends at any moment.
    `progress` is a `Progress`; `user` stands in the history of what is written.
    """
    started = time.monotonic()
    report, rows = read_file(kind, path, progress)
    try:
        with transaction.atomic() if commit else contextlib.nullcontext():
            imported = _Run(kind, report, commit, user, progress)
            imported.compare(rows)
            if commit and report.changes:
                tell_all_apart()
            report.committed = commit
            report.secondes = time.monotonic() - started
            if commit:
                imported.keep_report(user)
                if report.changes:
                    outdate()
    except DatabaseError as error:
        raise RefusedFile(f"{report.fichier} : {reason_of(error)}.") from error
    # The index of the search needs the memory that they hold.
    del rows, imported
    if commit:
        index(report, progress)
    return report


class _Run:
    """One run: what it knows of each record, from the first comparison to the last line of the report."""

    def __init__(self, kind, report, commit, user, progress):
        self.kind, self.report, self.commit, self.progress = kind, report, commit, progress
        self.resolver = Resolver()
        self.writer = Writer(user, f"Import {kind.name}, {report.fichier}")
        self.source = self._source()
        report.notes += notes_on_order(kind)
        self.states = {}
        self.aftermath = Aftermath(kind, report, commit)

    def _source(self):
        """Return the `Source` of the data set, dated as this edition, None in a trial of the very first."""
        slug, edition = self.kind.source["slug"], self.report.edition
        source = Source.objects.filter(slug=slug).first()
        precision = Source.Precision.MOIS if isinstance(edition, Month) else Source.Precision.JOUR
        dated = {"date_publication": edition, "precision_date": precision} if edition else {}
        if source is None:
            return Source.objects.create(**self.kind.source, **dated) if self.commit else None
        if edition and source.date_publication and edition < source.date_publication:
            self.report.notes.insert(
                0,
                f"cette édition est plus ancienne que celle du {source.date_publication:%d/%m/%Y}, déjà "
                "importée : elle remet ce qui se disait alors, et marque disparu ce qui est venu depuis.",
            )
        if self.commit and dated and source.date_publication != edition:
            source.date_publication, source.precision_date = edition, precision
            source.save()
        return source

    def compare(self, rows):
        """Go through the tables twice: rows first, then links, whose targets may be rows of the same file."""
        for table in self.kind.tables:
            self._rows(table, [row for row in rows if row.model == table.name])
        for table in self.kind.tables:
            self._links(table)
        self._count_and_mark()
        self.aftermath.finish(self.resolver, self.writer, self.source, list(self.states.values()))

    # --- Rows -----------------------------------------------------------------------------------

    def _rows(self, table, rows):
        self.report.count(table.label, "ajoutés", 0)
        records = [row for row in rows if not isinstance(row, Refusal)]
        for refusal in rows:
            if isinstance(refusal, Refusal):
                self._refuse(table, refusal)
        self._known = Known(self.kind, table, records, self.report.edition)
        done = 0
        for some in in_order(records):
            self.resolver.load(
                value for record in some for value in record.fields.values() if isinstance(value, Ref)
            )
            self._some_rows(table, some)
            done += len(some)
            self._tell(f"Comparaison, {table.label}", done, len(records))

    def _some_rows(self, table, records):
        self._known.load(records)
        created, updated, fields = [], [], set()
        for record in records:
            try:
                check_key(table, record.key, self.resolver)
                values = {
                    name: cleaned(table.model, name, value, self.resolver)
                    for name, value in record.fields.items()
                }
            except Refused as refused:
                self._refuse(table, refusal_of(record, refused))
                continue
            state = self._known.state_of(record, self.aftermath)
            if state is None:
                continue
            self.states[record.model, record.key] = state
            if state.row is None:
                state.row = new_row(table, record, values, self.source, self._known.slugs)
                created.append(state.row)
                state.is_new = True
            if state.origin is None:
                state.origin = new_origin(self.kind, table, record, self.source)
            for name, value in record.fields.items():
                if isinstance(value, Ref) and values[name][1] is None:
                    self.aftermath.wait(state, name, Entry(name, ref=value))
            changed = self._compare_fields(table, state, values)
            if changed and not state.is_new:
                updated.append(state.row)
                fields |= changed
        if self.commit:
            self.writer.create(table.model, created)
            self.writer.update(table.model, updated, fields)
        for record in records:
            state = self.states.get((record.model, record.key))
            if state:
                self.resolver.add(table, record.key, state.row.pk)

    def _compare_fields(self, table, state, values):
        """Set the fields that change, and return their names; there is nothing to tell of a new row."""
        names, written = set(), state.origin.valeurs
        if table.key_field and not state.is_new and getattr(state.row, table.key_field) != state.record.key:
            setattr(state.row, table.key_field, state.record.key)
            names.add(table.key_field)
            state.lines.append({"champ": "identifiant", "ancien": "", "nouveau": state.record.key})
        fills = (*table.fills, *state.record.fills)
        if fills:
            written[FILLS] = sorted(fills)
        disputed = self.aftermath.disputed.get(state.origin.pk, ())
        for change in changes_of(table, state, values, fills, disputed):
            given = state.record.fields[change.name]
            told = described(table, change, given)
            if change.is_edited:
                self.aftermath.differ(state, change.name, "", given, told)
            else:
                setattr(state.row, change.attribute, change.new)
                names.add(change.name)
                state.lines.append(told)
        return names

    def _refuse(self, table, refusal):
        if not refusal.row_kept:
            self.report.count(table.label, "refusés")
            self.aftermath.seen.add((refusal.model, refusal.key))
        self.report.lines.append(
            Line(
                Type.REFUS,
                table.label,
                refusal.key,
                refusal.label[:250],
                refusal.place,
                refusal.field,
                raison=refusal.reason[:400],
            )
        )

    # --- Links ----------------------------------------------------------------------------------

    def _links(self, table):
        states = [state for state in self.states.values() if state.record.model == table.name]
        for link in table.links:
            tie = Tie(table, link)
            concerned = [state for state in states if link.name in state.record.links]
            done = 0
            for some in batches(concerned, AT_ONCE):
                self._some_links(table, tie, some)
                done += len(some)
                self._tell(f"Comparaison, {tie.label}", done, len(concerned))

    def _some_links(self, table, tie, states):
        entries = [entry for state in states for entry in state.record.links[tie.name]]
        self.resolver.load(entry.ref for entry in entries if entry.ref)
        self.resolver.load(
            value for entry in entries for value in entry.values.values() if isinstance(value, Ref)
        )
        plan = LinkPlan(tie, self.resolver, self.source)
        plan.load([state.row.pk for state in states])
        for state in states:
            written = state.origin.valeurs.setdefault(tie.name, {})
            before = [len(found) for found in (plan.waiting, plan.refused, plan.differences)]
            entries, outdated = state.record.links[tie.name], {}
            if tie.link.newest:
                entries, outdated = newest(tie.name, entries, state.rivals, state.origin.valeurs)
            others = [rival.prints.get(tie.name, {}) for rival in state.rivals]
            lines = plan.compare(state.row.pk, entries, written, others)
            lines += plan.withdraw(state.row.pk, outdated)
            # A new row is told by its name alone, and may have a hundred links.
            state.lines += [] if state.is_new else lines
            for entry, _ in plan.waiting[before[0] :]:
                self.aftermath.wait(state, tie.name, entry)
            for _, entry, refused in plan.refused[before[1] :]:
                where = f"{tie.label} : {entry.key}, {refused.field}"[:80]
                record = state.record
                self._refuse(
                    table,
                    Refusal(
                        record.model, record.key, record.place, where, refused.reason, record.label, True
                    ),
                )
            for entry, _, old, new, why in plan.differences[before[2] :]:
                line = {"champ": f"{tie.label} : {label_of(entry)}"[:80], "ancien": old, "nouveau": new}
                self.aftermath.differ(state, tie.name, entry.key, entry, line, why)
        for what, found in (("ajoutés", plan.added), ("retirés", plan.removed), ("changés", plan.updated)):
            self.report.links[tie.label, what] += len(found)
        self.report.links[tie.label, "en attente de leur cible"] += len(plan.waiting)
        if self.commit:
            plan.apply(self.writer)
        for state in states:
            # A national file has a hundred thousand of them.
            del state.record.links[tie.name]

    # --- Report ---------------------------------------------------------------------------------

    def _count_and_mark(self):
        """Count every record, and tell what changed in each."""
        labels = {table.name: table.label for table in self.kind.tables}
        for state in self.states.values():
            record, label = state.record, labels[state.record.model]
            told = {"sorte": label, "cle": record.key, "libelle": record.label[:250], "place": record.place}
            if state.is_new:
                self.report.count(label, "ajoutés")
                self.report.lines.append(Line(Type.AJOUT, **told))
            elif state.lines:
                self.report.count(label, "changés")
                self.report.lines += [Line(Type.CHANGEMENT, **told, **line) for line in state.lines]
            else:
                self.report.count(label, "inchangés")
        self.report.links = +self.report.links

    def keep_report(self, user):
        """Write the `Import` and its lines."""
        report = self.report
        kept = Import.objects.create(
            famille=self.kind.name,
            fichier=report.fichier[:255],
            empreinte=report.empreinte,
            encodage=report.encodage,
            edition=report.edition,
            source=self.source,
            fait_par=user,
            secondes=round(report.secondes),
            comptes=report.counts,
            liens=report.link_counts,
            notes=report.notes,
        )
        for some in batches(report.lines):
            LigneImport.objects.bulk_create([LigneImport(importation=kept, **vars(line)) for line in some])

    def _tell(self, label, done, total):
        if self.progress:
            if getattr(self.progress, "label", None) != label:
                self.progress.step(label)
            self.progress(done, total)
