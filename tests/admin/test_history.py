"""The history of a page: its own versions and those of its rows, and the way back."""

import datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType

from core.admin.history import Entry, in_sessions
from metiers.models import Creneau, Metier, Recruteur, Salaire
from tests.admin.editor import errors_of, plain

NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def entry(seconds, who="camille"):
    return Entry(NOON + datetime.timedelta(seconds=seconds), who, "modification", "métier", "pilote")


@pytest.fixture
def metier(db):
    return Metier.objects.get(slug="technicien-cloud")


def changes_of(session):
    return [
        (entry.subject, change.field, plain(change.before), plain(change.after))
        for entry in session.entries
        for change in entry.changes
    ]


def test_what_one_person_saves_at_once_is_one_session():
    (session,) = in_sessions([entry(0), entry(2)])
    assert [entry.when.second for entry in session.entries] == [2, 0]


def test_two_saves_and_two_people_are_sessions_of_their_own():
    sessions = in_sessions([entry(0), entry(30), entry(31, "alix")])
    assert [(session.who, len(session.entries)) for session in sessions] == [
        ("alix", 1),
        ("camille", 1),
        ("camille", 1),
    ]


def test_the_history_of_a_loaded_fiche_begins_with_its_creation(editor, metier):
    (session,) = editor.history(metier)
    assert session.who == ""
    assert session.is_long
    first = session.entries[0]
    assert (first.kind, first.subject, first.name) == ("création", "métier", "technicien cloud")
    subjects = [entry.subject for entry in session.entries]
    assert subjects.count("salaire") == metier.salaires.count() == 3
    assert subjects.count("point") == metier.points.count() == 14


def test_rows_changed_in_one_save_stand_in_the_order_of_the_page(editor, metier):
    before, name = metier.accroche, metier.appellations.first().masculin
    editor.save(
        metier,
        accroche="Il veille sur le nuage.",
        **{"salaires-0-annee": "2025", "appellations-0-masculin": "technicien du nuage"},
    )
    assert changes_of(editor.history(metier)[0]) == [
        ("métier", "accroche", before, "Il veille sur le nuage."),
        ("appellation", "masculin", name, "technicien du nuage"),
        ("salaire", "année", "2024", "2025"),
    ]


def test_the_organisations_of_an_employer_are_told_though_they_are_a_list(editor):
    metier = Metier.objects.get(slug="architecte-cloud")
    recruteur = Recruteur.objects.get(metier=metier, nom="Assurance")
    index = list(metier.recruteurs.all()).index(recruteur)
    editor.save(metier, **{f"recruteurs-{index}-organisations": []})
    assert changes_of(editor.history(metier)[0]) == [
        ("recruteur", "organisations citées", "AG Insurance", "")
    ]


def test_an_old_version_of_a_fiche_is_brought_back(editor, metier):
    editor.save(metier, nom_masculin="technicien des nuées")
    first = metier.history.earliest()
    address = editor.path(metier, "simple_history", first.history_id)
    page = plain(editor.client.get(address).content.decode())
    assert "<h1>Rétablir une version : technicien cloud</h1>" in page
    assert 'value="Rétablir cette version"' in page
    data = editor.form(metier) | {"nom_masculin": first.nom_masculin, "version_lue": ""}
    assert editor.client.post(address, data).status_code == 302
    metier.refresh_from_db()
    assert metier.nom_masculin == "technicien cloud"
    assert changes_of(editor.history(metier)[0])[0] == (
        "métier",
        "nom masculin",
        "technicien des nuées",
        "technicien cloud",
    )
    assert metier.salaires.count() == 3


def test_a_deleted_row_is_brought_back_from_the_history_of_its_fiche(editor, metier):
    salaire = metier.salaires.first()
    editor.save(metier, **{"salaires-0-DELETE": "on"})
    (deleted,) = [entry for entry in editor.history(metier)[0].entries if entry.kind == "suppression"]
    page = editor.client.get(deleted.url)
    form = page.context["adminform"].form
    assert form.instance.pk == salaire.pk
    data = {name: form[name].value() or "" for name in form.fields}
    assert editor.client.post(deleted.url, data).status_code == 302
    assert [plain(str(row)) for row in metier.salaires.filter(pk=salaire.pk)] == [plain(str(salaire))]


def test_the_present_version_has_no_way_back_to_itself(editor, metier):
    editor.save(metier, accroche="Il veille.")
    present, *_ = [entry for entry in editor.history(metier)[0].entries if entry.subject == "métier"]
    assert present.url == ""


def test_a_deleted_fiche_keeps_its_history(editor, source):
    metier = Metier.objects.create(slug="pilote", nom_masculin="pilote", nom_feminin="pilote", source=source)
    history = editor.path(metier, "history")
    editor.client.post(editor.path(metier, "delete"), {"post": "yes"})
    assert not Metier.objects.filter(slug="pilote").exists()
    entries = [
        entry for session in editor.client.get(history).context["sessions"] for entry in session.entries
    ]
    assert [(entry.kind, entry.who, entry.name) for entry in entries] == [
        ("suppression", "camille", "pilote"),
        ("création", "", "pilote"),
    ]


def test_a_history_that_never_was_is_not_found(editor):
    missing = SimpleNamespace(_meta=Metier._meta, pk=999_999)
    address = editor.path(Metier, "changelist") + f"{missing.pk}/history/"
    assert editor.client.get(address).status_code == 404


def test_a_row_has_its_own_history_too(editor):
    creneau = Creneau.objects.first()
    response = editor.save(creneau, activite="Tournée des serveurs.")
    assert errors_of(response) == []
    assert changes_of(editor.history(creneau)[0]) == [
        ("créneau", "activité", creneau.activite, "Tournée des serveurs.")
    ]


def test_a_reader_without_the_right_to_change_is_offered_no_way_back(client, editor, metier):
    editor.save(metier, accroche="Il veille.")
    reader = User.objects.create_user("lectrice", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_metier"))
    client.force_login(reader)
    page = client.get(editor.path(metier, "history")).content.decode()
    assert "Il veille." in page
    assert "Voir cette version" not in page.split("</p>", 1)[1]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_history_costs_as_much_for_three_salaries_as_for_one(
    editor, metier, django_assert_num_queries, rows
):
    metier.salaires.exclude(pk__in=metier.salaires.values("pk")[:rows]).delete()
    Salaire.history.exclude(id__in=metier.salaires.values("pk")).filter(metier_id=metier.pk).delete()
    ContentType.objects.clear_cache()
    with django_assert_num_queries(26):
        editor.history(metier)
