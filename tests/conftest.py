"""The content of the guide, loaded once for all tests that ask for the database."""

import pytest
from django.conf import settings
from hypothesis import settings as hypothesis

from core.fixtures import load_directory

# Tests hold counts, never times: a busy machine proves nothing.
hypothesis.register_profile("guide", deadline=None)
hypothesis.load_profile("guide")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the real fixtures once; each test then runs in a transaction that is rolled back."""
    with django_db_blocker.unblock():
        load_directory(settings.FIXTURES_DIR)
