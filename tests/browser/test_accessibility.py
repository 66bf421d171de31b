"""Every kind of page under axe-core, in light and in dark."""

import pytest

from tests.browser.pages import ALL

pytestmark = pytest.mark.browser
each_page = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)


@each_page
def test_axe_finds_no_violation_in_light_on_a_screen(kind, tour):
    assert tour(kind).amiss_on_a_screen == []


@each_page
def test_axe_finds_no_violation_in_dark_on_a_phone(kind, tour):
    assert tour(kind).amiss_on_a_phone == []
