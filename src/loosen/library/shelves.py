"""Which file holds which kind of record, and where in it a record stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from loosen.vocabulary import (
    Card,
    Caution,
    Condition,
    Exercise,
    Explanation,
    Ingredient,
    Limit,
    Phrase,
    Position,
    Problem,
    Product,
    Question,
    Region,
    Remedy,
    Rule,
    Source,
    Threshold,
    Transfer,
)

from .parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One mapping of `Content`: its field, folder and record.

    `table` is the name of the repeated table (`[[rule]]`); empty where one file holds one
    record and is named by its id.
    """

    field: str
    folder: str
    record: type
    table: str = ""


SHELVES = (
    Shelf(field="sources", folder="evidence", record=Source),
    Shelf(field="cards", folder="questions", record=Card, table="card"),
    Shelf(field="questions", folder="questions", record=Question, table="question"),
    Shelf(field="rules", folder="rules", record=Rule, table="rule"),
    Shelf(field="thresholds", folder="rules", record=Threshold, table="threshold"),
    Shelf(field="conditions", folder="conditions", record=Condition),
    Shelf(field="exercises", folder="exercises", record=Exercise),
    Shelf(field="positions", folder="positions", record=Position),
    Shelf(field="transfers", folder="transfers", record=Transfer),
    Shelf(field="remedies", folder="remedies", record=Remedy),
    Shelf(field="explanations", folder="explanations", record=Explanation),
    Shelf(field="regions", folder="regions", record=Region),
    Shelf(field="ingredients", folder="medicines", record=Ingredient, table="ingredient"),
    Shelf(field="products", folder="medicines", record=Product, table="product"),
    Shelf(field="limits", folder="medicines", record=Limit, table="limit"),
    Shelf(field="cautions", folder="medicines", record=Caution, table="caution"),
    Shelf(field="phrases", folder="phrases", record=Phrase, table="phrase"),
)
FOLDERS = tuple(dict.fromkeys(shelf.folder for shelf in SHELVES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place: the file, and the record in it where it holds several."""

    file: str
    record: str = ""

    def at(self, *path: str | int) -> str:
        """The place as people read it: `rules/legs.toml: rule[3] (cold-leg).when[0].of[1]`."""
        place = self.record
        for part in path:
            place += f"[{part}]" if isinstance(part, int) else f".{part}"
        place = place.removeprefix(".")
        return f"{self.file}: {place}" if place else self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A record as it stands in its file, not yet checked."""

    shelf: Shelf
    where: Where
    plain: dict[str, Any]

    @property
    def id(self) -> str:
        """The id it claims; empty when it claims none."""
        claimed = self.plain.get("id")
        return claimed if isinstance(claimed, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A sound record and where it stands."""

    shelf: Shelf
    where: Where
    record: Any
    parts: Parts  # taken apart once, because every check walks through them

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.record.id)


def raw_records(name: str, tables: dict[str, Any]) -> Iterator[Raw | Problem]:
    """The records of one file; what stands in a wrong place comes as a problem."""
    shelves = [shelf for shelf in SHELVES if shelf.folder == name.partition("/")[0]]
    if not shelves or name.count("/") != 1:
        yield _misplaced_file(name)
    elif not shelves[0].table:
        yield from _only_record(name, shelves[0], tables)
    else:
        yield from _listed_records(name, shelves, tables)


def _misplaced_file(name: str) -> Problem:
    return Problem(
        what="no kind of content lives here",
        where=name,
        found=str(PurePosixPath(name).parent),
        expected="one of the folders " + ", ".join(FOLDERS),
        do="move the file into the folder of its kind",
    )


def _only_record(name: str, shelf: Shelf, tables: dict[str, Any]) -> Iterator[Raw | Problem]:
    raw = Raw(shelf=shelf, where=Where(file=name), plain=tables)
    yield raw
    stem = PurePosixPath(name).stem
    if raw.id and raw.id != stem:
        yield Problem(
            what="the file's name and its id differ",
            where=raw.where.at("id"),
            found=f"id = {raw.id!r} in a file named {stem!r}",
            expected=f"id = {stem!r}, or the file named {raw.id}.toml",
            do="rename the file, or correct the id if it was never released",
        )


def _listed_records(
    name: str, shelves: list[Shelf], tables: dict[str, Any]
) -> Iterator[Raw | Problem]:
    by_table = {shelf.table: shelf for shelf in shelves}
    allowed = " or ".join(f"[[{table}]]" for table in by_table)
    for table, records in tables.items():
        is_list = isinstance(records, list) and all(isinstance(item, dict) for item in records)
        if table not in by_table or not is_list:
            yield Problem(
                what="this is not a table of this folder",
                where=f"{name}: {table}",
                found=f"[{table}]" if isinstance(records, dict) else table,
                expected=allowed,
                do=f"head every record of this file with {allowed}",
            )
            continue
        for index, plain in enumerate(records):
            yield _listed(name, by_table[table], index, plain)


def _listed(name: str, shelf: Shelf, index: int, plain: dict[str, Any]) -> Raw:
    claimed = plain.get("id")
    label = f"{shelf.table}[{index}]" + (f" ({claimed})" if isinstance(claimed, str) else "")
    return Raw(shelf=shelf, where=Where(file=name, record=label), plain=plain)
