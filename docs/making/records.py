"""Records as tables: their fields, what each holds, and where their own table stands."""

import dataclasses
import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_origin

from loosen import vocabulary
from loosen.library.hints import hints_of
from loosen.vocabulary import PAYLOAD_OF_KIND, Entry
from loosen.vocabulary.wire import union_members

from .markdown import code, table
from .writing import finished

MOST_INLINE = 5  # words of an enum that are listed on the spot
IN_ENTRIES = {Entry, *PAYLOAD_OF_KIND.values()}


def page() -> str:
    """Every record and every word list of the vocabulary that has no table elsewhere."""
    public = [getattr(vocabulary, name) for name in sorted(vocabulary.__all__)]
    classes = [one for one in public if isinstance(one, type)]
    records = [one for one in classes if dataclasses.is_dataclass(one) and one not in IN_ENTRIES]
    enums = [one for one in classes if issubclass(one, Enum)]
    lead = (
        "The records that rooms hand to each other: frozen, checking themselves, with units in "
        "their names. What is stored stands under [entries](entries.md), with the wire format."
    )
    return finished(
        "Vocabulary",
        lead,
        "## Words that are allowed",
        table(("Name", "Values", "What it is"), map(_enum_row, enums)),
        "## Records",
        *(block for one in records for block in record(one)),
    )


def record(cls: type) -> Iterator[str]:
    """The blocks of one record."""
    yield f"### {cls.__name__}"
    yield about(cls)
    yield fields_table(cls)


def about(cls: type) -> str:
    """What a record or an enum says of itself, on one line."""
    return " ".join((inspect.getdoc(cls) or "").split())


def fields_table(cls: Any) -> str:
    """The fields of a record with what each holds."""
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
        return link(only) + optional
    if isinstance(only, type) and issubclass(only, Enum) and len(only) <= MOST_INLINE:
        return " or ".join(code(str(member.value)) for member in only) + optional
    if isinstance(only, type) and issubclass(only, Enum):
        return f"[{only.__name__}](vocabulary.md#words-that-are-allowed){optional}"
    names = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}
    names |= {"datetime": "instant (UTC)", "date": "day", "UUID": "id"}
    return names.get(only.__name__, only.__name__) + optional


def link(cls: Any) -> str:
    """The way to a record's own table."""
    home = "entries.md" if cls in IN_ENTRIES else "vocabulary.md"
    own_page = "" if hasattr(vocabulary, cls.__name__) else "commands.md"
    return f"[{cls.__name__}]({own_page or home}#{cls.__name__.lower()})"


def _enum_row(one: type[Enum]) -> tuple[str, ...]:
    return (one.__name__, ", ".join(code(str(member.value)) for member in one), about(one))
