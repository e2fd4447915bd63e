"""Where everything lies that the coach's script fetches when it is asked for."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from loosen.vocabulary import Content, canonical_json
from loosen.web.site.assets import coach_urls

from .rooms import version

LISTING = settings.STATIC_FOLDER / "dist" / "coach" / "coach.json"
MODELS = ("lite", "full")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachFiles:
    """`frontend/src/coach/protocol.ts` reads it. Folders end with a slash."""

    vision: str
    models: dict[str, str]
    pyodide: str
    rooms: str


def coach_files(content: Content) -> CoachFiles:
    """The addresses, as of this content."""
    folders = _folders()
    return CoachFiles(
        vision=folders["vision"],
        models={name: f"{folders['models']}pose_{name}.task" for name in MODELS},
        pyodide=folders["pyodide"],
        rooms=reverse("coach-rooms", args=[version(content)]),
    )


def coach_files_json(content: Content) -> str:
    """The same as text, for an attribute of the page."""
    return canonical_json(coach_files(content))


def all_coach_urls(content: Content) -> tuple[str, ...]:
    """Everything that a device keeps of the coach, once it was fetched."""
    return (*coach_urls(), *_laid_out(), reverse("coach-rooms", args=[version(content)]))


@lru_cache(maxsize=1)
def _laid_out() -> tuple[str, ...]:
    """Every file of every folder; the packed copies are the same to a browser."""
    return tuple(
        folder + path.name
        for folder in _folders().values()
        for path in sorted((LISTING.parent / Path(folder).name).iterdir())
        if path.suffix != ".gz"
    )


@lru_cache(maxsize=1)
def _folders() -> dict[str, str]:
    try:
        plain = json.loads(LISTING.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ImproperlyConfigured(f"{LISTING}: not found. Build the pages: ./run setup") from error
    return {name: f"{settings.STATIC_URL}dist/coach/{folder}/" for name, folder in plain.items()}
