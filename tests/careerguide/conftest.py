"""What the tests of the search share."""

import pytest

from tests.page import Page


@pytest.fixture
def ask(client):
    """Ask for a page of results and read it."""
    return lambda **parameters: Page(client.get("/recherche/", parameters))
