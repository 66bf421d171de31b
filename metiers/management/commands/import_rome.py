"""`manage.py import_rome FICHIER [--commit]`: France Travail's ROME (zip of CSV tables, or their folder)."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `metiers/apps.py`."""

    kind = "rome"
