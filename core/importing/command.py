"""The command of a kind of import: `manage.py import_onisep_metiers FICHIER [--commit]`."""

import sys

from django.core.management.base import BaseCommand

from core.importing import registry
from core.importing.engine import run
from core.importing.progress import Progress
from core.readers import RefusedFile

REFUSED, INTERRUPTED = 2, 130


class ImportCommand(BaseCommand):
    """Shows the report on stdout; a refused file ends with a sentence on stderr and exit code 2.

    A command names its kind, `kind`, which its app has registered.
    """

    kind = ""

    @property
    def help(self):
        return f"{registry.get(self.kind).title} : compare un fichier publié à la base, et l’importe."

    def add_arguments(self, parser):
        parser.add_argument("fichier", help=registry.get(self.kind).file_help)
        parser.add_argument(
            "--commit", action="store_true", help="écrit dans la base ; sans cela, le rapport seul"
        )
        parser.add_argument("--tout", action="store_true", help="montre le rapport en entier")

    def handle(self, *args, fichier, commit, tout, **options):
        # The report goes to stdout, what passes to stderr.
        progress = Progress(sys.stderr)
        try:
            report = run(registry.get(self.kind), fichier, commit=commit, progress=progress)
        except RefusedFile as refused:
            progress.close()
            self.stderr.write(f"Import refusé, rien n’a été écrit. {refused}")
            sys.exit(REFUSED)
        except KeyboardInterrupt:
            progress.close()
            self.stderr.write("Import interrompu : rien n’a été écrit.")
            sys.exit(INTERRUPTED)
        progress.close()
        self.stdout.write(report.text(everything=tout))
