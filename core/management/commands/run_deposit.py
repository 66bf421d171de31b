"""`manage.py run_deposit NAME`: try or write a deposited file, as the administration asks."""

from django.core.management.base import BaseCommand, CommandError

from core.importing import deposits
from core.importing.worker import work


class Command(BaseCommand):
    """The lock of the deposit is its standard input, held by whoever started it."""

    help = "Essaie ou écrit un fichier déposé dans l’administration, qui lance elle-même cette commande."

    def add_arguments(self, parser):
        parser.add_argument("depot")

    def handle(self, *args, depot, **options):
        deposit = deposits.find(depot)
        if deposit is None:
            raise CommandError(f"Ce dépôt n’existe pas : {depot}")
        work(deposit)
