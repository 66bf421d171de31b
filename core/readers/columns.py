"""Which column of a file is which of ours: editions differ in capitals, accents and spaces. Pure."""

import re

from core.readers.refusals import RefusedFile, quoted, require
from core.text import fold


def column_key(name):
    """Return what the spellings of one name share: « code ROME (V.3) », « CODE_ROME_V3 » → « coderomev3 »."""
    return re.sub(r"[^a-z0-9]", "", fold(name))


def columns_of(names, needed, place, optional=()):
    """Return {a name in the file: ours}; raise `RefusedFile` for names that are missing, or that stand twice.

    `needed` and `optional` are names of ours, or {name of ours: the names that editions give it, in the order
    in which they are preferred}. Two columns whose names differ in spelling alone cannot be told apart.
    """
    by_key = {}
    for name in names:
        by_key.setdefault(column_key(name), []).append(name)
    found, missing = {}, []
    for wanted in (needed, optional):
        for ours, spellings in editions_of(wanted).items():
            keys = [key for key in map(column_key, spellings) if key in by_key]
            if keys:
                found[only_one(by_key[keys[0]], place)] = ours
            elif wanted is needed:
                missing.append(spellings[0])
    if missing:
        known = [spellings[0] for spellings in editions_of(needed).values()]
        others = [name for name in names if name not in found]
        require(known, [*others, *(name for name in known if name not in missing)], place)
    return found


def editions_of(wanted):
    """Return {name of ours: names in the editions} of names, or of such a dict."""
    return wanted if isinstance(wanted, dict) else {name: (name,) for name in wanted}


def only_one(same, place):
    """Return the one column of these; raise `RefusedFile` if they are several."""
    if len(same) == 1:
        return same[0]
    if len(set(same)) == 1:
        raise RefusedFile(f"{place} : la colonne « {quoted(same[0])} » figure deux fois.")
    names = ", ".join(f"« {quoted(name)} »" for name in same)
    raise RefusedFile(f"{place} : les colonnes {names} ont le même nom, aux accents et majuscules près.")
