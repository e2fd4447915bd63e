"""Where the built scripts and styles lie: each name has a hash, kept in a manifest."""

import json
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@lru_cache(maxsize=64)
def asset_url(name: str) -> str:
    """The address of a built file, by the name of its source in `frontend/src`.

    A font may be named by the end of its path. Raises `ImproperlyConfigured` where nothing
    is built or the name is unknown.
    """
    for source, built in _manifest().items():
        if source == f"src/{name}" or source.endswith(f"/{name}"):
            return f"{settings.STATIC_URL}dist/{built}"
    raise ImproperlyConfigured(
        f"{settings.ASSET_MANIFEST}: holds no {name!r}. Build the pages again: ./run setup"
    )


@lru_cache(maxsize=1)
def built_urls() -> tuple[str, ...]:
    """The address of every built script, style and font, and of the icon."""
    built = [f"{settings.STATIC_URL}dist/{file}" for file in sorted({*_manifest().values()})]
    return (*built, f"{settings.STATIC_URL}icon.svg")


@lru_cache(maxsize=1)
def _manifest() -> dict[str, str]:
    """Source to built name."""
    try:
        plain = json.loads(settings.ASSET_MANIFEST.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ImproperlyConfigured(
            f"{settings.ASSET_MANIFEST}: not found. Build the pages: ./run setup"
        ) from error
    return {source: made["file"] for source, made in plain.items()}
