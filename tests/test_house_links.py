"""The links of every kind of page: they carry what the reader has chosen, and nothing that he has not."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.pages import PUBLIC
from tests.page import Page

pytestmark = pytest.mark.django_db
CHOSEN = "unite=net-mois&m=technicien-cloud"
COMPARISON, UNITS = "/metiers/comparer/", "Unité des salaires"


@pytest.fixture(params=PUBLIC, ids=lambda kind: kind.name)
def kind(request):
    return request.param


def with_choices(path):
    return f"{path}{'&' if '?' in path else '?'}{CHOSEN}"


def open_page(client, kind, path):
    answer = client.get(path)
    assert answer.status_code == kind.status
    return Page(answer)


def chosen_in(address):
    """Return what an address says of the unit and of the métiers put aside, those that exist."""
    query = parse_qs(urlsplit(address).query)
    return query.get("unite", []), [slug for slug in query.get("m", []) if slug != "inconnu"]


def other_pages(page):
    """Return the links of a page that lead to pages of the guide, but those that choose another unit."""
    units = {link for nav in page.tree.findall(f".//nav[@aria-label='{UNITS}']") for link in nav.iter("a")}
    return [link for link in page.tree.iter("a") if leads_to_a_page(link.get("href")) and link not in units]


def leads_to_a_page(address):
    return address.startswith("/") and urlsplit(address).path.endswith("/")


def changes_the_selection(link):
    """Say whether a link is there to add or take away a métier, or to compare others."""
    return "data-annonce" in link.attrib or urlsplit(link.get("href")).path == COMPARISON


def test_every_link_to_a_page_carries_the_unit_and_the_metiers_put_aside(client, kind):
    path = with_choices(kind.path)
    unit, metiers = (list(dict.fromkeys(values)) for values in chosen_in(path))
    links = other_pages(open_page(client, kind, path))
    assert len(links) > 10
    assert [link.get("href") for link in links if chosen_in(link.get("href"))[0] != unit] == []
    assert [
        link.get("href")
        for link in links
        if chosen_in(link.get("href"))[1] != metiers[:4] and not changes_the_selection(link)
    ] == []


def test_without_a_choice_no_link_carries_any(client, kind):
    if chosen_in(kind.path) == ([], []):
        links = other_pages(open_page(client, kind, kind.path))
        assert [
            link.get("href")
            for link in links
            if chosen_in(link.get("href")) != ([], []) and not changes_the_selection(link)
        ] == []


def test_every_form_keeps_the_choices_too(client, kind):
    page = open_page(client, kind, with_choices(kind.path))
    forms = page.tree.findall(".//form[@method='get']")
    assert len(forms) >= 1
    for form in forms:
        fields = [field.get("name") for tag in ("input", "select") for field in form.iter(tag)]
        assert (form.get("action"), fields.count("unite")) == (form.get("action"), 1)
        assert (form.get("action"), "m" in fields) == (form.get("action"), True)


def test_the_one_address_of_a_page_says_nothing_of_the_choices(client, kind):
    page = open_page(client, kind, with_choices(kind.path))
    addresses = page.attributes(".//link[@rel='canonical']", "href")
    assert [urlsplit(address).query for address in addresses] == ["" for _ in addresses]


def test_the_map_for_search_engines_carries_nothing(client):
    assert client.get(f"/sitemap.xml?{CHOSEN}").content == client.get("/sitemap.xml").content


def test_a_unit_that_means_nothing_is_not_carried(client):
    links = Page(client.get("/guides/?unite=livre&m=")).links(".//body")
    assert [href for _, href in links if chosen_in(href) != ([], [])] == []
