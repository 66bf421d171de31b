"""The pages of roadmaps, on the real content."""

import pytest

from formations.models import Certification, Etape, Formation, Parcours
from tests.page import Page

pytestmark = pytest.mark.django_db


def publish_only(model, slugs):
    model.objects.exclude(slug__in=slugs).update(etat=model.Etat.ARCHIVE)


def queries(client, address, django_assert_num_queries, number):
    with django_assert_num_queries(number):
        assert client.get(address).status_code == 200


def test_the_roadmaps_say_how_long_they_take(client):
    page = Page(client.get("/parcours/"))
    assert page.texts(".//main//h2") == [
        "Apprendre le cloud souverain",
        "Faire carrière dans le cloud",
        "Devenir architecte cloud en Belgique",
        "Sources",
    ]
    assert "11 à 21\u00a0mois en tout, à titre indicatif." in page.text()


def test_the_steps_of_a_roadmap_stand_in_order(client):
    page = Page(client.get("/parcours/devenir-architecte-cloud-belgique/"))
    assert page.texts(".//ol[@class='acces']/li//h3") == [
        "Obtenir son CESS",
        "Réussir un bachelier en Haute École",
        "Poursuivre par un master à l’université",
        "Débuter dans un métier de terrain",
        "Obtenir des certifications reconnues",
        "Devenir architecte cloud",
        "Continuer à se former",
    ]
    assert (
        page.texts(".//ol[@class='acces']/li/div[1]")[3]
        == "Étape 4 3 à 5\u00a0ans Source\u00a0: Guide belge, 2025"
    )


def test_the_tracks_to_choose_from_stand_under_their_step(client):
    page = Page(client.get("/parcours/apprendre-le-cloud-souverain/"))
    assert page.texts(".//main//h4") == [
        "Filière OVHcloud",
        "Filière open source",
        "Filière auto-hébergement (self-hosting)",
        "DevOps open source",
        "Sécurité et RGPD",
        "Architecture cloud native",
        "Data engineering éthique (ingénierie des données)",
    ]


def test_every_address_of_a_step_leads_to_its_anchor(client):
    page = Page(client.get("/parcours/apprendre-le-cloud-souverain/"))
    anchors = {element.get("id") for element in page.tree.iter("li") if element.get("id")}
    linked = {href.partition("#")[2] for _, href in page.links(".//ol[@class='etapes']")}
    assert linked == anchors


@pytest.mark.parametrize("number", [1, 3])
def test_a_roadmap_costs_as_many_queries_with_one_step_as_with_three(
    client, django_assert_num_queries, number
):
    parcours = Parcours.objects.get(slug="apprendre-le-cloud-souverain")
    first = parcours.etapes.get(slug="souverain-1-fondamentaux")
    parcours.etapes.exclude(pk=first.pk).delete()
    first.formations.add(Formation.objects.get(slug="bts-sio"))
    first.certifications.add(Certification.objects.get(slug="cka"))
    for rank in range(2, number + 1):
        step = Etape.objects.create(
            slug=f"etape-{rank}", parcours=parcours, ordre=rank, titre="Encore", source=first.source
        )
        step.ressources.set(first.ressources.all())
        step.formations.set(first.formations.all())
    queries(client, parcours.get_absolute_url(), django_assert_num_queries, 10)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_roadmaps_costs_two_queries_whatever_its_length(
    client, django_assert_num_queries, number
):
    publish_only(Parcours, list(Parcours.objects.values_list("slug", flat=True)[:number]))
    queries(client, "/parcours/", django_assert_num_queries, 2)
