"""Pain on the line of days with what was done below it; then each place that was told."""

from collections.abc import Iterator
from datetime import datetime

from loosen import ledger
from loosen.ledger import PainScore
from loosen.vocabulary import DoseTaken, Entry, PainFelt, PositionTried, RemedyUsed, Walked
from loosen.web.data.diary_words import words_of
from loosen.web.data.wordlists import place_words
from loosen.web.progress.plot import EACH_POINT_DAYS, Lane, Plot, Point, Span, middle_of_days
from loosen.web.progress.progress_page import OCCASIONS

from .pages import Drawn
from .window import Row, Window, chart_of, from_to, in_time, wall_clock

PLACE_PX = 90
EACH = "A dot is a score. A bar goes from average to worst, as you told it."
BY_DAY = "A dot is the middle score of a day. A bar goes from its lowest to its highest."
BELOW = "Below it: what you did."
LANES = {
    "dose": "Dose",
    "heat": "Heat",
    "cold": "Cold",
    "massage": "Massage",
    "breath": "Breath",
    "position": "Position",
    "session": "Session",
    "walk": "Walk",
}
REMEDY_LANES = {"heat": "heat", "cold": "cold", "self-massage": "massage"}
Done = tuple[str, Row]


def pain_chart(window: Window) -> Drawn | None:
    """Every score, or the middle of each day where there are many days."""
    scores = tuple(_scores(window))
    done = tuple(_done(window))
    points = in_time(Point(at=row.at, value=score) for score, row in scores)
    told = tuple(_spans(window))
    lanes = _lanes(done)
    is_by_day = (window.last_day - window.first_day).days >= EACH_POINT_DAYS
    shown, spans = _by_day(points, told) if is_by_day else (points, told)
    plot = Plot(
        points=shown,
        spans=spans,
        lanes=lanes,
        named=_named(shown),
        first_day=window.first_day,
        last_day=window.last_day,
    )
    text = f"{BY_DAY if is_by_day else EACH} {BELOW if lanes else ''}".strip()
    rows = (*(row for _, row in scores), *(row for _, row in done))
    return chart_of("Pain, 0 to 10", text, plot, _summary(points), rows, _often(lanes))


def _scores(window: Window) -> Iterator[tuple[int, Row]]:
    for told, at in _told(window):
        if told.pain_0_10 is not None:
            what = f"{told.pain_0_10} of 10, {OCCASIONS[told.occasion]}{_last_day(told)}"
            yield told.pain_0_10, Row(at=at, what=what)


def _told(window: Window) -> Iterator[tuple[PainScore, datetime]]:
    for told in ledger.pain_scores(window.log):
        at = wall_clock(told.felt_at, told.utc_offset_min)
        if window.holds(at):
            yield told, at


def _last_day(told: PainScore) -> str:
    """What the table says beside the score: worst and average, where they were told."""
    named = (("worst", told.worst_24h_0_10), ("average", told.average_24h_0_10))
    said = [f"{name} {score}" for name, score in named if score is not None]
    return f"; in 24 hours {', '.join(said)}" if said else ""


def _spans(window: Window) -> Iterator[Span]:
    for told, at in _told(window):
        if told.average_24h_0_10 is not None and told.worst_24h_0_10 is not None:
            low, high = sorted((told.average_24h_0_10, told.worst_24h_0_10))
            yield Span(at=at, low=low, high=high)


def _by_day(
    points: tuple[Point, ...], told: tuple[Span, ...]
) -> tuple[tuple[Point, ...], tuple[Span, ...]]:
    """The middle of each day; a worst that was told counts for how high its day went."""
    middles, _ = middle_of_days(points)
    highs = tuple(Point(at=span.at, value=span.high) for span in told)
    _, spans = middle_of_days([*points, *highs])
    return middles, spans


def _named(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The highest and the last, with their numbers; one of them where they stand close."""
    if not points:
        return ()
    highest, last = max(points, key=lambda one: one.value), points[-1]
    return (last,) if highest.value == last.value else (highest, last)


# --- what was done ---------------------------------------------------------------------------


def _done(window: Window) -> Iterator[Done]:
    for at, entry, lane in _entries_done(window):
        words = words_of(entry.payload, window.content)
        yield lane, Row(at=at, what=words.title)
    for session in ledger.sessions(window.log):
        at = wall_clock(session.started_at, session.utc_offset_min)
        if window.holds(at):
            yield "session", Row(at=at, what="A session of movement")


def _entries_done(window: Window) -> Iterator[tuple[datetime, Entry, str]]:
    for at, entry, _ in window.told(DoseTaken):
        yield at, entry, "dose"
    for at, entry, used in window.told(RemedyUsed):
        yield at, entry, REMEDY_LANES.get(used.remedy_id, "breath")
    for at, entry, _ in window.told(PositionTried):
        yield at, entry, "position"
    for at, entry, _ in window.told(Walked):
        yield at, entry, "walk"


def _lanes(done: tuple[Done, ...]) -> tuple[Lane, ...]:
    """One for each kind that was done, always in the same order."""
    times: dict[str, list[datetime]] = {}
    for lane, row in done:
        times.setdefault(lane, []).append(row.at)
    return tuple(
        Lane(name=name, tone=lane, times=tuple(sorted(times[lane])))
        for lane, name in LANES.items()
        if lane in times
    )


def _summary(points: tuple[Point, ...]) -> str:
    """The course and the range."""
    if len(points) < 2:
        return from_to(points)
    values = [one.value for one in points]
    return f"{from_to(points)} Lowest {min(values):g}, highest {max(values):g}."


def _often(lanes: tuple[Lane, ...]) -> str:
    """How often what was done."""
    done = ", ".join(f"{lane.name.lower()} {_times(len(lane.times))}" for lane in lanes)
    return f"{done[0].upper()}{done[1:]}." if done else ""


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


# --- places ----------------------------------------------------------------------------------


def place_charts(window: Window) -> Iterator[Drawn | None]:
    """One small chart for each place that was told, the one told most first."""
    by_place: dict[str, list[Point]] = {}
    for at, _, felt in window.told(PainFelt):
        for place in felt.places:
            if place.pain_0_10 is not None:
                by_place.setdefault(place.place_id, []).append(Point(at=at, value=place.pain_0_10))
    for place_id, told in sorted(by_place.items(), key=lambda one: -len(one[1])):
        points = in_time(told)
        plot = Plot(
            points=points,
            named=_named(points),
            first_day=window.first_day,
            last_day=window.last_day,
            height_px=PLACE_PX,
        )
        rows = (Row(at=one.at, what=f"{one.value:g} of 10") for one in points)
        yield chart_of(place_words(place_id), "", plot, from_to(points), rows)
