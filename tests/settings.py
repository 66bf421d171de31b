"""The settings of the tests: the same on every machine, whatever `.env` or the environment say.

Only DATABASE_URL is left to the environment, so that the suite runs on both databases. DEBUG spares the
collection of static files; pytest-django turns it off again before the first test.
"""

import os

os.environ.update(
    DEBUG="true",
    SECRET_KEY="for tests only",  # protects nothing
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    TLS="false",
    CONTACT_EMAIL="",
)

from careerguide.settings import *  # noqa: F403 (the environment comes first)

# Files are looked up when they are asked for: nothing has been collected.
WHITENOISE_AUTOREFRESH = True
# A test sees what it has changed, whatever another has seen at the same address.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
