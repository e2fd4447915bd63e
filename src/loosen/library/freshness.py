"""Facts that nobody has compared with their source for a long time."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from loosen.vocabulary import Content, Problem, Provenance, Source

from .parts import parts
from .shelves import SHELVES

# Eighteen months; how long a checked fact stands before it is to be looked at again.
STALE_AFTER = timedelta(days=548)


def stale_facts(content: Content, on: date) -> tuple[Problem, ...]:
    """What was checked too long before `on`, or after it; a warning, not a fault."""
    return tuple(_stale(content, on))


def _stale(content: Content, on: date) -> Iterator[Problem]:
    for shelf in SHELVES:
        records: Mapping[str, Any] = getattr(content, shelf.field)
        for id_, record in records.items():
            for path, part in parts(record):
                if isinstance(part, Provenance | Source) and not _is_fresh(part.checked_on, on):
                    place = ".".join(str(name) for name in (id_, *path))
                    yield _warning(f"{shelf.folder}: {place}", part.checked_on, on)


def _is_fresh(checked_on: date, on: date) -> bool:
    return on - STALE_AFTER <= checked_on <= on


def _warning(where: str, checked_on: date, on: date) -> Problem:
    is_later = checked_on > on
    return Problem(
        what="this was checked in the future" if is_later else "this was checked long ago",
        where=where,
        found=f"checked_on = {checked_on}",
        expected=f"a day from {on - STALE_AFTER} to {on}",
        do="correct the date" if is_later else "compare it with its source again",
    )
