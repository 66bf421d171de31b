"""Search over the whole guide, on the real content."""

import pytest

from careerguide.search import search
from metiers.models import Metier
from tests.page import Page

pytestmark = pytest.mark.django_db


def groups(query):
    return {group["titre"]: [hit.document.slug for hit in group["hits"]] for group in search(query).groups}


def test_pages_of_every_kind_are_found_and_grouped():
    assert groups("kubernetes") == {"Certifications": ["cka", "kcsa"]}
    assert groups("carrière") == {"Parcours": ["carriere-dans-le-cloud"], "Guides": ["carriere"]}


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("ingénieure cloud", "ingenieur-cloud-computing"),
        ("INGENIEUR CLOUD COMPUTING", "ingenieur-cloud-computing"),
        ("technicien de proximité", "technicien-de-maintenance-informatique"),
        ("SRE", "ingenieur-fiabilite-des-sites"),
        ("techniciens opé", "technicien-cloud"),
    ],
)
def test_a_metier_is_found_by_any_of_its_names(query, slug):
    assert slug in groups(query)["Métiers"]


def test_mentions_come_after_the_metiers_that_have_a_page():
    found = groups("cloud")["Métiers"]
    assert found.index("technicien-cloud") < found.index("expert-cybersecurite-cloud")


def test_a_draft_is_not_found():
    Metier.objects.filter(slug="technicien-cloud").update(etat=Metier.Etat.BROUILLON)
    assert "technicien-cloud" not in groups("technicien cloud").get("Métiers", [])


@pytest.mark.parametrize("query", ["cloud", "rien de tel", "ingénieur"])
def test_a_question_costs_five_queries_whatever_it_finds(client, django_assert_num_queries, query):
    with django_assert_num_queries(5):
        assert client.get("/recherche/", {"q": query}).status_code == 200


def test_no_question_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Page(client.get("/recherche/")).text(".//h1") == "Recherche"


def test_the_page_says_how_many_it_found_and_where(client):
    page = Page(client.get("/recherche/?q=kubernetes"))
    assert page.text(".//h1") == "Résultats pour «\u00a0kubernetes\u00a0»"
    assert page.text(".//main/p[@role='status']") == "2 pages trouvées\u00a0: certifications (2)."
    assert page.texts(".//main//h2") == ["Certifications (2)"]


def test_the_page_tells_the_name_that_answered(client):
    page = Page(client.get("/recherche/?q=technicien+de+proximit%C3%A9"))
    assert page.texts(".//main//li/p[@class='note']") == ["Trouvé grâce à\u00a0: technicien de proximité"]


def test_nothing_found_says_so_and_shows_ways_out(client):
    page = Page(client.get("/recherche/?q=boulangerie"))
    assert page.texts(".//main//h2") == ["Rien ne porte ce nom"]
    assert page.links(".//main//section")[0] == ("tous les métiers", "/metiers/")


def test_a_mistyped_question_suggests_the_right_name(client):
    page = Page(client.get("/recherche/?q=tecnicien+clod"))
    assert page.links(".//main//section")[0] == (
        "Technicien cloud / technicienne cloud",
        "/metiers/technicien-cloud/",
    )


@pytest.mark.parametrize(
    "query",
    [
        "'",
        '"',
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "👩‍🎓",
        "   ",
        "%",
        "\\",
        "NEAR(",
        "a" * 8000,
        "é " * 1000,
    ],
    ids=lambda query: query[:12],
)
def test_strange_questions_are_answered(client, query):
    response = client.get("/recherche/", {"q": query})
    assert response.status_code == 200
    assert Page(response).errors == []
    assert "<script>alert" not in response.content.decode()


def test_a_page_of_results_is_not_for_search_engines(client):
    page = Page(client.get("/recherche/?q=cloud"))
    assert page.attributes(".//meta[@name='robots']", "content") == ["noindex"]
