"""Suggestions while typing: by the keyboard, by the mouse, announced, and never needed."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visitor):
    """The home page, before a reader who begins to type."""
    page = visitor()
    page.goto("/")
    return page


def box(page):
    return page.get_by_role("main").get_by_label("Que cherchez-vous ?")


def options(page):
    return page.get_by_role("option")


def begin(page, text):
    box(page).press_sequentially(text)
    expect(options(page).first).to_be_visible()


def test_a_suggestion_is_chosen_by_the_keyboard(page):
    begin(page, "architecte clo")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(options(page).first).to_have_text("Architecte cloudMétiers")

    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", "suggestion-0")
    page.keyboard.press("ArrowUp")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Architecte cloud")


def test_a_suggestion_is_chosen_by_the_mouse_and_keeps_the_choices_of_the_reader(page):
    page.goto("/?unite=net-mois")
    begin(page, "bts si")
    options(page).first.click()

    page.wait_for_url("**/formations/bts-sio/?unite=net-mois")


def test_how_many_there_are_is_said_to_a_screen_reader(page):
    begin(page, "architecte clo")
    count = options(page).count()
    expect(page.get_by_role("status")).to_have_text(f"{count} suggestion{'s' if count > 1 else ''}")
    box(page).fill("azertyuiop")
    expect(page.get_by_role("status")).to_have_text("")


def test_escape_closes_the_list_the_arrow_opens_it_again_and_enter_still_searches(page):
    begin(page, "cloud")
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("cloud")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")

    page.wait_for_url("**/recherche/?q=cloud")


def test_the_list_closes_when_the_reader_goes_on_or_finds_nothing(page):
    begin(page, "cloud")
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)
    box(page).press("End")
    begin(page, "s")
    box(page).fill("azertyuiop")
    expect(options(page)).to_have_count(0)


def test_the_box_of_the_header_suggests_too_on_a_phone(visitor):
    page = visitor(viewport={"width": 320, "height": 640})
    page.goto("/metiers/")
    page.get_by_text("Menu").click()
    page.locator("#q-entete").press_sequentially("ingénieur")
    expect(options(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_the_box_is_a_box(visitor):
    page = visitor(java_script_enabled=False)
    page.goto("/")
    expect(box(page)).not_to_have_attribute("role", re.compile("."))
    box(page).fill("inginieur claud")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Résultats pour « ingénieur cloud »")
