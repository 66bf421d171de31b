"""What search engines are told."""

import re

import pytest

from formations.models import Formation
from metiers.models import Metier

pytestmark = pytest.mark.django_db


def addresses(client):
    text = client.get("/sitemap.xml").content.decode()
    return [found.removeprefix("http://testserver") for found in re.findall("<loc>(.*?)</loc>", text)]


def test_every_address_of_the_sitemap_answers(client):
    found = addresses(client)
    assert len(found) == len(set(found)) == 80
    assert [address for address in found if client.get(address).status_code != 200] == []


def test_every_kind_of_page_is_in_the_sitemap(client):
    found = addresses(client)
    for address in (
        "/",
        "/metiers/",
        "/metiers/technicien-cloud/",
        "/salaires/",
        "/formations/bts-sio/",
        "/certifications/cka/",
        "/parcours/carriere-dans-le-cloud/",
        "/guides/cv/",
        "/sources/",
    ):
        assert address in found


def test_neither_drafts_nor_mentions_are_in_the_sitemap(client):
    Formation.objects.filter(slug="bts-sio").update(etat=Formation.Etat.BROUILLON)
    hidden = {"/formations/bts-sio/"} | {
        metier.get_absolute_url() for metier in Metier.objects.published().mentions()
    }
    assert len(hidden) > 20
    assert hidden & set(addresses(client)) == set()


def test_robots_are_told_where_the_sitemap_is_and_what_to_leave(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /recherche/\nSitemap: http://testserver/sitemap.xml\n"
    )
