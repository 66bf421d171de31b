"""The pages that are kept until a page of the guide changes."""

import pytest
from django.core.cache import cache
from django.db import DatabaseError

from core.models import Domaine, Source
from core.search.engine import Engine
from metiers.models import Metier
from tests.page import Page

ADDRESSES = ["/metiers/parcourir/", "/metiers/parcourir/lettre/t/", "/formations/parcourir/", "/sources/"]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def memory(settings):
    """The memory of a process, which tests are otherwise without."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    yield
    cache.clear()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_made_once(client, django_assert_num_queries, address):
    first = client.get(address)
    with django_assert_num_queries(1):
        again = client.get(address)
    assert (again.content, again.headers) == (first.content, first.headers)


def test_a_page_is_kept_with_what_its_reader_has_chosen(client):
    client.get("/metiers/parcourir/lettre/t/")
    links = Page(client.get("/metiers/parcourir/lettre/t/?mon_niveau=bac")).links()
    assert ("Technicien cloud / technicienne cloud", "/metiers/technicien-cloud/?mon_niveau=bac") in links


def test_a_change_is_seen_as_soon_as_it_is_saved(client, django_capture_on_commit_callbacks):
    client.get("/metiers/parcourir/lettre/z/")
    metier = Metier.objects.get(slug="technicien-cloud")
    metier.nom_masculin, metier.nom_feminin = "zingueur", "zingueuse"
    with django_capture_on_commit_callbacks(execute=True):
        metier.save()
    links = Page(client.get("/metiers/parcourir/lettre/z/")).links()
    assert ("Zingueur / zingueuse", "/metiers/technicien-cloud/") in links


def test_a_shelf_that_does_not_exist_is_never_kept(client):
    for _ in range(2):
        assert client.get("/metiers/parcourir/lettre/zz/").status_code == 404


def test_without_an_index_nothing_is_kept(client, django_assert_num_queries, monkeypatch):
    def broken(self):
        raise DatabaseError("no such table: core_search_state")

    client.get("/metiers/parcourir/lettre/t/")
    monkeypatch.setattr(Engine, "version", broken)
    with django_assert_num_queries(3):
        assert client.get("/metiers/parcourir/lettre/t/").status_code == 200


def counted(client):
    facets = client.get("/metiers/").context["facets"]
    return {group.param: {value.value: value.count for value in group.values} for group in facets.groups}


def test_what_the_facets_of_a_list_offer_is_kept_but_not_what_they_count(client, django_assert_num_queries):
    before = counted(client)
    with django_assert_num_queries(7):
        assert counted(client) == before
    Metier.objects.filter(niveau_acces=5).update(etat="brouillon")
    after = counted(client)
    assert {param: list(values) for param, values in after.items()} == {
        param: list(values) for param, values in before.items()
    }
    assert (before["niveau"]["bac-2"], after["niveau"]["bac-2"]) == (1, 0)


def test_what_is_not_offered_is_understood_when_an_address_asks_for_it(client):
    client.get("/metiers/")
    Domaine.objects.create(slug="nouveau", nom="nouveau", source=Source.objects.first())
    assert client.get("/metiers/?domaine=nouveau").context["facets"].ignored == []
    assert len(client.get("/metiers/?domaine=inconnu").context["facets"].ignored) == 1
