"""Bring the site up to date: `python -m careerguide.prepare migrate load collect`, as `run.py` does.

Several steps share one process, for starting Django is what costs time. Exits with a sentence when
the settings, the database or the content refuse.
"""

import os
import sys
from importlib import import_module

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError


def migrate():
    """Apply the missing migrations; with none missing, skip what Django does after each run."""
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
        print("Base de données : à jour")
    except SystemExit:
        call_command("migrate", interactive=False, verbosity=0)
        print("Base de données : créée ou mise à jour")


def load():
    call_command("load_fixtures")
    call_command("reindex_search", si_manquant=True)
    # What was deposited to be imported is kept a day.
    import_module("core.importing.deposits").every()


def collect():
    call_command("collectstatic", interactive=False, verbosity=0)
    print("Fichiers statiques : rassemblés")


STEPS = {"migrate": migrate, "load": load, "collect": collect}


def main(names):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
    try:
        django.setup()
        for name in names:
            STEPS[name]()
    except DatabaseError as error:
        sys.exit(f"Base de données : vérifiez DATABASE_URL ; elle répond « {error} »")
    except KeyboardInterrupt:
        sys.exit(130)
    except (ImproperlyConfigured, CommandError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
