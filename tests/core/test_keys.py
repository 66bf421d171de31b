"""Rows by their keys, as many as there may be."""

import pytest

from core.keys import Among
from metiers.models import Metier

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("others", [[], range(1_000_000, 1_100_000)])
def test_rows_are_found_among_any_number_of_keys(others):
    wanted = list(Metier.objects.order_by("slug").values_list("pk", flat=True)[:3])
    found = Metier.objects.filter(Among([*wanted, *others]))
    assert sorted(found.values_list("pk", flat=True)) == sorted(wanted)
    assert found.count() == 3


def test_no_row_is_among_no_keys():
    assert list(Metier.objects.filter(Among([]))) == []


def test_each_part_of_a_query_may_have_its_own_keys():
    first, second, third = Metier.objects.order_by("slug")[:3]
    both = Metier.objects.order_by().filter(Among([first.pk, second.pk]), Among([second.pk, third.pk]))
    other = Metier.objects.order_by().filter(Among([third.pk]))
    assert {metier.pk for metier in both.union(other)} == {second.pk, third.pk}
