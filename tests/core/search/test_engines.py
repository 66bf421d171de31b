"""What the engine of a database has to do, whichever it is: the suite runs on both."""

import pytest
from django.db import connection

from core.search.engine import DOCUMENT
from core.search.entry import TITLES
from core.search.index import count, engine
from tests.core.search.made_up import ENTRIES

pytestmark = pytest.mark.django_db
CLOUD, DEVELOPER, DIRECTOR, DIPLOMA = range(1, 5)


@pytest.fixture
def index():
    """An index of the made-up pages alone."""
    index = engine()
    with connection.cursor() as cursor:
        index.empty(cursor)
        index.write(cursor, ENTRIES, first=1)
        index.add_words(cursor, count(entry.vocables for entry in ENTRIES))
        index.stamp(cursor)
    return index


def found(index, *expressions, **options):
    groups = [[[tuple(keys.split()) for keys in group] for group in expression] for expression in expressions]
    return sorted(match.number for match in index.match(groups, **options))


def test_all_groups_have_to_be_held_by_one_of_their_readings(index):
    assert found(index, [["cloud"], ["projet"]]) == [CLOUD]
    assert found(index, [["cloud"], ["sio"]]) == []
    assert found(index, [["cloud", "sio"]]) == [CLOUD, DIPLOMA]
    assert found(index, [["cloud sio", "back end"]]) == [DEVELOPER]


def test_one_expression_is_enough(index):
    assert found(index, [["cloud"], ["sio"]], [["dsi"]]) == [DIRECTOR]


def test_a_word_is_whole(index):
    assert found(index, [["clou"]]) == []


def test_texts_may_be_left_out(index):
    assert found(index, [["nuag"]]) == [CLOUD]
    assert found(index, [["nuag"]], weights=("N", "A", "S")) == []
    assert found(index, [["kubernet"]], weights=("N", "A", "S")) == [CLOUD]


def test_titles_alone_may_be_asked(index):
    assert found(index, [["cloud"], ["projet"]], weights=TITLES) == [CLOUD]
    assert found(index, [["dsi"]], weights=TITLES) == [DIRECTOR]
    assert found(index, [["kubernet", "nuag"]], weights=TITLES) == []


@pytest.mark.parametrize("word", ["and", "or", "not", "near", "null", "select"])
def test_words_of_query_languages_are_words(index, word):
    assert found(index, [[word]]) == []
    assert found(index, [[word, "cloud"]]) == [CLOUD]


def test_names_weigh_more_than_skills_and_skills_more_than_texts(index):
    (match,) = index.match([[[("cloud",)]]])
    (skill,) = index.match([[[("kubernet",)]]])
    (text,) = index.match([[[("nuag",)]]])
    assert match.relevance > skill.relevance > text.relevance
    assert (match.kind, match.is_minor) == ("metiers", False)
    assert match.names == [name for name in ENTRIES[0].names if "cloud" in name.keys]


def test_only_the_first_of_a_kind_come_with_their_names(index, monkeypatch):
    monkeypatch.setattr("core.search.engine.MOST_NAMED", 1)
    matches = index.match([[[("cloud",), ("cybersecurit",), ("sio",)]]])
    assert [(match.kind, match.names is None) for match in matches] == [
        ("formations", False),
        ("metiers", False),
        ("metiers", True),
    ]
    short = index.match([[[("cloud",), ("cybersecurit",), ("sio",)]]], is_short=True)
    assert short == matches[:2]


def test_what_a_result_shows_is_read_back(index):
    assert index.shown([DIPLOMA])[DIPLOMA]["titre"] == "BTS SIO"


def test_a_page_is_removed_with_its_words(index):
    with connection.cursor() as cursor:
        (gone,) = index.remove(cursor, "metiers", [2, 99])
    assert ["cybersecurite", "cybersecurit", True] in gone
    assert found(index, [["cybersecurit"]]) == []
    assert found(index, [["cloud"]]) == [CLOUD]


def test_words_are_counted_and_uncounted(index):
    word = ("cloud", "cloud")
    counts = {(form, keys): numbers for form, keys, _, *numbers in index.words()}
    assert counts[word] == [1, 1]
    with connection.cursor() as cursor:
        assert index.add_words(cursor, {word: ("cloud", 1, 2)}) is False
        assert index.remove_words(cursor, {word: (1, 1)}) is False
        assert index.remove_words(cursor, {word: (1, 2)}) is True
        assert index.add_words(cursor, {word: ("Cloud", 1, 1)}) is True
    written = {form: written for form, _, written, *_ in index.words()}
    assert written["cloud"] == "Cloud"


def test_the_version_changes_with_each_stamp_and_counts_the_pages(index):
    before, documents, _ = index.version()
    with connection.cursor() as cursor:
        index.stamp(cursor)
    assert documents == len(ENTRIES)
    assert index.version()[0] != before


def test_a_missing_table_is_noticed(index):
    assert index.exists()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {DOCUMENT}")
    assert not index.exists()
    with connection.cursor() as cursor:
        index.create(cursor)
    assert index.exists()
    assert index.version() is None
