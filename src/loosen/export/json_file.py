"""A person's whole record as one JSON file, and the way back.

The file names its format and version, and carries a checksum over everything else in it, so
that a damaged copy is noticed. Reading finds every problem before it speaks.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TypeGuard
from uuid import UUID

from loosen.vocabulary import (
    Entry,
    ForeignDataError,
    Problem,
    canonical_json,
    from_plain,
    parse_json,
    to_plain,
)

FORMAT = "loosen-record"
VERSION = 1
MOST_BYTES = 32 * 1024 * 1024
MOST_COUNT = 2**63 - 1  # what a database can count to
LONGEST_NAME = 64  # of a zone or a content version
SEND_AGAIN = "export it again where it was made, and take that file"
Plain = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerFields:
    """Whose record it is, and what they chose about the pages."""

    id: UUID
    preferences: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "preferences", MappingProxyType(dict(self.preferences)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A record as a file holds it. `written_at` is UTC; entries in order of arrival."""

    format: str
    version: int
    written_at: datetime
    content_version: str
    owner: OwnerFields
    entries: tuple[Entry, ...]


# --- writing ---------------------------------------------------------------------------------


def write_export(
    owner: OwnerFields, entries: Sequence[Entry], content_version: str, at: datetime
) -> bytes:
    """The file as UTF-8 bytes; the same record at the same instant gives the same bytes."""
    export = Export(
        format=FORMAT,
        version=VERSION,
        written_at=at,
        content_version=content_version,
        owner=owner,
        entries=tuple(entries),
    )
    plain = to_plain(export)
    plain["checksum"] = checksum(plain)
    return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False).encode()


def checksum(plain: Mapping[str, object]) -> str:
    """SHA-256 over the canonical JSON of everything but the checksum itself."""
    rest = {key: value for key, value in plain.items() if key != "checksum"}
    return hashlib.sha256(canonical_json(rest).encode(errors="surrogatepass")).hexdigest()


# --- reading ---------------------------------------------------------------------------------


def read_export(data: bytes) -> Export:
    """The record in the file. Raises `ForeignDataError` with every reason against it."""
    plain = _plain_of(data)
    problems = _outer_problems(plain)
    try:
        export = _export_of(plain)
    except ForeignDataError as error:
        raise ForeignDataError([*problems, *error.problems]) from error
    problems += _entry_problems(export)
    if problems:
        raise ForeignDataError(problems)
    return export


def _outer_problems(plain: Plain) -> list[Problem]:
    """What is wrong with the file as a whole, whatever it says."""
    try:
        problems = list(_text_problems(plain, "file"))
        is_whole = plain.get("checksum") == checksum(plain)
    except RecursionError as error:
        raise _refused("it is nested too deeply", "hundreds of brackets", "a record") from error
    return problems if is_whole else [*problems, _damaged(plain.get("checksum"))]


def _plain_of(data: bytes) -> Plain:
    """The JSON object, once it is sure that it is one of ours and not from the future."""
    if len(data) > MOST_BYTES:
        raise _refused("it is too large", f"{len(data)} bytes", f"at most {MOST_BYTES} bytes")
    try:
        plain = parse_json(data.decode(), where="file", error=ForeignDataError)
    except UnicodeDecodeError as error:
        raise _refused("it is not text", f"byte {error.start}", "UTF-8 text") from error
    except ValueError as error:
        raise _refused("it holds a number too long to be one", "", "ordinary numbers") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise _refused("it is not a record of Loosen", _format_of(plain), f"format {FORMAT}")
    version = plain.get("version")
    if not _is_count(version):
        raise _refused("its version cannot be told", str(version), f"version {VERSION}")
    if version > VERSION:
        raise _refused(
            "it was written by a newer Loosen",
            f"version {version}",
            f"version {VERSION} or older",
            do="bring this Loosen up to date, then import it again",
        )
    return plain


def _format_of(plain: object) -> str:
    return str(plain.get("format"))[:LONGEST_NAME] if isinstance(plain, dict) else "another thing"


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _export_of(plain: Plain) -> Export:
    rest = {key: value for key, value in plain.items() if key != "checksum"}
    try:
        return from_plain(Export, rest, where="file", error=ForeignDataError)
    except OverflowError as error:
        raise _refused("a time lies outside the calendar", "", "years 1 to 9999") from error


def _text_problems(value: object, where: str) -> Iterator[Problem]:
    """Half letters and NUL can be written in JSON but not stored as text."""
    match value:
        case str():
            if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
                yield _problem("this text cannot be stored", where, ascii(value)[:60], "letters")
        case dict():
            for key, item in value.items():
                yield from _text_problems(key, where)
                yield from _text_problems(item, f"{where}.{key}")
        case list():
            for place, item in enumerate(value):
                yield from _text_problems(item, f"{where}[{place}]")


def _entry_problems(export: Export) -> Iterator[Problem]:
    ids = {entry.id for entry in export.entries}
    yield from _repeated("id", (entry.id for entry in export.entries))
    yield from _repeated("count", ((entry.device_id, entry.seq) for entry in export.entries))
    for place, entry in enumerate(export.entries):
        where = f"file.entries[{place}]"
        if entry.owner_id != export.owner.id:
            expected = f"owner {export.owner.id}"
            yield _problem("this entry is another person's", where, str(entry.owner_id), expected)
        if entry.supersedes is not None and entry.supersedes not in ids:
            yield _problem(
                "it corrects an entry that is not in the file",
                f"{where}.supersedes", str(entry.supersedes), "an entry of this file",
            )  # fmt: skip
        yield from _size_problems(entry, where)


def _size_problems(entry: Entry, where: str) -> Iterator[Problem]:
    if entry.seq > MOST_COUNT:
        yield _problem("this count is too high", f"{where}.seq", str(entry.seq), "a true count")
    for name in ("zone", "content_version"):
        text = getattr(entry, name)
        if len(text) > LONGEST_NAME:
            found = f"{len(text)} letters"
            expected = f"at most {LONGEST_NAME}"
            yield _problem("this name is too long", f"{where}.{name}", found, expected)


def _repeated(what: str, values: Iterable[Hashable]) -> Iterator[Problem]:
    for value, count in Counter(values).items():
        if count > 1:
            yield _problem(
                f"two entries have the same {what}", "file.entries",
                f"{value} {count} times", "each once",
            )  # fmt: skip


def _damaged(found: object) -> Problem:
    return _problem(
        "the file was changed or damaged after it was written",
        "file.checksum", str(found)[:LONGEST_NAME], "the checksum of what the file holds",
    )  # fmt: skip


def _problem(what: str, where: str, found: str, expected: str, do: str = SEND_AGAIN) -> Problem:
    return Problem(what=what, where=where, found=found, expected=expected, do=do)


def _refused(what: str, found: str, expected: str, do: str = SEND_AGAIN) -> ForeignDataError:
    return ForeignDataError(_problem(what, "file", found, expected, do))
