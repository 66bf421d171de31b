"""An editor with all rights, and a source to cite."""

import pytest
from django.contrib.auth.models import User

from core.models import Source
from tests.admin.editor import Editor


@pytest.fixture
def editor(client, db):
    """An editor with all rights, at work with Django's client."""
    user = User.objects.create_superuser("camille")
    client.force_login(user)
    return Editor(client, user)


@pytest.fixture
def source(db):
    return Source.objects.get(slug="connaissance-generale")
