"""HTML of open data as Markdown: headings in order, lists, and every word of it on the page."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from core.opendata_html import to_markdown
from core.rendering import render_markdown
from core.text import fold


def words(html):
    """Return the words that a reader of the HTML sees, folded."""
    return fold(BeautifulSoup(html, "html.parser").get_text(" ")).split()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("Sans balise\n  aucune", "Sans balise aucune"),
        ("\n   <p>Un.</p>\n   <p>Deux.</p>", "Un.\n\nDeux."),
        ("<p>Un.</p><p>\u00a0</p><p></p><h5> </h5><p>Deux.</p>", "Un.\n\nDeux."),
        ("<p>Un.\n<p>Deux.</p></p>", "Un.\n\nDeux."),
        ("https://exemple.fr/page", "https://exemple.fr/page"),
        ("<h3>A</h3><h5>B</h5><p>b</p><h3>C</h3>", "### A\n\n#### B\n\nb\n\n### C"),
        ("<h5>A</h5><p>a</p><h5>B</h5>", "### A\n\na\n\n### B"),
        ("<h3>A</h3><h5>B</h5><h4>C</h4><h1>D</h1>", "### A\n\n#### B\n\n#### C\n\n### D"),
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4>", "### A\n\n#### B\n\n##### C\n\n##### D"),
        ("<p>À l'oeil&nbsp;: 3&nbsp;&nbsp;m &amp;amp; plus</p>", "À l’œil : 3 m & plus"),
        ("<p>a</p><ul><li><p>un</p></li>\n<li>deux</li></ul><p>b</p>", "a\n\n- un\n- deux\n\nb"),
        ("<ul><li><p>un :<ul><li>a</li></ul></p></li><li>b</li></ul>", "- un :\n    - a\n- b"),
        ("<ul><li><p>un</p><p>suite</p></li></ul>", "- un\n\n    suite"),
        ("<ol><li>un</li><li>deux</li></ol>", "1. un\n2. deux"),
        ("<p>Il faut :</p><li><p>un</p></li><li>deux</li>", "Il faut :\n\n- un\n- deux"),
        ("<p>Il faut :</p><p>- un ;</p><p>• deux.</p><p>-5 °C</p>", "Il faut :\n\n- un ;\n- deux.\n\n-5 °C"),
        ("<p><b>gras</b> et <i>penché</i></p>", "**gras** et *penché*"),
        ("<p>un <br/> deux</p>", "un  \ndeux"),
        (
            '<p><a href="https://exemple.fr/l\'un (2)">site</a></p>',
            "[site](https://exemple.fr/l%27un%20%282%29)",
        ),
        ("<p><a>sans adresse</a></p>", "sans adresse"),
        ("<p>a<script>b</script><font color=red> c</font></p>", "a c"),
        ("<dl><dt>mot</dt><dd>sens</dd></dl>", "mot\n\nsens"),
        ("<p>C# 2*3 a_b [1] | 1 &lt; 2</p>", "C\\# 2\\*3 a\\_b \\[1] \\| 1 &lt; 2"),
        ("<p>1. non</p><p>+ non</p><p>&gt; non</p>", "1\\. non\n\n\\+ non\n\n\\> non"),
    ],
)
def test_html_becomes_clean_markdown(html, markdown):
    assert to_markdown(html) == markdown


def test_the_highest_headings_stand_at_the_level_that_is_asked_for():
    assert to_markdown("<h3>A</h3><h5>B</h5>", top=4) == "#### A\n\n##### B"


def test_what_is_nested_beyond_reason_is_refused():
    with pytest.raises(ValueError, match="imbriqué"):
        to_markdown("<ul><li>" * 3000)


def test_a_table_keeps_its_cells():
    html = "<table><tr><th>an</th><th>euros</th></tr><tr><td>1</td><td>20</td></tr></table>"
    assert to_markdown(html) == "| an | euros |\n| --- | --- |\n| 1 | 20 |"


LINES = ["Le C#", "*", "---", "- - -", "===", "1. un", "- un"]
LINES += ["+", ">", "#", "[a]: b", "*[a]: b", "&lt;b>", "\\"]
PROSE = st.text(alphabet="aé1 '\u00a0.,:;!?«»-+=*_[](){}#>|`\\~&", max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
TEXT = st.one_of(st.sampled_from(LINES), PROSE)
LEAVES = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h3", "h4", "h5"]), TEXT)
ITEMS = st.lists(st.one_of(TEXT, TEXT.map("<p>{}</p>".format)), min_size=1, max_size=3)
LISTS = ITEMS.map(lambda items: "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
NESTED = st.builds("<ul><li><p>a{}</p>{}</li><li>z</li></ul>".format, TEXT, LISTS)
FRAGMENTS = st.lists(st.one_of(LEAVES, LISTS, NESTED), max_size=6).map("\n ".join)


@given(FRAGMENTS)
def test_every_word_of_the_source_is_on_the_page(html):
    assert words(render_markdown(to_markdown(html))) == words(html)


@given(FRAGMENTS)
def test_what_the_page_shows_converts_to_the_same_text(html):
    markdown = to_markdown(html)
    assert to_markdown(render_markdown(markdown)) == markdown
