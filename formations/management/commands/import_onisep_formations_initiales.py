"""`manage.py import_onisep_formations_initiales FICHIER [--commit]`: ONISEP's list of formations."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `formations/apps.py`."""

    kind = "onisep-formations-initiales"
