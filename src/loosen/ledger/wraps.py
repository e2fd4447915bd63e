"""How long a heat wrap may still be worn today: no more in 24 hours than the trials gave."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from loosen.vocabulary import Content, Entry, Remedy, RemedyUsed

from .standing import standing
from .thermal import ThermalGate

DAY = timedelta(hours=24)
LEAST = timedelta(hours=1)


def wrap_room_s(remedy: Remedy, entries: Sequence[Entry], at: datetime) -> int:
    """Whole seconds that are left for a wrap at `at` (UTC); none where none is offered."""
    if remedy.wrap is None:
        return 0
    worn = sum((end - start for start, end in _worn(remedy, entries, at)), timedelta(0))
    return max(0, remedy.wrap.day_most_s - int(worn.total_seconds()))


def wrap_gate(
    remedy: Remedy, entries: Sequence[Entry], at: datetime, content: Content
) -> ThermalGate:
    """Whether a wrap may begin at `at`: an hour of room at least. Heat's own gate holds besides."""
    if remedy.wrap is None:
        return only_short_heat(content)
    if wrap_room_s(remedy, entries, at) >= LEAST.total_seconds():
        return ThermalGate(allowed=True, next_allowed_at=None, look_at_skin=None, reasons=())
    return ThermalGate(
        allowed=False,
        next_allowed_at=_room_again_at(remedy, entries, at),
        look_at_skin=None,
        reasons=(content.reason("wrap-day-full"),),
    )


def only_short_heat(content: Content) -> ThermalGate:
    """No wrap at any time: something that was told wants heat short."""
    reasons = (content.reason("wrap-not-short"),)
    return ThermalGate(allowed=False, next_allowed_at=None, look_at_skin=None, reasons=reasons)


def _worn(
    remedy: Remedy, entries: Sequence[Entry], at: datetime
) -> list[tuple[datetime, datetime]]:
    """When wraps were on within the last 24 hours; one that lies ahead (the clock went back)
    counts whole."""
    spans = (
        (max(used.started_at, at - DAY), used.ended_at)
        for _, used in standing(entries).of(RemedyUsed)
        if used.long_wear and used.remedy_id == remedy.id
    )
    return sorted(span for span in spans if span[1] > span[0])


def _room_again_at(remedy: Remedy, entries: Sequence[Entry], at: datetime) -> datetime:
    """When enough of what was worn has fallen out of the day for an hour of room."""
    missing = LEAST - timedelta(seconds=wrap_room_s(remedy, entries, at))
    for start, end in _worn(remedy, entries, at):
        if end - start >= missing:
            return start + missing + DAY
        missing -= end - start
    return at + DAY
