"""Pages hold together on a phone, on a wide screen, enlarged, and under the keyboard."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser import probes
from tests.browser.pages import ALL, COMPONENTS, PUBLIC

pytestmark = pytest.mark.browser

BY_NAME = {kind.name: kind for kind in PUBLIC}
WITH_A_KEYBOARD = [
    BY_NAME[name]
    for name in (
        "accueil",
        "liste-filtree",
        "fiche-courte",
        "comparaison-differences",
        "certifications",
        "recherche",
    )
]


def named(kind):
    return kind.name


@pytest.mark.parametrize("kind", [*PUBLIC, COMPONENTS], ids=named)
def test_a_page_fits_its_window_from_320_px_to_wide_and_with_text_twice_as_large(kind, tour):
    assert tour(kind).outside == {}


@pytest.mark.parametrize("path", ["/metiers/", "/formations/", "/certifications/"])
def test_a_word_of_sixty_letters_pushes_no_list_sideways(path, visitor):
    page = visitor(viewport={"width": 320, "height": 640})
    page.goto(f"{path}?q={'a' * 60}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("kind", ALL, ids=named)
def test_a_page_has_one_main_heading_and_skips_no_level(kind, tour):
    levels = tour(kind).headings

    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("kind", WITH_A_KEYBOARD, ids=named)
def test_the_keyboard_reaches_everything_and_always_shows_where_it_is(kind, page_of):
    page = page_of(kind, viewport={"width": 1280, "height": 720})
    # Of radio buttons of one name the keyboard stops at the checked one; arrows lead to the others.
    stops = page.locator(
        "a[href]:visible, button:visible, summary:visible, select:visible, [tabindex='0']:visible,"
        "input:visible:not([type=hidden], [type=radio]:not(:checked), [disabled])"
    ).count()
    reached = []
    while len(reached) <= stops + 1:
        page.keyboard.press("Tab")
        focused = page.evaluate(probes.FOCUSED)
        if focused is None:
            break
        reached.append(focused)

    assert len(reached) == stops
    assert [stop["name"] for stop in reached if not (stop["outlined"] and stop["seen"])] == []


@pytest.mark.parametrize("name", ["accueil", "fiche", "comparaison", "introuvable"])
def test_the_skip_link_is_first_and_leads_past_the_menu(name, page_of):
    page = page_of(BY_NAME[name])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Aller au contenu")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_on_a_phone_the_menu_and_the_filters_open_without_a_script(visitor):
    page = visitor(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto("/metiers/")
    menu, filters = (
        page.get_by_role("navigation", name="Navigation principale"),
        page.get_by_text("Appliquer"),
    )
    expect(menu).to_be_hidden()
    expect(filters).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    expect(menu).to_be_visible()
    page.get_by_text("Filtrer les métiers").click()
    expect(filters).to_be_visible()


@pytest.mark.parametrize(("asked", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_moves_for_who_asks_for_less_motion(asked, behaviour, visitor):
    page = visitor(reduced_motion=asked)
    page.goto("/")

    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
