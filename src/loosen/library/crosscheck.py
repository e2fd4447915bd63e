"""Checks across files: what one file names must stand in another."""

from collections.abc import Iterator

from loosen.vocabulary import Problem

from .shelves import Loaded


def cross_problems(loaded: list[Loaded], broken: frozenset[str]) -> Iterator[Problem]:
    """Every problem between records. `broken`: ids of records that could not be read."""
    yield from ()
