"""What editors tell the search, and what it tells them."""

from datetime import date

import pytest

from core.models import RechercheSansResultat, Synonyme
from tests.admin.editor import errors_of, plain
from tests.page import Page

pytestmark = pytest.mark.django_db


def test_a_synonym_is_found_as_soon_as_it_is_saved(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = editor.save(
            Synonyme,
            terme=" nuagiste ",
            equivalents="technicien cloud\n\n ingénieur cloud ",
            remarque="essai",
        )
    assert errors_of(response) == []
    saved = Synonyme.objects.get(terme="nuagiste")
    assert saved.lignes == ["technicien cloud", "ingénieur cloud"]
    links = Page(editor.client.get("/recherche/?q=nuagiste")).links(".//main/section//h3")
    assert {address for _, address in links[:2]} == {
        "/metiers/technicien-cloud/",
        "/metiers/ingenieur-cloud-computing/",
    }


@pytest.mark.parametrize(
    ("terme", "equivalents", "refusal"),
    [
        ("!!!", "technicien cloud", "Un terme contient au moins un mot ou un sigle."),
        ("nuagiste", "…", "« … » ne contient aucun mot."),
        ("nuagiste", "Nuagistes", "« Nuagistes » est le terme lui-même : la recherche le trouve déjà."),
        ("nuagiste", "\n".join("abcdefghi"), "Pas plus de 8 équivalents : gardez les plus sûrs."),
        ("nuagiste", "", "Ce champ est obligatoire."),
        ("sysadmin", "technicien", "Un objet Synonyme avec ce champ Terme existe déjà."),
    ],
)
def test_a_synonym_that_the_search_cannot_use_is_refused(editor, terme, equivalents, refusal):
    response = editor.save(Synonyme, terme=terme, equivalents=equivalents)
    assert errors_of(response) == [refusal]


def test_questions_without_result_lead_to_a_new_synonym(editor):
    RechercheSansResultat.objects.create(texte="data steward", nombre=7, derniere_fois=date(2026, 11, 20))
    page = Page(editor.client.get("/admin/core/recherchesansresultat/"))
    assert ("Ajouter un synonyme", "/admin/core/synonyme/add/?terme=data+steward") in page.links(".//form")
    form = editor.client.get("/admin/core/synonyme/add/?terme=data+steward").content.decode()
    assert 'value="data steward"' in form


def test_questions_without_result_are_read_and_deleted_never_written(editor):
    question = RechercheSansResultat.objects.create(texte="a", nombre=7, derniere_fois=date(2026, 11, 20))
    assert editor.client.get(editor.path(RechercheSansResultat, "add")).status_code == 403
    page = plain(editor.client.get(editor.path(question)).content.decode())
    assert 'name="texte"' not in page
    editor.client.post(editor.path(question, "delete"), {"post": "yes"})
    assert not RechercheSansResultat.objects.exists()
