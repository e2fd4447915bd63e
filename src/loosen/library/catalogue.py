"""All records of the content folder together, so that one can be checked against another."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from loosen.vocabulary import Problem

from .shelves import Loaded

T = TypeVar("T")
Path = tuple[str | int, ...]
ITEMS = ("exercises", "positions", "transfers", "remedies")


def parts(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """The record, every record inside it and every plain value, each with its place."""
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from parts(inner, (*path, index))
        return
    yield path, value
    if dataclasses.is_dataclass(value) and not isinstance(value, Enum | type):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name), (*path, field.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The sound records, and the ids of those that could not be read.

    A broken record is reported once, where it breaks; what refers to it is not reported too.
    """

    loaded: tuple[Loaded, ...]
    broken: frozenset[str]

    def on(self, *fields: str) -> Iterator[Loaded]:
        """The records of these shelves."""
        return (one for one in self.loaded if one.shelf.field in fields)

    def by_id(self, *fields: str) -> dict[str, Loaded]:
        """The records of these shelves by id; of two with one id, the first."""
        return {one.id: one for one in reversed([*self.on(*fields)])}

    def within(self, kind: type[T], *fields: str) -> Iterator[tuple[Loaded, Path, T]]:
        """Every record of a class, wherever it stands inside the records of these shelves."""
        for one in self.on(*fields) if fields else self.loaded:
            for path, value in parts(one.record):
                if isinstance(value, kind):
                    yield one, path, value


def problem(one: Loaded, path: Path, what: str, *, found: str, expected: str, do: str) -> Problem:
    """A problem at a place inside a record."""
    return Problem(what=what, where=one.where.at(*path), found=found, expected=expected, do=do)
