"""Lists that a script refreshes as soon as a filter changes, and that a button refreshes without one."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.tour import violations

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
# Of each list: its address, the two choices to tick, the address that they lead to, what is found there.
LISTS = [
    ("/metiers/", ["Belgique", "Senior"], "?pays=belgique&palier=senior", "1 métier trouvé"),
    ("/salaires/", ["Belgique", "Débutant"], "?pays=belgique&experience=debutant", "1 énoncé trouvé"),
    ("/formations/", ["Belgique", "Bac + 5"], "?niveau=bac-5&pays=belgique", "2 formations trouvées"),
    ("/certifications/", ["CNCF", "Avancé"], "?organisme=cncf&palier=avance", "1 certification trouvée"),
]
each_list = pytest.mark.parametrize(
    ("path", "choices", "query", "count"), LISTS, ids=[path.strip("/") for path, *_ in LISTS]
)

# Each choice of the form: what it says, whether it can be made, whether it is.
FORM = r"""() => [...document.querySelectorAll('.facette__valeur')].map(label => [
  label.control.name, label.textContent.replace(/\s+/g, ' '), label.className,
  label.control.disabled, label.control.checked,
])"""


def choice(page, name):
    """A box to tick, by its label without its count."""
    return page.get_by_role("checkbox", name=re.compile(f"^{re.escape(name)} \\d+$"))


def heading(page):
    return page.locator(".liste__tete h2")


def stay(page, path):
    """Open a list; `stayed` says whether the page has been the same since."""
    page.goto(path)
    page.evaluate("window.stayed = true")
    return page


def stayed(page):
    return page.evaluate("window.stayed === true")


def all_but_form(page):
    """The texts and the links of a page, in order, those of the form's choices left out."""
    parts = page.locator(
        "body > header, main > :not(.liste), .liste__bascule, .liste__resultats, body > footer"
    )
    links = [link.get_attribute("href") for link in page.locator("a[href]").all()]
    return parts.all_inner_texts(), links


@each_list
def test_with_a_script_a_list_follows_each_choice_where_the_reader_stands(
    path, choices, query, count, visitor
):
    page = stay(visitor(), path)
    for name in choices:
        choice(page, name).focus()
        page.keyboard.press("Space")
        expect(page.locator(".filtres-actifs")).to_contain_text(name)
        expect(choice(page, name)).to_be_focused()
    expect(heading(page)).to_have_text(count)
    expect(page).to_have_url(re.compile(re.escape(path + query) + "$"))
    assert stayed(page)
    assert violations(page) == []


@each_list
def test_the_page_is_then_the_one_that_its_address_gives_without_a_script(
    path, choices, query, count, visitor
):
    page = stay(visitor(), path)
    for name in choices:
        choice(page, name).check()
    expect(heading(page)).to_have_text(count)
    plain = visitor(java_script_enabled=False)
    plain.goto(path)
    for name in choices:
        choice(plain, name).check()
    plain.get_by_role("button", name="Appliquer").click()
    assert all_but_form(page) == all_but_form(plain)
    # What is folded stays so under the reader's hand, whatever it counts by then.
    assert sorted(page.evaluate(FORM)) == sorted(plain.evaluate(FORM))


def test_what_is_found_is_said_once_to_a_screen_reader(visitor):
    page = stay(visitor(), "/metiers/")
    choice(page, "Belgique").check()
    expect(page.get_by_role("status")).to_have_text("2 métiers trouvés")
    assert page.locator("[aria-live]", has_text="trouvé").count() == 0


def test_each_choice_is_a_step_that_the_back_button_takes_back(visitor):
    page = stay(visitor(), "/metiers/")
    choice(page, "Belgique").check()
    expect(heading(page)).to_have_text("2 métiers trouvés")
    choice(page, "Senior").check()
    expect(heading(page)).to_have_text("1 métier trouvé")
    page.go_back()
    expect(heading(page)).to_have_text("2 métiers trouvés")
    expect(choice(page, "Senior")).not_to_be_checked()
    expect(choice(page, "Belgique")).to_be_checked()
    page.go_back()
    expect(heading(page)).to_have_text("16 métiers trouvés")
    expect(choice(page, "Belgique")).not_to_be_checked()
    page.go_forward()
    expect(heading(page)).to_have_text("2 métiers trouvés")
    assert stayed(page)


