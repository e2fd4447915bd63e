"""A table taken into the record: the rows that are fine, each once, marked as from a file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import quote_plus
from uuid import UUID, uuid5

from django.conf import settings

from loosen.export import CsvMeant, CsvRead, CsvRow, read_csv, text_of
from loosen.vocabulary import ForeignDataError, Got, Problem, canonical_json, to_plain
from loosen.web.records.store import Draft
from loosen.web.records.zones import Meant, meant_by, zone_named
from loosen.web.site.visit import Visit

from .intake import ask_intake_again

ROOM_FOR_THE_REST = 4096
# Under the limit of what a form may hold, so that a table comes back whole.
LONGEST_TABLE = 400_000
SPACE = UUID("7f0b0a52-6a53-4f5e-9d0f-3e3c9f0f5b61")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table as it was read, and how many of its rows are here already."""

    read: CsvRead
    known: int

    @property
    def new(self) -> int:
        """How many rows would be new."""
        return len(self.read.rows) - self.known


def read_table(data: bytes, visit: Visit, meant: CsvMeant) -> Table:
    """What the table holds, on this person's clock. Raises `ForeignDataError`."""
    wall_clock = visit.now + timedelta(minutes=visit.utc_offset_min)
    read = _that_was(read_csv(data, wall_clock.replace(second=59), meant), visit)
    here = {entry.id for entry in visit.history}
    known = sum(draft.id in here for draft in _drafts(read, visit))
    return Table(read=read, known=known)


def check_fits(data: bytes) -> None:
    """Refuses what could not come back from the page on which it is shown, as a form sends it."""
    text = text_of(data)
    sent = len(quote_plus(text.replace("\n", "\r\n")))
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE - ROOM_FOR_THE_REST
    if sent > most or len(text) > LONGEST_TABLE:
        raise ForeignDataError(
            Problem(
                what="this table is too long for one go",
                where="file",
                found=f"{len(text)} letters",
                expected="some thousand rows",
                do="part it, and bring one after the other; what comes twice counts once",
            )
        )


def take_table(table: Table, visit: Visit) -> int:
    """Records the rows that are fine; the same table twice is once. How many were new."""
    drafts = list(_drafts(table.read, visit))
    if drafts:
        visit.record(*drafts)
        ask_intake_again(visit)
    return table.new


def _drafts(read: CsvRead, visit: Visit) -> Iterator[Draft]:
    """A row's id is what it says: another word on the same moment is another entry, and kept."""
    turns: Counter[str] = Counter()
    for row in read.rows:
        said = _said(row)
        turns[said] += 1
        yield Draft(
            payload=row.payload,
            id=uuid5(SPACE, f"{visit.owner.pk} {said} {turns[said]}"),
            happened_at=min(_meant(row, visit).instants[-1], visit.now),
            source=Got.IMPORT,
        )


def _said(row: CsvRow) -> str:
    kind = type(row.payload).__name__
    return f"{row.at:%Y-%m-%dT%H:%M} {kind} {canonical_json(to_plain(row.payload))}"


def _that_was(read: CsvRead, visit: Visit) -> CsvRead:
    """Without the rows whose time the wall clock never showed, because the clocks went forward."""
    never = [row for row in read.rows if not _meant(row, visit).instants]
    return replace(
        read,
        rows=tuple(row for row in read.rows if row not in never),
        problems=(*read.problems, *(_never_was(row, visit) for row in never)),
    )


def _meant(row: CsvRow, visit: Visit) -> Meant:
    """The instants of its wall time. Where it came twice the later counts: no gap gets shorter."""
    return meant_by(row.at.replace(tzinfo=None), zone_named(visit.zone, visit.utc_offset_min))


def _never_was(row: CsvRow, visit: Visit) -> Problem:
    before, after = (f"{one:%H:%M}" for one in _meant(row, visit).nearest)
    return Problem(
        what="the clocks went forward then, so this time never was",
        where=f"row {row.line}, column time",
        found=f"{row.at:%Y-%m-%d %H:%M}",
        expected=f"{before} or {after}",
        do=f"write {before} or {after} in the table, and bring it again",
    )
