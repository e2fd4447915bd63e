"""Everything done and felt on one line: day by day, the newest first."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from loosen import ledger
from loosen.ledger import SessionState
from loosen.vocabulary import (
    Content,
    DoseTaken,
    Entry,
    FunctionTold,
    LegsNoted,
    PainFelt,
    Payload,
    PositionTried,
    RemedyUsed,
    Sat,
    SetMeasured,
    Slept,
    StepOutcome,
    TriggerMet,
    Walked,
)
from loosen.web.data import wordlists
from loosen.web.data.correcting import correct_url
from loosen.web.data.diary_words import words_of
from loosen.web.data.pages import WITHDRAWABLE
from loosen.web.site.forms import is_uuid
from loosen.web.site.visit import Visit

from .pages import LineDay, LineRow, Noted

ROWS_PER_PAGE = 40
ROWS_PER_DAY = 12
DIFFERS = "Told twice, not the same"
ICONS: dict[type[Payload], str] = {
    PainFelt: "pain",
    LegsNoted: "legs",
    RemedyUsed: "heat",
    PositionTried: "lie",
    Walked: "walk",
    DoseTaken: "pill",
    Slept: "moon",
    Sat: "chair",
    TriggerMet: "clock",
    FunctionTold: "person",
}
REMEDY_ICONS = {"cold": "cold", "heat": "heat", "self-massage": "hand"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing on the line, at the wall clock of its moment: an entry, or a whole session."""

    at: datetime
    entry: Entry | None
    session: SessionState | None
    differs: bool = False


def days_of(visit: Visit, number: int) -> tuple[tuple[LineDay, ...], int]:
    """The days of that page, and how many pages there are."""
    pages = visit.entries.once(_pages)
    shown = pages[min(number, len(pages)) - 1] if pages else ()
    by_day = visit.entries.once(_by_day)
    return tuple(_day(day, by_day[day], visit) for day in shown), len(pages)


def _pages(log: ledger.Standing) -> tuple[tuple[date, ...], ...]:
    """Whole days, so many a page that about the same number of rows stands on each."""
    pages: list[list[date]] = []
    room = 0
    by_day = log.once(_by_day)
    for day in sorted(by_day, reverse=True):
        if room <= 0:
            pages.append([])
            room = ROWS_PER_PAGE
        pages[-1].append(day)
        room -= min(len(by_day[day]), ROWS_PER_DAY + 1)
    return tuple(tuple(page) for page in pages)


def _by_day(log: ledger.Standing) -> dict[date, list[Entry | SessionState]]:
    """What is shown, by the day on which it was; a year of it is gone through at each note."""
    by_day: dict[date, list[Entry | SessionState]] = {}
    for entry in log:
        payload = entry.payload
        # What belongs to a session stands in its row.
        if type(payload) in ICONS and getattr(payload, "session_id", None) is None:
            by_day.setdefault(_local(entry).date(), []).append(entry)
    for session in ledger.sessions(log):
        by_day.setdefault(_began(session).date(), []).append(session)
    return by_day


def _local(entry: Entry) -> datetime:
    return entry.happened_at + timedelta(minutes=entry.utc_offset_min)


def _began(session: SessionState) -> datetime:
    return session.started_at + timedelta(minutes=session.utc_offset_min)


def _told_twice(entries: Iterable[Entry]) -> frozenset[UUID]:
    """Entries of which another says something else of the very same thing; both are kept."""
    about: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        if (key := _about(entry)) is not None:
            about.setdefault(key, []).append(entry)
    return frozenset(
        entry.id
        for same in about.values()
        if len({repr(one.payload) for one in same}) > 1
        for entry in same
    )


def _about(entry: Entry) -> Hashable:
    """What an entry speaks of, where there can be but one truth: a night, a minute's pain."""
    at = _local(entry)
    match entry.payload:
        case Slept():
            return (Slept, at.date())
        case PainFelt(of_entry=None) | LegsNoted():
            return (type(entry.payload), at.replace(second=0, microsecond=0))
        case _:
            return None


