"""What holds for every public page."""

import gzip
import re
from itertools import pairwise

import pytest

from tests.page import Page

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/recherche/",
    "/recherche/?q=cloud",
    "/sources/",
    "/a-propos/",
    "/accessibilite/",
    "/metiers/",
    "/metiers/architecte-cloud/",
    "/metiers/directeur-technique/",
    "/metiers/comparer/?m=technicien-cloud&m=architecte-cloud",
    "/metiers/parcourir/",
    "/metiers/parcourir/domaine/informatique-et-numerique/",
    "/formations/parcourir/lettre/b/",
    "/salaires/",
    "/formations/",
    "/formations/?niveau=bac-2&vigueur=non",
    "/formations/?type=dut&pays=belgique",
    "/formations/bts-systemes-numeriques/",
    "/certifications/",
    "/certifications/cka/",
    "/parcours/",
    "/parcours/apprendre-le-cloud-souverain/",
    "/guides/",
    "/guides/reseau/",
]
CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
MOST_BYTES = 30 * 1024
# « Accès : », where a line could end before the mark.
LOOSE_MARK = re.compile(r"« | [;:!?»](?!\w)")


@pytest.fixture(params=PAGES)
def address(request):
    return request.param


def test_a_strict_parser_holds_nothing_against_its_html(client, address):
    assert Page(client.get(address)).errors == []


def test_it_says_what_it_is(client, address):
    page = Page(client.get(address))
    assert len(page.texts(".//h1")) == 1
    (title,) = page.texts(".//title")
    assert "Guide des métiers" in title
    (description,) = page.attributes(".//meta[@name='description']", "content")
    assert 20 < len(description) < 320


def test_its_headings_go_down_one_step_at_a_time(client, address):
    main = Page(client.get(address)).tree.find(".//main")
    levels = [int(element.tag[1]) for element in main.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_none_of_its_lines_can_begin_with_a_mark(client, address):
    page = Page(client.get(address))
    said = [page.text(), *filter(None, page.attributes(".//main//*", "title"))]
    assert [before[-60:] for words in said for before in LOOSE_MARK.split(words)[:-1]] == []


def test_it_has_one_address_without_the_query(client, address):
    (canonical,) = Page(client.get(address)).attributes(".//link[@rel='canonical']", "href")
    assert canonical == "http://testserver" + address.partition("?")[0]


def test_no_identifier_stands_twice(client, address):
    identifiers = [
        element.get("id") for element in Page(client.get(address)).tree.iter() if element.get("id")
    ]
    assert sorted(identifiers) == sorted(set(identifiers))


def test_every_anchor_of_its_own_leads_somewhere(client, address):
    page = Page(client.get(address))
    identifiers = {element.get("id") for element in page.tree.iter()}
    assert [
        href for _, href in page.links(".//body") if href.startswith("#") and href[1:] not in identifiers
    ] == []


def test_it_sets_no_cookie_and_depends_on_none(client, address):
    response = client.get(address)
    assert "Set-Cookie" not in response.headers
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_its_headers_shut_the_doors(client, address):
    headers = client.get(address).headers
    assert set(headers["Content-Security-Policy"].split("; ")) == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Permissions-Policy"].startswith("camera=()")


def test_nothing_is_inline(client, address):
    page = Page(client.get(address))
    assert [
        element.tag for element in page.tree.iter() if element.get("style") or element.get("onclick")
    ] == []
    assert page.texts(".//style") == []
    assert [text for text in page.texts(".//script") if text] == []


def test_it_is_light(client, address):
    assert len(gzip.compress(client.get(address).content)) <= MOST_BYTES


def test_it_says_that_public_data_keep_their_own_licence_and_leads_to_their_editions(client, address):
    page = Page(client.get(address))
    assert "données publiques, sous la licence de leur éditeur (ODbL, Licence Ouverte)" in page.text(
        ".//footer"
    )
    assert "/sources/" in dict(page.links(".//footer"))["éditions et licences"]


def test_it_cites_sources_that_exist(client, address):
    known = set(Page(client.get("/sources/")).attributes(".//article", "id"))
    cited = {
        href.removeprefix("/sources/#")
        for _, href in Page(client.get(address)).links()
        if href.startswith("/sources/#")
    }
    assert cited - known == set()


def test_parameters_that_mean_nothing_change_nothing(client, address):
    mark = "&" if "?" in address else "?"
    plain, odd = (Page(client.get(url)).text() for url in (address, f"{address}{mark}utm_source=x&apercu=0"))
    assert odd == plain
