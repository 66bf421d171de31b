"""An editor with all rights, and a source to cite."""

import pytest
from django.contrib.auth.models import User

from core.importing import worker
from core.models import Source
from tests.admin.editor import Editor
from tests.metiers.opendata.fiches import ARCHETIER, luthier, run, zipped


@pytest.fixture
def editor(client, db):
    """An editor with all rights, at work with Django's client."""
    user = User.objects.create_superuser("camille")
    client.force_login(user)
    return Editor(client, user)


@pytest.fixture
def source(db):
    return Source.objects.get(slug="connaissance-generale")


@pytest.fixture
def file(tmp_path, db, settings, monkeypatch):
    """A public file of two fiches; deposits stand apart, and are worked on in the process of the test."""
    settings.IMPORTS_DIR = tmp_path / "depots"
    monkeypatch.setattr(worker, "launch", lambda deposit, lock: worker.work(deposit))
    return zipped(tmp_path, luthier(), ARCHETIER)


@pytest.fixture
def imported(file):
    """The same file, imported."""
    run(file)
