"""Records to plain JSON values: the canonical form that every door of the product speaks.

Standard library alone, so the same code runs on the server, on the command line and in the
page. Canonical JSON has sorted keys and floats rounded to six decimals. A field that may hold
one of several records carries the record's class name under `is`. The way back is `unwire`.
"""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

FLOAT_DECIMALS = 6
TAG = "is"
AS_IT_IS = frozenset({type(None), bool, int, str})
_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def union_members(hint: Any) -> tuple[Any, ...]:
    """The members of a union without None; a plain hint is its own only member."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(part for part in get_args(hint) if part is not type(None))
    return (hint,)


@cache
def record_hints(cls: Any) -> dict[str, Any]:
    """The resolved type of each field of a record class."""
    return get_type_hints(cls)


@cache
def tagged_fields(cls: Any) -> frozenset[str]:
    """The fields whose type is a union of records and which therefore carry the tag."""
    return frozenset(
        name
        for name, hint in record_hints(cls).items()
        if len(members := union_members(hint)) > 1 and all(map(dataclasses.is_dataclass, members))
    )


@cache
def _names(cls: Any) -> tuple[tuple[str, bool], ...]:
    """The fields of a record class, and which of them carry the tag."""
    tagged = tagged_fields(cls)
    return tuple((field.name, field.name in tagged) for field in dataclasses.fields(cls))


def to_plain(value: object) -> Any:
    """Turn a record into dicts, lists, text, numbers, booleans and None."""
    if type(value) in AS_IT_IS:  # most of what there is
        return value
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case float():
            return round(value, FLOAT_DECIMALS)
        case UUID():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
        case frozenset():
            return sorted(to_plain(item) for item in value)
        case tuple() | list():
            return [to_plain(item) for item in value]
    return _record_to_plain(value)


def _record_to_plain(record: object) -> dict[str, Any]:
    if not dataclasses.is_dataclass(record):
        raise TypeError(f"{type(record).__name__} has no plain form")
    cls: Any = type(record)
    plain = {}
    for name, is_tagged in _names(cls):
        item = getattr(record, name)
        plain[name] = to_plain(item)
        if is_tagged and item is not None:
            plain[name][TAG] = type(item).__name__
    return plain


def canonical_json(value: object) -> str:
    """One text for one value: sorted keys, no white space, floats to six decimals."""
    return plain_json(to_plain(value))


def plain_json(plain: object) -> str:
    """The same for what `to_plain` has made."""
    return _ENCODER.encode(plain)
