"""`manage.py import_onisep_metiers FICHIER [--commit]`: ONISEP's Idéo-Fiches métiers (XML, zipped or not)."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `metiers/apps.py`."""

    kind = "onisep-metiers"
