"""The orders of the lists of formations and of certifications: those of Python, what is unknown last."""

import pytest

from formations.filters import CERTIFICATION_ORDERS, FORMATION_ORDERS
from formations.models import Formation

pytestmark = pytest.mark.django_db


def test_the_order_by_name_does_not_mind_capitals():
    names = list(Formation.objects.published().ordered("nom").values_list("intitule", flat=True))
    assert names[0] == "Bac professionnel Cybersécurité, informatique et réseaux, électronique"
    assert names.index("Bachelor Systèmes et Réseaux") < names.index("BEP bureautique")


def test_formations_without_a_level_come_last():
    rows = list(Formation.objects.published().ordered("niveau"))
    assert [row.slug for row in rows[-2:]] == ["formations-continues-belgique", "vae"]


def last(value, *others):
    """Return a key that puts what is unknown last."""
    return (value is None, *others, value or 0)


def days(page):
    return page.verifie_le and -page.verifie_le.toordinal()


KEYS = {
    "niveau": lambda f: last(f.niveau),
    "nom": lambda page: 0,
    "duree": lambda f: last(f.duree_annees),
    "recent": lambda page: last(days(page)),
    "cout": lambda c: last(c.cout, c.devise),
    "preparation": lambda c: (last(c.preparation_max), last(c.preparation_min)),
    "validite": lambda c: last(c.validite and -c.validite),
}


@pytest.mark.parametrize("order", FORMATION_ORDERS)
def test_each_order_of_formations_is_that_of_python_then_by_name(formations, order):
    formations.filter(niveau=5).update(verifie_le=None)
    formations.filter(niveau=3).update(verifie_le="2025-01-01")
    by_name = formations.ordered("nom")
    assert list(formations.ordered(order)) == sorted(by_name, key=KEYS[order])


@pytest.mark.parametrize("order", CERTIFICATION_ORDERS)
def test_each_order_of_certifications_is_that_of_python_then_by_name(certifications, order):
    certifications.filter(validite=12).update(verifie_le="2025-01-01")
    by_name = certifications.ordered("nom")
    assert list(certifications.ordered(order)) == sorted(by_name, key=KEYS[order])
