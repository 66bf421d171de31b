"""What a search finds formations, certifications and roadmaps by."""

import pytest

from core.search.base import find
from formations.models import Formation
from formations.search import certification_documents, formation_documents, parcours_documents

pytestmark = pytest.mark.django_db


def found(query, documents):
    return [(hit.document.slug, hit.trouve) for hit in find(query, documents)]


def test_a_formation_is_found_by_its_usual_name():
    assert found("bts sio", formation_documents()) == [("bts-sio", "BTS SIO")]


def test_a_certification_is_found_by_its_initials_in_any_case():
    assert found("cka", certification_documents()) == [("cka", "")]


def test_a_certification_is_found_by_who_delivers_it():
    assert found("cisco", certification_documents()) == [("ccna", "")]
    assert found("red hat", certification_documents()) == [("rhcsa", "")]
    assert found("peoplecert", certification_documents()) == [("itil", "PeopleCert")]


def test_a_roadmap_is_found_by_its_title():
    assert found("faire carriere", parcours_documents()) == [("carriere-dans-le-cloud", "")]


def test_a_draft_is_not_found():
    Formation.objects.filter(slug="bts-sio").update(etat=Formation.Etat.BROUILLON)
    assert found("bts sio", formation_documents()) == []


def test_each_kind_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(3):
        formation_documents()
        certification_documents()
        parcours_documents()
