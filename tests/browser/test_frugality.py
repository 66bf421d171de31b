"""What a page asks of the visitor's machine and network: little, from one place, and nothing kept."""

from functools import cache
from urllib.parse import urlsplit

import pytest

from tests.browser import probes
from tests.browser.pages import ALL, PUBLIC

pytestmark = pytest.mark.browser

MAX_REQUESTS = 8
each_page = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
each_public_page = pytest.mark.parametrize("kind", PUBLIC, ids=lambda kind: kind.name)


class Visit:
    """What a page asked for, what its console said, and what it left behind."""

    def __init__(self, kind, context):
        self.answers, self.failures, self.said = [], [], []
        page = context.new_page()
        page.on("response", lambda response: self.answers.append((response.url, response.status)))
        page.on("requestfailed", lambda request: self.failures.append(request.url))
        page.on(
            "console", lambda message: self.said.append((message.type, message.text, message.location["url"]))
        )
        page.on("pageerror", lambda error: self.said.append(("error", str(error), "")))
        page.goto(kind.path)
        page.wait_for_load_state("networkidle")
        self.address = page.url
        self.loaded_fonts = page.evaluate(probes.LOADED_FONTS)
        self.stored = page.evaluate(probes.STORED)
        self.cookies = context.cookies()


@pytest.fixture(scope="module")
def visit(open_context):
    """Return a function that visits a `Kind` of page, once for all that is asked of it here."""

    @cache
    def visit_once(kind):
        with open_context(kind) as context:
            return Visit(kind, context)

    return visit_once


@each_page
def test_nothing_is_asked_of_another_host(kind, visit):
    hosts = {urlsplit(url).netloc for url, status in visit(kind).answers}

    assert hosts == {urlsplit(visit(kind).address).netloc}


@each_page
def test_all_that_a_page_asks_for_is_there(kind, visit):
    amiss = [(url, status) for url, status in visit(kind).answers if status != 200]

    assert amiss == ([] if kind.status == 200 else [(visit(kind).address, kind.status)])
    assert visit(kind).failures == []


@each_page
def test_the_console_stays_silent(kind, visit):
    """No error of a script, nothing refused by the Content-Security-Policy."""
    # Chromium tells there the status of the page itself, which is what a 404 page is for.
    of_the_page = visit(kind).address if kind.status != 200 else None

    assert [said for said in visit(kind).said if said[2] != of_the_page] == []


@each_public_page
def test_a_public_page_takes_eight_requests_at_most(kind, visit):
    assert len(visit(kind).answers) <= MAX_REQUESTS


@each_public_page
def test_a_public_page_keeps_nothing_on_the_machine_of_the_visitor(kind, visit):
    assert visit(kind).cookies == []
    assert visit(kind).stored == 0


@each_public_page
def test_the_fonts_of_the_guide_load(kind, visit):
    assert {"Texte", "Titres"} <= set(visit(kind).loaded_fonts)
