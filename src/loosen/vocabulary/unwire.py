"""Plain JSON values back into records; every problem is collected before it speaks.

Strict on purpose: unknown keys, missing keys, a number in quotes or a NaN are problems, not
guesses. A record's own check (`ValueError` on construction) becomes a problem with its place.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args, get_origin
from uuid import UUID

from .errors import LoosenError, Problem
from .wire import TAG, record_hints, union_members

T = TypeVar("T")
Reader = Callable[[Any, str, list[Problem]], Any]
LONGEST_SHOWN = 60


class _Bad:
    """Stands for a value that could not be read; its problem is already in the list."""


BAD = _Bad()


def parse_json(text: str, *, where: str, error: type[LoosenError]) -> Any:
    """Parse JSON; a syntax error, a repeated key or a NaN is a kind error with its place."""

    def refuse(what: str, found: str) -> LoosenError:
        return error(
            Problem(
                what=what,
                where=where,
                found=found,
                expected="valid JSON, each key once, ordinary numbers",
                do="correct the file at that place and try again",
            )
        )

    def no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        if len(read) != len(pairs):
            keys = [key for key, _ in pairs]
            repeated = sorted({key for key in keys if keys.count(key) > 1})
            raise refuse("the same key stands twice", ", ".join(repeated))
        return read

    def no_constant(name: str) -> Any:
        raise refuse("this is not an ordinary number", name)

    try:
        return json.loads(text, object_pairs_hook=no_repeats, parse_constant=no_constant)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}: {problem.msg}"
        raise refuse("the file is not JSON", place) from problem
    except ValueError as problem:  # Python turns no number of thousands of digits into one
        raise refuse("this number is too long", "thousands of digits") from problem
    except RecursionError as problem:
        raise refuse("the file is nested too deeply", "hundreds of brackets") from problem


def from_plain(cls: type[T], plain: object, *, where: str, error: type[LoosenError]) -> T:
    """Read a record; `where` is the file or field that problems name. Raises `error`."""
    problems: list[Problem] = []
    hint: Any = cls
    value = reader(hint)(plain, where, problems)
    if problems:
        raise error(problems)
    assert isinstance(value, cls)
    return value


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _report(
    problems: list[Problem], where: str, what: str, found: object, expected: str, do: str
) -> _Bad:
    problems.append(Problem(what=what, where=where, found=_shown(found), expected=expected, do=do))
    return BAD


@cache
def reader(hint: Any) -> Reader:
    """The reader for a type hint; made once and kept."""
    members = union_members(hint)
    if members != (hint,):
        return _union_reader(hint, members)
    origin = get_origin(hint)
    if origin in (tuple, frozenset):
        return _list_reader(origin, get_args(hint)[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(get_args(hint)[1])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    return _scalar_reader(hint)


def _union_reader(hint: Any, members: tuple[Any, ...]) -> Reader:
    may_be_none = type(None) in get_args(hint)
    only = reader(members[0]) if len(members) == 1 else _tagged_reader(members)

    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        if value is None and may_be_none:
            return None
        return only(value, where, problems)

    return read


def _tagged_reader(members: tuple[Any, ...]) -> Reader:
    by_name = {member.__name__: member for member in members}

    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        name = value.get(TAG) if isinstance(value, dict) else None
        if not isinstance(name, str) or name not in by_name:
            expected = "one of " + ", ".join(sorted(by_name))
            return _report(
                problems, f"{where}.{TAG}", "this kind of record is not known", name, expected,
                "name one of them",
            )  # fmt: skip
        rest = {key: item for key, item in value.items() if key != TAG}
        return reader(by_name[name])(rest, where, problems)

    return read


def _list_reader(make: Any, item_hint: Any) -> Reader:
    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        if not isinstance(value, list):
            return _report(
                problems, where, "a list is needed here", value, "a list", "put it in brackets"
            )
        if item_hint is str and all(type(item) is str for item in value):
            return make(value)
        before = len(problems)
        item_reader = reader(item_hint)
        items = [item_reader(item, f"{where}[{i}]", problems) for i, item in enumerate(value)]
        return make(items) if len(problems) == before else BAD

    return read


def _mapping_reader(item_hint: Any) -> Reader:
    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        if not isinstance(value, dict):
            return _report(
                problems, where, "names with values are needed here", value,
                "an object", "put it in braces",
            )  # fmt: skip
        before = len(problems)
        item_reader = reader(item_hint)
        items = {
            # A figure's angles are many, plain and right, as in a record.
            key: item if type(item) is item_hint else item_reader(item, f"{where}.{key}", problems)
            for key, item in value.items()
        }
        return items if len(problems) == before else BAD

    return read


def _record_reader(cls: Any) -> Reader:
    fields = {field.name: field for field in dataclasses.fields(cls)}
    needed = {name for name, field in fields.items() if field.default is dataclasses.MISSING}
    readers: dict[str, Reader] = {}  # filled at the first reading: a record may hold its own kind

    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        if not isinstance(value, dict):
            return _report(
                problems, where, "named fields are needed here", value,
                f"an object with {', '.join(sorted(needed))}", "put it in braces",
            )  # fmt: skip
        if not needed <= value.keys() <= fields.keys():
            _check_keys(value, where, needed, fields.keys(), problems)
        hints = record_hints(cls)
        if not readers:
            readers.update({name: reader(hints[name]) for name in fields})
        before = len(problems)
        read_fields = {
            name: item
            # Most fields are plain and right: they need neither a reader nor a place.
            if type(item := value[name]) is hints[name]
            else read_field(item, f"{where}.{name}", problems)
            for name, read_field in readers.items()
            if name in value
        }
        if len(problems) > before or not needed <= value.keys():
            return BAD
        return _built(cls, read_fields, where, problems)

    return read


def _check_keys(
    value: dict[str, Any], where: str, needed: set[str], known: Any, problems: list[Problem]
) -> None:
    for name in sorted(needed - value.keys()):
        _report(problems, f"{where}.{name}", "this is missing", None, "a value", "add it")
    for name in sorted(value.keys() - known):
        _report(
            problems, f"{where}.{name}", "this name is not known", name,
            "one of " + ", ".join(sorted(known)), "correct the spelling or remove it",
        )  # fmt: skip


def _built(cls: Any, read_fields: dict[str, Any], where: str, problems: list[Problem]) -> Any:
    try:
        return cls(**read_fields)
    except ValueError as problem:
        return _report(
            problems, where, "this cannot stand", str(problem),
            f"a sound {cls.__name__}", "correct it and try again",
        )  # fmt: skip


def _utc(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return instant.astimezone(UTC)


@lru_cache(maxsize=256)  # the content names few days, thousands of times
def _day(text: str) -> date:
    return date.fromisoformat(text)


_FROM_TEXT: dict[Any, tuple[Callable[[str], Any], str]] = {
    datetime: (_utc, "a date and time with a zone, like 2026-11-22T08:30:00+00:00"),
    date: (_day, "a date like 2026-11-22"),
    UUID: (UUID, "an id like 123e4567-e89b-12d3-a456-426614174000"),
}


def _scalar_reader(hint: Any) -> Reader:
    if isinstance(hint, type) and issubclass(hint, Enum):
        by_word = {member.value: member for member in hint}
        return _text_reader(by_word.__getitem__, "one of " + ", ".join(by_word))
    if hint in _FROM_TEXT:
        return _text_reader(*_FROM_TEXT[hint])
    return _plain_reader(hint)


def _text_reader(make: Callable[[str], Any], expected: str) -> Reader:
    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        try:
            if isinstance(value, str):
                return make(value)
        except (ValueError, KeyError):
            pass
        return _report(
            problems, where, "this value is not allowed", value, expected, "use one of these"
        )

    return read


_PLAIN_NAMES: dict[Any, str] = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


def _plain_reader(hint: Any) -> Reader:
    if hint not in _PLAIN_NAMES:
        raise TypeError(f"no reader for {hint!r}")
    allowed: tuple[type, ...] = (int, float) if hint is float else (hint,)

    def read(value: Any, where: str, problems: list[Problem]) -> Any:
        if type(value) is hint:
            return value
        is_stray_bool = isinstance(value, bool) and hint is not bool
        if isinstance(value, allowed) and not is_stray_bool:
            with suppress(OverflowError):  # a whole number far beyond every float
                return hint(value)
        return _report(
            problems, where, "the kind of value is wrong", value, _PLAIN_NAMES[hint], "correct it"
        )

    return read
