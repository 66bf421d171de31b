"""Every kind of page under axe-core, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import probes
from tests.browser.pages import ALL

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What Django itself draws: the search box within an autocomplete, and the model of a row to add.
DJANGOS_OWN = {"exclude": [[".select2-container"], [".empty-form"], ["th.original"]]}
SCREEN, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


def violations(page):
    """Return what axe finds on a page as « rule: element », having made sure that it looked."""
    page.evaluate(probes.END_TRANSITIONS)
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        # axe leaves the rule of WCAG 2.2 on the size of targets out unless it is named.
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    }
    results = Axe().run(page, context=DJANGOS_OWN, options=options).response
    assert "color-contrast" in {rule["id"] for rule in results["passes"]}
    return [
        f"{found['id']}: {' '.join(map(str, node['target']))}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_axe_finds_no_violation_in_light_on_a_screen_and_in_dark_on_a_phone(kind, page_of):
    """Each width has its layout and each theme its colours, so that two looks see them all."""
    page = page_of(kind, viewport=SCREEN, color_scheme="light")
    page.evaluate(probes.OPEN_DETAILS)
    on_a_screen = violations(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    on_a_phone = violations(page)

    assert (on_a_screen, on_a_phone) == ([], [])
