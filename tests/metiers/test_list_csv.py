"""The list of métiers as a file: what the cards show, of every métier that is found."""

import pytest

from metiers.models import Metier
from tests.page import Page, download

pytestmark = pytest.mark.django_db


def test_a_row_gives_a_metier_with_its_beginners_pay_its_badge_and_its_sources(client):
    (row,) = download(client, "/metiers/?format=csv&niveau=bac")
    assert row == {
        "nom masculin": "technicien de maintenance informatique",
        "nom féminin": "technicienne de maintenance informatique",
        "identifiant": "technicien-de-maintenance-informatique",
        "accroche": "Trouver la panne, réparer, prévenir la suivante : ce métier garde en état de "
        "marche tout le parc informatique d’une organisation.",
        "niveau d’accès minimum": "Bac",
        "niveau européen": "4",
        "années d’études minimum après le bac": "0",
        "années d’études maximum après le bac": "3",
        "pays": "France",
        "palier": "",
        "statuts": "salarié | indépendant ou freelance | créateur d’entreprise",
        "domaines": "support et maintenance",
        "centres d’intérêt": "",
        "codes ROME": "I1401",
        "certifications demandées": "Certification Microsoft | Cisco Certified Network Associate (CCNA) | "
        "CompTIA A+ | ITIL",
        "vérifié le": "2026-11-21",
        "source": "Sup de Vinci, article sur le technicien de maintenance informatique",
        "éditeur": "Sup de Vinci",
        "date de la source": "non daté",
        "licence de la ligne": "CC BY 4.0",
        "salaire débutant, selon la source": "1\u202f350 à 1\u202f600\u00a0€ net par mois",
        "salaire débutant, brut par an, minimum": "20769",
        "salaire débutant, brut par an, maximum": "24615",
        "salaire débutant, brut par an, fiabilité": "Estimé",
        "salaire débutant, brut par an, formule": "1\u202f350\u00a0à\u00a01\u202f600\u00a0€ "
        "÷\u00a00,78 ×\u00a012 =\u00a020\u202f769\u00a0à\u00a024\u202f615\u00a0€",
        "salaire débutant, brut par an, à savoir": "",
        "salaire débutant, année": "",
        "salaire débutant, source": "Sup de Vinci, article sur le technicien de maintenance informatique",
        "salaire débutant, licence": "CC BY 4.0",
        "page": "http://testserver/metiers/technicien-de-maintenance-informatique/",
    }


def test_the_unit_and_the_level_of_the_reader_are_columns_more(client):
    (row,) = download(client, "/metiers/?format=csv&unite=net-mois&mon_niveau=bac&niveau=bac-2")
    assert row["depuis le bac"] == "2\u00a0ans d’études"
    assert (
        row["salaire débutant, brut par an, minimum"],
        row["salaire débutant, net par mois, minimum"],
    ) == (
        "23000",
        "1495",
    )
    assert row["salaire débutant, net par mois, fiabilité"] == "Estimé"


def test_net_across_countries_is_gross_in_the_file_too(client):
    rows = download(client, "/metiers/?format=csv&unite=net-mois")
    assert [name for name in rows[0] if "net" in name.split()] == []
    pay = {row["identifiant"]: row["salaire débutant, brut par mois, minimum"] for row in rows}
    assert (pay["architecte-cloud"], pay["technicien-cloud"]) == ("3800", "1917")


def test_a_metier_whose_pay_no_source_gives_has_empty_cells(client):
    rows = download(client, "/metiers/?format=csv&domaine=donnees")
    assert [[cell for name, cell in row.items() if name.startswith("salaire")] for row in rows] == [[""] * 9]


@pytest.mark.parametrize("query", ["tri=salaire", "mon_niveau=bac", "pays=france&tri=niveau&page=2"])
def test_it_holds_every_metier_found_in_the_order_of_the_page(client, query):
    page = Page(client.get(f"/metiers/?{query}"))
    cards = page.links(".//h3[@class='metier__nom']")
    rows = download(client, f"/metiers/?{query}&format=csv")
    assert [f"/metiers/{row['identifiant']}/" for row in rows] == [url.split("?")[0] for _, url in cards]


def test_a_draft_and_what_it_asks_for_are_not_in_it(client):
    Metier.objects.filter(slug="technicien-cloud").update(etat="brouillon")
    rows = download(client, "/metiers/?format=csv")
    assert (len(rows), "technicien-cloud" in {row["identifiant"] for row in rows}) == (15, False)


def test_a_certification_that_is_not_published_is_not_named(client):
    link = Metier.objects.get(slug="technicien-de-maintenance-informatique").certifications.first()
    type(link.certification).objects.filter(slug="itil").update(etat="brouillon")
    (row,) = download(client, "/metiers/?format=csv&niveau=bac")
    assert "ITIL" not in row["certifications demandées"]


def test_the_page_leads_to_the_file_of_what_it_shows(client):
    links = dict(Page(client.get("/metiers/?pays=france&tri=niveau&page=1")).links())
    assert links["Télécharger en CSV"] == "/metiers/?pays=france&tri=niveau&format=csv"


@pytest.mark.parametrize(("query", "rows"), [("niveau=bac", 1), ("", 16)])
def test_it_costs_a_query_more_than_the_page_whatever_its_length(
    client, django_assert_num_queries, query, rows
):
    client.get("/metiers/")
    with django_assert_num_queries(11):
        assert len(download(client, f"/metiers/?format=csv&{query}")) == rows
