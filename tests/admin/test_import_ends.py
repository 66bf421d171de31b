"""What takes time, what ends in the middle, what is kept and for how long: the deposits of public files."""

import os
import time

import pytest
from django.core.management import CommandError, call_command

from core.importing import deposits, worker
from core.models import Import
from tests.admin.editor import messages_of
from tests.admin.imports import ADD, deposit, notes_of, press, text_of
from tests.page import Page

pytestmark = pytest.mark.django_db


def test_work_that_goes_on_says_how_far_it_is_and_offers_to_look_again(admin_client, file, monkeypatch):
    monkeypatch.setattr("core.admin.deposits.SECONDS_WAITED", 0)
    held = []

    def begun(deposit, lock):
        deposit.note(etape="Lecture", lignes=464, total=928)
        held.append(open(os.dup(lock.fileno()), "rb"))  # noqa: SIM115 (the lock of a process that works)

    monkeypatch.setattr(worker, "launch", begun)
    waiting = deposit(admin_client, file)
    assert "Essai en cours de Fiches_25062024.zip" in text_of(waiting)
    assert "Lecture : 464 lignes sur 928." in text_of(waiting)
    address = waiting.redirect_chain[-1][0]
    assert ("Voir où il en est", address) in Page(waiting).links(".//div[@id='content']")
    assert "en cours" in text_of(press(admin_client, waiting, "oublier"))
    held.pop().close()
    assert notes_of(admin_client.get(address)) == ["L’essai a été interrompu avant sa fin : recommencez-le."]


def test_a_writing_that_was_killed_wrote_nothing_and_says_so(admin_client, file, monkeypatch):
    trial = deposit(admin_client, file)
    monkeypatch.setattr(worker, "launch", lambda deposit, lock: None)
    killed = press(admin_client, trial, "ecrire")
    assert notes_of(killed) == ["L’écriture a été interrompue : rien n’a été écrit dans le guide."]
    monkeypatch.setattr(worker, "launch", lambda deposit, lock: worker.work(deposit))
    assert press(admin_client, killed, "ecrire").status_code == 200
    assert Import.objects.count() == 1


def test_a_process_killed_after_it_wrote_is_not_said_to_have_written_nothing(admin_client, file, monkeypatch):
    trial = deposit(admin_client, file)
    monkeypatch.setattr(deposits.Deposit, "remove", lambda self: None)
    done = press(admin_client, trial, "ecrire")
    assert Import.objects.count() == 1
    assert messages_of(done)[0].startswith("Tout est écrit, mais l’index de la recherche n’a pas été refait")


def test_a_file_changed_on_the_disk_since_its_trial_is_not_written(admin_client, file):
    trial = deposit(admin_client, file)
    (kept,) = deposits.every()
    kept.file.write_bytes(b"autre chose")
    refused = press(admin_client, trial, "ecrire")
    assert "L’écriture a été refusée, et rien n’a été écrit." in notes_of(refused)[0]
    assert "n’est plus celui qui a été déposé" in notes_of(refused)[0]
    assert Import.objects.count() == 0


def test_a_deposit_is_gone_after_a_day(admin_client, file, settings):
    deposit(admin_client, file)
    (kept,) = deposits.every()
    long_ago = time.time() - deposits.KEPT_SECONDS - 60
    os.utime(kept.folder, (long_ago, long_ago))
    admin_client.get(ADD)
    assert list(settings.IMPORTS_DIR.iterdir()) == []


def test_the_command_that_works_names_a_deposit_that_is_not_there():
    with pytest.raises(CommandError, match="Ce dépôt n’existe pas"):
        call_command("run_deposit", "rome.0")
