"""Things side by side in a window of any size, and on paper."""

import re

import pytest

from tests.browser.pages import FOUR

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
COMPARISON = f"/metiers/comparer/{FOUR}"
PAIR = "/metiers/comparer/?m=technicien-cloud&m=architecte-cloud"
SIZES = """table => {
  const frame = table.parentElement;
  return [frame.clientWidth, frame.scrollWidth, innerWidth, document.documentElement.scrollWidth];
}"""
# The row first, then the whole frame where the frame is what scrolls.
SHOW = """row => {
  const frame = row.closest(".cadre-tableau");
  row.scrollIntoView({block: "center", behavior: "instant"});
  frame.scrollIntoView({block: "nearest", behavior: "instant"});
  frame.scrollLeft = 200;
}"""


def open_table(visitor, path, size):
    page = visitor(viewport=size)
    page.goto(path)
    return page, page.get_by_role("table")


def test_on_a_phone_two_stand_side_by_side_and_nothing_scrolls_sideways(visitor):
    _, table = open_table(visitor, PAIR, PHONE)
    frame, content, window, document = table.evaluate(SIZES)
    assert (content, document) == (frame, window)
    heads = [head.bounding_box() for head in table.get_by_role("columnheader").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in heads)


def test_on_a_phone_four_scroll_inside_their_frame_two_at_a_time(visitor):
    _, table = open_table(visitor, COMPARISON, PHONE)
    frame, content, window, document = table.evaluate(SIZES)
    assert document == window
    assert content > frame
    heads = [head.bounding_box() for head in table.get_by_role("columnheader").all()]
    assert [box["x"] + box["width"] <= 360 for box in heads] == [True, True, False, False]


@pytest.mark.parametrize("size", [PHONE, WIDE])
def test_the_names_of_the_columns_and_the_label_of_a_row_stay_in_sight(visitor, size):
    _, table = open_table(visitor, COMPARISON, size)
    row = table.get_by_role("rowheader", name="Expert")
    row.evaluate(SHOW)
    head, label = table.get_by_role("columnheader").nth(2).bounding_box(), row.bounding_box()
    assert 0 <= head["y"] < label["y"] < size["height"]
    assert 0 <= label["x"] < size["width"] / 3


@pytest.mark.parametrize("size", [PHONE, WIDE])
def test_it_is_a_table_whatever_its_layout(visitor, size):
    page, table = open_table(visitor, PAIR, size)
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Pays décrit"))
    assert row.get_by_role("cell").all_inner_texts() == ["France", "Belgique"]


def test_it_prints_on_landscape_sheets_with_the_names_on_each(visitor):
    page, table = open_table(visitor, COMPARISON, WIDE)
    sheets = re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True, print_background=True)
    )
    assert len(sheets) > 1
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {(842, 595)}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1032, "height": 718})
    assert table.evaluate("table => getComputedStyle(table.tHead).display") == "table-header-group"
    assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")
    assert page.get_by_role("link", name="Retirer").all() == []
