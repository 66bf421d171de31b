"""What tests of métiers share."""

from datetime import date

import pytest
from django.utils import timezone

from tests.page import parse


@pytest.fixture
def a_day_of_november(monkeypatch):
    """Live on 21 November 2026: the legal minimum in force changes from year to year."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 21))


@pytest.fixture
def fiche(client):
    """Read the page of a métier by its slug."""

    def read(slug):
        answer = client.get(f"/metiers/{slug}/")
        assert answer.status_code == 200
        return parse(answer)

    return read
