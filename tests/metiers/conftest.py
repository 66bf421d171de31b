"""What tests of métiers share."""

import pytest

from tests.page import parse


@pytest.fixture
def fiche(client):
    """Read the page of a métier by its slug, with what else its address asks."""

    def read(slug, query=""):
        answer = client.get(f"/metiers/{slug}/{query}")
        assert answer.status_code == 200
        return parse(answer)

    return read
