"""Whether the skin was asked after just now, and what the answer keeps closed.

It is asked anew each time: an answer from before the last heat or cold, or from before
something was rubbed or stuck on the back, tells nothing of now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen.vocabulary import (
    AnswerValue,
    Content,
    DoseTaken,
    Entry,
    Got,
    Reason,
    RemedyKind,
    RemedyUsed,
    SkinAsked,
)

from .standing import Standing, standing

FRESH = "session-gate-min"
DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinGate:
    """The skin's state before heat or cold.

    `is_asked`: asked just now. `reasons`: what it keeps closed; open where it was asked and
    there are none. `rubbed_on`: what was put on the back in the last day, newest first.
    """

    is_asked: bool
    reasons: tuple[Reason, ...]
    rubbed_on: tuple[tuple[DoseTaken, datetime], ...]

    @property
    def is_open(self) -> bool:
        """Asked just now, and answered with plain noes."""
        return self.is_asked and not self.reasons


def skin_gate(entries: Sequence[Entry], at: datetime, content: Content) -> SkinGate:
    """The skin as last asked, as long as that answer still counts at `at` (UTC)."""
    log = standing(entries)
    told = [(one, entry) for entry, one in log.of(SkinAsked) if entry.source is not Got.IMPORT]
    asked = told[-1] if told else None
    is_asked = asked is not None and _counts(asked[1].happened_at, log, at, content)
    return SkinGate(
        is_asked=is_asked,
        reasons=tuple(_reasons(asked[0], content)) if asked and is_asked else (),
        rubbed_on=tuple(_rubbed_on(log, at)),
    )


def _counts(asked_at: datetime, log: Standing, at: datetime, content: Content) -> bool:
    """Fresh, and nothing came on the skin since. A time that lies ahead counts for nothing."""
    lasts = timedelta(minutes=content.threshold(FRESH))
    if not timedelta(0) <= at - asked_at <= lasts:
        return False
    begun_since = any(used.started_at >= asked_at for used in _thermal(log, content))
    rubbed_since = any(when >= asked_at for _, when in _rubbed_on(log, at))
    return not begun_since and not rubbed_since


def _reasons(asked: SkinAsked, content: Content) -> Iterator[Reason]:
    if asked.broken_or_numb is not AnswerValue.NO:
        yield content.reason("skin-broken-or-numb")
    if asked.patch_or_rub is not AnswerValue.NO:
        yield content.reason("skin-patch-or-rub")


def _thermal(log: Standing, content: Content) -> Iterator[RemedyUsed]:
    for _, used in log.of(RemedyUsed):
        remedy = content.remedies.get(used.remedy_id)
        if remedy is not None and remedy.kind in {RemedyKind.HEAT, RemedyKind.COLD}:
            yield used


def _rubbed_on(log: Standing, at: datetime) -> Iterator[tuple[DoseTaken, datetime]]:
    """Newest first; what lies ahead (the clock went back) still reminds."""
    for entry, dose in reversed(tuple(log.of(DoseTaken))):
        if dose.on_back and at - entry.happened_at <= DAY:
            yield dose, entry.happened_at
