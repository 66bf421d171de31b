"""Questions that found nothing are counted for editors: their text, nothing about anyone."""

from datetime import date

import pytest
from django.db import DatabaseError

from core.models import RechercheSansResultat
from core.search import unanswered
from core.search.unanswered import count_unanswered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day_of_november")]


def counted():
    return list(RechercheSansResultat.objects.values_list("texte", "nombre", "derniere_fois"))


def test_a_question_is_counted_whatever_its_case_and_spaces():
    for text in ("Fleuriste", "  fleuriste ", "FLEURISTE", "boulanger"):
        count_unanswered(text)
    assert counted() == [("fleuriste", 3, date(2026, 11, 21)), ("boulanger", 1, date(2026, 11, 21))]


@pytest.mark.parametrize(
    "text",
    [
        "camille@example.org",
        "06 12 34 56 78 0612345678",
        "https://example.org",
        "www.example.org",
        "une phrase bien trop longue pour nommer un métier",
        "x" * 81,
        "!!!",
        "",
    ],
)
def test_what_may_tell_of_a_person_or_names_nothing_is_not_kept(text):
    count_unanswered(text)
    assert counted() == []


def test_the_table_is_bounded_and_keeps_what_is_asked_most(monkeypatch):
    monkeypatch.setattr(unanswered, "MOST_KEPT", 2)
    for text in ("fleuriste", "fleuriste", "boulanger", "notaire", "fleuriste"):
        count_unanswered(text)
    assert [(text, number) for text, number, _ in counted()] == [("fleuriste", 3), ("notaire", 1)]


def test_a_full_table_of_repeated_questions_takes_no_new_one(monkeypatch):
    monkeypatch.setattr(unanswered, "MOST_KEPT", 1)
    for text in ("fleuriste", "fleuriste", "boulanger"):
        count_unanswered(text)
    assert [text for text, _, _ in counted()] == ["fleuriste"]


def test_counting_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        count_unanswered("fleuriste")


def test_a_database_that_is_busy_is_left_alone(monkeypatch):
    def busy(*arguments):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(RechercheSansResultat.objects, "count_one", busy)
    count_unanswered("fleuriste")
    assert counted() == []
