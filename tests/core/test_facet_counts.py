"""Counting the values of facets: rows are counted once, in one query, whatever the facets share."""

import pytest
from django.db.models import Case, Value, When

from core.facet_counts import Pass, count_rows, count_values, may_have_several
from formations.models import Formation
from metiers.models import Metier, Salaire

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "lookup", "several"),
    [
        (Metier, "niveau_acces", False),
        (Metier, "source", False),
        (Metier, "domaines", True),
        (Metier, "statuts__statut", True),
        (Salaire, "metier__niveau_acces", False),
        (Salaire, "metier__domaines", True),
    ],
)
def test_a_lookup_may_lead_to_several_values_by_the_relations_it_follows(model, lookup, several):
    assert may_have_several(model, lookup) is several


def test_facets_counted_together_give_what_each_gives_alone(django_assert_num_queries):
    vigueur = Case(When(en_vigueur=True, then=Value("oui")), default=Value("non"))
    rows = Formation.objects.alias(vigueur=vigueur)
    lookups = {"niveau": "niveau", "pays": "pays", "vigueur": "vigueur"}
    alone = {}
    for name, lookup in lookups.items():
        alone |= count_values([Pass(rows, {name: lookup}, {"vigueur": []})])
    with django_assert_num_queries(1):
        together = count_values([Pass(rows, lookups, {"vigueur": ["en_vigueur"]})])
    assert together == alone
    assert {value: count for (name, value), count in together.items() if name == "vigueur"} == {
        "oui": Formation.objects.filter(en_vigueur=True).count(),
        "non": Formation.objects.filter(en_vigueur=False).count(),
    }


def test_only_the_values_wanted_are_counted_of_a_lookup_that_leads_to_several():
    metier = Metier.objects.filter(statuts__statut="salarie").first()
    rows = Metier.objects.filter(pk=metier.pk)
    assert count_values(
        [Pass(rows, {"statut": "statuts__statut"}, values=["salarie"], has_several=True)]
    ) == {("statut", "salarie"): 1}


def test_rows_of_several_names_are_counted_in_one_query(django_assert_num_queries):
    rows = {"tous": Metier.objects.all(), "publiés": Metier.objects.published()}
    expected = {name: found.count() for name, found in rows.items()}
    with django_assert_num_queries(1):
        assert count_rows(rows) == expected
