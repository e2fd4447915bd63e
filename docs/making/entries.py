"""The page of entries and records: what is stored and exported, and its form on the wire."""

import dataclasses
import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_origin

from loosen.library.hints import hints_of, records_within
from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    Clearance,
    Decision,
    Entry,
    Plan,
)
from loosen.vocabulary.wire import TAG, union_members

from .markdown import code, table
from .writing import finished

MOST_INLINE = 5  # words of an enum that are listed on the spot


def page() -> str:
    """The wire format, the entry, every payload, and every record inside them."""
    payloads = {kind.value: payload for kind, payload in PAYLOAD_OF_KIND.items()}
    kinds = [(code(kind), _link(payload), about(payload)) for kind, payload in payloads.items()]
    inner = set().union(*(records_within(one) for one in (Entry, Decision, Clearance, Plan)))
    others = sorted(inner - {Entry, *payloads.values()}, key=lambda one: one.__name__)
    return finished(
        "Entries and the wire format",
        _WIRE,
        "## Entry",
        about(Entry),
        fields_table(Entry),
        "## Kinds of entry",
        table(("Kind", "Payload", "What it says"), kinds),
        *(block for payload in payloads.values() for block in _record(payload)),
        "## Records inside them",
        *(block for one in others for block in _record(one)),
        "## Words that are allowed",
        table(("Name", "Values", "What it is"), [_enum_row(one) for one in _enums(inner)]),
    )


_WIRE = (
    "Every door of the product - export and import, `triage`, `plan`, the bundle - speaks one "
    "JSON. "
    "Keys are the fields' names, sorted, without white space. Instants are UTC in ISO 8601 with "
    "their offset, days are `2026-11-22`, ids are UUIDs in text, numbers that are not whole are "
    "rounded to six decimals, sets are sorted lists. A field that may hold one of several records "
    f"carries the record's name under `{TAG}`. Reading is strict: a key that is not known, a key "
    "that is missing, a key that stands twice, a number in quotes or NaN is refused, all problems "
    "at once. Fields with a default may be left out when written by hand."
)


def _record(cls: type) -> Iterator[str]:
    yield f"### {cls.__name__}"
    yield about(cls)
    yield fields_table(cls)


def about(cls: type) -> str:
    return " ".join((inspect.getdoc(cls) or "").split())


def fields_table(cls: Any) -> str:
    rows = [
        (code(field.name), _type(hints_of(cls)[field.name]), _default(field))
        for field in dataclasses.fields(cls)
    ]
    return table(("Field", "Holds", "When left out"), rows) or "It has no fields."


def _default(field: Any) -> str:
    if field.default is dataclasses.MISSING:
        return "must be given"
    value = field.default.value if isinstance(field.default, Enum) else field.default
    return "nothing" if value in (None, "", ()) else code(str(value).lower())


def _type(hint: Any) -> str:
    members = union_members(hint)
    optional = " or null" if type(None) in get_args(hint) else ""
    if len(members) > 1:
        return "one of the payloads" + optional
    only = members[0]
    if get_origin(only) in (tuple, frozenset):
        return f"list of {_type(get_args(only)[0])}{optional}"
    if get_args(only):
        return f"object: {_type(get_args(only)[0])} to {_type(get_args(only)[1])}{optional}"
    if dataclasses.is_dataclass(only):
        return _link(only) + optional
    if isinstance(only, type) and issubclass(only, Enum) and len(only) <= MOST_INLINE:
        return " or ".join(code(str(member.value)) for member in only) + optional
    names = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}
    names |= {"datetime": "instant (UTC)", "date": "day", "UUID": "id"}
    return names.get(only.__name__, only.__name__) + optional


def _link(cls: Any) -> str:
    return f"[{cls.__name__}](#{cls.__name__.lower()})"


def _enums(records: set[Any]) -> list[type[Enum]]:
    found = {part for one in records for hint in hints_of(one).values() for part in _leaves(hint)}
    enums = [one for one in found if isinstance(one, type) and issubclass(one, Enum)]
    return sorted(enums, key=lambda one: one.__name__)


def _leaves(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _leaves(part)


def _enum_row(one: type[Enum]) -> tuple[str, ...]:
    return (one.__name__, ", ".join(code(str(member.value)) for member in one), about(one))
