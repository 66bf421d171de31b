"""The page of a formation and that of a certification, on the real content."""

import pytest

from core.models import Source
from formations.models import Formation
from tests.page import Page

pytestmark = pytest.mark.django_db


def queries(client, address, django_assert_num_queries, number):
    with django_assert_num_queries(number):
        assert client.get(address).status_code == 200


# --- Page of a formation


def test_a_formation_says_its_level_and_where_it_is_taught(client):
    page = Page(client.get("/formations/diplome-ingenieur-ensisa/"))
    assert page.texts(".//main//h2") == [
        "En bref",
        "Bon à savoir",
        "Métiers auxquels elle mène",
        "Où se former",
        "Non renseigné par nos sources",
        "Codes",
        "Sources",
    ]
    assert page.text(".//dl[@class='termes']") == (
        "Identifiant ONISEP FOR.5574 Code RNCP Non renseigné par nos sources"
    )
    assert "(ENSISA) Mulhouse" in page.text()


def test_a_former_diploma_says_what_replaced_it_and_how_this_is_known(client):
    page = Page(client.get("/formations/bts-systemes-numeriques/"))
    assert page.text(".//div[@role='note']") == (
        "Ancien diplôme Il n’est plus délivré. Remplacé par\u00a0: "
        "BTS Cybersécurité, informatique et réseaux, électronique"
    )
    assert page.texts(".//header/p[@class='note']")[0] == "Remplacement\u00a0: Source\u00a0: Réforme CIEL"


def test_a_diploma_names_the_one_that_it_replaces(client):
    links = Page(client.get("/formations/bts-ciel/")).links(".//ul[@class='lignes']")
    assert links[:2] == [
        ("BTS Systèmes numériques", "/formations/bts-systemes-numeriques/"),
        ("Source\u00a0: Réforme CIEL", "/sources/#reforme-ciel"),
    ]


def test_a_formation_leads_to_published_metiers_only(client):
    formation = Formation.objects.get(slug="bts-sio")
    address = formation.get_absolute_url()
    assert "Technicien de maintenance informatique" in Page(client.get(address)).text()
    (link,) = formation.metiers.all()
    type(link.metier).objects.filter(pk=link.metier_id).update(etat="brouillon")
    assert "Technicien de maintenance informatique" not in Page(client.get(address)).text()


def test_a_formation_is_found_in_the_roadmap_that_uses_it(client):
    assert (
        "Devenir architecte cloud en Belgique\u00a0: Obtenir son CESS",
        "/parcours/devenir-architecte-cloud-belgique/#architecte-belgique-1-cess",
    ) in Page(client.get("/formations/cess/")).links()


@pytest.mark.parametrize("number", [1, 3])
def test_a_formation_costs_as_many_queries_with_one_metier_as_with_three(
    client, django_assert_num_queries, number
):
    formation = Formation.objects.get(slug="diplome-ingenieur-ensisa")
    (link,) = formation.metiers.all()
    others = type(link.metier).objects.published().exclude(pk=link.metier_id)[: number - 1]
    for metier in others:
        formation.metiers.create(metier=metier, source=link.source)
    queries(client, formation.get_absolute_url(), django_assert_num_queries, 10)


# --- Certifications


def test_what_no_source_says_of_a_certification_is_said(client):
    page = Page(client.get("/certifications/ccna/"))
    assert page.text(".//section[@aria-labelledby='en-bref']") == (
        "En bref Organisme Cisco Niveau de l’examen Non renseigné par nos sources "
        "Coût de l’examen Non renseigné par nos sources Préparation Non renseigné par nos sources "
        "Validité Non renseigné par nos sources"
    )


def test_a_certification_names_the_metiers_that_ask_for_it(client):
    page = Page(client.get("/certifications/ccna/"))
    assert page.texts(".//ul[@class='lignes']/li/h3") == [
        "Technicien de maintenance informatique / technicienne de maintenance informatique"
    ]


def test_a_certification_costs_three_queries(client, django_assert_num_queries):
    queries(client, "/certifications/ccna/", django_assert_num_queries, 3)


# --- Drafts and former addresses


@pytest.fixture
def draft():
    """Return a formation that an editor is still writing."""
    return Formation.objects.create(
        slug="licence-cybersecurite",
        intitule="Licence en cybersécurité",
        type=Formation.Type.LICENCE_PRO,
        pays="FR",
        source=Source.objects.get(slug="connaissance-generale"),
    )


def test_a_draft_is_seen_nowhere(client, draft):
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(f"{draft.get_absolute_url()}?apercu=1").status_code == 404
    assert "cybersécurité" not in Page(client.get("/formations/?type=licence-pro")).text(".//main//article")


def test_an_editor_sees_a_draft_in_preview_and_is_told(admin_client, draft):
    page = Page(admin_client.get(f"{draft.get_absolute_url()}?apercu=1"))
    assert (
        page.text(".//div[@role='note']")
        == "Aperçu Cette page n’est pas publiée\u00a0: seule l’équipe du guide la voit."
    )
    assert admin_client.get(draft.get_absolute_url()).status_code == 404


def test_a_former_address_leads_to_the_present_one(client):
    formation = Formation.objects.get(slug="bts-sio")
    formation.slug = "bts-services-informatiques"
    formation.save()
    response = client.get("/formations/bts-sio/")
    assert (response.status_code, response["Location"]) == (301, "/formations/bts-services-informatiques/")


def test_what_no_source_says_of_a_formation_is_one_list_and_not_a_page_of_empty_sections(client):
    Formation.objects.filter(slug="bts-sio").update(acces="Avec le bac.", poursuites="", description="")
    page = Page(client.get("/formations/bts-sio/"))
    headings = page.texts(".//h2")
    assert "Y entrer" in headings
    assert "Poursuivre ses études" not in headings
    missing = next(s for s in page.texts(".//section") if s.startswith("Non renseigné par nos sources"))
    assert "Poursuivre ses études" in missing
    assert "Y entrer" not in missing
