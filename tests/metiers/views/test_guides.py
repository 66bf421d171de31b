"""The pages of guides, on the real content."""

import pytest

from metiers.models import Guide
from metiers.views.guides import grouped
from tests.page import Page

pytestmark = pytest.mark.django_db


def test_the_guides_stand_in_their_order(client):
    assert Page(client.get("/guides/")).links(".//article") == [
        ("Construire son CV", "/guides/cv/"),
        ("Monter un portfolio de projets", "/guides/portfolio/"),
        ("Préparer ses entretiens", "/guides/entretien/"),
        ("Se faire un réseau", "/guides/reseau/"),
        ("Négocier son salaire", "/guides/negociation/"),
        ("Faire évoluer sa carrière", "/guides/carriere/"),
        ("Des organisations à connaître", "/guides/organisations/"),
    ]


def test_what_follows_an_order_is_numbered(client):
    page = Page(client.get("/guides/cv/"))
    assert page.texts(".//main//ol[@class='lignes']/li/h3") == [
        "1. Nom et contact",
        "2. Résumé professionnel",
        "3. Compétences techniques",
        "4. Expérience professionnelle",
        "5. Projets personnels",
        "6. Formation et certifications",
    ]
    assert page.texts(".//main//ul[@class='lignes']/li/h3") == [
        "Chiffrer ses réalisations",
        "Employer les mots-clés du secteur",
        "Valoriser ses projets cloud",
        "Mentionner ses certifications",
    ]


def test_a_section_of_one_source_names_it_once(client):
    page = Page(client.get("/guides/cv/"))
    assert page.texts(".//div[@class='section__tete']") == [
        "Les rubriques, dans l’ordre Source\u00a0: Guide cloud souverain",
        "Conseils Source\u00a0: Guide cloud souverain",
    ]
    assert page.texts(".//main//ol[@class='lignes']//a") == []


def test_the_questions_of_an_interview_stand_by_kind(client):
    page = Page(client.get("/guides/entretien/"))
    assert page.texts(".//main//h2") == [
        "Conseils",
        "Questions techniques",
        "Questions sur votre manière de travailler",
        "Sources",
    ]


def test_a_doubtful_resource_says_so(client):
    items = Page(client.get("/guides/reseau/")).texts(".//ul[@class='liste-simple']/li")
    assert [item.split(" À vérifier")[0] for item in items if "À vérifier" in item] == [
        "Slack OVHcloud Community",
        "Stack Overflow français",
    ]


def test_an_event_says_where_it_takes_place(client):
    items = Page(client.get("/guides/reseau/")).texts(".//ul[@class='liste-simple']/li")
    assert items[5].startswith("DevOpsDays Paris (Paris)")


def test_organisations_say_what_they_are(client):
    page = Page(client.get("/guides/organisations/"))
    assert len(page.texts(".//ul[@class='lignes']/li/h3")) == 5


def test_the_career_guide_leads_to_its_roadmap(client):
    assert ("Faire carrière dans le cloud", "/parcours/carriere-dans-le-cloud/") in Page(
        client.get("/guides/carriere/")
    ).links()


def test_points_of_an_unforeseen_kind_come_last_under_their_own_name():
    guide = Guide.objects.get(slug="cv")
    guide.points.create(type="avantage", titre="Se lit vite", source=guide.source)
    assert [group.titre for group in grouped(guide.points.all())] == [
        "Les rubriques, dans l’ordre",
        "Conseils",
        "Point fort",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_one_query_whatever_its_length(client, django_assert_num_queries, number):
    kept = list(Guide.objects.values_list("pk", flat=True)[:number])
    Guide.objects.exclude(pk__in=kept).update(etat=Guide.Etat.ARCHIVE)
    with django_assert_num_queries(1):
        assert client.get("/guides/").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_a_guide_costs_as_many_queries_with_one_row_of_each_kind_as_with_three(
    client, django_assert_num_queries, number
):
    guide, full = Guide.objects.get(slug="reseau"), Guide.objects.get(slug="organisations")
    guide.points.exclude(pk__in=list(guide.points.values_list("pk", flat=True)[:number])).delete()
    guide.ressources.set(guide.ressources.all()[4 : 4 + number])
    guide.organisations.set(full.organisations.all()[:number])
    for rank in range(number):
        guide.questions.create(type="faq", question=f"Question {rank}", source=guide.source)
    with django_assert_num_queries(11):
        assert client.get("/guides/reseau/").status_code == 200


def test_a_draft_is_not_shown(client):
    Guide.objects.filter(slug="cv").update(etat=Guide.Etat.BROUILLON)
    assert client.get("/guides/cv/").status_code == 404
    assert len(Page(client.get("/guides/")).links(".//article")) == 6