def test_going_back_leaves_the_keyboard_on_the_same_choice(visitor):
    page = stay(visitor(), "/metiers/")
    choice(page, "Belgique").focus()
    page.keyboard.press("Space")
    expect(heading(page)).to_have_text("2 métiers trouvés")
    page.go_back()
    expect(heading(page)).to_have_text("16 métiers trouvés")
    expect(choice(page, "Belgique")).to_be_focused()
    assert stayed(page)


def test_coming_back_from_a_page_finds_the_list_as_it_was(visitor):
    page = stay(visitor(), "/metiers/")
    choice(page, "Belgique").check()
    expect(heading(page)).to_have_text("2 métiers trouvés")
    page.get_by_role("main").get_by_role("link", name="Architecte cloud", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Architecte cloud")
    page.go_back()
    expect(heading(page)).to_have_text("2 métiers trouvés")
    expect(choice(page, "Belgique")).to_be_checked()


def test_quick_choices_are_all_followed(visitor):
    page = stay(visitor(), "/metiers/")
    page.evaluate(
        "values => values.forEach(v => document.querySelector(`[type=checkbox][value=${v}]`).click())",
        ["france", "belgique", "bac-5", "france"],
    )
    expect(page).to_have_url(re.compile(r"/metiers/\?niveau=bac-5&pays=belgique$"))
    expect(heading(page)).to_have_text("1 métier trouvé")
    assert stayed(page)


def test_the_level_chosen_goes_along_in_the_links_of_the_frame(visitor):
    page = stay(visitor(), "/metiers/?m=technicien-cloud")
    page.get_by_role("radio", name=re.compile("^Bac ou CESS")).check()
    expect(heading(page)).to_have_text("16 métiers trouvés, depuis le bac")
    guides = page.get_by_role("banner").get_by_role("link", name="Guides")
    expect(guides).to_have_attribute("href", "/guides/?mon_niveau=bac&m=technicien-cloud")
    tray = page.get_by_role("complementary", name="À comparer")
    expect(tray.get_by_role("link", name="Retirer technicien cloud")).to_have_attribute(
        "href", re.compile(r"^/metiers/\?mon_niveau=bac")
    )
    page.get_by_role("radio", name="Indifférent").first.check()
    expect(heading(page)).to_have_text("16 métiers trouvés")
    expect(page).to_have_url(re.compile(r"/metiers/\?m=technicien-cloud$"))
    assert stayed(page)


def test_arrows_move_through_the_choices_of_a_facet(visitor):
    page = stay(visitor(), "/certifications/")
    page.get_by_role("group", name="Validité").get_by_role("radio", name="Indifférent").focus()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?validite=1-an$"))
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?validite=2-ans$"))
    expect(page.get_by_role("radio", name=re.compile("^Au moins 2"))).to_be_focused()
    assert stayed(page)


def test_a_choice_that_brings_nothing_any_more_keeps_the_keyboard(visitor):
    page = stay(visitor(), "/metiers/?niveau=bac-8&pays=belgique")
    box = choice(page, "Bac + 8")
    box.focus()
    page.keyboard.press("Space")
    expect(heading(page)).to_have_text("2 métiers trouvés")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(heading(page)).to_have_text("0 métier trouvé")
    assert stayed(page)


def test_on_a_phone_the_filters_stay_open(visitor):
    page = stay(visitor(viewport=PHONE), "/metiers/")
    page.get_by_text("Filtrer les métiers").click()
    choice(page, "Belgique").check()
    expect(page.get_by_text("Filtrer les métiers (1)")).to_be_visible()
    expect(choice(page, "Belgique")).to_be_in_viewport()
    page.go_back()
    expect(choice(page, "Belgique")).not_to_be_checked()
    expect(choice(page, "Belgique")).to_be_visible()
    assert stayed(page)


@pytest.mark.parametrize("answer", [{"status": 500, "body": ""}, {"body": "<p>Portail du réseau</p>"}, None])
def test_when_the_script_gets_no_list_the_form_is_sent(visitor, answer):
    page = visitor()
    page.goto("/metiers/")

    def refuse(route):
        if route.request.resource_type != "fetch":
            route.continue_()
        elif answer is None:
            route.abort()
        else:
            route.fulfill(content_type="text/html", **answer)

    page.route("**/*", refuse)
    page.evaluate("window.stayed = true")
    choice(page, "Belgique").check()
    expect(heading(page)).to_have_text("2 métiers trouvés")
    expect(page).to_have_url(re.compile(r"/metiers/\?pays=belgique$"))
    assert not stayed(page)
