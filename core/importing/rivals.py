"""Several public files that speak of one row of ours: which of them is followed. Pure.

What another file wrote is no editor's. A file that `fills` a field gives it only where nobody else does;
between two of equal standing the newer edition is followed, in whatever order they are imported.
"""

from dataclasses import dataclass
from datetime import date

from core.importing.prints import print_of

# Beside the prints of an origin: the fields that its file only fills, the whole of a list it gives, the
# values of others that it took the place of and its edition then.
FILLS, WHOLE, OVERRULED = "?fills", "?all", "?instead"


@dataclass(frozen=True)
class Rival:
    """What another file wrote of a row, by field, and the dates of both editions (`date.min`: unknown)."""

    edition: date
    ours: date
    prints: dict

    @property
    def is_older(self):
        return self.edition < self.ours

    @property
    def is_newer(self):
        return self.edition > self.ours

    def only_fills(self, name):
        return name in self.prints.get(FILLS, ())


def authors_of(value, name, rivals):
    """Return the rivals that wrote the value which a field has now."""
    return [rival for rival in rivals if rival.prints.get(name) == print_of(value)]


def gives_way(rival, name, fills):
    """Say whether a rival's value of a field gives way to that of a file which `fills` these fields."""
    if rival.only_fills(name) == (name in fills):
        return rival.is_older
    return rival.only_fills(name)


def overrule(written, name, value, authors):
    """Remember that a value of other files gives way to ours."""
    if authors:
        written.setdefault(OVERRULED, {})[name] = [print_of(value), authors[0].ours.isoformat()]


def was_put_back(written, name, value, authors):
    """Say whether an editor has put back a value of these files that had given way to ours."""
    overruled, edition = written.get(OVERRULED, {}).get(name, (None, ""))
    return overruled == print_of(value) and all(one.edition.isoformat() <= edition for one in authors)


def newest(name, entries, rivals, written):
    """Return (the entries of a list that no newer file leaves out, {row: key} of what only older ones gave).

    What this file gives is remembered whole in `written`, whoever made the links. A list without a member
    says nothing.
    """
    keys = [entry.key for entry in entries]
    written[f"{name}{WHOLE}"] = keys
    said = [(rival, rival.prints[f"{name}{WHOLE}"]) for rival in rivals if rival.prints.get(f"{name}{WHOLE}")]
    for rival, others in said:
        if rival.is_newer:
            entries = [entry for entry in entries if entry.key in others]
    outdated = {
        memo["pk"]: key
        for rival, _ in said
        if rival.is_older and keys
        for key, memo in rival.prints.get(name, {}).items()
        if key not in keys
    }
    return entries, outdated
