"""What tests of métiers share."""

import pytest

from tests.compared import address
from tests.page import parse


@pytest.fixture
def fiche(client):
    """Read the page of a métier by its slug, with what else its address asks."""

    def read(slug, query=""):
        answer = client.get(f"/metiers/{slug}/{query}")
        assert answer.status_code == 200
        return parse(answer)

    return read


@pytest.fixture
def compared(client):
    """Read the comparison of métiers by their slugs, and by the other parameters of the address."""

    def read(*slugs, **more):
        answer = client.get(address("/metiers/comparer/", "m", *slugs, **more))
        assert answer.status_code == 200
        return parse(answer)

    return read
