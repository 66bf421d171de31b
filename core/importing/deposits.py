"""Files that an editor deposits to be imported, kept on the disk from the trial until they are written.

A deposit is a folder of `IMPORTS_DIR`, named after its kind and the digest of its file, so that any process
of the machine finds it again. Whether work is being done on it is known by a lock that dies with its holder.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.core.files import locks
from django.utils import timezone

from core.importing.report import Report

KEPT_SECONDS = 24 * 3600
MOST_BYTES = 100_000_000
LONGEST_NAME = 80
NAME = re.compile(r"[a-z0-9-]{1,40}\.[0-9a-f]{64}")


class Phase(StrEnum):
    """What was last asked of a deposit."""

    TRIAL = "essai"
    WRITING = "ecriture"


class State(StrEnum):
    """How far it is. `INTERRUPTED`: its process ended without a word; `GONE`: it was written, or given up."""

    RUNNING = "en cours"
    READY = "essayé"
    REFUSED = "refusé"
    INTERRUPTED = "interrompu"
    GONE = "parti"


@dataclass
class Notes:
    """What is written beside the file: who asked for what and when, how far it is, why it was refused."""

    famille: str
    fichier: str
    empreinte: str
    phase: str = Phase.TRIAL
    par: int | None = None
    par_nom: str = ""
    lance_le: str = ""
    etape: str = ""
    lignes: int = 0
    total: int = 0
    refus: str = ""


class Deposit:
    """One file of one kind, with its notes and its report."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name
        self.read()

    def read(self):
        """Read the notes again; raise FileNotFoundError once they are gone."""
        self.notes = Notes(**json.loads((self.folder / "notes.json").read_text("utf-8")))

    @property
    def file(self):
        """Return the path of the file, under the name that it was published with."""
        return self.folder / "fichier" / self.notes.fichier

    @property
    def state(self):
        """Return the present `State`, and read the notes again."""
        try:
            is_running = self.is_running
            # After the lock: what the process wrote last is then there to be read.
            self.read()
        except FileNotFoundError:
            return State.GONE
        if is_running:
            return State.RUNNING
        if self.notes.refus:
            return State.REFUSED
        is_done = self.notes.phase == Phase.TRIAL and self._report.exists()
        return State.READY if is_done else State.INTERRUPTED

    @property
    def is_running(self):
        """Say whether a process works on it; raise FileNotFoundError once it is gone."""
        with self._lock_file() as lock:
            return not locks.lock(lock, locks.LOCK_SH | locks.LOCK_NB)

    @property
    def launched(self):
        """Return when the last work on it was asked for."""
        return timezone.datetime.fromisoformat(self.notes.lance_le)

    @property
    def _report(self):
        return self.folder / "rapport.json"

    @property
    def report(self):
        """Return the `Report` of the last trial, None before its end."""
        with contextlib.suppress(FileNotFoundError):
            return Report.from_data(json.loads(self._report.read_text("utf-8")))

    def _lock_file(self):
        return (self.folder / "verrou").open("a+b")

    def take(self):
        """Return the file that holds the lock, None when another process has it."""
        lock = self._lock_file()
        if locks.lock(lock, locks.LOCK_EX | locks.LOCK_NB):
            return lock
        lock.close()
        return None

    def begin(self, phase, user):
        """Note what is asked, and by whom."""
        if phase == Phase.TRIAL:
            self._report.unlink(missing_ok=True)
        self.note(
            phase=phase,
            par=user.pk,
            par_nom=str(user)[:150],
            lance_le=timezone.now().isoformat(),
            etape="",
            lignes=0,
            total=0,
            refus="",
        )

    def note(self, **changes):
        """Write some notes at once: who reads them meanwhile finds the former ones or the new ones."""
        for name, value in changes.items():
            setattr(self.notes, name, value)
        write(self.folder / "notes.json", asdict(self.notes))

    def keep_report(self, report):
        write(self._report, report.data())

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def write(path, data):
    """Replace a file of JSON as a whole."""
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    draft.replace(path)


# --- All of them --------------------------------------------------------------------------------


def root():
    """Return the folder of the deposits, which may not exist yet."""
    return Path(settings.IMPORTS_DIR)


def find(name):
    """Return the deposit of this name, None when there is none (any more)."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        return Deposit(root() / name) if NAME.fullmatch(name) else None


def every():
    """Return the deposits, the latest first, once those of more than a day have been removed.

    It is called by each start of the site as well, so that none stays where nobody imports any more.
    """
    found = []
    for folder in root().iterdir() if root().is_dir() else ():
        with contextlib.suppress(FileNotFoundError):
            is_old = time.time() - folder.stat().st_mtime > KEPT_SECONDS
            deposit = find(folder.name)
            if is_old and not (deposit and deposit.is_running):
                shutil.rmtree(folder, ignore_errors=True)
            elif deposit:
                found.append(deposit)
    return sorted(found, key=lambda deposit: deposit.notes.lance_le, reverse=True)


def receive(famille, upload):
    """Keep an uploaded file; return its `Deposit`, the one that stands already if work is being done on it.

    Raises OSError when the disk refuses.
    """
    # Nobody else on the machine has to read them.
    root().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=root()))
    try:
        (draft / "fichier").mkdir()
        stem, suffix = os.path.splitext(Path(upload.name).name)
        name = f"{stem[:LONGEST_NAME]}{suffix[:8]}"
        digest = hashlib.sha256()
        with (draft / "fichier" / name).open("wb") as file:
            for block in upload.chunks():
                digest.update(block)
                file.write(block)
        write(draft / "notes.json", asdict(Notes(famille, name, digest.hexdigest())))
        return settle(draft, f"{famille}.{digest.hexdigest()}")
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def move(deposit, famille):
    """Return the deposit of the same file as another kind; one on which work is being done stays as it is."""
    if famille == deposit.notes.famille or deposit.is_running:
        return deposit
    deposit.note(famille=famille, refus="")
    return settle(deposit.folder, f"{famille}.{deposit.notes.empreinte}")


def settle(folder, name):
    """Give a folder its name, in the place of a former deposit of the same file."""
    former = find(name)
    if former and former.is_running:
        return former
    if former:
        former.remove()
    return Deposit(folder.rename(root() / name))
