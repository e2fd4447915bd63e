"""Checks the content folder strictly and bakes it. The only importer of pydantic.

Must never run on a person's way to a page: what it makes is read by `bundle`.
"""

import json
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from loosen.vocabulary import Content, ContentError, Problem

from .bundle import in_asking_order, write_bundle
from .crosscheck import cross_problems
from .files import ContentFile, content_files, parse, version_of
from .hints import records_within
from .misfits import misfit
from .shelves import SHELVES, Loaded, Raw, raw_records

# Without this pydantic would take unknown keys and turn "2" into 2 without a word.
STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)


def compile_content(folder: Path) -> Content:
    """Read and check every file. Raises one `ContentError` with all problems."""
    files = content_files(folder)
    raws, problems = _read(files)
    loaded: list[Loaded] = []
    for raw in raws:
        found = _validated(raw)
        if isinstance(found, Loaded):
            loaded.append(found)
        else:
            problems.extend(found)
    broken = frozenset(raw.id for raw in raws) - {one.id for one in loaded}
    problems.extend(cross_problems(loaded, broken))
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: problem.where))
    return _assembled(loaded, version_of(files))


def bake(folder: Path, bundle_path: Path) -> Content:
    """Compile the folder and write its bundle, whole or not at all."""
    content = compile_content(folder)
    unfinished = bundle_path.with_name(f"{bundle_path.name}.{os.getpid()}")
    unfinished.write_text(write_bundle(content), encoding="utf-8")
    unfinished.replace(bundle_path)
    return content


def _read(files: Iterable[ContentFile]) -> tuple[list[Raw], list[Problem]]:
    raws: list[Raw] = []
    problems: list[Problem] = []
    for file in files:
        tables = parse(file)
        found = [tables] if isinstance(tables, Problem) else raw_records(file.name, tables)
        for one in found:
            if isinstance(one, Raw):
                raws.append(one)
            else:
                problems.append(one)
    return raws, problems


@cache
def adapter_of(record: type) -> TypeAdapter[Any]:
    """The strict reader of a record class; every record inside it is made strict too."""
    for one in records_within(record):
        with_config(STRICT)(one)
    return TypeAdapter(record)


def _validated(raw: Raw) -> Loaded | list[Problem]:
    """As JSON, because TOML dates, lists and words are to become dates, tuples and enums."""
    written = json.dumps(raw.plain, default=lambda value: value.isoformat())
    try:
        record = adapter_of(raw.shelf.record).validate_json(written)
    except ValidationError as error:
        return [misfit(raw, found["type"], found["loc"], found["msg"]) for found in error.errors()]
    return Loaded(shelf=raw.shelf, where=raw.where, record=record)


def _assembled(loaded: list[Loaded], version: str) -> Content:
    by_shelf = {
        shelf.field: {one.id: one.record for one in loaded if one.shelf is shelf}
        for shelf in SHELVES
    }
    ordered = {field: dict(sorted(records.items())) for field, records in by_shelf.items()}
    return in_asking_order(Content(version=version, **ordered))
