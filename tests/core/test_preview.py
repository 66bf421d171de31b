"""Drafts, archives and former addresses, seen by a visitor and by an editor."""

import pytest
from django.contrib.auth.models import User

from core.models import Publication
from metiers.models import Guide, Metier

pytestmark = pytest.mark.django_db
ADDRESS = "/metiers/technicien-cloud/"


def put(etat):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.etat = etat
    metier.save()


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_user("redactrice", is_staff=True))
    return client


@pytest.fixture
def member(client):
    client.force_login(User.objects.create_user("visiteur"))
    return client


@pytest.mark.parametrize("etat", ["brouillon", "a-relire", "archive"])
def test_a_visitor_sees_only_what_is_published(client, etat):
    assert client.get(ADDRESS).status_code == 200
    put(etat)
    assert client.get(ADDRESS).status_code == 404
    assert client.get(ADDRESS + "?apercu=1").status_code == 404


def test_someone_who_is_no_editor_sees_no_draft(member):
    put("brouillon")
    assert member.get(ADDRESS + "?apercu=1").status_code == 404


@pytest.mark.parametrize("etat", ["brouillon", "a-relire"])
def test_an_editor_reads_a_draft_in_preview_and_is_told_so(editor, etat):
    put(etat)
    answer = editor.get(ADDRESS + "?apercu=1")
    assert answer.status_code == 200
    assert "n’est pas publié" in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text


def test_an_editor_without_preview_sees_what_a_visitor_sees(editor):
    put("brouillon")
    assert editor.get(ADDRESS).status_code == 404
    assert editor.get(ADDRESS + "?apercu=oui").status_code == 404


def test_an_archived_page_is_no_longer_previewed(editor):
    put("archive")
    assert editor.get(ADDRESS + "?apercu=1").status_code == 404


def test_a_list_in_preview_holds_the_drafts_too(editor):
    put("brouillon")
    assert "Technicien cloud /" not in editor.get("/metiers/?niveau=bac-2").text
    assert "Technicien cloud /" in editor.get("/metiers/?niveau=bac-2&apercu=1").text


@pytest.mark.parametrize(
    ("model", "slug", "start"), [(Metier, "technicien-cloud", "/metiers/"), (Guide, "cv", "/guides/")]
)
def test_a_changed_address_leads_on_for_ever(client, model, slug, start):
    page = model.objects.get(slug=slug)
    for new in ("premier-changement", "second-changement"):
        page.slug = new
        page.save()
    for former in (slug, "premier-changement"):
        answer = client.get(f"{start}{former}/")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"{start}second-changement/")


def test_the_former_address_of_a_draft_leads_nowhere(client):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.slug, metier.etat = "nouveau", Publication.Etat.BROUILLON
    metier.save()
    assert client.get(ADDRESS).status_code == 404


def test_a_page_that_takes_a_former_address_wins_over_the_redirection(client):
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.slug = "nouveau"
    metier.save()
    other = Metier.objects.get(slug="architecte-cloud")
    other.slug = "technicien-cloud"
    other.save()
    assert client.get(ADDRESS).status_code == 200


def test_a_changed_address_keeps_what_followed_it(editor):
    page = Metier.objects.get(slug="technicien-cloud")
    page.slug = "technicien-du-cloud"
    page.save()
    answer = editor.get("/metiers/technicien-cloud/?apercu=1")
    assert answer.headers["Location"] == "/metiers/technicien-du-cloud/?apercu=1"


@pytest.mark.parametrize("address", ["/metiers/technicien-cloud/", "/formations/bts-sio/", "/guides/cv/"])
def test_a_preview_is_left_out_of_search_engines(client, editor, address):
    mark = '<meta name="robots" content="noindex">'
    assert (mark in client.get(address).text, mark in editor.get(f"{address}?apercu=1").text) == (False, True)
