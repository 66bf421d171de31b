"""The house seen from its templates, styles and scripts: nothing unused, inline, or from afar."""

import re
from pathlib import Path

import pytest
import simple_history
from django.contrib import admin

from tests.house import STATIC, TEMPLATES, files, lines_with, without_comments

HTML = files(".html", under=TEMPLATES)
# Templates that take the place of a library's own are named by that library.
LIBRARIES = [Path(library.__file__).parent / "templates" for library in (admin, simple_history)]
# Django gives its administration a context of its own, which the pieces there read.
OURS = [path for path in HTML if path.relative_to(TEMPLATES).parts[0] != "admin"]
PARTIALS = [
    path for path in OURS if path.name != "base.html" and "{% extends" not in path.read_text(encoding="utf-8")
]
TAG = re.compile(r"\{% *(include|extends) +\"([^\"]+)\"(.*?)%\}", re.DOTALL)
# Reads the page's own context: where the reader is, what was searched.
FRAME = {"layout/entete.html", "layout/pied.html"}


def name_of(path):
    return path.relative_to(TEMPLATES).as_posix()


def bodies():
    """Return {name: text without comments} of the templates."""
    return {name_of(path): without_comments(path.read_text(encoding="utf-8")) for path in HTML}


def inclusions():
    """Return (template, kind, target, the rest of the tag) for every include and extends."""
    return [(name, *found) for name, body in bodies().items() for found in TAG.findall(body)]


def test_every_template_is_used():
    code = "".join(path.read_text(encoding="utf-8") for path in files(".py") if "tests" not in path.parts)
    used = {target for name, _, target, _ in inclusions() if target != name}
    used |= {name_of(path) for path in HTML if any((root / name_of(path)).exists() for root in LIBRARIES)}
    assert [name for name in bodies() if name not in used and f'"{name}"' not in code] == []


def test_every_template_that_is_named_exists():
    known = set(bodies())
    missing = [
        f"{name}: {target}"
        for name, _, target, _ in inclusions()
        if target not in known and not any((root / target).exists() for root in LIBRARIES)
    ]
    assert missing == []


def test_components_say_only_what_they_are_given():
    leaky = [
        f"{name}: {target}"
        for name, kind, target, rest in inclusions()
        if kind == "include" and target not in FRAME and not rest.strip().endswith("only")
        if not name.startswith("admin/")
    ]
    assert leaky == []


def test_every_piece_of_a_page_opens_with_its_contract():
    opening = re.compile(r"(\{% extends [^%]+%\}\s*)?(\{% load \w+ %\}\s*)*\{% comment %\}", re.DOTALL)
    silent = [
        name_of(path) for path in PARTIALS if not opening.match(path.read_text(encoding="utf-8").lstrip())
    ]
    assert len(PARTIALS) > 40
    assert silent == []


def test_libraries_of_tags_are_loaded_one_a_line_in_order():
    for name, body in bodies().items():
        loaded = re.findall(r"\{% *load +([^%]+?) *%\}", body)
        assert [library for library in loaded if " " in library] == [], name
        assert loaded == sorted(set(loaded)), name


def tags_on_one_line(template):
    return re.sub(r"<[^>]+>", lambda found: " ".join(found[0].split()), without_comments(template))


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a style", r"<style|[\s\"']style="),
        ("a script", r"<script(?![^>]*\bsrc=)|javascript:"),
        ("an event", r"[\s\"']on[a-z]+="),
        ("text that is not escaped", r"\|\s*(safe|safeseq)\b|autoescape off"),
        ("an English plural", r"\|pluralize"),
    ],
)
def test_no_template_holds(what, pattern):
    assert lines_with(pattern, HTML, tags_on_one_line) == []


def test_nothing_comes_from_another_origin():
    tags = re.compile(
        r"<(?!a\b)[a-z]+\b[^>]*?\b(?:src|href|action|srcset|poster)=\"(?:https?:)?//[^>]*>", re.DOTALL
    )
    assert {name: tags.findall(body) for name, body in bodies().items() if tags.search(body)} == {}
    assets = [*files(".css", ".js", ".svg", under=STATIC)]
    clean = re.compile(r"/\*.*?\*/|xmlns(:\w+)?=\"[^\"]*\"|\"http://www.w3.org/2000/svg\"", re.DOTALL)
    assert lines_with(r"https?://|@import|url\(\s*[\"']?//", assets, lambda text: clean.sub("", text)) == []


def test_every_static_file_that_is_named_exists():
    named = {
        (name, target)
        for name, body in bodies().items()
        for target in re.findall(r"\{% static \"([^\"]+)\" %\}", body)
    }
    assert len(named) >= 7
    assert [pair for pair in named if not (STATIC / pair[1]).exists()] == []


def test_every_icon_that_is_named_is_in_the_sprite():
    sprite = (STATIC / "img" / "icones.svg").read_text(encoding="utf-8")
    symbols = set(re.findall(r'<symbol[^>]*\bid="([a-z-]+)"', sprite))
    named = {
        icon
        for body in bodies().values()
        for icon in re.findall(r'components/icone\.html" with nom="([a-z-]+)"', body)
    }
    assert len(named) > 5
    assert named - symbols == set()


def test_colours_are_named_once_for_light_and_dark():
    # The administration gives values to the tokens of Django's own style.
    named = ("base.css", "admin.css")
    others = [path for path in files(".css", under=STATIC) if path.name not in named]
    assert len(others) >= 2
    assert lines_with(r":[^;{]*(#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl\()", others) == []


def seen(template):
    """Return what is written in a template, line by line, without tags; a variable is an « x »."""
    text = re.sub(r"\{\{.*?\}\}", "x", without_comments(template), flags=re.DOTALL)
    for tag in (r"\{%.*?%\}", r"<[^>]+>"):
        text = re.sub(tag, lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)
    return text


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a straight apostrophe", r"\w'\w"),
        ("a mark that could begin a line", r"(^|[ \t])[:;!?»](\s|$|&)"),
        ("a guillemet that could end a line", r"«([ \t]|$)"),
    ],
)
def test_french_is_typeset_without(what, pattern):
    assert lines_with(pattern, OURS, seen) == []
