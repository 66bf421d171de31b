"""The pages of formations and certifications, on the real content."""

import pytest

from core.models import Source
from formations.models import Certification, Formation
from tests.page import Page

pytestmark = pytest.mark.django_db

ENGINEERS = ["diplome-ingenieur-ensisa", "diplome-ingenieur-imt-mines-ales", "diplome-ingenieur-esaip"]


def publish_only(model, slugs):
    model.objects.exclude(slug__in=slugs).update(etat=model.Etat.ARCHIVE)


def queries(client, address, django_assert_num_queries, number):
    with django_assert_num_queries(number):
        assert client.get(address).status_code == 200


# --- List of formations


def test_the_list_counts_what_it_found(client):
    page = Page(client.get("/formations/?vigueur=non"))
    assert page.texts(".//main//h2") == ["4 formations trouvées"]
    assert page.texts(".//main//h3") == [
        "BEP bureautique",
        "Bac professionnel Systèmes numériques",
        "BTS Systèmes numériques",
        "DUT informatique",
    ]


def test_a_row_says_what_the_formation_leads_to_and_what_replaced_it(client):
    page = Page(client.get("/formations/?vigueur=non&type=dut"))
    assert page.texts(".//article") == [
        "DUT informatique Bac\u00a0+\u00a02 DUT Ancien diplôme, remplacé par BUT Informatique "
        "Mène à technicien cloud Source\u00a0: Article technicien cloud, 2026 Comparer DUT informatique"
    ]


def test_one_formation_is_singular(client):
    assert Page(client.get("/formations/?type=dut")).texts(".//main//h2") == ["1 formation trouvée"]


def test_the_active_filters_can_be_removed_one_by_one(client):
    page = Page(client.get("/formations/?niveau=bac-5&pays=belgique"))
    assert page.links(".//ul[@class='filtres-actifs']") == [
        ("Retirer\u00a0: Bac + 5", "/formations/?pays=belgique"),
        ("Retirer\u00a0: Belgique", "/formations/?niveau=bac-5"),
        ("Tout effacer", "/formations/"),
    ]


def test_values_that_mean_nothing_are_named(client):
    page = Page(client.get("/formations/?niveau=bac-42&tri=hasard&couleur=bleu"))
    assert (
        page.text(".//main//div[@role='status']")
        == "Ces valeurs ont été ignorées Niveau\u00a0: «\u00a0bac-42\u00a0» Tri\u00a0: «\u00a0hasard\u00a0»"
    )
    assert page.texts(".//main//h2") == ["29 formations trouvées"]


def test_an_empty_list_says_which_filter_to_drop(client):
    page = Page(client.get("/formations/?type=dut&pays=belgique"))
    assert page.text(".//ul[@class='liste-simple']") == (
        "Ne plus filtrer par «\u00a0Type de diplôme\u00a0»\u00a0: 6 formations "
        "Ne plus filtrer par «\u00a0Pays\u00a0»\u00a0: 1 formation Voir toutes les formations"
    )


def test_a_page_beyond_the_end_shows_the_last_one(client):
    page = Page(client.get("/formations/?page=99&tri=nom"))
    assert len(page.texts(".//article")) == 5
    assert page.links(".//nav[@class='pagination']") == [
        ("Précédente", "/formations/?tri=nom"),
        ("Page 1", "/formations/?tri=nom"),
    ]


@pytest.mark.parametrize("slugs", [ENGINEERS[:1], ENGINEERS])
def test_the_list_costs_as_many_queries_for_one_as_for_three(client, django_assert_num_queries, slugs):
    publish_only(Formation, slugs)
    queries(client, "/formations/", django_assert_num_queries, 8)


# --- Page of a formation


def test_a_formation_says_its_level_and_where_it_is_taught(client):
    page = Page(client.get("/formations/diplome-ingenieur-ensisa/"))
    assert page.texts(".//main//h2") == [
        "En bref",
        "Bon à savoir",
        "Métiers auxquels elle mène",
        "Où se former",
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
        "Ancien diplôme Il n’est plus délivré. Remplacé par : "
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
    queries(client, formation.get_absolute_url(), django_assert_num_queries, 8)


# --- Certifications


def test_certifications_stand_side_by_side_in_a_table(client):
    page = Page(client.get("/certifications/"))
    rows = page.texts(".//tbody/tr")
    assert len(rows) == 12
    assert rows[4] == (
        "CKACertified Kubernetes Administrator CNCF avancé 300\u00a0$ 3 à 4\u00a0mois 3 ans voir la note "
        "Source\u00a0: Guide cloud souverain Comparer Certified Kubernetes Administrator (CKA)"
    )
    assert page.texts(".//thead//th") == [
        "Certification",
        "Organisme",
        "Niveau",
        "Coût",
        "Préparation",
        "Validité",
        "Source",
        "Côte à côte",
    ]


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


@pytest.mark.parametrize("slugs", [["cka"], ["cka", "kcsa", "lfcs"]])
def test_the_table_costs_one_query_whatever_its_length(client, django_assert_num_queries, slugs):
    publish_only(Certification, slugs)
    queries(client, "/certifications/", django_assert_num_queries, 1)


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
        == "Aperçu Cette page n’est pas publiée : seule l’équipe du guide la voit."
    )
    assert admin_client.get(draft.get_absolute_url()).status_code == 404


def test_a_former_address_leads_to_the_present_one(client):
    formation = Formation.objects.get(slug="bts-sio")
    formation.slug = "bts-services-informatiques"
    formation.save()
    response = client.get("/formations/bts-sio/")
    assert (response.status_code, response["Location"]) == (301, "/formations/bts-services-informatiques/")
