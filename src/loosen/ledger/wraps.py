"""How long a heat wrap may still be worn today: no more in 24 hours than the trials gave."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from loosen.vocabulary import Content, Entry, Remedy, RemedyUsed, Wrap

from .standing import standing
from .thermal import ThermalGate

DAY = timedelta(hours=24)
Span = tuple[datetime, datetime]


def wrap_room_s(remedy: Remedy, entries: Sequence[Entry], at: datetime) -> int:
    """Whole seconds that are left for a wrap at `at` (UTC); none where none is offered."""
    if remedy.wrap is None:
        return 0
    return int(max(timedelta(0), _room(remedy.wrap, _worn(remedy, entries, at))).total_seconds())


def wrap_gate(
    remedy: Remedy, entries: Sequence[Entry], at: datetime, content: Content
) -> ThermalGate:
    """Whether a wrap may begin at `at`, with room enough. Heat's own gate holds besides."""
    if remedy.wrap is None:
        return only_short_heat(content)
    worn = _worn(remedy, entries, at)
    missing = timedelta(seconds=remedy.wrap.least_s) - _room(remedy.wrap, worn)
    if missing <= timedelta(0):
        return ThermalGate(allowed=True, next_allowed_at=None, look_at_skin=None, reasons=())
    return ThermalGate(
        allowed=False,
        next_allowed_at=_fallen_out_at(missing, worn),
        look_at_skin=None,
        reasons=(content.reason("wrap-day-full"),),
    )


def only_short_heat(content: Content) -> ThermalGate:
    """No wrap at any time: something that was told wants heat short."""
    reasons = (content.reason("wrap-not-short"),)
    return ThermalGate(allowed=False, next_allowed_at=None, look_at_skin=None, reasons=reasons)


def _room(wrap: Wrap, worn: list[Span]) -> timedelta:
    """What the day still holds; less than nothing where it was worn for too long."""
    gone = sum((end - start for start, end in worn), timedelta(0))
    return timedelta(seconds=wrap.day_most_s) - gone


def _worn(remedy: Remedy, entries: Sequence[Entry], at: datetime) -> list[Span]:
    """When wraps were on within the last 24 hours, in order of their starts.

    One that is on has been on until now. One that lies ahead (the clock went back) counts whole.
    """
    spans = (
        (max(used.started_at, at - DAY), _worn_until(used, at))
        for _, used in standing(entries).of(RemedyUsed)
        if used.long_wear and used.remedy_id == remedy.id
    )
    return sorted(span for span in spans if span[1] > span[0])


def _worn_until(used: RemedyUsed, at: datetime) -> datetime:
    """Its end; begun and not ended is an end that is not later than the start."""
    return at if used.ended_at == used.started_at else used.ended_at


def _fallen_out_at(missing: timedelta, worn: list[Span]) -> datetime:
    """When so much of what was worn is more than 24 hours ago."""
    until = worn[0][0] + DAY
    for start, end in worn:
        part = min(missing, end - start)
        until = max(until, start + part + DAY) if part else until
        missing -= part
    return until
