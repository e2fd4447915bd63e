"""Charts of the diary: pain with its worst and average, each place, and what the person can do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from loosen import ledger
from loosen.vocabulary import (
    Content,
    Entry,
    FunctionMeasure,
    FunctionTold,
    PainFelt,
    PositionTried,
    RemedyUsed,
    Walked,
)
from loosen.web.data.wordlists import place_words
from loosen.web.progress.chart import Chart, Score, Span, draw
from loosen.web.site.visit import Visit

MOST_DAYS = 90
DONE = (RemedyUsed, PositionTried, Walked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One chart with its name, and the same numbers for a table."""

    title: str
    text: str
    chart: Chart | None
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsPage:
    """Every chart that has something to show, and the course in words."""

    words: tuple[str, ...]
    charts: tuple[Drawn, ...]


def charts_page(visit: Visit) -> ChartsPage:
    """The last months, oldest first."""
    since = visit.now - timedelta(days=MOST_DAYS)
    recent = [entry for entry in visit.entries if entry.happened_at >= since]
    charts = [_pain(visit, recent), *_places(recent), *_function(visit, recent)]
    return ChartsPage(
        words=_words(visit.entries, visit.content),
        charts=tuple(one for one in charts if one.rows),
    )


def _words(log: ledger.Standing, content: Content) -> tuple[str, ...]:
    """Both measures of pain, and that they differ; then what the person can do, as a mean."""
    change = ledger.mean_activity_change(log, content)
    mean = (f"What you named as hard, on average: {_change_words(change)}",) if change else ()
    return (*_course_words(log, content), *mean)


def _course_words(log: ledger.Standing, content: Content) -> tuple[str, ...]:
    told = ledger.course(log, content)
    if told is None:
        return ()
    ids = (
        "course-fell" if told.has_fallen else "course-not-fell",
        "course-recovered" if told.is_over else "course-not-recovered",
        "course-two-measures",
    )
    return tuple(content.phrases[one].text for one in ids)


def _score(entry: Entry, score: int, what: str) -> Score:
    at = entry.happened_at + timedelta(minutes=entry.utc_offset_min)
    return Score(at=at, pain_0_10=score, occasion=what)


def _rows(scores: list[Score]) -> tuple[tuple[str, str], ...]:
    """The newest first."""
    told = ((f"{one.at.day} {one.at:%b}, {one.at:%H:%M}", one) for one in reversed(scores))
    return tuple((when, f"{one.pain_0_10} of 10, {one.occasion}") for when, one in told)


def _pain(visit: Visit, recent: list[Entry]) -> Drawn:
    felt = [(entry, entry.payload) for entry in recent if isinstance(entry.payload, PainFelt)]
    scores = [
        _score(entry, told.pain_0_10, _last_day(told))
        for entry, told in felt
        if told.pain_0_10 is not None
    ]
    spans = [
        Span(
            at=entry.happened_at + timedelta(minutes=entry.utc_offset_min),
            average_0_10=told.average_24h_0_10,
            worst_0_10=told.worst_24h_0_10,
        )
        for entry, told in felt
        if told.average_24h_0_10 is not None and told.worst_24h_0_10 is not None
    ]
    done = [
        entry.happened_at + timedelta(minutes=entry.utc_offset_min)
        for entry in recent
        if isinstance(entry.payload, DONE)
    ]
    sessions = [
        one.started_at + timedelta(minutes=one.utc_offset_min)
        for one in ledger.sessions(visit.entries)
    ]
    return Drawn(
        title="Pain, 0 to 10",
        text="A dot is a score. A tall bar is average to worst. A mark below is something you did.",
        chart=draw(scores, [*done, *sessions], _summary(scores), spans),
        rows=_rows(scores),
    )


def _last_day(told: PainFelt) -> str:
    """What the table says beside the score: worst and average, where they were told."""
    named = (("worst", told.worst_24h_0_10), ("average", told.average_24h_0_10))
    said = [f"{name} {score}" for name, score in named if score is not None]
    return f"in 24 hours {', '.join(said)}" if said else "just then"


def _summary(scores: list[Score]) -> str:
    if not scores:
        return ""
    return f"From {scores[0].pain_0_10} to {scores[-1].pain_0_10} of 10."


def _places(recent: list[Entry]) -> Iterator[Drawn]:
    """One small chart for each place that was told, the one told most first."""
    by_place: dict[str, list[Score]] = {}
    for entry in recent:
        for place in entry.payload.places if isinstance(entry.payload, PainFelt) else ():
            if place.pain_0_10 is not None:
                told = _score(entry, place.pain_0_10, "at this place")
                by_place.setdefault(place.place_id, []).append(told)
    for place_id, scores in sorted(by_place.items(), key=lambda one: -len(one[1])):
        chart = draw(scores, [], _summary(scores))
        yield Drawn(title=place_words(place_id), text="", chart=chart, rows=_rows(scores))


def _function(visit: Visit, recent: list[Entry]) -> Iterator[Drawn]:
    """Each thing that was named: here more is better."""
    changes = ledger.activity_changes(visit.entries, visit.content)
    by_item: dict[str, list[Score]] = {}
    for entry in recent:
        told = entry.payload
        if isinstance(told, FunctionTold) and told.measure is FunctionMeasure.PSFS:
            for one in told.scores:
                by_item.setdefault(one.item, []).append(
                    _score(entry, one.score, "how well it goes")
                )
    for item, scores in by_item.items():
        chart = draw(scores, [], _summary(scores))
        text = f"Here more is better. {_change_words(changes.get(item))}".strip()
        yield Drawn(title=item, text=text, chart=chart, rows=_rows(scores))


def _change_words(change: ledger.ActivityChange | None) -> str:
    if change is None:
        return ""
    matters = "That change counts." if change.matters else "That is too little to count."
    return f"From {change.first_0_10:g} to {change.last_0_10:g}. {matters}"
