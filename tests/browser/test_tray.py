"""Métiers put aside while browsing, with a script and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import probes
from tests.browser.tour import outside, violations

pytestmark = pytest.mark.browser
TECHNICIAN, ENGINEER = "technicien cloud", "ingénieur cloud computing"
PHONE = {"width": 360, "height": 640}
FOUR = "m=technicien-cloud&m=ingenieur-cloud-computing&m=architecte-cloud&m=administrateur-systemes"


def tray(page):
    return page.get_by_role("complementary", name="À comparer")


def put_aside(page):
    """The names in the tray."""
    return tray(page).get_by_role("listitem")


def add(page, name):
    return page.get_by_role("main").get_by_role("link", name=f"Ajouter à la comparaison {name}")


def take_back(page, name):
    return page.get_by_role("main").get_by_role("link", name=f"Retirer {name}")


@pytest.mark.parametrize("scripts", [True, False], ids=["with a script", "without"])
@pytest.mark.parametrize("screen", [{"width": 1280, "height": 800}, PHONE], ids=["screen", "phone"])
def test_a_pupil_puts_two_metiers_aside_reads_one_and_compares_both(visitor, scripts, screen):
    page = visitor(java_script_enabled=scripts, viewport=screen)
    page.goto("/metiers/?tri=niveau&unite=brut-mois")
    add(page, TECHNICIAN).click()
    expect(take_back(page, TECHNICIAN)).to_be_in_viewport()
    add(page, ENGINEER).click()
    expect(put_aside(page)).to_contain_text(["Technicien cloud", "Ingénieur cloud computing"])
    expect(page).to_have_url(
        re.compile(r"/metiers/\?tri=niveau&unite=brut-mois&m=technicien-cloud&m=ingenieur-cloud-computing#")
    )

    page.get_by_role("main").get_by_role("link", name="Architecte cloud", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Architecte cloud")
    expect(put_aside(page)).to_have_count(2)
    tray(page).get_by_role("link", name="Comparer (2)").click()
    expect(page.locator("thead th > a:first-child")).to_have_text(
        ["Technicien cloud", "Ingénieur cloud computing"]
    )
    expect(tray(page)).to_have_count(0)
    assert "unite=brut-mois" in page.url


def test_a_script_spares_the_jump_and_the_way_back_works(visitor):
    page = visitor()
    page.goto("/metiers/")
    page.evaluate("window.stayed = true")
    link = add(page, TECHNICIAN)
    link.focus()
    before = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(take_back(page, TECHNICIAN)).to_be_focused()
    expect(page.get_by_role("status").last).to_have_text("Technicien cloud\u00a0: ajouté à la comparaison")
    assert page.evaluate("scrollY") == before
    assert page.evaluate("window.stayed")

    # What the frame of the page leads to follows too.
    guides = page.get_by_role("banner").get_by_role("link", name="Guides")
    expect(guides).to_have_attribute("href", "/guides/?m=technicien-cloud")
    page.go_back()
    expect(tray(page)).to_have_count(0)
    expect(add(page, TECHNICIAN)).to_be_visible()
    expect(guides).to_have_attribute("href", "/guides/")
    page.go_forward()
    expect(put_aside(page)).to_have_count(1)
    assert page.evaluate("window.stayed")


def test_emptying_the_tray_leaves_the_keyboard_on_the_page(visitor):
    page = visitor()
    page.goto("/guides/entretien/?m=technicien-cloud&m=architecte-cloud")
    tray(page).get_by_role("link", name="Retirer technicien cloud").press("Enter")
    expect(tray(page).get_by_role("link", name="Retirer architecte cloud")).to_be_focused()
    tray(page).get_by_role("link", name="Vider").press("Enter")
    expect(tray(page)).to_have_count(0)
    expect(page.get_by_role("main")).to_be_focused()
    expect(page).to_have_url(re.compile("/guides/entretien/$"))


def test_when_the_script_gets_no_answer_the_link_is_followed(visitor):
    page = visitor()
    page.goto("/metiers/")
    page.route(
        "**/*", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    add(page, TECHNICIAN).click()
    expect(put_aside(page)).to_have_count(1)
    expect(page).to_have_url(re.compile("m=technicien-cloud#metier-technicien-cloud$"))


def test_quick_clicks_are_done_one_after_the_other(visitor):
    page = visitor()
    page.goto("/metiers/")
    page.evaluate(
        """names => names.forEach(name => document.getElementById(`choix-${name}`).click())""",
        ["technicien-cloud", "technicien-cloud", "architecte-cloud"],
    )
    expect(put_aside(page)).to_contain_text(["Technicien cloud", "Architecte cloud"])


@pytest.mark.parametrize("screen", [{"width": 1280, "height": 720}, PHONE], ids=["screen", "phone"])
def test_the_tray_hides_nothing_that_the_keyboard_reaches(visitor, screen):
    page = visitor(viewport=screen)
    page.goto(f"/metiers/?{FOUR}")
    names, hidden = [], []
    while (focused := press_tab(page)) is not None:
        names.append(focused["name"])
        if not (focused["outlined"] and focused["seen"]):
            hidden.append(focused["name"])
    assert "Comparer (4)" in names
    assert hidden == []


def press_tab(page):
    page.keyboard.press("Tab")
    return page.evaluate(probes.FOCUSED)


def test_the_tray_fits_every_window_and_axe_holds_nothing_against_it(visitor):
    page = visitor(viewport={"width": 1280, "height": 800})
    page.goto(f"/metiers/?{FOUR}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    assert outside(page) == {}


def test_the_tray_is_not_printed_and_yields_in_a_low_window(visitor):
    page = visitor(viewport={"width": 1280, "height": 800})
    page.goto(f"/metiers/?{FOUR}")
    expect(tray(page)).to_be_in_viewport()
    page.set_viewport_size({"width": 640, "height": 360})
    expect(tray(page)).not_to_be_in_viewport()
    page.emulate_media(media="print")
    expect(tray(page)).to_be_hidden()
