"""The words people read: found wherever they stand, and kept from promising."""

import re
from collections.abc import Iterator

from loosen.vocabulary import Content, Finding, Problem, Provenance, Source

from .catalogue import Catalogue, problem
from .parts import Parts, Path, parts
from .reading import grade, is_hard
from .shelves import SHELVES

PLACEHOLDER = "WRITE: "
# Texts that no person is shown as a sentence: ids, rows, numbers to dial, names of fields.
NOT_SENTENCES = frozenset(
    {
        *("id", "group", "evidence_row", "unit", "card", "resolve_with", "item", "instead"),
        *("easier", "harder", "code", "number", "zones", "suits", "limits", "answers"),
        *("ingredient", "ingredients", "region", "regions", "or_untold", "told_by"),
        *("suspect",),  # the clinician's word for it, for the decision table
    }
)

_PROMISES = (
    (re.compile(r"\byou(?:'re| are| will be) (?:now )?safe\b", re.I), "it says that you are safe"),
    (re.compile(r"(?<!no )\bcure[sd]?\b", re.I), "it speaks of a cure"),
    (re.compile(r"\bguarantee", re.I), "it gives a guarantee"),
    (re.compile(r"\b(?:completely|perfectly|totally) safe\b", re.I), "it promises safety"),
    (re.compile(r"\bnothing (?:is|to be) (?:wrong|afraid|worr)", re.I), "it promises too much"),
    (re.compile(r"\bno need to worry\b|\bdo(?:n't| not) worry\b", re.I), "it tells not to worry"),
    (re.compile(r"!"), "it shouts"),
)
_DENIED = re.compile(r"\b(?:no|not|never|cannot|can't|nothing)\b[^.]*\Z", re.I)
_BROKEN_LINE = re.compile(r".{0,20}(?:\s\s|[\n\t]).{0,20}", re.DOTALL)
_DENIABLE = "it speaks of a cure"


def texts_for_people(inside: Parts) -> Iterator[tuple[Path, str]]:
    """Every sentence that a person may read or hear of a record taken apart, with its place."""
    hidden = {path for path, part in inside if isinstance(part, Provenance | Finding | Source)}
    for path, part in inside:
        if type(part) is not str or not part:
            continue
        named = next(name for name in reversed(path) if isinstance(name, str))
        inside_hidden = any(path[:depth] in hidden for depth in range(len(path)))
        if not inside_hidden and named not in NOT_SENTENCES:
            yield path, part


def promises_in(text: str) -> Iterator[tuple[str, str]]:
    """What a text promises or shouts, with the words it does it with."""
    for pattern, what in _PROMISES:
        for found in pattern.finditer(text):
            denied = what == _DENIABLE and _DENIED.search(text[: found.start()])
            if not denied:
                yield what, found[0]


def promising_texts(all_: Catalogue) -> Iterator[Problem]:
    """No text says that someone is safe, promises a cure or shouts."""
    for one in all_.loaded:
        for path, text in texts_for_people(one.parts):
            for what, words in promises_in(text):
                yield problem(
                    one, path, f"this text promises what nobody can: {what}",
                    found=words,
                    expected='calm words like "nothing you told us needs urgent care now"',
                    do="say what is known, and what to do",
                )  # fmt: skip


def unwritten_texts(all_: Catalogue) -> Iterator[Problem]:
    """Nothing that the scaffold asked to be written is left as it was."""
    for one in all_.loaded:
        for path, text in one.parts:
            if isinstance(text, str) and PLACEHOLDER in text:
                yield problem(
                    one, path, "this is still to be written",
                    found=text,
                    expected="your own words",
                    do="replace the whole text; the rest of the file is sound",
                )  # fmt: skip


def repeated_blanks(all_: Catalogue) -> Iterator[Problem]:
    """No text holds line breaks, tabs or two blanks in a row; a voice reads it as it stands."""
    for one in all_.loaded:
        for path, text in texts_for_people(one.parts):
            if found := _BROKEN_LINE.search(text):
                yield problem(
                    one, path, "this text holds a line break or two blanks in a row",
                    found=repr(found[0]),
                    expected="one line with single blanks",
                    do="write it on one line",
                )  # fmt: skip


def hard_texts(content: Content) -> Iterator[tuple[str, float, str]]:
    """Every text for people above the reading grade: its place, its grade, the text."""
    for shelf in SHELVES:
        for id_, record in getattr(content, shelf.field).items():
            for path, text in texts_for_people(tuple(parts(record))):
                if is_hard(text):
                    place = ".".join(str(part) for part in (shelf.field, id_, *path))
                    yield place, grade(text), text


CHECKS = (promising_texts, unwritten_texts, repeated_blanks)
