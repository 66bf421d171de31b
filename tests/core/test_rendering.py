"""Markdown that an editor types: French in its typography, harmless whatever was typed."""

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rendering import ALLOWED_TAGS, render_markdown, typographie


@pytest.mark.parametrize(
    ("text", "typeset"),
    [
        ("l'essentiel", "l’essentiel"),
        ("« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("Vraiment ?", "Vraiment\u202f?"),
        ("Attention !", "Attention\u202f!"),
        ("un ; deux", "un\u202f; deux"),
        ("Salaire : 300 €", "Salaire\u00a0: 300\u00a0€"),
        ("plus de 95 %", "plus de 95\u00a0%"),
        ("36 960 €", "36\u202f960\u00a0€"),
        ("1 234 567", "1\u202f234\u202f567"),
        ("en 2024 12 postes", "en 2024 12 postes"),
        ("Bac + 2, bac + 5", "Bac\u00a0+\u00a02, bac\u00a0+\u00a05"),
        ("déjà\u00a0: fait", "déjà\u00a0: fait"),
        ("12:30", "12:30"),
    ],
)
def test_typography_is_french(text, typeset):
    assert typographie(text) == typeset


SCHEME = re.compile(r"[\x00-\x20]*((?:[a-z][a-z0-9+.-]*:)?)", re.IGNORECASE)


@given(st.text(alphabet="aé1 '\u00a0\u202f:;?!«»%€+Bbc"))
def test_typography_applied_twice_changes_nothing_more(text):
    once = typographie(text)
    assert typographie(once) == once


def test_a_paragraph_and_a_list_become_html():
    assert render_markdown("Un *mot*.\n\n- l'un\n- l'autre") == (
        "<p>Un <em>mot</em>.</p>\n<ul>\n<li>l’un</li>\n<li>l’autre</li>\n</ul>"
    )


def test_the_headings_of_a_text_stand_below_those_of_the_page():
    assert render_markdown("# Un\n\n## Deux\n\n### Trois") == "<h3>Un</h3>\n<h3>Deux</h3>\n<h3>Trois</h3>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", ""),
        ("<img src=x onerror=alert(1)>", "<p></p>"),
        ('<b onclick="alert(1)">gras</b>', "<p>gras</p>"),
        ('<p style="color:red">a</p>', "<p>a</p>"),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("[x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](data:text/html,a)", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](https://example.org)", '<p><a href="https://example.org" rel="noopener noreferrer">x</a></p>'),
        ("![x](https://example.org/x.png)", "<p></p>"),
        ('<span lang="en">cloud</span>', '<p><span lang="en">cloud</span></p>'),
    ],
)
def test_nothing_that_an_editor_types_is_trusted(text, html):
    assert render_markdown(text) == html


@given(
    st.lists(
        st.sampled_from(
            [
                "<", ">", "script", "svg", "onload=", "javascript:", "[", "](", ")", '"', "'", "`", "\n", "*",
                "<a href=", "<img src=x onerror=alert(1)>", "&lt;", "&#60;", "\x01", "é", "|", "---",
            ]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_only_allowed_tags_and_attributes_survive_any_input(pieces):
    page = html5lib.parseFragment(render_markdown("".join(pieces)), namespaceHTMLElements=False)
    elements = list(page.iter())[1:]
    assert {element.tag for element in elements} <= ALLOWED_TAGS
    attributes = {(name, value) for element in elements for name, value in element.attrib.items()}
    assert {name for name, _ in attributes} <= {"href", "title", "lang", "scope", "rel"}
    # What begins with no letter is no scheme: for a browser, « [javascript: » is a relative address.
    schemes = {SCHEME.match(value)[1].lower() for name, value in attributes if name == "href"}
    assert schemes <= {"", "http:", "https:", "mailto:"}


def test_code_keeps_its_own_spaces_and_apostrophes():
    html = render_markdown("Tapez `echo 'a' ; b : c` : c'est tout.")
    assert html == ("<p>Tapez <code>echo 'a' ; b : c</code>&nbsp;: c’est tout.</p>")
