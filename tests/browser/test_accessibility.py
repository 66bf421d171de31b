"""Every kind of page under axe-core, and its headings."""

from itertools import pairwise

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


@each_page
def test_a_page_has_one_main_heading_and_skips_no_level(kind, tour):
    levels = tour(kind).headings

    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
