"""The work on a deposit, in a process of its own: no page waits for it, and its death writes nothing."""

import os
import subprocess
import sys
import threading
import time

from django.conf import settings
from django.contrib.auth import get_user_model

from core.importing import registry
from core.importing.deposits import Phase, State
from core.importing.engine import run
from core.models import Import
from core.readers import Published, RefusedFile

SECONDS_BETWEEN = 1.0


class Told:
    """A progress that is written into the notes of the deposit, once a second at most."""

    def __init__(self, deposit):
        self._deposit, self._last, self.label = deposit, 0.0, ""

    def step(self, label):
        """Begin another step."""
        self.label = label
        self._write(0, None)

    def __call__(self, count, total=None):
        if time.monotonic() - self._last >= SECONDS_BETWEEN:
            self._write(count, total)

    def _write(self, count, total):
        self._last = time.monotonic()
        self._deposit.note(etape=self.label, lignes=count, total=total or 0)


def start(deposit, phase, user):
    """Begin a trial, or the writing, of a deposit, and return at once; work that goes on is left alone."""
    lock = deposit.take()
    if lock is None:
        return
    with lock:
        deposit.begin(phase, user)
        launch(deposit, lock)


def launch(deposit, lock):
    """Start the process that works; it inherits the lock as its standard input, and keeps it to its end."""
    if os.name != "posix":
        # Elsewhere a lock is not inherited; there is no server of several processes either.
        work(deposit)
        return
    process = subprocess.Popen(  # noqa: S603 (a command of ours)
        [sys.executable, "manage.py", "run_deposit", deposit.name],
        cwd=settings.BASE_DIR,
        stdin=lock,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    # Whoever started a process has to take note of its end.
    threading.Thread(target=process.wait, daemon=True).start()


def wait(deposit, seconds):
    """Return once the work has ended, or when these seconds have passed."""
    deadline = time.monotonic() + seconds
    while deposit.state == State.RUNNING and time.monotonic() < deadline:
        time.sleep(0.1)


def work(deposit):
    """Do what the notes ask for, and leave the report or the refusal; what is written needs no deposit."""
    notes = deposit.notes
    is_writing = notes.phase == Phase.WRITING
    user = get_user_model().objects.filter(pk=notes.par).first()
    try:
        if Published(deposit.file).sha256 != notes.empreinte:
            raise RefusedFile(f"{notes.fichier} : le fichier gardé n’est plus celui qui a été déposé.")
        report = run(registry.get(notes.famille), deposit.file, is_writing, user, Told(deposit))
    except RefusedFile as refused:
        deposit.note(refus=str(refused))
        return
    if is_writing:
        deposit.remove()
    else:
        deposit.keep_report(report)


def written(famille, empreinte, since=None):
    """Return the last `Import` of a file, after the moment `since`; None when it was not written."""
    done = Import.objects.filter(famille=famille, empreinte=empreinte)
    if since:
        done = done.filter(fait_le__gte=since)
    return done.first()
