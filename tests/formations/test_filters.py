"""The facets and orders of the list of formations, on the real content."""

import pytest

from formations.filters import FormationFacets
from formations.models import Formation

pytestmark = pytest.mark.django_db


def facets(rf, query=""):
    return FormationFacets(rf.get(f"/formations/?{query}"), Formation.objects.published())


def counts(facets, param):
    (group,) = [group for group in facets.groups if group.param == param]
    return {value.label: value.count for value in group.values}


def test_each_level_counts_its_formations(rf):
    assert counts(facets(rf), "niveau") == {
        "CAP": 2,
        "Bac": 4,
        "Bac + 2": 5,
        "Bac + 3": 6,
        "Bac + 5": 10,
        "Bac + 8": 0,
    }


def test_former_diplomas_are_counted_apart(rf):
    assert counts(facets(rf), "vigueur") == {"Diplôme en vigueur": 25, "Ancien diplôme": 4}


def test_former_diplomas_can_be_chosen(rf):
    assert list(facets(rf, "vigueur=non").rows.order_by("slug").values_list("slug", flat=True)) == [
        "bac-pro-systemes-numeriques",
        "bep-bureautique",
        "bts-systemes-numeriques",
        "dut-informatique",
    ]


def test_the_count_of_a_facet_ignores_its_own_choice(rf):
    chosen = facets(rf, "pays=belgique")
    assert counts(chosen, "pays") == {"France": 23, "Belgique": 6}
    assert counts(chosen, "niveau")["Bac"] == 1


def test_an_unknown_value_is_ignored_and_named(rf):
    chosen = facets(rf, "niveau=bac-42&type=bts")
    assert [(value.label, value.value) for value in chosen.ignored] == [("Niveau", "bac-42")]
    assert chosen.rows.count() == 4


def test_the_order_by_name_does_not_mind_capitals():
    names = list(Formation.objects.published().ordered("nom").values_list("intitule", flat=True))
    assert names[0] == "Bac professionnel Cybersécurité, informatique et réseaux, électronique"
    assert names.index("Bachelor Systèmes et Réseaux") < names.index("BEP bureautique")


def test_formations_without_a_level_come_last():
    rows = list(Formation.objects.published().ordered("niveau"))
    assert [row.slug for row in rows[-2:]] == ["formations-continues-belgique", "vae"]
