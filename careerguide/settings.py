"""The settings, read from the environment and from the file `.env`.

Without anything said the site runs as in production: it refuses to start without SECRET_KEY and
ALLOWED_HOSTS. An unknown or malformed value stops the start with a sentence that names the variable.
"""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent
DEFAULT_DATABASE = f"sqlite:///{BASE_DIR / 'db.sqlite3'}"

env = Env()
env.read_env(BASE_DIR / ".env")


def read(name, parse, expected, **options):
    """Return a setting of the environment; a value that means nothing stops the start and is named."""
    try:
        return parse(name, **options)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(
            f"Réglage refusé : {name} vaut « {os.environ.get(name)} » ; attendu : {expected}."
        ) from error


DEBUG = read("DEBUG", env.bool, "true ou false", default=False)
TLS = read("TLS", env.bool, "true ou false", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="") or ("clé de développement, sans valeur" if DEBUG else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
DATABASE = read(
    "DATABASE_URL",
    env.dj_db_url,
    "sqlite:///CHEMIN ou postgres://NOM:MOT-DE-PASSE@HÔTE:5432/BASE",
    default=DEFAULT_DATABASE,
    conn_max_age=60,
)

if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY manque : donnez une clé secrète dans l’environnement ou dans le fichier .env "
        "(« python3 run.py » en crée une), ou DEBUG=true pour développer."
    )
if not ALLOWED_HOSTS and not DEBUG:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS manque : nommez les hôtes que le site sert, séparés par des virgules "
        "(par exemple ALLOWED_HOSTS=guide.example.org)."
    )

INSTALLED_APPS = [
    "careerguide",
    "metiers",
    "formations",
    "core",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "simple_history",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "core.middleware.no_body_on_head",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Above ConditionalGet, so that an unchanged page is answered by 304 before it is compressed.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.headers",
    "core.middleware.bad_input",
    "core.middleware.no_cookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "careerguide.middleware.MethodNotAllowed",
    "careerguide.middleware.DatabaseBusy",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "careerguide.urls"
WSGI_APPLICATION = "careerguide.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "careerguide.context.site",
            ],
        },
    },
]

DATABASES = {"default": DATABASE}
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock when a transaction begins: with WAL alone, concurrent writers
    # that start by reading lose their writes. Costs: writers queue (60 s at most: an import of the
    # country holds the lock for half a minute), readers never wait.
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    }
else:
    # PostgreSQL would compile the query of a list, by its supposed cost: seconds for one that takes 40 ms. It
    # also supposes a disk whose head moves: the guide fits in memory, where reading an index costs no more.
    DATABASE.setdefault("OPTIONS", {}).setdefault("options", "-c jit=off -c random_page_cost=1.1")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "errors/429.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FIXTURES_DIR = BASE_DIR / "fixtures"
# Public files between their trial and their writing; nothing serves it.
IMPORTS_DIR = env.path("IMPORTS_DIR", default=BASE_DIR / ".depots")

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
SECURE_SSL_REDIRECT = TLS and not DEBUG
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL_REDIRECT
SECURE_HSTS_PRELOAD = SECURE_SSL_REDIRECT
# A load balancer asks for the health of the server itself, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^sante/$"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS and not DEBUG
CSRF_FAILURE_VIEW = "careerguide.errors.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refused address (400, 404, 405) is no event: with its traceback, anyone could fill the log.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
