"""All records of the content folder together, so that one can be checked against another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from loosen.vocabulary import Problem

from .parts import Path
from .shelves import Loaded

T = TypeVar("T")
ITEMS = ("exercises", "positions", "transfers", "remedies")


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
            for path, value in one.parts:
                if isinstance(value, kind):
                    yield one, path, value


def problem(one: Loaded, path: Path, what: str, *, found: str, expected: str, do: str) -> Problem:
    """A problem at a place inside a record."""
    return Problem(what=what, where=one.where.at(*path), found=found, expected=expected, do=do)
