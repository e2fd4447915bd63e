"""The day after (evidence file, 5.6): what the 24-hour rule says of the sessions so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loosen.vocabulary import Content, Entry, Reason

from .adapting import Zone
from .history import history_of
from .stages import dropped_until


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAfter:
    """What the record says of the last session with movement; `zone` None: there was none.

    `days_met`: how often the rule was met, as the stage gates count it. `dropped_until` (UTC):
    exercise is dropped until then; None when it is not. `offer_clinician`: two reds in a row.
    """

    zone: Zone | None
    is_over: bool
    days_met: int
    dropped_until: datetime | None
    offer_clinician: bool
    reasons: tuple[Reason, ...]


def day_after(log: Sequence[Entry], content: Content, at: datetime) -> DayAfter:
    """The 24-hour rule at `at` (UTC): keep and perhaps add, the same or less, or drop and wait."""
    history = history_of(log, content, at)
    until = dropped_until(history, content)
    is_dropped = until is not None and at < until
    many_reds = history.reds_in_a_row >= content.threshold("reds-offer-clinician")
    last = history.last
    reasons = []
    if is_dropped:
        reasons.append(content.reason("drop-hours"))
    elif last is not None and last.zone is Zone.AMBER:
        reasons.append(content.reason("amber-cut"))
    elif last is not None and last.unknown:
        reasons.append(content.reason("no-more-than-last-time"))
    if many_reds:
        reasons.append(content.reason("reds-offer-clinician"))
    return DayAfter(
        zone=last.zone if last else None,
        is_over=last.is_over if last else False,
        days_met=history.days_met,
        dropped_until=until if is_dropped else None,
        offer_clinician=many_reds,
        reasons=tuple(reasons),
    )
