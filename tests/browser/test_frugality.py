"""What a page asks of the visitor's machine and network: little, from one place, and nothing kept."""

from urllib.parse import urlsplit

import pytest

from tests.browser.pages import ALL, PUBLIC

pytestmark = pytest.mark.browser

MAX_REQUESTS = 8
each_page = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
each_public_page = pytest.mark.parametrize("kind", PUBLIC, ids=lambda kind: kind.name)


@each_page
def test_nothing_is_asked_of_another_host(kind, tour):
    hosts = {urlsplit(url).netloc for url, status in tour(kind).answers}

    assert hosts == {urlsplit(tour(kind).address).netloc}


@each_page
def test_all_that_a_page_asks_for_is_there(kind, tour):
    amiss = [(url, status) for url, status in tour(kind).answers if status != 200]

    assert amiss == ([] if kind.status == 200 else [(tour(kind).address, kind.status)])
    assert tour(kind).failures == []


@each_page
def test_the_console_stays_silent(kind, tour):
    """No error of a script, nothing refused by the Content-Security-Policy."""
    # Chromium tells there the status of the page itself, which is what a 404 page is for.
    of_the_page = tour(kind).address if kind.status != 200 else None

    assert [said for said in tour(kind).said if said[2] != of_the_page] == []


@each_public_page
def test_a_public_page_takes_eight_requests_at_most(kind, tour):
    assert len(tour(kind).answers) <= MAX_REQUESTS


@each_public_page
def test_a_public_page_keeps_nothing_on_the_machine_of_the_visitor(kind, tour):
    assert tour(kind).cookies == []
    assert tour(kind).stored == 0


@each_public_page
def test_the_fonts_of_the_guide_load(kind, tour):
    assert {"Texte", "Titres"} <= set(tour(kind).loaded_fonts)
