"""Sources, à propos, accessibilité, santé, composants."""

import pytest
from django.db import DatabaseError, connection

from core.models import Source
from core.sources import fact_counts
from formations.models import Certification, Formation
from tests.page import Page

# --- Sources


@pytest.mark.django_db
def test_every_source_has_its_own_anchor(client):
    page = Page(client.get("/sources/"))
    assert sorted(page.attributes(".//article", "id")) == sorted(
        Source.objects.values_list("slug", flat=True)
    )


@pytest.mark.django_db
def test_a_source_says_all_that_is_known_of_it(client):
    page = Page(client.get("/sources/"))
    assert page.text(".//article[@id='externatic-2024']") == (
        "Externatic, étude de 2024 sur les salaires Sous chaque fait Externatic, 2024 "
        "Éditeur Externatic (entreprise ou fédération) Date 2024 "
        "Connue par Article sur le métier de technicien cloud "
        "Licence Non renseignée\u00a0: le document n’en dit rien Dans le guide 1 fait "
        "Étude connue par l’article qui la cite\u202f; elle n’a pas été lue elle-même."
    )


@pytest.mark.django_db
def test_a_source_known_through_another_leads_to_it(client):
    page = Page(client.get("/sources/"))
    assert page.links(".//article[@id='agoria']") == [
        ("Guide du métier d’architecte cloud en Belgique", "#guide-belge-architecte-cloud")
    ]


@pytest.mark.django_db
def test_a_new_fact_is_counted_once_and_its_history_never():
    source = Source.objects.get(slug="onisep-met-228")
    before = fact_counts()[source.pk]
    row = Certification.objects.create(slug="autre", nom="Autre", source=source)
    row.nom = "Autre encore"
    row.save()
    assert fact_counts()[source.pk] == before + 1


@pytest.mark.django_db
def test_a_source_of_a_level_counts_as_well():
    source = Source.objects.create(slug="nouvelle", titre="Nouvelle", libelle_court="Nouvelle")
    Formation.objects.filter(slug="bts-sio").update(source_niveau=source)
    assert fact_counts()[source.pk] == 1


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_sources_cost_five_queries_whatever_their_number(client, django_assert_num_queries, number):
    for rank in range(number):
        Source.objects.create(slug=f"source-{rank}", titre=f"Source {rank}", libelle_court="S")
    with django_assert_num_queries(5):
        client.get("/sources/")


# --- À propos, accessibilité


def test_about_says_how_to_reach_the_editors_when_an_address_is_set(client, settings):
    settings.CONTACT_EMAIL = "redaction@example.org"
    assert ("redaction@example.org", "mailto:redaction@example.org") in Page(client.get("/a-propos/")).links()
    settings.CONTACT_EMAIL = ""
    assert [href for _, href in Page(client.get("/a-propos/")).links() if href.startswith("mailto:")] == []


def test_about_has_the_anchors_that_other_pages_lead_to(client):
    assert Page(client.get("/a-propos/")).attributes(".//main//h2", "id") == [
        "pour-qui",
        "methode",
        "salaires",
        "contact",
        "vie-privee",
        "licences",
    ]


def test_accessibility_claims_no_rate(client):
    text = Page(client.get("/accessibilite/")).text()
    assert "partiellement conforme" in text
    assert "Aucun taux de conformité n’est donc annoncé." in text


@pytest.mark.parametrize("address", ["/a-propos/", "/accessibilite/"])
def test_pages_of_mere_text_cost_no_query(client, address):
    # Without the mark `django_db`, a query would fail.
    assert client.get(address).status_code == 200


# --- Santé


@pytest.mark.django_db
def test_a_site_that_reads_its_database_is_well(client):
    response = client.get("/sante/")
    assert (response.status_code, response.content, response["Content-Type"]) == (
        200,
        b"ok\n",
        "text/plain; charset=utf-8",
    )


@pytest.mark.django_db
def test_a_site_that_cannot_read_its_database_is_not(client, monkeypatch):
    def fail():
        raise DatabaseError("no such host")

    monkeypatch.setattr(connection, "cursor", fail)
    response = client.get("/sante/")
    assert (response.status_code, response.content.decode()) == (503, "base de données injoignable\n")


@pytest.mark.django_db
def test_health_is_never_redirected_to_tls(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/sante/").status_code == 200


# --- Composants


def test_the_components_are_shown_to_developers_only(client, settings):
    assert Page(client.get("/composants/")).text(".//h1") == "Cette page n’existe pas"
    settings.DEBUG = True
    assert client.get("/composants/").status_code == 200


def test_a_large_count_is_written_as_french_writes_it(client, settings):
    settings.DEBUG = True
    counts = Page(client.get("/composants/")).texts(".//*[@class='marche__compte']")
    assert set(counts) == {"1", "2", "4", "7", "16", "1\u202f234"}
