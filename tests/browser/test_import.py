"""An editor deposits a public file: its trial is the work of another process."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Kind
from tests.browser.tour import PHONE, SCREEN, outside, violations
from tests.metiers.opendata.fiches import ARCHETIER, luthier, zipped

pytestmark = pytest.mark.browser
DEPOSIT = Kind("admin-import", "/admin/core/import/add/", needs_login=True)


def test_a_file_is_tried_by_another_process_and_its_report_is_readable(visitor, tmp_path):
    editor = visitor(DEPOSIT, java_script_enabled=False, color_scheme="light", viewport=SCREEN)
    editor.goto(DEPOSIT.path)
    editor.get_by_label("ONISEP, Idéo-Fiches métiers").check()
    editor.get_by_label("Le fichier, tel qu’il a été publié").set_input_files(
        zipped(tmp_path, luthier(), ARCHETIER)
    )
    editor.get_by_role("button", name="Essayer sans rien écrire").click()
    again = editor.get_by_role("link", name="Voir où il en est")
    for _ in range(60):
        if not again.count():
            break
        editor.wait_for_timeout(500)
        again.click()
    expect(editor.get_by_text("rien n’est encore écrit")).to_be_visible()
    expect(editor.get_by_role("row", name="Métiers 2 0 0 0 0 0")).to_be_visible()
    reader = visitor(DEPOSIT, color_scheme="dark", viewport=PHONE)
    for address in (editor.url, DEPOSIT.path):
        reader.goto(address)
        assert violations(reader) == []
        assert outside(reader) == {}
    editor.get_by_role("button", name="Oublier ce fichier").click()
    expect(editor.get_by_text("est oublié")).to_be_visible()
