"""The table of every salary statement."""

import pytest

from metiers.models import Metier, Salaire
from tests.page import parse, words

pytestmark = pytest.mark.django_db


def rows_of(client):
    return parse(client.get("/salaires/")).findall(".//table/tbody/tr")


def test_there_is_one_row_per_statement_each_with_its_source(client):
    rows = rows_of(client)
    assert len(rows) == Salaire.objects.count() == 21
    for row in rows:
        assert row[0].tag == "th"
        assert row.find(".//a[@class='source']").get("href").startswith("/sources/#")


def test_a_row_says_what_the_source_says_and_the_same_per_year(client):
    row = next(row for row in rows_of(client) if words(row[0]).startswith("Ingénieur cloud computing"))
    assert words(row[0]).endswith("Débutant, France")
    assert words(row[1]) == "dès 36\u202f960\u00a0€3\u202f080\u00a0€ ×\u00a012 =\u00a036\u202f960\u00a0€"
    assert words(row[2]) == "Converti"
    assert words(row[3]).startswith("à partir de 3\u202f080\u00a0€ brut par mois")
    assert words(row[4]) == "sans année À revérifier"


def test_rows_stand_by_metier_in_the_order_of_a_dictionary(client):
    names = [words(row[0].find("a")) for row in rows_of(client)]
    assert names == sorted(names, key=str.casefold)


def test_the_pay_of_a_draft_is_not_shown(client):
    before = len(rows_of(client))
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.etat = "brouillon"
    metier.save()
    assert len(rows_of(client)) == before - 3


@pytest.mark.parametrize("kept", [1, 3, 21])
def test_the_table_costs_two_queries_whatever_its_length(client, django_assert_num_queries, kept):
    client.get("/metiers/")
    Salaire.objects.exclude(pk__in=list(Salaire.objects.values_list("pk", flat=True)[:kept])).delete()
    with django_assert_num_queries(2):
        assert len(rows_of(client)) == kept
