"""Two fiches imported, for the tests of what comes after."""

import pytest

from tests.metiers.opendata.fiches import ARCHETIER, luthier, run, zipped


@pytest.fixture
def imported(db, tmp_path):
    """Import a luthier and an archetier; return the report."""
    return run(zipped(tmp_path, luthier(), ARCHETIER))
