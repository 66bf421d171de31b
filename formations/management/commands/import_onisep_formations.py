"""`manage.py import_onisep_formations FICHIER [--commit]`: ONISEP's Idéo-Fiches formations (XML)."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `formations/apps.py`."""

    kind = "onisep-formations"
