"""The links of a record beside those of our row: added, changed, withdrawn, or left to the editors."""

from core.importing.prints import excerpt, print_of
from core.importing.records import Ref
from core.importing.rows import Refused, cleaned, verbose

# What is remembered of a link that editors do not wait for: once its target is there, it is as if taken out.
FORGOTTEN = {"pk": None}
# Beside the print of a link, the row of another file that ours says too.
TOO = "too"


class Tie:
    """A `Link` as the database holds it: the model of its rows and their columns, many-to-many included."""

    def __init__(self, table, link):
        self.link, self.name, self.label = link, link.name, link.label
        if link.model:
            self.model, owner, target = link.model, link.owner, link.target
        else:
            field = table.model._meta.get_field(link.name)
            self.model = field.remote_field.through
            owner, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        meta = self.model._meta
        self.owner = meta.get_field(owner).attname
        self.target = meta.get_field(target).attname if target else ""
        self.identifying = [meta.get_field(name).attname for name in link.identity]
        names = {field.name for field in meta.concrete_fields}
        self.has_source, self.has_order = "source" in names, "ordre" in names

    def identity(self, row):
        """Return what tells a row apart from the others of its owner."""
        values = [getattr(row, attribute) for attribute in self.identifying]
        if self.link.alike:
            values = map(self.link.alike, values)
        return (getattr(row, self.target), *values) if self.target else tuple(values)

    def rows_of(self, owners):
        """Return {owner: its rows}; a mirrored link also counts from the other end."""
        found = {owner: [] for owner in owners}
        manager = self.model._default_manager.filter(**self.link.fixed)
        for row in manager.filter(**{f"{self.owner}__in": owners}):
            found[getattr(row, self.owner)].append(row)
        return found

    def mirrored(self, owners):
        """Return the pairs (owner, identity) that stand already, made from the other end."""
        if not self.link.mirror:
            return set()
        rows = self.model._default_manager.filter(**self.link.fixed, **{f"{self.target}__in": owners})
        return {
            (getattr(row, self.target), (getattr(row, self.owner), *self.identity(row)[1:])) for row in rows
        }

    def new(self, owner, target, values, source, order):
        """Return a row that is not saved yet."""
        row = self.model(**self.link.fixed)
        setattr(row, self.owner, owner)
        if self.target:
            setattr(row, self.target, target)
        for attribute, value in values.values():
            setattr(row, attribute, value)
        if self.has_source:
            row.source = source
        if self.has_order:
            row.ordre = order
        return row


class Present:
    """The rows that a list has already, by identity, and the place of the next one."""

    def __init__(self, tie, rows):
        self._has_order, self.next_order, self.identities = tie.has_order, 0, {}
        for row in rows:
            self.add(row, tie.identity(row))

    def add(self, row, identity):
        """Count one more row."""
        self.identities[identity] = row
        if self._has_order:
            self.next_order = max(self.next_order, row.ordre + 1)


