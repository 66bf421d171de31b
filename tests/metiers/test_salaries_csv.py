"""The table of salary statements as a file: what the page shows, all of it, as numbers."""

import pytest

from metiers.models import Metier, Salaire
from tests.page import Page, download

pytestmark = pytest.mark.django_db


def salaries(client, query=""):
    return download(client, f"/salaires/?format=csv{query}")


def test_it_is_named_after_the_page(client):
    answer = client.get("/salaires/?format=csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="salaires.csv"'


def test_a_row_gives_the_words_of_the_source_and_their_equivalent_as_numbers(client):
    row = salaries(client, "&source=onisep-met-228")[0]
    assert row == {
        "métier": "ingénieur cloud computing / ingénieure cloud computing",
        "identifiant": "ingenieur-cloud-computing",
        "expérience": "débutant",
        "montant minimum": "3080,00",
        "montant maximum": "",
        "période": "mois",
        "brut ou net": "brut",
        "statut": "",
        "devise": "EUR",
        "lieu": "France",
        "pays": "France",
        "année": "",
        "type de chiffre": "éditorial (guide, article)",
        "brut par an, minimum": "36960",
        "brut par an, maximum": "",
        "brut par an, fiabilité": "Converti",
        "brut par an, formule": "3\u202f080\u00a0€ ×\u00a012 =\u00a036\u202f960\u00a0€",
        "brut par an, à savoir": "",
        "minimum légal": "",
        "vérification": "à revérifier",
        "source": "ONISEP, fiche métier ingénieur / ingénieure cloud computing (MET.228)",
        "éditeur": "ONISEP",
        "date de la source": "non daté",
        "licence de la ligne": "Open Database License (ODbL) 1.0",
        "remarque": "",
        "fiche": "http://testserver/metiers/ingenieur-cloud-computing/",
    }


def test_it_holds_what_the_filters_leave_in_the_order_asked_for(client):
    rows = salaries(client, "&pays=belgique&tri=salaire")
    assert [
        (row["expérience"], row["brut par an, minimum"], row["brut par an, maximum"]) for row in rows
    ] == [
        ("confirmé à senior", "66000", "102000"),
        ("débutant", "45600", "57600"),
    ]
    assert rows[0]["brut par an, à savoir"].startswith("Hors treizième mois")


def test_what_the_page_marks_is_marked_in_the_file(client, a_day_of_november):
    marks = [(row["minimum légal"], row["vérification"]) for row in salaries(client, "&niveau=bac")]
    assert marks == [("commence sous le SMIC", "à revérifier")] * 2 + [("", "à revérifier")]
    (dated,) = salaries(client, "&source=externatic-2024")
    assert (dated["minimum légal"], dated["vérification"]) == ("", "")


def test_it_holds_every_row_whatever_the_page(client):
    row = Salaire.objects.first()
    for _ in range(10):
        row.pk = None
        row.save()
    assert len(salaries(client, "&page=2")) == 31


def test_another_unit_stands_beside_the_gross_year_with_its_own_badge(client):
    row = salaries(client, "&unite=net-mois&pays=france&fiabilite=estime&experience=debutant")[0]
    assert (row["brut par an, minimum"], row["brut par an, fiabilité"]) == ("36960", "Converti")
    assert (row["net par mois, minimum"], row["net par mois, fiabilité"]) == ("2402", "Estimé")


def test_net_across_countries_is_gross_in_the_file_too(client):
    columns = salaries(client, "&unite=net-mois")[0]
    assert "brut par mois, minimum" in columns
    assert [name for name in columns if name.startswith("net")] == []


def test_an_amount_that_nothing_converts_says_so(client):
    belgique = Salaire.objects.filter(lieu__slug="belgique").first().lieu
    Salaire.objects.filter(nature="net", ordre=1).update(lieu=belgique)
    row = salaries(client, "&pays=belgique&niveau=bac")[0]
    assert (row["montant minimum"], row["brut par an, minimum"], row["brut par an, fiabilité"]) == (
        "1350,00",
        "",
        "Non converti",
    )


def test_a_formula_in_a_remark_is_not_run(client):
    Salaire.objects.filter(source__slug="onisep-met-228").update(remarque="=HYPERLINK(1)")
    assert salaries(client, "&source=onisep-met-228")[0]["remarque"] == "'=HYPERLINK(1)"


def test_the_pay_of_a_draft_is_not_in_it(client):
    Metier.objects.filter(slug="technicien-cloud").update(etat="brouillon")
    assert "technicien-cloud" not in {row["identifiant"] for row in salaries(client)}


def test_the_page_leads_to_the_file_of_what_it_shows(client):
    page = Page(client.get("/salaires/?pays=belgique&tri=annee&page=1"))
    links = dict(page.links())
    assert links["Télécharger en CSV"] == "/salaires/?pays=belgique&tri=annee&format=csv"


def test_the_file_costs_three_queries_whatever_its_length(client, django_assert_num_queries):
    client.get("/metiers/")
    with django_assert_num_queries(3):
        assert len(salaries(client)) == 21
