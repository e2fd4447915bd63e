"""Progress as a page, folded from the record."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby, islice

from django.utils.safestring import SafeString

from loosen import ledger
from loosen.ledger import PainScore, SessionState
from loosen.vocabulary import (
    Content,
    Entry,
    PainWhen,
    PositionTried,
    RemedyUsed,
    SessionEnd,
    StepOutcome,
    Walked,
)
from loosen.web.site.visit import Visit

from .drawing import days_drawn, pain_drawn
from .pages import DayRow, DoneRow, PainRow, ProgressPage, SessionRow
from .plot import EACH_POINT_DAYS, Lane, Plot, Point, middle_of_days, whole_day
from .plot_svg import drawn

OCCASIONS: dict[PainWhen, str] = {
    PainWhen.BEFORE_SESSION: "before a session",
    PainWhen.BETWEEN_STEPS: "during a session",
    PainWhen.REPEATED: "during a session",
    PainWhen.AFTER_SESSION: "after a session",
    PainWhen.LATER: "a while after a session",
    PainWhen.MORNING: "the next morning",
    PainWhen.CHECK_IN: "outside a session",
    PainWhen.AFTER_STOP: "after a stop",
    PainWhen.AFTER_POSITION: "after a position",
    PainWhen.BEFORE_REMEDY: "before heat or cold",
    PainWhen.AFTER_REMEDY: "after heat or cold",
    PainWhen.LATER_REMEDY: "a while after heat or cold",
    PainWhen.DIARY: "in the diary",
}
ENDS: dict[SessionEnd, str] = {
    SessionEnd.COMPLETED: "To the end",
    SessionEnd.EARLY: "Ended early",
    SessionEnd.STOPPED: "Stopped",
}
HELPED = {True: "Yes", False: "No", None: "Not told"}
UNKNOWN = "not told"
SESSIONS_SHOWN = 7
DONE_SHOWN = 8
SCORES_SHOWN = 500
# What is older stands in the diary and in all that is stored, page by page.
ROWS_MOST = 200
LEAST_SCORES = 2


def progress_page(visit: Visit) -> ProgressPage:
    """Newest first in the tables, oldest first in the chart."""
    return visit.entries.once(_page, visit.content)


def _page(log: ledger.Standing, content: Content) -> ProgressPage:
    scores = ledger.pain_scores(log)
    sessions = ledger.sessions(log)
    summary = summary_of(scores)
    done = tuple(islice(_done(log, content), ROWS_MOST))
    plot = _plot(scores, sessions)
    rows = tuple(_session_row(one) for one in reversed(sessions))
    return ProgressPage(
        chart=drawn(plot, f"{summary} The tables below have every score.")
        if plot
        else SafeString(),
        is_by_day=plot is not None and plot.days > EACH_POINT_DAYS,
        summary=summary,
        days=days_drawn(_days(scores)),
        pain=pain_drawn(_pain_row(one) for one in islice(reversed(scores), SCORES_SHOWN)),
        scores_words=f"The last {SCORES_SHOWN} scores"
        if len(scores) > SCORES_SHOWN
        else "Every score",
        sessions=rows[:SESSIONS_SHOWN],
        earlier_sessions=rows[SESSIONS_SHOWN:ROWS_MOST],
        done=done[:DONE_SHOWN],
        earlier_done=done[DONE_SHOWN:ROWS_MOST],
        is_empty=not (scores or sessions or done),
    )


def _plot(scores: tuple[PainScore, ...], sessions: tuple[SessionState, ...]) -> Plot | None:
    """The whole course; a single score is none. Of many days the middle score of each."""
    known = (one for one in scores if one.pain_0_10 is not None)
    points = tuple(Point(at=_felt(one), value=float(one.pain_0_10 or 0)) for one in known)
    points = tuple(sorted(points, key=lambda one: one.at))
    if len(points) < LEAST_SCORES:
        return None
    first_day, last_day = whole_day(points[0].at), whole_day(points[-1].at)
    is_by_day = (last_day - first_day).days >= EACH_POINT_DAYS
    shown, spans = middle_of_days(points) if is_by_day else (points, ())
    starts = (local(one.started_at, one.utc_offset_min) for one in sessions)
    within = tuple(at for at in starts if first_day <= whole_day(at) <= last_day)
    return Plot(
        points=shown,
        spans=spans,
        lanes=(Lane(name="Session", tone="session", times=within),) if within else (),
        named=(shown[-1],),
        first_day=first_day,
        last_day=last_day,
    )


def local(at: datetime, utc_offset_min: int) -> datetime:
    """The wall clock of the moment, as it was kept."""
    return at + timedelta(minutes=utc_offset_min)


def summary_of(scores: tuple[PainScore, ...]) -> str:
    """The course in one sentence: first, last, and no promise."""
    known = [one.pain_0_10 for one in scores if one.pain_0_10 is not None]
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    return f"You began at {first} of 10. Your last score is {last} of 10."


def _days(scores: tuple[PainScore, ...]) -> Iterator[DayRow]:
    """Day by day, the newest first; a skipped score is counted, and is no number."""
    newest_first = sorted(scores, key=_felt, reverse=True)
    for day, group in groupby(newest_first, key=lambda one: _felt(one).date()):
        told = list(group)
        known = [one.pain_0_10 for one in told if one.pain_0_10 is not None]
        yield DayRow(
            day=day_words(day),
            lowest=str(min(known, default=UNKNOWN)),
            highest=str(max(known, default=UNKNOWN)),
            last=str(next(iter(known), UNKNOWN)),
            count=len(told),
        )


def _felt(score: PainScore) -> datetime:
    return local(score.felt_at, score.utc_offset_min)


def _pain_row(score: PainScore) -> PainRow:
    at = local(score.felt_at, score.utc_offset_min)
    return PainRow(
        day=day_words(at),
        time=f"{at:%H:%M}",
        pain=UNKNOWN if score.pain_0_10 is None else str(score.pain_0_10),
        occasion=OCCASIONS[score.occasion] + (", woke at night" if score.woke_at_night else ""),
    )


def _session_row(state: SessionState) -> SessionRow:
    at = local(state.started_at, state.utc_offset_min)
    done = sum(one.outcome is StepOutcome.DONE for one in state.outcomes)
    how = ENDS[state.ended] if state.ended else "Stopped" if state.stopped else "Left open"
    return SessionRow(
        day=day_words(at),
        time=f"{at:%H:%M}",
        how=how,
        done=f"{done} of {len(state.plan.steps)}",
        before=UNKNOWN if state.baseline_0_10 is None else str(state.baseline_0_10),
        after=UNKNOWN if state.after_0_10 is None else str(state.after_0_10),
    )


def _done(log: ledger.Standing, content: Content) -> Iterator[DoneRow]:
    """Positions, heat, cold, massage, breathing and walks, the newest first."""
    for entry in reversed(log):
        match entry.payload:
            case RemedyUsed() as used if used.remedy_id in content.remedies:
                minutes = round((used.ended_at - used.started_at).total_seconds() / 60)
                title = content.remedies[used.remedy_id].title
                what = f"{title}, {minutes} min" if minutes else title
                yield _done_row(entry, what, HELPED[used.felt_better])
            case PositionTried(position_id=position_id, helped=helped):
                position = content.positions.get(position_id)
                if position is not None:
                    yield _done_row(entry, position.title, HELPED[helped])
            case Walked(minutes=minutes):
                yield _done_row(entry, f"A walk, {minutes} min", "")
            case _:
                pass


def _done_row(entry: Entry, what: str, helped: str) -> DoneRow:
    at = local(entry.happened_at, entry.utc_offset_min)
    return DoneRow(day=f"{day_words(at)}, {at:%H:%M}", what=what, helped=helped)


def day_words(at: date) -> str:
    """22 Nov."""
    return f"{at.day} {at:%b}"
