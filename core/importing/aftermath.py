"""What is remembered of a run: origins, differences, links that wait, doubts, rows that are gone."""

from django.utils import timezone

from core.importing.links import LinkPlan, Tie
from core.importing.packing import packed, unpacked
from core.importing.prints import print_of
from core.importing.records import Entry, Ref
from core.importing.registry import table_of
from core.importing.report import HEALED, Line, Type
from core.importing.writing import AT_ONCE, batches
from core.models import Attente, Ecart, Origine, Rapprochement


class Aftermath:
    """Gathers during the run, writes at its end (only if the run is one that writes)."""

    def __init__(self, kind, report, commit):
        self.kind, self.report, self.commit = kind, report, commit
        self.seen = set()
        self._differences, self._waiting, self._doubts = {}, [], []
        ecarts = Ecart.objects.filter(origine__famille=kind.name)
        self._ecarts = {(row.origine_id, row.champ, row.entree): row for row in ecarts}
        self.disputed = {}
        for origin, champ, _ in self._ecarts:
            self.disputed.setdefault(origin, set()).add(champ)

    # --- Gathering ------------------------------------------------------------------------------

    def differ(self, state, champ, entree, value, line, reason=""):
        """Remember a value that an editor has changed; tell it, unless an editor has settled it."""
        value, entree = packed(value), entree[:250]
        self._differences[id(state.origin), champ, entree] = (state.origin, value, line["ancien"])
        known = self._ecarts.get((state.origin.pk, champ, entree)) if state.origin.pk else None
        if known and known.garde and known.valeur == value:
            return
        record = state.record
        self.report.lines.append(
            Line(
                Type.DIFFERENCE,
                self._label(record.model),
                record.key,
                record.label[:250],
                record.place,
                raison=reason,
                **line,
            )
        )

    def wait(self, state, lien, entry):
        """Remember a link whose target has not been imported."""
        ref = entry.ref
        values = {name: packed(value) for name, value in entry.values.items()}
        self._waiting.append(
            Attente(
                origine=state.origin,
                lien=lien,
                entree=entry.key[:250],
                modele=ref.model,
                par=ref.by,
                cle=ref.key[:80],
                libelle=ref.label[:250],
                valeurs=values,
            )
        )

    def doubt(self, record, table, joins):
        """Leave a record out until an editor says whether it is one of these rows of ours."""
        self.report.count(table.label, "à rapprocher")
        for join in joins:
            self._doubts.append(
                Rapprochement(
                    famille=self.kind.name,
                    cle=record.key,
                    libelle=record.label[:250],
                    modele=table.name,
                    objet=join.pk,
                    nom=join.name[:250],
                    raison=join.reason[:250],
                )
            )
            reason = f"peut-être « {join.name} » : {join.reason}"
            told = (table.label, record.key, record.label[:250], record.place)
            self.report.lines.append(Line(Type.DOUTE, *told, raison=reason[:400]))

    def deleted(self, record, table):
        """Leave out a record whose row an editor has deleted."""
        self.report.count(table.label, "supprimés par la rédaction")
        told = (table.label, record.key, record.label[:250], record.place)
        self.report.lines.append(Line(Type.DIFFERENCE, *told, raison="supprimé par la rédaction, non recréé"))

    def _label(self, model):
        return next(table.label for table in self.kind.tables if table.name == model)

    # --- At the end -----------------------------------------------------------------------------

    def finish(self, resolver, writer, source, states):
        """Mark what is gone or back, write what is remembered, make the links that waited for this file."""
        self._back(states)
        self._gone()
        if self.commit:
            self._write_origins(writer, states)
            self._write_differences(states)
            self._write_waiting(states)
            self._write_doubts()
        self._heal(resolver, writer)

    def _back(self, states):
        for state in states:
            if state.origin.disparue_le:
                state.origin.disparue_le = None
                record, label = state.record, self._label(state.record.model)
                self.report.count(label, "revenus")
                told = (label, record.key, record.label[:250], record.place)
                self.report.lines.append(Line(Type.RETOUR, *told))

    def _gone(self):
        """Mark the rows that the file no longer gives; those marked by an earlier import stay so."""
        tables = {table.name for table in self.kind.tables}
        known = Origine.objects.filter(famille=self.kind.name, modele__in=tables, disparue_le=None)
        gone = [row for row in known.defer("valeurs") if (row.modele, row.cle) not in self.seen]
        for row in gone:
            label = self._label(row.modele)
            self.report.count(label, "disparus")
            self.report.lines.append(Line(Type.DISPARITION, label, row.cle, row.libelle))
        if self.commit:
            since = self.report.edition or timezone.localdate()
            for some in batches(gone):
                Origine.objects.filter(pk__in=[row.pk for row in some]).update(disparue_le=since)

    def _write_origins(self, writer, states):
        created, updated = [], []
        for state in states:
            origin, label = state.origin, state.record.label[:250]
            if origin.pk is None:
                origin.objet = state.row.pk
                created.append(origin)
            elif not state.is_remembered or origin.libelle != label or state.is_back:
                origin.libelle = label
                updated.append(origin)
        writer.create(Origine, created)
        writer.update(Origine, updated, ["objet", "valeurs", "libelle", "disparue_le"])

    def _write_differences(self, states):
        """Bring the differences up to date: a value that the file has changed is offered again."""
        wanted = {
            (origin.pk, champ, entree): (origin, value, ours)
            for (_, champ, entree), (origin, value, ours) in self._differences.items()
        }
        concerned = {state.origin.pk for state in states}
        stale = [row.pk for key, row in self._ecarts.items() if key[0] in concerned and key not in wanted]
        Ecart.objects.filter(pk__in=stale).delete()
        created = []
        for key, (origin, value, ours) in wanted.items():
            known = self._ecarts.get(key)
            if known is None:
                created.append(Ecart(origine=origin, champ=key[1], entree=key[2], valeur=value, notre=ours))
            elif (known.valeur, known.notre) != (value, ours):
                known.garde = known.garde and known.valeur == value
                known.valeur, known.notre = value, ours
                known.save()
        Ecart.objects.bulk_create(created, batch_size=AT_ONCE)

    def _write_waiting(self, states):
        concerned = {state.origin.pk for state in states}
        known = {
            (row.origine_id, row.lien, row.entree): row.pk
            for row in Attente.objects.filter(origine__famille=self.kind.name)
            if row.origine_id in concerned
        }
        wanted = {(row.origine.pk, row.lien, row.entree): row for row in self._waiting}
        stale = [pk for key, pk in known.items() if key not in wanted]
        for some in batches(stale):
            Attente.objects.filter(pk__in=some).delete()
        Attente.objects.bulk_create(
            [row for key, row in wanted.items() if key not in known], batch_size=AT_ONCE
        )

    def _write_doubts(self):
        """Write the new doubts; those of rows that are no longer doubtful go, decisions stay."""
        undecided = Rapprochement.objects.filter(famille=self.kind.name, decision="")
        known = {(row.modele, row.cle, row.objet): row.pk for row in undecided}
        wanted = {(row.modele, row.cle, row.objet): row for row in self._doubts}
        others = Rapprochement.objects.exclude(famille=self.kind.name)
        known |= dict.fromkeys(others.values_list("modele", "cle", "objet"))
        undecided.filter(pk__in=[pk for key, pk in known.items() if key not in wanted]).delete()
        Rapprochement.objects.bulk_create([row for key, row in wanted.items() if key not in known])

    def _heal(self, resolver, writer):
        """Make the links that waited, in any import, for rows that are here now."""
        waiting = list(Attente.objects.select_related("origine").defer("origine__valeurs"))
        if not self.commit:
            # Those of this file have been compared already, and not written.
            waiting = [row for row in waiting if row.origine.famille != self.kind.name]
        refs = {row.pk: Ref(row.modele, row.cle, row.par, row.libelle) for row in waiting}
        resolver.load(refs.values())
        arrived = [row for row in waiting if resolver.get(refs[row.pk])]
        groups = {}
        for row in arrived:
            groups.setdefault((row.origine.famille, row.origine.modele, row.lien), []).append(row)
        for (famille, modele, lien), rows in groups.items():
            table = table_of(famille, modele)
            link = next((link for link in table.links if link.name == lien), None) if table else None
            if table:
                for some in batches(rows):
                    self._heal_some(table, link, some, refs, resolver, writer)

    def _heal_some(self, table, link, rows, refs, resolver, writer):
        label = link.label if link else str(table.model._meta.get_field(rows[0].lien).verbose_name)
        self.report.links[label, HEALED] += len(rows)
        if not self.commit:
            return
        # An origin may have several links that wait: its values are remembered once.
        origins = Origine.objects.select_related("source").in_bulk({row.origine_id for row in rows})
        if link:
            tie = Tie(table, link)
            others = remembered(table, link, rows[0].origine.famille, origins.values())
            plans = {}
            for row in rows:
                origin = origins[row.origine_id]
                plan = plans.get(origin.source_id)
                if plan is None:
                    plan = plans[origin.source_id] = LinkPlan(tie, resolver, origin.source)
                    plan.load([one.objet for one in origins.values()])
                    plan.beside(others)
                values = {name: unpacked(value) for name, value in row.valeurs.items()}
                resolver.load(value for value in values.values() if isinstance(value, Ref))
                entry = Entry(row.entree, values, refs[row.pk])
                plan.add(origin.objet, entry, origin.valeurs.setdefault(link.name, {}))
            for plan in plans.values():
                plan.apply(writer)
        else:
            self._heal_fields(table, rows, refs, resolver, writer, origins)
        writer.update(Origine, list(origins.values()), ["valeurs"])
        Attente.objects.filter(pk__in=[row.pk for row in rows]).delete()

    def _heal_fields(self, table, rows, refs, resolver, writer, origins):
        """Set the foreign keys that waited, where no editor has set another."""
        name = rows[0].lien
        attribute = table.model._meta.get_field(name).attname
        found = table.model._default_manager.in_bulk([origin.objet for origin in origins.values()])
        changed = []
        for row in rows:
            origin = origins[row.origine_id]
            ours = found.get(origin.objet)
            if ours is not None and getattr(ours, attribute) is None:
                setattr(ours, attribute, resolver.get(refs[row.pk]))
                origin.valeurs[name] = print_of(getattr(ours, attribute))
                changed.append(ours)
        writer.update(table.model, changed, [name])


def remembered(table, link, famille, origins):
    """Return what the imports of other kinds remember of a list of some rows."""
    others = Origine.objects.filter(modele=table.name, objet__in=[one.objet for one in origins])
    found = others.exclude(famille=famille).values_list("valeurs", flat=True)
    return [values.get(link.name, {}) for values in found]
