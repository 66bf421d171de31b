"""Fill an empty database with the content of the guide."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.fixtures import FixtureError, load_directory
from core.models import Source


class Command(BaseCommand):
    """`manage.py load_fixtures [DOSSIER]`: all or nothing, and only into an empty database."""

    help = "Charge le contenu du guide dans une base vide ; une base remplie est laissée telle quelle."

    def add_arguments(self, parser):
        parser.add_argument(
            "dossier", nargs="?", default=settings.FIXTURES_DIR, help="dossier des fichiers .yaml"
        )

    def handle(self, *args, dossier, **options):
        if Source.objects.exists():
            self.stdout.write("Contenu : la base en contient déjà, elle est laissée telle quelle.")
            return
        try:
            counts = load_directory(dossier)
        except FixtureError as error:
            raise CommandError(f"Rien n’a été chargé. {error}") from error
        self.stdout.write(f"Contenu : {sum(counts.values())} lignes chargées.")
