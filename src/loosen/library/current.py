"""The content of this installation, read once.

An installed Loosen reads the bundle baked into it. In a checkout the bundle is baked again
whenever a TOML file changed; only then is the strict reader needed.
"""

from functools import lru_cache
from pathlib import Path

from loosen.vocabulary import Content, ContentError

from .bundle import read_bundle, write_bundle
from .files import content_files, version_of

ROOM = Path(__file__).resolve().parent
CONTENT_FOLDER = ROOM.parent / "content"
BUNDLE_PATH = ROOM / "content.json"


@lru_cache(maxsize=1)
def load_content() -> Content:
    """All content. Raises `ContentError` with every problem of a changed file."""
    return content_of(CONTENT_FOLDER, BUNDLE_PATH)


def content_of(folder: Path, bundle_path: Path) -> Content:
    """The bundle if it is sound and made from these files; else the files, baked again."""
    baked = _sound_bundle(bundle_path)
    has_sources = folder.is_dir() and any(folder.rglob("*.toml"))
    if baked is not None and not has_sources:
        return baked
    if baked is not None and baked.version == version_of(content_files(folder)):
        return baked
    return _baked_again(folder, bundle_path)


def _sound_bundle(bundle_path: Path) -> Content | None:
    try:
        return read_bundle(bundle_path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ContentError):
        return None


def _baked_again(folder: Path, bundle_path: Path) -> Content:
    from . import compile as strict  # noqa: PLC0415 - pydantic loads slowly and is seldom needed

    try:
        return strict.bake(folder, bundle_path)
    except OSError:
        # The folder of an installation may be read-only; the content is sound all the same.
        return read_bundle(write_bundle(strict.compile_content(folder)))
