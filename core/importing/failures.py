"""Why the database refuses an import, in words. Pure."""

REASONS = (
    (
        ("locked", "lock timeout", "deadlock"),
        "une autre écriture occupe la base : relancez l’import",
    ),
    (("readonly", "read-only"), "la base n’accepte aucune écriture"),
    (("disk is full", "no space left"), "le disque de la base est plein"),
    (("disk i/o", "malformed"), "le fichier de la base ne se lit ou ne s’écrit plus, voyez son disque"),
    (("no such", "has no column", "does not exist"), "la base n’est pas à jour : « run.py load »"),
    (("unable to open",), "la base ne s’ouvre pas : son dossier existe-t-il, peut-on y écrire ?"),
    (("connection", "server closed"), "la base ne répond pas"),
    (("unique", "duplicate key"), "une ligne y est déjà, sans doute par un autre import : relancez celui-ci"),
)


def reason_of(error):
    """Return why a `DatabaseError` happened: in French where it is known, else as the database says it."""
    told = str(error)
    known = next((why for marks, why in REASONS if any(mark in told.lower() for mark in marks)), "")
    return known or f"la base refuse ces données ({' '.join(told.split())})"
