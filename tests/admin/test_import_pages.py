"""An editor imports a public file by the pages of the administration: deposit, trial, report, writing."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.admin import deposit_forms
from core.importing import deposits
from core.models import Import
from metiers.models import Metier
from tests.admin.editor import messages_of
from tests.admin.imports import ADD, deposit, errors_of, notes_of, press, rows_of, text_of
from tests.metiers.opendata.fiches import ARCHETIER, fiche, luthier, xml, zipped
from tests.page import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("file")]
LUTHIER = {"onisep_id": "MET.9001"}


# --- The way through ----------------------------------------------------------------------------


def test_a_file_is_tried_before_it_is_written_and_the_report_leads_to_the_import(admin_client, file):
    trial = deposit(admin_client, file)
    assert "rien n’est encore écrit. Voici ce que ce fichier changerait." in text_of(trial)
    assert rows_of(trial, 0)[0] == [
        *("Sorte", "Ajoutés", "Changés", "Inchangés", "Disparus", "Refusés", "À rapprocher"),
    ]
    assert {row[0]: row[1:] for row in rows_of(trial, 0)}["Métiers"] == ["2", "0", "0", "0", "0", "0"]
    assert (Metier.objects.filter(**LUTHIER).count(), Import.objects.count()) == (0, 0)
    written = press(admin_client, trial, "ecrire")
    done = Import.objects.get()
    assert written.redirect_chain[-1][0] == reverse("admin:core_import_change", args=[done.pk])
    assert (done.fait_par.username, done.fichier, done.edition.isoformat()) == (
        "admin",
        "Fiches_25062024.zip",
        "2024-06-25",
    )
    assert rows_of(written, 0) == rows_of(trial, 0)
    assert rows_of(written, 1) == rows_of(trial, 1)
    assert Metier.objects.get(**LUTHIER).history.first().history_user.username == "admin"


def test_nothing_is_kept_on_the_disk_once_it_is_written(admin_client, file, settings):
    press(admin_client, deposit(admin_client, file), "ecrire")
    assert list(settings.IMPORTS_DIR.iterdir()) == []


def test_the_page_of_a_deposit_leads_to_the_import_once_it_is_written(admin_client, file):
    trial = deposit(admin_client, file)
    press(admin_client, trial, "ecrire")
    again = admin_client.get(trial.redirect_chain[-1][0])
    assert again["Location"] == reverse("admin:core_import_change", args=[Import.objects.get().pk])


def test_the_report_tells_each_changed_field_and_each_refusal(admin_client, tmp_path, imported):
    trial = deposit(admin_client, zipped(tmp_path, luthier(accroche="<p>Il répare.</p>"), ARCHETIER))
    assert Page(trial).texts(".//section/h2")[1:] == ["Refusés (2)", "Changés (1)"]
    assert rows_of(trial, -2) == [
        ["Identifiant", "Nom", "Place dans le fichier", "Champ", "Raison"],
        ["MET.9001", "luthier/ère d’art", "fiche 1", "romesV3", "« A15 » n’est pas un code ROME"],
        [
            "MET.9001",
            "luthier/ère d’art",
            "fiche 1",
            "statuts",
            "le guide ne connaît pas le statut « corsaire » (T-ITM.99)",
        ],
    ]
    assert rows_of(trial, -1) == [
        ["Identifiant", "Nom", "Champ", "Avant", "Après"],
        ["MET.9001", "luthier/ère d’art", "accroche", "Il fabrique des violons.", "Il répare."],
    ]


def test_a_file_that_changes_nothing_says_so(admin_client, file, imported):
    trial = deposit(admin_client, file)
    assert "Le guide dit déjà ce que dit ce fichier" in text_of(trial)
    assert Page(trial).texts(".//button[@value='ecrire']") == ["Consigner cet import"]


def test_a_long_list_is_cut_and_the_file_holds_all_of_it(admin_client, tmp_path):
    many = [fiche(f"MET.{8000 + number}", f"essayeur {number} de pianos") for number in range(60)]
    trial = deposit(admin_client, zipped(tmp_path, *many))
    assert "… et 10 de plus" in text_of(trial) or "… et 11 de plus" in text_of(trial)
    (url,) = {url for name, url in Page(trial).links(".//div[@id='content']") if "Tout le rapport" in name}
    lines = admin_client.get(url).getvalue().decode().splitlines()
    assert sum("essayeur" in line for line in lines) == 60
    written = press(admin_client, trial, "ecrire")
    (url,) = {url for name, url in Page(written).links(".//div[@id='content']") if "Tout le rapport" in name}
    assert admin_client.get(url).getvalue().decode().splitlines() == lines


def test_a_deposit_is_found_again_from_the_form_and_may_be_forgotten(admin_client, file, settings):
    trial = deposit(admin_client, file)
    links = Page(admin_client.get(ADD)).links(".//div[@id='content']")
    assert links == [("Fiches_25062024.zip", trial.redirect_chain[-1][0])]
    forgotten = press(admin_client, trial, "oublier")
    assert messages_of(forgotten) == ["Fiches_25062024.zip est oublié : rien n’a été écrit."]
    assert list(settings.IMPORTS_DIR.iterdir()) == []


# --- Who ----------------------------------------------------------------------------------------


def staff(client, *rights):
    user = User.objects.create_user("stagiaire", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)


def test_staff_with_the_right_alone_may_import(client, file):
    staff(client, "add_import")
    written = press(client, deposit(client, file), "ecrire")
    assert written.status_code == 200
    assert Import.objects.get().fait_par.username == "stagiaire"


def test_staff_without_the_right_is_refused_and_sees_no_way_in(client, admin_client, file):
    address = deposit(admin_client, file).redirect_chain[-1][0]
    staff(client, "view_import", "change_import")
    assert client.get(ADD).status_code == 403
    assert deposit(client, file).status_code == 403
    assert client.get(address).status_code == 403
    assert client.post(address, {"action": "ecrire"}).status_code == 403
    assert client.get(f"{address}rapport.csv").status_code == 403
    assert ADD not in client.get(reverse("admin:core_import_changelist")).content.decode()
    assert Import.objects.count() == 0


def test_a_visitor_is_sent_to_the_login(client):
    assert client.get(ADD)["Location"].startswith("/admin/login/")


# --- What is refused ----------------------------------------------------------------------------


def checked(response):
    return Page(response).attributes(".//input[@checked]", "value")


def test_the_form_says_what_is_missing_and_keeps_the_kind(admin_client):
    answer = admin_client.post(ADD, {"famille": "rome"})
    assert (errors_of(answer), checked(answer)) == (["Choisissez le fichier à importer."], ["rome"])
    assert errors_of(admin_client.post(ADD, {})) == [
        "Dites ce que contient le fichier.",
        "Choisissez le fichier à importer.",
    ]


def test_an_empty_file_and_one_too_big_are_refused_before_any_trial(admin_client, monkeypatch):
    empty = {"famille": "rome", "fichier": SimpleUploadedFile("vide.zip", b"")}
    assert errors_of(admin_client.post(ADD, empty)) == ["Ce fichier est vide."]
    monkeypatch.setattr(deposit_forms, "MOST_BYTES", 2_000_000)
    big = {"famille": "rome", "fichier": SimpleUploadedFile("gros.zip", b"x" * 3_000_000)}
    answer = admin_client.post(ADD, big)
    assert errors_of(answer) == [
        "Ce fichier pèse 3,0 Mo, trop pour cette page. "
        "La commande « python3 run.py import » lit les plus grands."
    ]
    assert checked(answer) == ["rome"]


def test_a_file_of_another_kind_is_refused_and_may_be_tried_as_what_it_is(admin_client, file):
    refused = deposit(admin_client, file, famille="onisep-formations")
    (note,) = notes_of(refused)
    assert note.startswith("Import refusé, rien n’a été écrit. Fiches_25062024.xml : la racine est <metiers>")
    assert checked(refused) == ["onisep-formations"]
    kept = refused.redirect_chain[-1][0].split("/")[-2]
    again = admin_client.post(ADD, {"famille": "onisep-metiers", "depot": kept}, follow=True)
    assert {row[0]: row[1:] for row in rows_of(again, 0)}["Métiers"] == ["2", "0", "0", "0", "0", "0"]
    assert [found.notes.famille for found in deposits.every()] == ["onisep-metiers"]


def test_a_truncated_file_is_refused_in_words(admin_client, tmp_path):
    broken = tmp_path / "coupe_25062024.xml"
    broken.write_text(xml(luthier())[:-60])
    (note,) = notes_of(deposit(admin_client, broken))
    assert "le XML est abîmé ou incomplet" in note


def test_a_disk_that_refuses_is_said(admin_client, file, settings, tmp_path):
    settings.IMPORTS_DIR = tmp_path / "bouchon"
    settings.IMPORTS_DIR.write_text("")
    answer = deposit(admin_client, file)
    assert errors_of(answer) == ["Ce fichier n’a pas pu être gardé (File exists)."]


@pytest.mark.parametrize("name", ["rome", "rome.12", "...", "rome." + "0" * 64])
def test_a_deposit_that_is_not_there_leads_back_to_the_form(admin_client, name):
    answer = admin_client.get(f"/admin/core/import/depot/{name}/", follow=True)
    assert messages_of(answer) == ["Ce fichier n’est plus gardé : déposez-le de nouveau."]
