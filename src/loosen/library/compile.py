"""Checks the content folder strictly and bakes it. The only importer of pydantic.

Must never run on a person's way to a page: what it makes is read by `bundle`.
"""

import json
import os
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import get_ident
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from loosen.vocabulary import Content, ContentError, Problem

from .bundle import in_asking_order, read_bundle, write_bundle
from .crosscheck import cross_problems
from .files import ContentFile, claimed_ids, content_files, parse, version_of
from .hints import records_within
from .misfits import misfit
from .parts import parts
from .shelves import SHELVES, Loaded, Raw, raw_records

# Without this pydantic would take unknown keys and turn "2" into 2 without a word.
STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)

_RUNS = re.compile(r"\d+|\D+").findall


def compile_content(folder: Path) -> Content:
    """Read and check every file. Raises one `ContentError` with all problems."""
    files = content_files(folder)
    reading = _Reading()
    for file in files:
        _read(file, reading)
    reading.problems.extend(cross_problems(reading.loaded, frozenset(reading.broken)))
    if reading.problems:
        raise ContentError(sorted(reading.problems, key=_reading_order))
    return _assembled(reading.loaded, version_of(files))


def _reading_order(problem: Problem) -> list[tuple[int, str]]:
    """By file and place, numbers as numbers: rule[2] before rule[10]."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _RUNS(problem.where)]


def bake(folder: Path, bundle_path: Path) -> Content:
    """Compile the folder and write its bundle, whole or not at all; gives what readers get.

    A whole number of a file is a fraction once it was read back, so a figure's hash would differ.
    """
    text = write_bundle(compile_content(folder))
    unfinished = bundle_path.with_name(f"{bundle_path.name}.{os.getpid()}.{get_ident()}")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(bundle_path)
    return read_bundle(text)


@dataclass(slots=True)
class _Reading:
    """What came of the files so far; `broken` are the ids of what could not be read."""

    loaded: list[Loaded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)


def _read(file: ContentFile, reading: _Reading) -> None:
    tables = parse(file)
    if isinstance(tables, Problem):
        reading.problems.append(tables)
        reading.broken |= claimed_ids(file)
        return
    for one in raw_records(file.name, tables):
        if isinstance(one, Problem):
            reading.problems.append(one)
        else:
            _validate(one, reading)


@cache
def adapter_of(record: type) -> TypeAdapter[Any]:
    """The strict reader of a record class; every record inside it is made strict too."""
    for one in records_within(record):
        with_config(STRICT)(one)
    return TypeAdapter(record)


def _validate(raw: Raw, reading: _Reading) -> None:
    """As JSON, because TOML dates, lists and words are to become dates, tuples and enums."""
    written = json.dumps(raw.plain, default=lambda value: value.isoformat())
    try:
        record = adapter_of(raw.shelf.record).validate_json(written)
    except ValidationError as error:
        reading.broken.add(raw.id)
        reading.problems.extend(
            misfit(raw, found["type"], found["loc"], found["msg"]) for found in error.errors()
        )
    else:
        taken_apart = tuple(parts(record))
        reading.loaded.append(
            Loaded(shelf=raw.shelf, where=raw.where, record=record, parts=taken_apart)
        )


def _assembled(loaded: list[Loaded], version: str) -> Content:
    shelves: dict[str, dict[str, Any]] = {shelf.field: {} for shelf in SHELVES}
    for one in sorted(loaded, key=lambda one: one.id):
        shelves[one.shelf.field][one.id] = one.record
    return in_asking_order(Content(version=version, **shelves))
