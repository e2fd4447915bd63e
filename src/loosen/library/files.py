"""The files of the content folder: found, read and fingerprinted; not yet understood."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from loosen.vocabulary import ContentError, Problem

VERSION_DIGITS = 12
_ID_LINE = re.compile(r'^id\s*=\s*"([^"\n]+)"', re.MULTILINE)
_PLACE = re.compile(r"\A(?P<what>.*?) ?\(at (?P<place>.*)\)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """One TOML file: its name inside the content folder (with `/`) and its bytes."""

    name: str
    data: bytes


def content_files(folder: Path) -> tuple[ContentFile, ...]:
    """Every TOML file of the folder, by name. Raises `ContentError` when there is none."""
    paths = sorted(folder.rglob("*.toml")) if folder.is_dir() else []
    if not paths:
        raise ContentError(
            Problem(
                what="there is no content here",
                where=str(folder),
                found="a folder without TOML files" if folder.is_dir() else "no such folder",
                expected="a folder with questions, rules, exercises and so on",
                do="name the content folder; in a checkout it is src/loosen/content",
            )
        )
    found = (ContentFile(name=path.relative_to(folder).as_posix(), data=path.read_bytes())
             for path in paths)  # fmt: skip
    return tuple(sorted(found, key=lambda file: file.name))


def version_of(files: Iterable[ContentFile]) -> str:
    """A short hash over the names and bytes of all files; the content's version."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(f"{file.name}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return digest.hexdigest()[:VERSION_DIGITS]


def parse(file: ContentFile) -> dict[str, Any] | Problem:
    """The file's tables, or what is wrong with its writing, with line and column."""
    try:
        return tomllib.loads(file.data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        found = f"a stray byte at place {problem.start}"
        return _unreadable(file, "the file is not text in UTF-8", found)
    except tomllib.TOMLDecodeError as problem:
        return _unreadable(file, "this is not TOML", _said(str(problem)))


def claimed_ids(file: ContentFile) -> frozenset[str]:
    """The ids that a file seems to hold, for one that cannot be parsed."""
    text = file.data.decode("utf-8", errors="replace")
    return frozenset(_ID_LINE.findall(text)) | {PurePosixPath(file.name).stem}


def _said(message: str) -> str:
    """The parser's words with the place first."""
    return _PLACE.sub(r"\g<place>: \g<what>", message)


def _unreadable(file: ContentFile, what: str, found: str) -> Problem:
    return Problem(
        what=what,
        where=file.name,
        found=found,
        expected="text in double quotes, one key once, lists in [brackets], dates like 2026-11-22",
        do="correct the file at that place; the rest of it is read only then",
    )