class LinkPlan:
    """What becomes of the links of some rows of ours, one `Tie` at a time."""

    def __init__(self, tie, resolver, source):
        self.tie, self._resolver, self._source = tie, resolver, source
        self.added, self.updated, self.removed, self.waiting, self.refused = [], [], [], [], []
        self.differences = []
        self.fields = set()
        self._ours = self._theirs = frozenset()

    def beside(self, others):
        """Know which rows other files have made, by what is remembered of this list in each of them."""
        self._theirs = {memo["pk"] for other in others for memo in other.values()}

    def load(self, owners):
        """Read the rows that these rows of ours have already."""
        owners = [owner for owner in owners if owner]
        self._rows, self._present = self.tie.rows_of(owners), {}
        self._mirrored = self.tie.mirrored(owners)

    def compare(self, owner, entries, written, others=()):
        """Compare one list with the rows of `owner` (None: it is not written yet).

        `written` is {key of an entry: {« pk », field: print}}, brought up to date; `others` are those of the
        other files that give this list. A row that we found there has no « pk », and « too » if it was
        another file's. Returns the lines {field, before, after} that a report shows.
        """
        rows = {row.pk: row for row in self._rows.get(owner, ())}
        lines, before = [], dict(written)
        self.beside(others)
        self._ours = {memo["pk"] for memo in before.values()}
        written.clear()
        for entry in entries:
            memo = before.pop(entry.key, None)
            try:
                values = self._cleaned(entry)
            except Refused as refused:
                self.refused.append((owner, entry, refused))
                if memo:
                    # What stood there was the import's, and stays so.
                    written[entry.key] = memo
                continue
            target = self._resolver.get(entry.ref) if entry.ref else None
            if memo and memo["pk"] in rows:
                written[entry.key] = memo
                lines += self._compare_row(rows[memo["pk"]], entry, values, memo)
            elif entry.ref and target is None and memo == FORGOTTEN:
                written[entry.key] = memo
            elif entry.ref and target is None:
                self.waiting.append((entry, owner))
            elif memo and self._is_kept(memo) and not self._is_there(owner, target, values):
                # An import had made it, and it is gone: an editor took it out.
                written[entry.key] = {name: value for name, value in memo.items() if name != TOO}
                self.differences.append((entry, None, "", label_of(entry), "retiré par la rédaction"))
            else:
                lines += self._add(owner, entry, target, values, written)
        for key, memo in before.items():
            lines += self._withdraw(rows.get(memo["pk"]), key, memo)
        return lines

    def _is_kept(self, memo):
        """Say whether no other file, which had made this row, has taken it away."""
        return TOO not in memo or memo[TOO] in self._theirs

    def _cleaned(self, entry):
        model = self.tie.model
        return {name: cleaned(model, name, value, self._resolver) for name, value in entry.values.items()}

    def _compare_row(self, row, entry, values, memo):
        """Change the fields that are still as the import wrote them; tell those that an editor changed."""
        lines, changed = [], False
        for name, (attribute, new) in values.items():
            old = getattr(row, attribute)
            if old == new:
                memo[name] = print_of(new)
            elif print_of(old) != memo.get(name, print_of(old)):
                self.differences.append(
                    (entry, new, excerpt(old), excerpt(new), verbose(self.tie.model, name))
                )
            else:
                setattr(row, attribute, new)
                memo[name] = print_of(new)
                self.fields.add(name)
                changed = True
                lines.append(self._line(f"{entry.key} ({verbose(self.tie.model, name)})", old, new))
        if changed:
            self.updated.append(row)
        return lines

    def add(self, owner, entry, written):
        """Make one link whose target has arrived; return whether it was not there already."""
        target = self._resolver.get(entry.ref)
        return bool(self._add(owner, entry, target, self._cleaned(entry), written))

    def overwrite(self, owner, entry, written):
        """Make one link as the file says it: its row is changed if it stands, else made."""
        memo, values = written.pop(entry.key, None), self._cleaned(entry)
        row = next((row for row in self._rows[owner] if memo and row.pk == memo["pk"]), None)
        if row is None:
            target = self._resolver.get(entry.ref) if entry.ref else None
            self._add(owner, entry, target, values, written)
            return
        for attribute, value in values.values():
            setattr(row, attribute, value)
        self.fields |= set(values)
        self.updated.append(row)
        written[entry.key] = {"pk": row.pk} | {name: print_of(value) for name, (_, value) in values.items()}

    def _is_there(self, owner, target, values):
        """Say whether an editor has made the very link again that the import had made."""
        row = self.tie.new(owner, target, values, self._source, 0)
        return self.tie.identity(row) in self._present_of(owner).identities

    def _present_of(self, owner):
        if owner not in self._present:
            self._present[owner] = Present(self.tie, self._rows.get(owner, ()))
        return self._present[owner] if owner else Present(self.tie, ())

    def _add(self, owner, entry, target, values, written):
        """Plan a new row, unless the editors or the other end of the link have made it."""
        present = self._present_of(owner)
        row = self.tie.new(owner, target, values, self._source, present.next_order)
        identity = self.tie.identity(row)
        if entry.key in written or (owner, identity) in self._mirrored:
            return []
        memo = {"pk": None} | {name: print_of(value) for name, (_, value) in values.items()}
        if found := present.identities.get(identity):
            # Should an editor take it out, it is not made again.
            if found.pk and found.pk not in self._ours:
                written[entry.key] = memo | ({TOO: found.pk} if found.pk in self._theirs else {})
            return []
        present.add(row, identity)
        written[entry.key] = memo
        self.added.append((row, memo))
        return [self._line("", "", label_of(entry))]

    def _withdraw(self, row, key, memo):
        """Take away what the file no longer gives, unless an editor has changed it since."""
        if row is None:
            return []
        fields = {field.name: field.attname for field in self.tie.model._meta.concrete_fields}
        is_edited = any(
            print_of(getattr(row, fields[name])) != value for name, value in memo.items() if name != "pk"
        )
        if is_edited:
            return []
        self.removed.append(row)
        return [self._line("", str(row) if self.tie.link.model else key, "")]

    def withdraw(self, owner, outdated):
        """Take away {row: key}, which an older file had made, where they still stand; return the lines."""
        rows = [row for row in self._rows.get(owner, ()) if row.pk in outdated]
        self.removed += rows
        return [self._line("", outdated[row.pk], "") for row in rows]

    def _line(self, member, old, new):
        champ = f"{self.tie.label} : {member}" if member else self.tie.label
        return {"champ": champ[:80], "ancien": excerpt(old), "nouveau": excerpt(new)}

    def apply(self, writer):
        """Write the plan, and give the entries of the new rows their primary keys."""
        model = self.tie.model
        writer.delete(model, self.removed)
        writer.update(model, self.updated, self.fields)
        writer.create(model, [row for row, _ in self.added])
        for row, memo in self.added:
            memo["pk"] = row.pk


def label_of(entry):
    """Return the words by which people know an entry."""
    return (entry.ref.label or entry.ref.key) if isinstance(entry.ref, Ref) else entry.key
