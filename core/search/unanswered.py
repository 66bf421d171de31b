"""Counting the questions that found nothing, for editors: a text and a number, nothing about anyone."""

import logging
import re
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from core.models import RechercheSansResultat
from core.models.recherche import LONGEST_TERM
from core.search.normalizer import words

logger = logging.getLogger(__name__)

# What may name a person or a place to reach one, rather than a métier, is never kept.
PERSONAL = re.compile(r"@|\d{5}|https?:|www\.", re.IGNORECASE)
MOST_WORDS = 6
MOST_KEPT = 500
# A reader never waits for an editor: past this, a question goes uncounted.
PATIENCE_IN_MILLISECONDS = 50


def count_unanswered(text):
    """Count a question that found nothing. Costs one query; never fails, never waits."""
    text = " ".join(text.lower().split())
    if not 0 < len(words(text)) <= MOST_WORDS or len(text) > LONGEST_TERM or PERSONAL.search(text):
        return
    try:
        with hurried():
            RechercheSansResultat.objects.count_one(text, timezone.localdate(), MOST_KEPT)
    except DatabaseError as error:
        logger.info("A question without result was not counted: %s", error)


@contextmanager
def hurried():
    """Let SQLite give up soon when another process writes; PostgreSQL never waits here."""
    set_patience(PATIENCE_IN_MILLISECONDS)
    try:
        yield
    finally:
        set_patience(1000 * connection.settings_dict["OPTIONS"].get("timeout", 5))


def set_patience(milliseconds):
    """Set how long the connection waits for another writer, on SQLite."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.execute(f"PRAGMA busy_timeout = {milliseconds:.0f}")
