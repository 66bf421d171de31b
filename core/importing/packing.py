"""Values of a file as JSON, and back: what an editor may take over later, what waits for its target. Pure."""

from datetime import date
from decimal import Decimal

from core.importing.records import Entry, Ref


def packed(value):
    """Return a value, a `Ref` or an `Entry` as JSON can hold it."""
    if isinstance(value, Ref):
        return {"modele": value.model, "cle": value.key, "par": value.by, "libelle": value.label}
    if isinstance(value, Entry):
        return {
            "entree": value.key,
            "valeurs": {name: packed(one) for name, one in value.values.items()},
            "cible": packed(value.ref) if value.ref else None,
        }
    return str(value) if isinstance(value, Decimal | date) else value


def unpacked(value):
    """Return what `packed` was given; dates and decimals stay text, which model fields can read."""
    if isinstance(value, dict) and "entree" in value:
        values = {name: unpacked(one) for name, one in value["valeurs"].items()}
        return Entry(value["entree"], values, unpacked(value["cible"]) if value["cible"] else None)
    if isinstance(value, dict) and "modele" in value:
        return Ref(value["modele"], value["cle"], value["par"], value["libelle"])
    return value
