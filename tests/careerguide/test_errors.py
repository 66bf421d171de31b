"""What went wrong is said in French, with a way back."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.template import TemplateDoesNotExist
from django.test import Client

from careerguide import errors
from core.models import Synonyme
from formations.models import Formation
from tests.page import Page

ADDRESSES = [
    "/",
    "/metiers/",
    "/formations/bts-sio/",
    "/recherche/",
    "/sante/",
    "/robots.txt",
    "/sitemap.xml",
]


def heading(response):
    return Page(response).text(".//h1")


def way_back(response):
    return ("Revenir à l’accueil", "/") in Page(response).links()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/metiers/technicien-clou/", "/metiers/technicien-cloud/"),
        ("/metiers/Technicien%20Cloud/", "/metiers/technicien-cloud/"),
        ("/metiers/inge%CC%81nieur-cloud-computing/", "/metiers/ingenieur-cloud-computing/"),
        ("/formations/bts-sios/", "/formations/bts-sio/"),
        ("/certifications/cka1/", "/certifications/cka/"),
        ("/parcours/carriere-cloud/", "/parcours/carriere-dans-le-cloud/"),
        ("/guides/negotiation/", "/guides/negociation/"),
    ],
)
def test_an_unknown_page_shows_near_names(client, address, near):
    response = client.get(address)
    assert (response.status_code, heading(response)) == (404, "Cette page n’existe pas")
    assert near in [href for _, href in Page(response).links(".//main//ul")]
    assert way_back(response)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nulle/part/", "/metiers/a/b/c/", "/nulle-part/", "/metiers/zzzzzzzz/"])
def test_an_address_that_resembles_nothing_offers_a_search(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert (
        Page(response).text(".//main//p[2]")
        == "L’adresse est peut-être mal recopiée, ou la page a été retirée."
    )
    assert way_back(response)


@pytest.mark.django_db
def test_near_names_cost_four_queries(django_assert_num_queries, ask_anew):
    errors.near_pages("/formations/bts-sios/")
    ask_anew()
    with django_assert_num_queries(4):
        assert errors.near_pages("/formations/bts-sios/")[0].slug == "bts-sio"


@pytest.mark.django_db
def test_a_draft_is_never_suggested():
    Formation.objects.filter(slug="bts-sio").update(etat=Formation.Etat.BROUILLON)
    assert "bts-sio" not in [document.slug for document in errors.near_pages("/formations/bts-sios/")]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_what_is_only_read_refuses_the_rest(method, address):
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert heading(response) == "Cette page se lit, rien de plus"
    assert way_back(response)


@pytest.mark.parametrize("address", ["/?q=%00", "/metiers/%00/", "/recherche/?q=a%00b"])
def test_a_nul_byte_is_refused(client, address):
    response = client.get(address)
    assert (response.status_code, heading(response)) == (400, "Cette adresse ne se comprend pas")
    assert "L’adresse demandée contient un caractère interdit." in Page(response).text()
    assert way_back(response)


def test_an_endless_address_is_refused(client):
    response = client.get("/metiers/?" + "a" * 10_000)
    assert response.status_code == 400
    assert "L’adresse demandée est trop longue." in Page(response).text()


def test_a_host_that_is_not_ours_is_refused_without_its_name(client):
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


def test_a_reason_of_django_is_not_shown(rf):
    response = errors.bad_request(rf.get("/"), ValueError("Invalid HTTP_HOST header"))
    assert "HTTP_HOST" not in response.content.decode()
    response = errors.bad_request(rf.get("/"), BadRequest("Une raison."))
    assert "Une raison." in Page(response).text()


def test_a_page_for_editors_says_so(rf):
    response = errors.permission_denied(rf.get("/"), PermissionDenied())
    assert (response.status_code, heading(response)) == (403, "Cette page ne vous est pas ouverte")
    assert way_back(response)


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_french():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a", "password": "b"})
    assert (response.status_code, heading(response)) == (403, "Cette page ne vous est pas ouverte")
    assert "Le formulaire a été envoyé trop tard" in Page(response).text()


def test_a_breakdown_asks_the_database_nothing(rf):
    # Without the mark `django_db`, a query would fail.
    response = errors.server_error(rf.get("/"))
    assert (response.status_code, heading(response)) == (500, "Le site est en panne")
    assert way_back(response)


def test_a_breakdown_of_the_templates_is_still_told_in_french(rf, monkeypatch):
    def fail(name):
        raise TemplateDoesNotExist(name)

    monkeypatch.setattr(errors, "render_to_string", fail)
    response = errors.server_error(rf.get("/"))
    page = Page(response)
    assert (response.status_code, page.errors) == (500, [])
    assert page.text(".//h1") == "Le site est en panne"
    assert page.links(".//body") == [("Revenir à l’accueil", "/")]


@pytest.mark.django_db
def test_a_view_that_breaks_answers_500(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("careerguide.views.home", lambda: 1 / 0)
    assert heading(client.get("/")) == "Le site est en panne"


@pytest.mark.django_db
def test_the_sixth_failed_login_is_refused_in_french(client):
    for _ in range(5):
        response = client.post("/admin/login/", {"username": "redaction", "password": "faux"})
    assert (response.status_code, heading(response)) == (429, "Trop d’essais de connexion")
    assert way_back(response)


@pytest.mark.django_db
def test_an_editor_who_saves_while_an_import_writes_is_told_to_send_it_again(admin_client, monkeypatch):
    def locked(*args, **options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Synonyme, "save", locked)
    response = admin_client.post(
        "/admin/core/synonyme/add/", {"terme": "zingomancien", "equivalents": "luthier"}
    )
    assert (response.status_code, heading(response)) == (503, "Le guide est occupé à écrire")
    assert response["Retry-After"] == "60"
    assert way_back(response)


@pytest.mark.django_db
def test_another_failure_of_the_database_is_still_a_failure(admin_client, monkeypatch):
    def broken(*args, **options):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(Synonyme, "save", broken)
    with pytest.raises(OperationalError):
        admin_client.post("/admin/core/synonyme/add/", {"terme": "zingomancien", "equivalents": "luthier"})
