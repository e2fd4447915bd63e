"""What the strict reader refuses, said to the author of the file in plain words."""

import difflib
import json
from enum import Enum
from typing import Any

from loosen.vocabulary import Problem

from .hints import hint_at, hints_of, in_words
from .shelves import Raw

LONGEST_SHOWN = 70
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


def _unsound(raw: Raw, path: Path, message: str) -> Problem:
    """A record's own check spoke; when it begins with a field's name, that is the place."""
    record = hint_at(raw.shelf.record, path)
    first = message.partition(" ")[0]
    narrow = (*path, first) if first in hints_of(record) else path
    return Problem(
        what=message,
        where=raw.where.at(*narrow),
        found=shown(value_at(raw.plain, narrow)),
        expected="values that fit together as said",
        do="correct what the first line names",
    )


def _wrong_kind(raw: Raw, kind: str, path: Path) -> Problem:
    hint = hint_at(raw.shelf.record, path)
    found = value_at(raw.plain, path)
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
    return "correct it"


def value_at(plain: Any, path: Path) -> object:
    """What stands at a place of the raw record; None where nothing does."""
    for part in path:
        try:
            plain = plain[part]
        except (KeyError, IndexError, TypeError):
            return None
    return plain


def shown(value: object) -> str:
    """A value as a person recognises it, cut to one line."""
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
