"""The settings of the site that the browser visits: production's, static files read where they lie.

Collecting and compressing them would cost ten seconds at each run; `.ci/run` proves that it works.
"""

from careerguide.settings import *  # noqa: F403
from careerguide.settings import STORAGES

STATIC_ROOT = None
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
# Whoever edits a stylesheet while the tests run would otherwise get it cut at its former length.
WHITENOISE_AUTOREFRESH = True
