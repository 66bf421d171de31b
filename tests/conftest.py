"""The content of the guide, loaded once for all tests that ask for the database, and a day to read it on."""

from datetime import date

import pytest
from django.conf import settings
from django.utils import timezone
from hypothesis import settings as hypothesis
from xdist.scheduler import LoadFileScheduling

from core.fixtures import load_directory
from core.search.lexicon import forget_answers

BROWSER = "tests/browser/"

# Tests hold counts, never times: a busy machine proves nothing.
hypothesis.register_profile("guide", deadline=None)
hypothesis.load_profile("guide")


class FilesAndBrowser(LoadFileScheduling):
    """Several processes share the files of the tests; all of the browser goes to one, which opens it once."""

    def _split_scope(self, nodeid):
        file = super()._split_scope(nodeid)
        return BROWSER if file.startswith(BROWSER) else file


def pytest_xdist_make_scheduler(config, log):
    return FilesAndBrowser(config, log)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the real fixtures once; each test then runs in a transaction that is rolled back."""
    with django_db_blocker.unblock():
        load_directory(settings.FIXTURES_DIR)


@pytest.fixture(autouse=True)
def nothing_answered():
    """Ask each question of a test as if nobody had asked it before."""
    forget_answers()


@pytest.fixture
def ask_anew():
    """Return a function after which a question costs what it costs the first time."""
    return forget_answers


@pytest.fixture
def a_day_of_november(monkeypatch):
    """Live on 21 November 2026: the legal minimum in force changes from year to year."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 21))
