"""What the strict reader refuses, said to the author of the file in plain words."""

import difflib
import json
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from loosen.vocabulary import Problem

from .hints import hint_at, hints_of, in_words
from .shelves import Raw

LONGEST_SHOWN = 70
_WORDS = re.compile(r"\w+").findall
Path = tuple[str | int, ...]

_WHAT = {
    "string_type": "this must be text",
    "int_type": "this must be a whole number",
    "int_from_float": "this must be a whole number",
    "float_type": "this must be a number",
    "finite_number": "this is not an ordinary number",
    "bool_type": "this must be true or false",
    "tuple_type": "this must be a list",
    "date_type": "this must be a date",
    "enum": "this word is not one of the allowed ones",
}


def misfit(raw: Raw, kind: str, path: Path, message: str) -> Problem:
    """One refusal of the strict reader as a problem; `kind` is the reader's name for it."""
    match kind:
        case "missing":
            return _missing(raw, path)
        case "unexpected_keyword_argument":
            return _unknown_key(raw, path)
        case "value_error":
            return _unsound(raw, path, message.removeprefix("Value error, "))
        case _:
            return _wrong_kind(raw, kind, path)


def _missing(raw: Raw, path: Path) -> Problem:
    return Problem(
        what="this is missing",
        where=raw.where.at(*path),
        found="nothing",
        expected=in_words(hint_at(raw.shelf.record, path)),
        do=f"add {path[-1]} = ...",
    )


def _unknown_key(raw: Raw, path: Path) -> Problem:
    holder = hint_at(raw.shelf.record, path[:-1])
    known = sorted(hints_of(holder))
    close = difflib.get_close_matches(str(path[-1]), known, n=1)
    advice = f"did you mean {close[0]}?" if close else "remove it, or move it where it belongs"
    return Problem(
        what="this key is not known here",
        where=raw.where.at(*path),
        found=str(path[-1]),
        expected="one of " + ", ".join(known),
        do=advice,
    )


def _unsound(raw: Raw, path: Path, rule: str) -> Problem:
    """A record's own check spoke; when its sentence begins with a field, that is the place."""
    known = hints_of(hint_at(raw.shelf.record, path))
    named = [name for name in dict.fromkeys(_WORDS(rule)) if name in known]
    is_about_one = named[:1] == [rule.partition(" ")[0]]
    place = (*path, named[0]) if is_about_one else path
    return Problem(
        what="this cannot stand" if is_about_one else "these values cannot stand together",
        where=raw.where.at(*place),
        found=_as_written(_value_at(raw.plain, path), named),
        expected=rule,
        do="correct what breaks this rule",
    )


def _as_written(record: Any, named: list[str]) -> str:
    """The named fields with their values; where none is named, what was left empty, or all."""
    if empty := [] if named else list(_empty_places(record)):
        return "empty: " + ", ".join(empty)
    return ", ".join(f"{name} = {shown(record.get(name))}" for name in named or record)


def _empty_places(record: dict[str, Any]) -> Iterator[str]:
    for name, value in record.items():
        if value in ("", []) and name != "reviewed_by":  # empty until a clinician signs
            yield name
        inner = value if isinstance(value, list) else [value]
        for index, one in enumerate(inner):
            if isinstance(one, dict):
                place = f"{name}[{index}]" if isinstance(value, list) else name
                yield from (f"{place}.{empty}" for empty in _empty_places(one))


def _wrong_kind(raw: Raw, kind: str, path: Path) -> Problem:
    hint = hint_at(raw.shelf.record, path)
    found = _value_at(raw.plain, path)
    what = "this is not a date" if kind.startswith("date") else _WHAT.get(kind)
    return Problem(
        what=what or "this is not the kind of value that belongs here",
        where=raw.where.at(*path),
        found=shown(found),
        expected=in_words(hint),
        do=_closest(hint, found),
    )


def _closest(hint: Any, found: object) -> str:
    if isinstance(hint, type) and issubclass(hint, Enum) and isinstance(found, str):
        allowed = [str(member.value) for member in hint]
        if close := difflib.get_close_matches(found, allowed, n=1):
            return f'did you mean "{close[0]}"?'
    return f"write {in_words(hint)}"


def _value_at(plain: Any, path: Path) -> Any:
    for part in path:
        plain = plain[part]
    return plain


def shown(value: object) -> str:
    """A value as a person recognises it, cut to one line."""
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
