"""Simulated people who live with the product, and what comes of it; the product's crash test.

Must never be imported below the command line.
"""

from .arms import Arm
from .batches import Batch, Lived, batches, live_all, live_batch, truth_against_plain
from .parquet import ParquetFile
from .report import breaches_of_loosen, report
from .tally import Tally

__all__ = [
    "Arm",
    "Batch",
    "Lived",
    "ParquetFile",
    "Tally",
    "batches",
    "breaches_of_loosen",
    "live_all",
    "live_batch",
    "report",
    "truth_against_plain",
]
