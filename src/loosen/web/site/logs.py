"""Logs that cannot tell on anybody: where something failed, never with what.

An exception's message may quote what a person typed, a database's detail may quote a row, and
an address may hold anything; so none of them is written. What remains finds the fault: the
kind of exception and the lines it passed through.
"""

import logging
import sys
import traceback
from collections.abc import Mapping

QUIET = ("django.security", "django.server", "django.template", "uvicorn.access")


class NoPersonFormatter(logging.Formatter):
    """Level, logger and, for an exception, its kind and its lines of code."""

    def format(self, record: logging.LogRecord) -> str:
        """One record; the message itself is left out unless a logger of ours wrote it."""
        said = record.msg if record.name.startswith("loosen") else record.name
        lines = [f"{record.levelname.lower()}: {said}"]
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            lines.append(f"  {kind.__module__}.{kind.__qualname__}")
            for frame in traceback.extract_tb(trace):
                lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}")
        return "\n".join(lines)


def configure(_settings: Mapping[str, object]) -> None:
    """Called by Django at its start: everything from warnings up goes to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(NoPersonFormatter())
    root = logging.getLogger()
    root.handlers = [one for one in root.handlers if not _is_ours(one)]
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in ("django.request", "uvicorn.error", "asyncio"):
        logging.getLogger(name).setLevel(logging.ERROR)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _is_ours(handler: logging.Handler) -> bool:
    return isinstance(handler.formatter, NoPersonFormatter)
