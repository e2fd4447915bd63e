"""Values in, bytes out: the record as a file, and that file read back. Must never query storage."""

from .csv_cells import DayOrder
from .csv_file import CsvMeant, CsvRead, CsvRow, read_csv
from .csv_out import write_csv
from .csv_sets import write_sets
from .csv_text import is_csv, text_of
from .json_file import MOST_BYTES, Export, OwnerFields, read_export, write_export

__all__ = [
    "MOST_BYTES",
    "CsvMeant",
    "CsvRead",
    "CsvRow",
    "DayOrder",
    "Export",
    "OwnerFields",
    "is_csv",
    "read_csv",
    "read_export",
    "text_of",
    "write_csv",
    "write_export",
    "write_sets",
]
