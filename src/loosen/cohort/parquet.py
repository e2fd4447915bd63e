"""The rows of a run as a Parquet file, written batch by batch."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

from loosen.vocabulary import Problem, SettingsError

from .living import Day

MISSING = Problem(
    what="Parquet files cannot be written here",
    where="--out",
    found="no pyarrow",
    expected="the extra `simulate`, which brings it (55 MB)",
    do='install it with: pip install "loosen[simulate]"; or leave --out away for the report alone',
)


class ParquetFile:
    """An open file; each call of `write` adds one group of rows."""

    def __init__(self, path: Path) -> None:
        """Raises `SettingsError` where pyarrow is missing."""
        try:
            self._arrow: Any = import_module("pyarrow")
            parquet: Any = import_module("pyarrow.parquet")
        except ImportError as error:
            raise SettingsError(MISSING) from error
        self._schema = _schema(self._arrow)
        self._writer: Any = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, rows: Sequence[Day]) -> None:
        """One batch."""
        columns = {name: [take(row) for row in rows] for name, take in COLUMNS.items()}
        self._writer.write_table(self._arrow.table(columns, schema=self._schema))

    def __enter__(self) -> "ParquetFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writer.close()


COLUMNS: dict[str, Any] = {
    "person": lambda row: row.person,
    "arm": lambda row: row.arm.value,
    "day": lambda row: row.day,
    "pain_hours": lambda row: round(row.pain_hours, 4),
    "told_0_10": lambda row: row.today.told_0_10,
    "opened": lambda row: row.today.opened,
    "sessions": lambda row: row.today.sessions,
    "moved": lambda row: row.today.moved,
    "stage": lambda row: row.today.stage,
    "urgency": lambda row: row.today.urgency,
    "heat_and_cold": lambda row: row.today.heat_and_cold,
    "doses": lambda row: row.today.doses,
    "breaches": lambda row: row.breaches,
}


def _schema(arrow: Any) -> Any:
    small, flag = arrow.int16(), arrow.bool_()
    kinds = {
        "person": arrow.int32(),
        "arm": arrow.string(),
        "pain_hours": arrow.float32(),
        "opened": flag,
        "moved": flag,
        "stage": arrow.string(),
    }
    return arrow.schema([(name, kinds.get(name, small)) for name in COLUMNS])
