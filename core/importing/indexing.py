"""The index of the search after an import."""

from django.db import DatabaseError

from core.search.index import ensure, rebuild


def index(report, progress):
    """Build the index of the search, which bulk writes do not change: it may fail, what is written stays."""
    if progress:
        progress.step("Index de la recherche")
    try:
        if report.changes:
            rebuild()
        else:
            # An import that was killed here left the index as it was before.
            ensure()
    except (DatabaseError, KeyboardInterrupt):
        report.notes.append(
            "l’index de la recherche n’a pas été refait ; il le sera au prochain import ou au prochain "
            "démarrage, ou par « python3 run.py manage reindex_search »."
        )
