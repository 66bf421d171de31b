"""`manage.py import_certifications FICHIER [--commit]`: codes of certifications, by ONISEP."""

from core.importing.command import ImportCommand


class Command(ImportCommand):
    """Registered by `formations/apps.py`."""

    kind = "certifications"
