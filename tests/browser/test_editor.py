"""An editor takes a draft to the site."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Kind
from tests.browser.server import EDITOR
from tests.browser.tour import PHONE, SCREEN, outside, violations

pytestmark = pytest.mark.browser

ADDRESS = "/metiers/gardien-de-phare-numerique/"
NAME = "Gardien de phare numérique / gardienne de phare numérique"


@pytest.fixture
def draft(site, address):
    """A draft in the database of the site; it is one again at the end, for all tests count the same pages."""

    def load():
        site.manage("loaddata", "--verbosity=0", str(Path(__file__).with_name("draft.yaml")))

    load()
    yield
    load()


def log_in(page):
    page.goto("/admin/")
    page.get_by_label("Nom d’utilisateur").fill(EDITOR["username"])
    page.get_by_label("Mot de passe").fill(EDITOR["password"])
    page.get_by_role("button", name="Connexion").click()


def test_an_editor_rewrites_a_draft_previews_it_publishes_it_and_finds_it_on_the_site(draft, visitor):
    editor, pupil = visitor(), visitor()
    log_in(editor)
    editor.get_by_role("main").get_by_role("link", name="Métiers", exact=True).click()
    editor.get_by_role("searchbox").fill("phare numérique")
    editor.get_by_role("button", name="Rechercher").click()
    editor.get_by_role("link", name="gardien de phare numérique", exact=True).click()

    editor.get_by_label("Accroche").fill("Veiller la nuit sur des machines lointaines.")
    editor.get_by_role("button", name="Enregistrer et continuer les modifications").first.click()
    expect(editor.locator(".messagelist .success")).to_have_count(1)
    assert pupil.goto(ADDRESS).status == 404

    editor.get_by_role("link", name="Aperçu").click()
    expect(editor.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(editor.get_by_text("Cette fiche n’est pas publiée")).to_be_visible()
    expect(editor.get_by_text("Veiller la nuit sur des machines lointaines.")).to_be_visible()
    assert pupil.goto(f"{ADDRESS}?apercu=1").status == 404

    editor.go_back()
    editor.get_by_label("État").select_option("publié")
    editor.get_by_role("button", name="Enregistrer et continuer les modifications").first.click()
    expect(editor.get_by_role("link", name="Aperçu")).to_have_count(0)
    editor.get_by_role("link", name="Voir sur le site").click()
    expect(editor).to_have_url(re.compile(f"{ADDRESS}$"))

    assert pupil.goto(ADDRESS).status == 200
    expect(pupil.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(pupil.get_by_text("Veiller la nuit sur des machines lointaines.")).to_be_visible()
    pupil.goto("/recherche/?q=phare")
    expect(pupil.get_by_role("main").get_by_role("link", name=NAME)).to_be_visible()


def test_a_wrong_password_is_refused_in_french(visitor):
    page = visitor()
    page.goto("/admin/")
    page.get_by_label("Nom d’utilisateur").fill("quelqu’un")
    page.get_by_label("Mot de passe").fill("autre chose")
    page.get_by_role("button", name="Connexion").click()
    expect(page.locator(".errornote")).to_contain_text("Veuillez compléter correctement les champs")
    expect(page).to_have_url(re.compile("/admin/login/"))


SALARY = Kind("admin-salaire", "/admin/metiers/salaire/900001/change/", needs_login=True)
QUESTION = re.compile("36.960.€ brut par mois font 443.520.€ brut par an.*Vouliez-vous dire «.par an.»")


def test_an_editor_confirms_a_doubtful_amount_with_the_keyboard_and_without_a_script(draft, visitor):
    editor = visitor(SALARY, java_script_enabled=False)
    editor.goto(SALARY.path)
    amount = editor.get_by_label("Montant minimum")
    amount.press("Control+a")
    editor.keyboard.type("36960")
    editor.keyboard.press("Enter")

    expect(editor.get_by_text(QUESTION)).to_be_visible()
    expect(amount).to_have_value("36960")
    box = editor.get_by_label("Je confirme ce montant, la source le dit")
    expect(box).to_have_accessible_description(QUESTION)
    box.press("Space")
    editor.keyboard.press("Enter")
    expect(editor.locator(".messagelist .success")).to_have_count(1)


def test_the_question_in_a_fiche_is_readable_on_a_screen_and_on_a_phone(draft, visitor):
    editor = visitor(SALARY, color_scheme="light", viewport=SCREEN)
    editor.goto("/admin/metiers/metier/?q=phare+numérique")
    editor.get_by_role("link", name="gardien de phare numérique", exact=True).click()
    editor.get_by_role("link", name=re.compile("^Salaires")).last.click()
    editor.get_by_label("Montant minimum").first.fill("36960")
    editor.get_by_role("button", name="Enregistrer et continuer les modifications").first.click()

    expect(editor.get_by_text(QUESTION)).to_be_visible()
    expect(editor.get_by_label("Je confirme ce montant, la source le dit").first).to_be_visible()
    assert violations(editor) == []
    editor.emulate_media(color_scheme="dark")
    editor.set_viewport_size(PHONE)
    assert violations(editor) == []
    assert outside(editor) == {}


def test_what_a_deletion_changes_is_readable_on_a_screen_and_on_a_phone(visitor):
    editor = visitor(SALARY, color_scheme="light", viewport=SCREEN)
    editor.goto("/admin/metiers/referencesalaire/?q=non-cadre")
    editor.get_by_role("link", name="rapport du net au brut").first.click()
    editor.get_by_role("link", name="Supprimer").first.click()

    expect(editor.locator(".messagelist .effets").first).to_be_visible()
    assert violations(editor) == []
    editor.emulate_media(color_scheme="dark")
    editor.set_viewport_size(PHONE)
    assert violations(editor) == []
    assert outside(editor) == {}
