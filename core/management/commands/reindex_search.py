"""Build the index of the search anew."""

from django.core.management.base import BaseCommand

from core.namesakes import tell_all_apart
from core.search.index import is_ready, rebuild


class Command(BaseCommand):
    """`manage.py reindex_search`: after an import or a change made outside the administration."""

    help = "Construit de nouveau l’index de la recherche, d’après les pages publiées."

    def add_arguments(self, parser):
        parser.add_argument("--si-manquant", action="store_true", help="seulement s’il n’y en a pas")

    def handle(self, *args, si_manquant, **options):
        if si_manquant and is_ready():
            return
        tell_all_apart()
        report = rebuild()
        self.stdout.write(f"Index de recherche : {report.documents} pages, {report.words} mots.")
