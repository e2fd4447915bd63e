"""The one settings file. A wrong value stops the start and names what is allowed.

Importing it changes nothing on the disk; `first_run.prepare` makes the folder and the secret.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import platformdirs

from loosen.vocabulary import Problem, SettingsError

# --- typed readers ---------------------------------------------------------------------------


def wrong(name: str, found: str, expected: str) -> SettingsError:
    """The error for a variable whose value is not allowed."""
    return SettingsError(
        Problem(
            what="this setting has a value that is not allowed",
            where=name,
            found=found,
            expected=expected,
            do=f"correct {name} or leave it unset, then start again",
        )
    )


def folder_of(name: str, environ: Mapping[str, str], default: Path) -> Path:
    """A folder, `~` allowed; it need not exist yet, but a file of that name is refused."""
    value = environ.get(name, "")
    folder = Path(value).expanduser() if value else default
    if folder.exists() and not folder.is_dir():
        raise wrong(name, value, "a folder; what is there now is a file")
    return folder.absolute()


def port_of(name: str, environ: Mapping[str, str], default: int) -> int:
    """A port a user may open."""
    value = environ.get(name, "")
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not 1024 <= int(value) <= 65535:
        raise wrong(name, value, "a whole number from 1024 to 65535")
    return int(value)


def database_of(name: str, environ: Mapping[str, str], sqlite_file: Path) -> dict[str, Any]:
    """Django's description of the database: the SQLite file, or PostgreSQL by its address."""
    value = environ.get(name, "")
    if not value:
        return sqlite(sqlite_file)
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise wrong(name, "an address that cannot be read", POSTGRES_FORM) from None
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise wrong(name, f"{parts.scheme or 'no scheme'}://...", POSTGRES_FORM)
    return postgres(parts, port)


POSTGRES_FORM = "postgresql://user:password@host:port/name, or nothing for SQLite"


def sqlite(file: Path) -> dict[str, Any]:
    """The file in the person's own folder; what a page says is saved is on the disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",  # two tabs queue up instead of failing half-way
            # Django itself switches foreign keys on.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
        },
    }


def postgres(parts: SplitResult, port: int | None) -> dict[str, Any]:
    """A clinic's server; what follows `?` goes to its client (sslmode and the like)."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def secret_of(file: Path) -> str:
    """The secret made at the first run; empty before it, and Django then refuses to sign."""
    return file.read_text(encoding="ascii").strip() if file.is_file() else ""


def is_on(name: str, environ: Mapping[str, str]) -> bool:
    """A switch: 1 is on, unset or 0 is off."""
    value = environ.get(name, "")
    if value not in {"", "0", "1"}:
        raise wrong(name, value, "1 or 0")
    return value == "1"


# --- ours ------------------------------------------------------------------------------------

WEB = Path(__file__).resolve().parent.parent
DATA = folder_of("LOOSEN_DATA", os.environ, platformdirs.user_data_path("loosen", appauthor=False))
PORT = port_of("LOOSEN_PORT", os.environ, 8020)
SHOWS_STYLE = is_on("LOOSEN_STYLE", os.environ)
SECRET_FILE = DATA / "secret"
SQLITE_FILE = DATA / "loosen.sqlite3"
STATIC_FOLDER = WEB / "static"
ASSET_MANIFEST = STATIC_FOLDER / "dist" / "manifest.json"
# One folder of pages each; the order is the order in which their addresses are tried.
PAGE_FOLDERS = (
    *("start", "ease", "medicines", "about", "today", "session", "coach"),
    *("progress", "helped", "diary", "shelf"),
    *("figures", "eyes", "data", "devices", "offline", "preferences", "style"),
)
MOST_FORM_BYTES = 512 * 1024
MOST_IMPORT_BYTES = 32 * 1024 * 1024

# --- Django's --------------------------------------------------------------------------------

DEBUG = False
SECRET_KEY = secret_of(SECRET_FILE)
# Host and port are checked by `door`, which knows the port that was opened.
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "loosen.web.site.urls"
ASGI_APPLICATION = "loosen.web.site.asgi.application"
INSTALLED_APPS = ["loosen.web.records"]
MIDDLEWARE = [
    "loosen.web.site.headers.HeadersMiddleware",
    "loosen.web.site.files.FilesMiddleware",
    "loosen.web.site.door.DoorMiddleware",
    "loosen.web.site.failures.FailuresMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "loosen.web.site.visit.VisitMiddleware",
    "loosen.web.site.unfinished.UnfinishedMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / folder / "templates" for folder in ("site", *PAGE_FOLDERS)],
        "OPTIONS": {
            "context_processors": ["loosen.web.site.context.site"],
            # Named as well, for templates that say where their tags come from.
            "libraries": {"components": "loosen.web.site.templatetags.components"},
            "builtins": [
                "loosen.web.site.templatetags.components",
                "loosen.web.site.templatetags.frames",
            ],
        },
    }
]
DATABASES = {"default": database_of("DATABASE_URL", os.environ, SQLITE_FILE)}
# One thread asks (see `asgi`), so its connection may stay; a lost one is noticed and made anew.
DATABASES["default"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"  # stored and computed in UTC; pages show the visit's own zone
USE_I18N = False
LANGUAGE_CODE = "en-gb"
APPEND_SLASH = False

CSRF_COOKIE_NAME = "loosen-form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = 60 * 24 * 3600  # a page that a phone kept is still ours when it is opened anew
CSRF_FAILURE_VIEW = "loosen.web.site.failures.forged"
DATA_UPLOAD_MAX_MEMORY_SIZE = MOST_FORM_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1

STATIC_URL = "/static/"
STATIC_ROOT = STATIC_FOLDER
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MIMETYPES = {
    ".webmanifest": "application/manifest+json",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
}
WHITENOISE_MAX_AGE = 0  # revalidated; names with a hash are kept for good
WHITENOISE_IMMUTABLE_FILE_TEST = (
    r"/static/dist/(assets/.+-[\w-]{8}\.\w+(\.map)?|coach/[\w.-]+-[0-9a-f]{8}/[\w.-]+)$"
)

LOGGING_CONFIG = "loosen.web.site.logs.configure"
LOGGING: dict[str, Any] = {}