# --- words -----------------------------------------------------------------------------------


def _day(day: date, shown: Sequence[Entry | SessionState], visit: Visit) -> LineDay:
    rows = tuple(_row(event, visit) for event in _events(shown))
    keep = len(rows) if len(rows) <= ROWS_PER_DAY + 1 else ROWS_PER_DAY
    return LineDay(name=f"{day:%A} {day.day} {day:%B}", rows=rows[:keep], folded=rows[keep:])


def _events(shown: Sequence[Entry | SessionState]) -> list[Event]:
    """The newest first."""
    twice = _told_twice(one for one in shown if isinstance(one, Entry))
    events = [
        Event(at=_local(one), entry=one, session=None, differs=one.id in twice)
        if isinstance(one, Entry)
        else Event(at=_began(one), entry=None, session=one)
        for one in shown
    ]
    return sorted(events, key=lambda one: one.at, reverse=True)


def _row(event: Event, visit: Visit) -> LineRow:
    if event.session is not None:
        return _session_row(event, event.session, visit)
    assert event.entry is not None
    entry = event.entry
    words = words_of(entry.payload, visit.content)
    return LineRow(
        title=words.title,
        text=_timed(event, " ".join(_sentences(words.details))),
        icon=_icon(entry.payload),
        url=f"/data/entry/{entry.id}/",
        chip=DIFFERS if event.differs else "",
        tone="caution" if event.differs else "",
    )


def _timed(event: Event, text: str) -> str:
    """The time of day first: this is a line of time."""
    return f"{event.at:%H:%M} · {text}" if text else f"{event.at:%H:%M}"


def _sentences(details: Sequence[str]) -> Iterator[str]:
    """What the diary asked itself needs no saying where it stands in the diary."""
    for one in details:
        if one not in {"In the diary.", wordlists.HELPED[None]}:
            yield one if one.endswith((".", "?")) else f"{one}."


def _icon(payload: Payload) -> str:
    if isinstance(payload, RemedyUsed):
        return REMEDY_ICONS.get(payload.remedy_id, "breath")
    return ICONS[type(payload)]


def _sets(log: ledger.Standing) -> dict[UUID, tuple[SetMeasured, ...]]:
    """What was counted in each session."""
    found: dict[UUID, tuple[SetMeasured, ...]] = {}
    for _, told in log.of(SetMeasured):
        found[told.session_id] = (*found.get(told.session_id, ()), told)
    return found


def _session_row(event: Event, state: SessionState, visit: Visit) -> LineRow:
    sets = visit.entries.once(_sets).get(state.session_id, ())
    counted = "".join(f" {words_of(one, visit.content).title}." for one in sets)
    done = Counter(one.outcome for one in state.outcomes)[StepOutcome.DONE]
    scores = [
        f"{name} {score} of 10"
        for name, score in (("before", state.baseline_0_10), ("after", state.after_0_10))
        if score is not None
    ]
    pain = f" Pain {', '.join(scores)}." if scores else ""
    return LineRow(
        title="A session",
        text=_timed(event, f"{done} of {len(state.plan.steps)} steps.{counted}{pain}"),
        icon="move",
        url="",
    )


def noted_of(told: str | None, visit: Visit) -> Noted | None:
    """What was just noted, as long as it stands."""
    if not is_uuid(told):
        return None
    for entry in reversed(visit.entries):
        if entry.id == UUID(told):
            return _noted(entry, visit.content)
    return None


def _noted(entry: Entry, content: Content) -> Noted:
    """A correction has no undo: taken back, it would take the first word with it."""
    is_first = entry.supersedes is None
    return Noted(
        id=entry.id,
        verb="Noted" if is_first else "Put right",
        words=words_of(entry.payload, content).title,
        can_undo=is_first and entry.kind in WITHDRAWABLE,
        correct_url=correct_url(entry),
    )
