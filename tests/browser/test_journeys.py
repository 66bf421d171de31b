"""What visitors come to do, from the first page to what they wanted; without a script unless it is said."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TECHNICIAN, ENGINEER = "Technicien cloud", "Ingénieur cloud computing"
A4 = {"width": 688, "height": 1040}  # what the margins leave of a sheet, at 96 px an inch
FULL_PAGES = [
    "technicien-cloud",
    "ingenieur-cloud-computing",
    "architecte-cloud",
    "technicien-de-maintenance-informatique",
]


@pytest.fixture
def page(visitor):
    """A visitor whose browser runs no script."""
    return visitor(java_script_enabled=False)


def main(page):
    return page.get_by_role("main")


def heading(page):
    return page.get_by_role("heading", level=1)


def found(page):
    """The names of the métiers that a list shows."""
    return main(page).locator("article").get_by_role("heading", level=3)


def columns(page):
    """The names of the métiers that stand side by side."""
    return page.locator("thead th > a:first-child")


def test_a_pupil_finds_a_metier_by_a_familiar_name_and_reads_its_page(page):
    page.goto("/")
    main(page).get_by_role("searchbox").fill("technicien de proximite")
    main(page).get_by_role("button", name="Chercher").click()
    expect(main(page).get_by_text("Trouvé grâce à : technicien de proximité")).to_be_visible()
    main(page).get_by_role("link", name="Technicien de maintenance informatique /").click()

    expect(heading(page)).to_have_text(
        "Technicien de maintenance informatique / technicienne de maintenance informatique"
    )
    expect(page.locator(".en-bref dt")).to_have_text(
        [
            "Niveau d’accès minimum",
            "Durée des études",
            "Salaire débutant",
            "Statuts",
            "Conditions",
            "Perspectives",
        ]
    )
    expect(page.locator(".en-bref dd").first).to_contain_text("Bac")
    for part in ("Missions", "Salaire", "Accès", "Sources"):
        expect(main(page).get_by_role("heading", name=part).first).to_be_visible()


def test_a_mistyped_address_offers_the_near_page(page):
    page.goto("/metiers/architecte-clou/")
    main(page).get_by_role("link", name="Architecte cloud", exact=True).click()

    expect(heading(page)).to_have_text("Architecte cloud")


def test_from_their_own_level_pupils_see_what_is_left_to_study_on_the_list_and_on_a_fiche(page):
    page.goto("/")
    page.get_by_role("link", name=re.compile(r"Bac \+ 2, niveau 5 :")).click()

    expect(page.get_by_role("heading", name="métiers trouvés, depuis bac + 2")).to_be_visible()
    expect(main(page).get_by_text("accessible maintenant", exact=True)).to_have_count(2)
    page.get_by_role("link", name="Architecte cloud", exact=True).click()
    expect(main(page).get_by_text("+ 3 ans d’études, puis 3 à 5 ans d’expérience")).to_be_visible()
    page.get_by_role("link", name="Bac ou CESS").click()
    expect(main(page).get_by_text("+ 5 ans d’études, puis 3 à 5 ans d’expérience")).to_be_visible()
    page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("link", name="Métiers").click()
    page.get_by_role("link", name="Retirer : Mon niveau : Bac ou CESS").click()
    expect(page).to_have_url(re.compile("/metiers/$"))


def test_a_counsellor_filters_a_list_and_hands_its_address_over(page, visitor):
    page.goto("/metiers/")
    page.get_by_role("checkbox", name="Belgique").check()
    page.get_by_role("checkbox", name=re.compile("Bac \\+ 5|Master")).check()
    page.get_by_role("button", name="Appliquer").click()
    expect(found(page)).to_have_text(["Architecte cloud"])
    expect(page.get_by_role("checkbox", name="Belgique")).to_be_checked()

    pupil = visitor()
    pupil.goto(page.url)
    expect(found(pupil)).to_have_text(["Architecte cloud"])
    expect(pupil.get_by_role("checkbox", name="Belgique")).to_be_checked()


def test_a_comparison_grows_shrinks_and_shows_only_what_differs(page):
    page.goto("/metiers/?niveau=bac-2")
    page.get_by_role("link", name="Ajouter à la comparaison technicien cloud").click()
    page.get_by_role("link", name="Comparer (1)").click()
    expect(columns(page)).to_have_text([TECHNICIAN])

    page.get_by_label("Métier", exact=True).select_option(ENGINEER)
    page.get_by_role("button", name="Ajouter").click()
    expect(columns(page)).to_have_text([TECHNICIAN, ENGINEER])
    expect(heading(page)).to_have_text("Comparer 2 métiers")

    rows = page.locator("tbody th[scope=row]")
    all_rows = rows.all_inner_texts()
    assert "Pays décrit" in all_rows
    page.get_by_role("link", name="Différences seulement").click()
    hidden = page.get_by_role("status")
    expect(hidden).to_contain_text(re.compile(r"identiques?\s+masquées?"))
    counts = re.findall(r"(\d+) lignes?", " ".join(hidden.inner_text().split()))
    expect(rows).to_have_count(len(all_rows) - sum(map(int, counts)))
    expect(rows.get_by_text("Pays décrit")).to_have_count(0)

    page.get_by_role("link", name="Toutes les lignes").click()
    expect(rows).to_have_text(all_rows)
    page.get_by_role("link", name=f"Retirer {TECHNICIAN.lower()}").click()
    expect(columns(page)).to_have_text([ENGINEER])


def test_the_keyboard_alone_leads_from_the_search_to_a_comparison(visitor):
    page = visitor()
    page.goto("/")

    def press_tab_until(target):
        for _ in range(200):
            page.keyboard.press("Tab")
            if target.evaluate("item => item === document.activeElement"):
                return
        raise AssertionError(f"The keyboard does not reach {target}")

    press_tab_until(main(page).get_by_label("Que cherchez-vous ?"))
    page.keyboard.type("architecte")
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("architecte")
    press_tab_until(main(page).get_by_role("link", name="Architecte cloud", exact=True))
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Architecte cloud")
    press_tab_until(main(page).get_by_role("link", name="Ajouter à la comparaison"))
    page.keyboard.press("Enter")
    expect(main(page).get_by_role("link", name="Retirer architecte cloud")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(main(page).get_by_role("link", name="Dans la comparaison")).to_be_focused()
    page.keyboard.press("Enter")
    expect(columns(page)).to_have_text(["Architecte cloud"])
    press_tab_until(page.get_by_label("Métier", exact=True))
    page.keyboard.type("technicien cl")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(columns(page)).to_have_text(["Architecte cloud", TECHNICIAN])


@pytest.mark.parametrize(("query", "way_in"), [("", ".acces"), ("?mon_niveau=cap", ".voie")])
def test_the_essentials_of_a_fiche_print_on_one_sheet(visitor, query, way_in):
    page = visitor(viewport=A4)
    page.emulate_media(media="print")
    for slug in FULL_PAGES:
        page.goto(f"/metiers/{slug}/{query}")
        for hidden in (
            page.get_by_role("navigation", name="Navigation principale"),
            page.locator(".actions"),
        ):
            expect(hidden).to_be_hidden()
        for kept in (
            heading(page),
            page.locator(".en-bref"),
            page.locator("#salaire"),
            page.locator(way_in),
        ):
            box = kept.bounding_box()
            assert (slug, box["y"] + box["height"] <= A4["height"]) == (slug, True)
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_on_paper_the_way_to_a_metier_stands_below_its_name_on_the_card_too(visitor):
    page = visitor(viewport=A4)
    page.goto("/metiers/?mon_niveau=bac&niveau=bac-2")
    page.emulate_media(media="print")
    (name,) = page.locator(".metier__nom").all()
    assert name.bounding_box()["y"] < page.locator(".voie").bounding_box()["y"]


def test_answers_open_on_paper_and_close_again_on_the_screen(visitor):
    page = visitor()
    page.goto("/metiers/technicien-de-maintenance-informatique/")
    folded = main(page).locator("details:not([open])")
    expect(folded).not_to_have_count(0)
    before = folded.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(folded).to_have_count(before)


def test_the_link_to_a_page_is_copied_where_scripts_run_and_not_offered_elsewhere(page, visitor):
    page.goto("/metiers/technicien-cloud/")
    expect(page.get_by_role("button", name="Copier le lien")).to_be_hidden()

    pupil = visitor(permissions=["clipboard-read", "clipboard-write"])
    pupil.goto("/metiers/technicien-cloud/#salaire")
    pupil.get_by_role("button", name="Copier le lien").click()
    expect(pupil.get_by_role("button", name="Lien copié")).to_be_visible()
    assert pupil.evaluate("navigator.clipboard.readText()") == pupil.url.split("#")[0]
