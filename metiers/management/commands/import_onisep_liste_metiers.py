"""`manage.py import_onisep_liste_metiers FICHIER [--commit]`: ONISEP's list of métiers (CSV, JSON, XML)."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `metiers/apps.py`."""

    kind = "onisep-liste-metiers"
