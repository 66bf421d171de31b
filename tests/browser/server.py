"""A site of its own for the browser: its own process, its own database on the server of the suite."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_ANSWER = 60
# The account of the editor in the journeys; the site it opens lives as long as the tests.
EDITOR = {"username": "redactrice", "password": "un mot de passe de test"}


class Site:
    """A database filled with the content of the guide, and the servers that show it."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ,
            "DATABASE_URL": own_database(folder),
            "IMPORTS_DIR": str(folder / "depots"),
            "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
            "SECRET_KEY": "une clé pour les tests du navigateur, sans autre valeur que sa longueur",
            "ALLOWED_HOSTS": "127.0.0.1",
            "CONTACT_EMAIL": "",
            "DEBUG": "false",
            "TLS": "false",
        }

    def fill(self):
        """Create the database, load the content, create the editor's account."""
        self.run("-m", "careerguide.prepare", "migrate", "load")
        self.manage(
            "createsuperuser",
            "--noinput",
            f"--username={EDITOR['username']}",
            "--email=redactrice@example.org",
        )

    def manage(self, *arguments):
        """Run a command of manage.py on this site's database."""
        self.run("manage.py", *arguments)

    def run(self, *arguments):
        environment = {**self.environment, "DJANGO_SUPERUSER_PASSWORD": EDITOR["password"]}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    @contextmanager
    def serve(self, debug=False):
        """Serve the site on a free port and give its address; stop it at the end."""
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        environment = {**self.environment, "DEBUG": str(debug).lower()}
        command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
        log = self.folder / f"server-{port}.log"
        with log.open("w") as output:
            server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
            try:
                wait_for_answer(server, f"{address}/sante/", log)
                yield address
            finally:
                server.terminate()
                server.wait(timeout=10)


def own_database(folder):
    """Return the address of a new database on the server that the suite runs on, or of an SQLite file.

    What the editor of the journeys writes would otherwise be seen by the other tests.
    """
    suite = os.environ.get("DATABASE_URL", "")
    if not suite.startswith("postgres"):
        return f"sqlite:///{folder / 'site.sqlite3'}"
    name = f"browser_{os.getpid()}"
    with psycopg.connect(suite, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return f"{suite.rpartition('/')[0]}/{name}"


def free_port():
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


def wait_for_answer(server, address, log):
    """Return once the address answers; fail with the server's log when it ends or stays silent."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=SECONDS_TO_ANSWER):
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError(f"The site did not start:\n{log.read_text()}")
