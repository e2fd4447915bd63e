"""The text of a table, its rows and its separator, from whatever program wrote it.

What cannot be read for sure is refused or said: a letter is never replaced, a row never swallowed.
"""

import csv
import io
import re
from collections.abc import Iterator

from loosen.vocabulary import ForeignDataError, Problem

MOST_BYTES = 8 * 1024 * 1024
SEPARATORS = (";", "\t", ",", "|")
SHOWN = 60
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile(r"\r\n?|\n")
_SAYS_SEPARATOR = re.compile(r"sep=([;,|\t])\Z")  # as spreadsheets write it above the first row
Lines = Iterator[tuple[int, list[str]]]


def is_csv(data: bytes) -> bool:
    """Whether it may be a table; our own record begins with a brace."""
    return not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def text_of(data: bytes) -> str:
    """The table as text, in whatever writing it came; each line ends alike."""
    if len(data) > MOST_BYTES:
        raise ForeignDataError(
            problem("it is too large", "file", f"{len(data)} bytes", f"at most {MOST_BYTES}")
        )
    text = _LINE_END.sub("\n", _decoded(data))
    if "\0" in text or not text.strip():
        raise ForeignDataError(problem("it is no table", "file", "no text", "rows of text"))
    return text


def is_old_writing(data: bytes) -> bool:
    """Whether its letters were read as those of Windows, because they are no Unicode."""
    return _in_unicode(data) is None


def _decoded(data: bytes) -> str:
    try:
        return _in_unicode(data) or data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ForeignDataError(
            problem(
                "its letters cannot be read",
                "file",
                f"byte {error.start + 1}",
                "text in UTF-8",
                "open it in the program that wrote it, and save it as CSV in UTF-8",
            )
        ) from error


def _in_unicode(data: bytes) -> str | None:
    try:
        if data.startswith(BYTE_ORDER_MARKS):
            return data.decode("utf-16")
        if _is_every_other_byte_none(data):
            return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_every_other_byte_none(data: bytes) -> bool:
    """Two bytes a letter without a mark in front: half of the bytes of plain letters are none."""
    begin = data[:SHOWN]
    halves = (begin[0::2], begin[1::2])
    return len(begin) > 1 and any(not any(half) for half in halves) and any(begin)


def lines_of(text: str) -> Lines:
    """Each row with the line of the file on which it begins; the first row tells the separator."""
    body = text.lstrip("\n")
    first = body.partition("\n")[0]
    if said := _SAYS_SEPARATOR.match(first.strip()):
        body = body[len(first) + 1 :]
    separator = said[1] if said else max(SEPARATORS, key=first.count)
    before = text.count("\n") - body.count("\n")
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    begins = before + 1
    try:
        for cells in reader:
            yield begins, cells
            begins = before + reader.line_num + 1
    except csv.Error as error:
        raise ForeignDataError(
            problem(
                "this row cannot be read",
                f"row {begins}",
                str(error),
                "cells of text",
                'look for a quote (") that is not closed, and close it or take it out',
            )
        ) from error


def problem(
    what: str, where: str, found: str, expected: str, do: str = "put it right in the file"
) -> Problem:
    """What is wrong with a table, in parts."""
    return Problem(what=what, where=where, found=found, expected=expected, do=do)
