"""What the pages of your data show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from loosen.vocabulary import Content, Entry, EntryKind, ForeignDataError, Problem

from . import wordlists
from .correcting import correct_url
from .diary_words import words_of

ROWS_PER_PAGE = 20
MOST_PROBLEMS_SHOWN = 20
# What the safety checks rest on cannot be taken back here: it is told again instead. A word on the
# legs can be put right, never taken back.
WITHDRAWABLE = frozenset(
    {
        *(EntryKind.PAIN, EntryKind.WALK, EntryKind.SLEEP, EntryKind.SITTING, EntryKind.TRIGGER),
        *(EntryKind.POSITION, EntryKind.REMEDY, EntryKind.PREFERENCE, EntryKind.COURSE),
        *(EntryKind.REVIEW, EntryKind.DOSE, EntryKind.FUNCTION, EntryKind.SET_MEASURED),
    }
)
TOLD_AGAIN = {
    EntryKind.ANSWERS: ("Answer the questions again", "/screen/changed/"),
    EntryKind.CLINICIAN_NOTE: ("Note it again", "/clinician/"),
}


class State(StrEnum):
    """What became of an entry."""

    STANDS = ""
    CORRECTED = "Corrected"
    TAKEN_BACK = "Taken back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: when (wall clock of the moment), its words, and what became of it."""

    id: UUID
    kind: EntryKind
    at: datetime
    title: str
    details: tuple[str, ...]
    noes: tuple[str, ...]
    got: str
    state: State

    @property
    def day(self) -> str:
        """When it happened."""
        return f"{self.at.day} {self.at:%B %Y, %H:%M}"

    @property
    def text(self) -> str:
        """When, and the first of the details."""
        first = self.details[:1] or (("No to all of it.",) if self.noes else ())
        return ". ".join((self.day, *first))

    @property
    def tone(self) -> str:
        """The colour of the chip that names the state."""
        return "" if self.state is State.STANDS else "caution"

    @property
    def url(self) -> str:
        """Its own page."""
        return f"/data/entry/{self.id}/"

    @property
    def withdraw_url(self) -> str:
        """Where it is taken back."""
        return f"{self.url}withdraw/"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """Everything stored, newest first; `newer` and `older` are page numbers."""

    rows: tuple[Row, ...]
    count: int
    number: int
    newer: int | None
    older: int | None

    @property
    def newer_url(self) -> str:
        """The page before this one."""
        return f"/data/?page={self.newer}"

    @property
    def older_url(self) -> str:
        """The page after this one."""
        return f"/data/?page={self.older}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry and what may be done with it; `again` is where it is told anew instead.

    `first` says what has to be done before it can be taken back; empty where nothing has.
    `correct_url` is where it is put right; empty where it cannot be.
    """

    row: Row
    first: str
    correct_url: str
    can_withdraw: bool
    again_label: str
    again_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPage:
    """Why a file was not taken in; `more` counts the reasons that are left out."""

    reasons: tuple[Problem, ...]
    more: int


def data_page(history: Sequence[Entry], content: Content, wanted: str | None) -> DataPage:
    """The page of that number; what is no page's number is the first."""
    last = max(1, -(-len(history) // ROWS_PER_PAGE))
    number = int(wanted) if wanted and wanted.isascii() and wanted.isdigit() else 1
    number = min(max(number, 1), last)
    states = states_of(history)
    newest_first = sorted(history, key=lambda entry: (entry.happened_at, entry.seq), reverse=True)
    shown = newest_first[(number - 1) * ROWS_PER_PAGE : number * ROWS_PER_PAGE]
    return DataPage(
        rows=tuple(row_of(entry, states, content) for entry in shown),
        count=len(history),
        number=number,
        newer=number - 1 if number > 1 else None,
        older=number + 1 if number < last else None,
    )


def states_of(history: Sequence[Entry]) -> dict[UUID, State]:
    """What became of the entries that do not stand as they were."""
    return {entry.supersedes: _state_by(entry) for entry in history if entry.supersedes is not None}


def _state_by(successor: Entry) -> State:
    return State.TAKEN_BACK if successor.kind is EntryKind.WITHDRAWAL else State.CORRECTED


def row_of(entry: Entry, states: dict[UUID, State], content: Content) -> Row:
    """The entry in plain words."""
    words = words_of(entry.payload, content)
    return Row(
        id=entry.id,
        kind=entry.kind,
        at=entry.happened_at + timedelta(minutes=entry.utc_offset_min),
        title=words.title,
        details=words.details,
        noes=words.noes,
        got=wordlists.SOURCES[entry.source],
        state=states.get(entry.id, State.STANDS),
    )


def entry_page(
    entry: Entry, history: Sequence[Entry], content: Content, to_end_url: str = ""
) -> EntryPage:
    """The page of one entry; `to_end_url` is where heat or cold that is still open is ended."""
    row = row_of(entry, states_of(history), content)
    stands = row.state is State.STANDS
    is_open = stands and bool(to_end_url)
    label, url = (FINISH, to_end_url) if is_open else _told_again(entry)
    return EntryPage(
        row=row,
        first=NOT_OVER if is_open else "",
        correct_url=correct_url(entry) if stands else "",
        can_withdraw=stands and entry.kind in WITHDRAWABLE and not is_open,
        again_label=label if stands else "",
        again_url=url,
    )


def _told_again(entry: Entry) -> tuple[str, str]:
    """Where it is told anew: a dose on its own page, with its time, number and medicine."""
    if entry.kind is EntryKind.DOSE:
        return "Put it right", f"/medicines/dose/{entry.id}/"
    return TOLD_AGAIN.get(entry.kind, ("", ""))


NOT_OVER = (
    "This is not over yet. End it first. After heat or cold, look at your skin too."
    " Then you can take it back."
)
FINISH = "Finish it first"


def refused_page(error: ForeignDataError) -> RefusedPage:
    """Every reason, as far as a person reads."""
    return RefusedPage(
        reasons=error.problems[:MOST_PROBLEMS_SHOWN],
        more=max(0, len(error.problems) - MOST_PROBLEMS_SHOWN),
    )
