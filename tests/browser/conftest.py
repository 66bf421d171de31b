"""One server for the whole run, one browser for this folder, a fresh visitor for each test.

The browser is not kept for the whole run: while Playwright is awake, an event loop runs in this thread,
and Django would refuse the database to the tests that come after.
"""

import os

import pytest
from playwright.sync_api import sync_playwright

from careerguide.bootstrap import find_browser
from tests.browser.server import EDITOR, Site
from tests.browser.tour import Tour

ARGUMENTS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser_path():
    """Return the path of Chromium; without one, fail on CI and skip elsewhere."""
    path = find_browser()
    if path is None:
        reason = "Chromium is not found: apt install chromium"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return path


@pytest.fixture(scope="session")
def site(browser_path, tmp_path_factory):
    """The site that the servers show."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.fill()
    return site


@pytest.fixture(scope="session")
def address(site):
    """The address of the site, served as in production."""
    with site.serve() as address:
        yield address


@pytest.fixture(scope="session")
def workshop(site):
    """The address of the same site in debug, where `/composants/` stands."""
    with site.serve(debug=True) as address:
        yield address


@pytest.fixture(scope="package")
def chromium(browser_path):
    """The browser."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=[*ARGUMENTS, *(["--no-sandbox"] if root else [])]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def editor_state(chromium, address):
    """The cookies of the editor, logged in once."""
    with chromium.new_context(base_url=address, locale="fr-FR") as context:
        page = context.new_page()
        page.goto("/admin/")
        page.get_by_label("Nom d’utilisateur").fill(EDITOR["username"])
        page.get_by_label("Mot de passe").fill(EDITOR["password"])
        page.get_by_role("button", name="Connexion").click()
        page.wait_for_url("**/admin/")
        return context.storage_state()


@pytest.fixture(scope="package")
def open_context(chromium, address, request):
    """Return a function that opens a browser context: a visitor's, or what a `Kind` takes to be seen."""

    def open_one(kind=None, **options):
        options = {"base_url": address, "locale": "fr-FR", "reduced_motion": "reduce", **options}
        if kind and kind.needs_debug:
            options["base_url"] = request.getfixturevalue("workshop")
        if kind and kind.needs_login:
            options["storage_state"] = request.getfixturevalue("editor_state")
        context = chromium.new_context(**options)
        context.set_default_timeout(15_000)
        return context

    return open_one


@pytest.fixture(scope="session")
def tours():
    """The tours already made, by kind of page."""
    return {}


@pytest.fixture
def tour(open_context, tours):
    """Return a function that gives the `Tour` of a `Kind` of page, made when it is first asked for."""

    def tour_once(kind):
        if kind not in tours:
            with open_context(kind) as context:
                tours[kind] = Tour(kind, context)
        return tours[kind]

    return tour_once


@pytest.fixture
def visitor(open_context):
    """Return a function that opens a page for a new visitor; its options are Playwright's."""
    contexts = []

    def open_page(kind=None, **options):
        contexts.append(open_context(kind, **options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page_of(visitor):
    """Return a function that opens a `Kind` of page."""

    def open_kind(kind, **options):
        page = visitor(kind, **options)
        assert page.goto(kind.path).status == kind.status
        return page

    return open_kind
