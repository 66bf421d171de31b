"""What tests of métiers share."""

from datetime import date

import pytest
from django.utils import timezone


@pytest.fixture
def a_day_of_november(monkeypatch):
    """Live on 21 November 2026: the legal minimum in force changes from year to year."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 21))
