"""Small guards with which the records check themselves on construction.

They raise `ValueError` with the field's name; `wire` and `library` turn that into a `Problem`.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def require(condition: bool, message: str) -> None:
    """Raise `ValueError(message)` unless the condition holds."""
    if not condition:
        raise ValueError(message)


def require_id(name: str, value: str) -> None:
    """Ids are kebab-case and stay for ever: they stand in stored entries."""
    require(
        ID_PATTERN.match(value) is not None,
        f"{name} must be kebab-case (a-z, 0-9, single hyphens), not {value!r}",
    )


def require_text(name: str, value: str) -> None:
    """Refuse empty text and text with stray white space at its ends."""
    require(bool(value) and value == value.strip(), f"{name} must be text without blank ends")


def require_range(name: str, value: float, low: float, high: float) -> None:
    """Refuse a value outside the closed interval; NaN is outside every interval."""
    if not low <= value <= high:  # the words are made only when they are needed: many are checked
        raise ValueError(f"{name} must be between {low} and {high}, not {value}")


def require_utc(name: str, value: datetime) -> None:
    """Instants are held in UTC; zones are kept beside them and resolved in `web` and `cli`."""
    require(value.utcoffset() == timedelta(0), f"{name} must carry the UTC time zone")


def require_unique(name: str, values: Sequence[object]) -> None:
    """Refuse the same thing twice."""
    require(len(set(values)) == len(values), f"{name} must not repeat itself")
