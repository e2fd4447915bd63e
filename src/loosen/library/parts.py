"""A record taken apart: everything inside it, with its place."""

import dataclasses
from collections.abc import Iterator
from enum import Enum

Path = tuple[str | int, ...]
Parts = tuple[tuple[Path, object], ...]


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
