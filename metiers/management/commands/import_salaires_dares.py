"""`manage.py import_salaires_dares DOSSIER [--commit]`: the Dares' median wages by professional family."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `metiers/apps.py`."""

    kind = "salaires-dares"
