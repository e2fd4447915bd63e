"""Values in, bytes out: the record as a file, and that file read back. Must never query storage."""

from .json_file import MOST_BYTES, Export, OwnerFields, read_export, write_export

__all__ = ["MOST_BYTES", "Export", "OwnerFields", "read_export", "write_export"]
