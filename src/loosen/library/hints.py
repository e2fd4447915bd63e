"""What a field of a record asks for, in words and as a type, by its place."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from loosen.vocabulary.wire import union_members

_PLAIN = {
    str: "text in double quotes",
    int: "a whole number, without quotes",
    float: "a number, without quotes",
    bool: "true or false, without quotes",
    date: "a date without quotes, like 2026-11-22",
}


@cache
def hints_of(record: type) -> dict[str, Any]:
    """The resolved types of a record's fields."""
    return get_type_hints(record)


def records_within(record: type) -> frozenset[type]:
    """The record class and every record class that can stand inside it."""
    found: set[type] = set()
    waiting = [record]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(inner for hint in hints_of(one).values() for inner in _records_in(hint))
    return frozenset(found)


def _records_in(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _records_in(part)


def hint_at(record: type, path: tuple[str | int, ...]) -> Any:
    """The type asked for at a place that the record has."""
    hint: Any = record
    for part in path:
        inner = _inner(hint, part)
        hint = union_members(inner)[0]
    return hint


def _inner(hint: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return get_args(hint)[0]
    return get_args(hint)[1] if get_origin(hint) is Mapping else hints_of(hint)[part]


def in_words(hint: Any) -> str:
    """What to write for a type."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "one of " + ", ".join(f'"{member.value}"' for member in hint)
    if get_origin(hint) in (tuple, frozenset):
        return f"a list in [brackets], each of them {in_words(get_args(hint)[0])}"
    if get_origin(hint) is Mapping:
        return f"{{ name = ... }}, each of them {in_words(get_args(hint)[1])}"
    return "{ " + ", ".join(f"{name} = ..." for name in needed_fields(hint)) + " }"


def needed_fields(record: type) -> tuple[str, ...]:
    """The names of the fields that have no default."""
    fields = dataclasses.fields(record)
    return tuple(field.name for field in fields if field.default is dataclasses.MISSING)
