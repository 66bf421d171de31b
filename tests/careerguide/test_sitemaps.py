"""What search engines are told."""

import re
from datetime import UTC, datetime

import pytest

from careerguide.sitemaps import SITEMAPS
from formations.models import Formation
from metiers.models import Guide, Metier

pytestmark = pytest.mark.django_db
SECTIONS = ["pages", "parcourir", "metiers", "formations", "certifications", "parcours", "guides"]


def located(client, address):
    text = client.get(address).content.decode()
    return [found.removeprefix("http://testserver") for found in re.findall("<loc>(.*?)</loc>", text)]


def addresses(client):
    return [found for section in located(client, "/sitemap.xml") for found in located(client, section)]


def test_the_index_leads_to_one_sitemap_for_each_kind_of_page(client):
    assert located(client, "/sitemap.xml") == [f"/sitemap-{section}.xml" for section in SECTIONS]
    assert client.get("/sitemap-metiers.xml")["Content-Type"] == "application/xml"
    assert client.get("/sitemap-inconnu.xml").status_code == 404


def test_the_index_says_when_the_last_page_of_a_kind_changed(client):
    Guide.objects.filter(slug="cv").update(modifie_le=datetime(2030, 2, 3, 12, tzinfo=UTC))
    text = client.get("/sitemap.xml").content.decode()
    (guides,) = re.findall(r"sitemap-guides\.xml</loc><lastmod>(.*?)<", text)
    assert guides == "2030-02-03T13:00:00+01:00"


def test_a_kind_of_more_pages_than_a_sitemap_may_hold_is_in_parts(client, monkeypatch):
    monkeypatch.setattr(SITEMAPS["guides"], "limit", Guide.objects.published().count() - 1)
    parts = [address for address in located(client, "/sitemap.xml") if "guides" in address]
    assert parts == ["/sitemap-guides.xml", "/sitemap-guides.xml?p=2"]
    assert len(located(client, parts[1])) == 1


def test_the_queries_of_a_sitemap_do_not_depend_on_its_pages(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/sitemap-formations.xml")
    with django_assert_num_queries(24):
        client.get("/sitemap.xml")


def test_every_address_of_the_sitemaps_answers(client):
    found = addresses(client)
    assert len(found) == len(set(found)) == 122
    assert [address for address in found if client.get(address).status_code != 200] == []


def test_every_kind_of_page_is_in_a_sitemap(client):
    found = addresses(client)
    for address in (
        "/",
        "/metiers/",
        "/metiers/technicien-cloud/",
        "/metiers/parcourir/",
        "/metiers/parcourir/domaine/cloud-et-infrastructures/",
        "/salaires/",
        "/formations/bts-sio/",
        "/formations/parcourir/lettre/b/",
        "/certifications/cka/",
        "/parcours/carriere-dans-le-cloud/",
        "/guides/cv/",
        "/sources/",
    ):
        assert address in found


def test_neither_drafts_nor_mentions_are_in_the_sitemaps(client):
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
