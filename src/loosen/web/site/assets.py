"""Where the built scripts and styles lie: each name has a hash, kept in a manifest."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import NotRequired, TypedDict

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

COACH = "src/coach/eyes.ts"


class Made(TypedDict):
    """What the manifest says of a source; `assets` are its workers."""

    file: str
    assets: NotRequired[list[str]]


@lru_cache(maxsize=64)
def asset_url(name: str) -> str:
    """The address of a built file, by the name of its source in `frontend/src`.

    A font may be named by the end of its path. Raises `ImproperlyConfigured` where nothing
    is built or the name is unknown.
    """
    for source, built in _manifest().items():
        if source == f"src/{name}" or source.endswith(f"/{name}"):
            return _url(built["file"])
    raise ImproperlyConfigured(
        f"{settings.ASSET_MANIFEST}: holds no {name!r}. Build the pages again: ./run setup"
    )


@lru_cache(maxsize=1)
def built_urls() -> tuple[str, ...]:
    """The address of every built script, style and font, and of the icon; the coach's aside."""
    files = {made["file"] for made in _manifest().values()}
    built = sorted({_url(file) for file in files} - set(coach_urls()))
    return (*built, f"{settings.STATIC_URL}icon.svg")


@lru_cache(maxsize=1)
def coach_urls() -> tuple[str, ...]:
    """The scripts that are fetched only when somebody asks for the coach."""
    made = _manifest()[COACH]
    return tuple(_url(file) for file in sorted([made["file"], *made["assets"]]))


def _url(built: str) -> str:
    return f"{settings.STATIC_URL}dist/{built}"


@lru_cache(maxsize=1)
def _manifest() -> Mapping[str, Made]:
    """Source to what was made of it."""
    try:
        manifest: Mapping[str, Made] = json.loads(
            settings.ASSET_MANIFEST.read_text(encoding="utf-8")
        )
    except FileNotFoundError as error:
        raise ImproperlyConfigured(
            f"{settings.ASSET_MANIFEST}: not found. Build the pages: ./run setup"
        ) from error
    return manifest
