"""Finding documents by their names, without a database."""

import pytest

from core.search.base import LONGEST_QUERY, Document, find, suggest

DOCUMENTS = [
    Document("r", "cto", "directeur technique", ("directrice technique", "CTO"), is_minor=True),
    Document("r", "technicien-cloud", "technicien cloud / technicienne cloud", ("technicien opé",)),
    Document("r", "ingenieur-cloud", "ingénieur cloud / ingénieure cloud", ("ingénieur cloud",)),
    Document("r", "maintenance", "technicien de maintenance informatique", ("technicien de proximité",)),
    Document("r", "cka", "Certified Kubernetes Administrator (CKA)", ("Cloud Native Computing Foundation",)),
    Document("r", "linux", "administrateur Linux"),
]


def found(query):
    return [(hit.document.slug, hit.trouve) for hit in find(query, DOCUMENTS)]


@pytest.mark.parametrize(
    "query",
    ["technicien de maintenance", "TECHNICIENS  maintenance", "maintenance", "technicien en maintenance"],
)
def test_accents_case_plurals_and_empty_words_do_not_count(query):
    assert found(query) == [("maintenance", "")]


def test_either_gender_finds_the_job():
    assert found("ingénieure cloud") == [("ingenieur-cloud", "")]


def test_another_name_is_told_when_it_made_the_page_answer():
    assert found("technicien de proximité") == [("maintenance", "technicien de proximité")]


def test_titles_come_before_other_names_and_mentions_last():
    assert found("techn") == [("technicien-cloud", ""), ("maintenance", ""), ("cto", "")]
    assert found("cloud") == [
        ("ingenieur-cloud", ""),
        ("technicien-cloud", ""),
        ("cka", "Cloud Native Computing Foundation"),
    ]


def test_the_words_may_be_spread_over_several_names():
    assert found("cloud kubernetes") == [("cka", "Cloud Native Computing Foundation")]


def test_every_word_has_to_be_found():
    assert found("technicien kubernetes") == []


def test_a_word_is_found_from_its_beginning_only():
    assert found("loud") == []


def test_a_word_that_ends_in_x_is_still_itself():
    assert found("linux") == [("linux", "")]


@pytest.mark.parametrize("query", ["", "   ", "…", "👩‍🎓", "«»", "'\"--", "%_\\"])
def test_a_question_without_words_finds_nothing(query):
    assert found(query) == []
    assert suggest(query, DOCUMENTS) == []


def test_a_question_of_empty_words_is_taken_as_it_is():
    assert found("de la") == []
    assert found("de") == [("maintenance", "")]


def test_what_lies_beyond_the_longest_question_is_not_read():
    assert found("linux" + " " * LONGEST_QUERY + "inconnu") == [("linux", "")]


def test_a_mistyped_name_suggests_the_right_one():
    assert next(document.slug for document in suggest("tecnicien clod", DOCUMENTS)) == "technicien-cloud"


def test_a_half_known_question_suggests_what_shares_its_words():
    assert [document.slug for document in suggest("kubernetes xyz", DOCUMENTS)] == ["cka"]


def test_a_question_that_resembles_nothing_suggests_nothing():
    assert suggest("boulangerie", DOCUMENTS) == []
