"""What comes after the first hour: walks, the next session, the night, the morning, reviews."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from loosen.vocabulary import (
    Checkpoint,
    CheckpointKind,
    Content,
    Entry,
    Exercise,
    Permit,
    PlanStage,
    Reason,
    StepKind,
)

from .choosing import best_position
from .history import History, history_of
from .offers import Choices, is_walk
from .situation import Situation
from .stages import SIX_WEEKS, must_be_seen
from .steps import Draft

REVIEWS = ("review-day-7", "review-day-14", "review-week-3", SIX_WEEKS, "review-week-12")
ONE_DAY = timedelta(days=1)


def checkpoints_of(choices: Choices, drafts: Sequence[Draft], now: Situation) -> list[Checkpoint]:
    """Everything due later, by time, within what is permitted."""
    later = [
        *_walks(choices, now),
        *_next_session(choices, drafts, now),
        *_night(choices, now),
        *_morning(drafts, now),
    ]
    if Permit.POSITION in now.permits:
        later += _reviews(now.history, now.content, now.at, now.utc_offset_min)
    return sorted(later, key=lambda one: (one.due_at, one.id))


def reviews(
    log: Sequence[Entry], content: Content, at: datetime, utc_offset_min: int
) -> tuple[Checkpoint, ...]:
    """The reviews of this episode that were not answered yet, past ones due at once (`at`)."""
    return _reviews(history_of(log, content, at), content, at, utc_offset_min)


def _reviews(
    history: History, content: Content, at: datetime, utc_offset_min: int
) -> tuple[Checkpoint, ...]:
    began = history.began_on or (at + timedelta(minutes=utc_offset_min)).date()
    wake = int(content.threshold("waking-from-h"))
    blocks = must_be_seen(history, content, at)
    return tuple(
        Checkpoint(
            id=review_id,
            kind=CheckpointKind.REVIEW,
            due_at=max(at, _utc(_day(began, review_id, content), wake, utc_offset_min)),
            title=content.phrases["later-review"].text,
            item_id="",
            because=(content.reason(review_id),),
            blocks_progress=blocks and review_id == SIX_WEEKS,
        )
        for review_id in REVIEWS
        if review_id not in history.seen or (review_id == SIX_WEEKS and blocks)
    )


def _day(began: date, review_id: str, content: Content) -> date:
    return began + timedelta(days=content.threshold(review_id))


def _utc(day: date, hour: int, utc_offset_min: int) -> datetime:
    """The instant of a local hour of a day."""
    local = datetime.combine(day, time(hour), tzinfo=UTC)
    return local - timedelta(minutes=utc_offset_min)


def _walks(choices: Choices, now: Situation) -> Iterator[Checkpoint]:
    """In the first stage a short walk each waking hour until the evening."""
    walks = [
        one.item
        for one in choices.of(Exercise)
        if isinstance(one.item, Exercise) and is_walk(one.item)
    ]
    if now.stage is not PlanStage.SETTLE or not walks:
        return
    every = timedelta(minutes=now.content.threshold("walk-every-min"))
    due_at = _when_awake(now.at + every, now)
    evening = _evening(now)
    count = 0
    while due_at < evening:
        count += 1
        reason = now.content.reason("walk-every-min")
        yield _later(now, f"walk-{count}", CheckpointKind.WALK, due_at, walks[0].id, reason)
        due_at += every


def _next_session(
    choices: Choices, drafts: Sequence[Draft], now: Situation
) -> Iterator[Checkpoint]:
    """The next session in a few hours, or tomorrow; after one that was too much, in two days."""
    moves = any(draft.dose is not None for draft in drafts)
    if not moves and not now.is_dropped:
        return
    if now.is_dropped and now.dropped_until is not None:
        due_at, why = _when_awake(now.dropped_until, now), "drop-hours"
    else:
        gap = timedelta(minutes=now.content.threshold("session-gap-min"))
        due_at, why = _when_awake(now.at + gap, now), "session-gap-min"
        if _times_a_day(choices) == 1:
            due_at = _when_awake(_utc(now.today() + ONE_DAY, 0, now.utc_offset_min), now)
    if Permit.EXERCISE in now.permits:
        reason = now.content.reason(why)
        yield _later(now, "next-session", CheckpointKind.SESSION, due_at, "", reason)


def _times_a_day(choices: Choices) -> int:
    given = [one.given for one in choices.of(Exercise) if one.given and not one.given.minutes]
    return max((dose.times_per_day for dose in given), default=1)


def _night(choices: Choices, now: Situation) -> Iterator[Checkpoint]:
    position = best_position(choices, now, for_night=True)
    if position is not None:
        due_at = max(now.at, _evening(now))
        why = Reason(
            id="later-night-why",
            text=now.content.phrases["later-night-why"].text,
            provenance=position.provenance,
        )
        yield _later(now, "night", CheckpointKind.NIGHT, due_at, position.id, why)


def _morning(drafts: Sequence[Draft], now: Situation) -> Iterator[Checkpoint]:
    if any(draft.kind is StepKind.CHECK_IN for draft in drafts):
        wake = int(now.content.threshold("waking-from-h"))
        due_at = _utc(now.today() + ONE_DAY, wake, now.utc_offset_min)
        reason = now.content.reason("later-morning-why")
        yield _later(now, "morning", CheckpointKind.MORNING, due_at, "", reason)


def _later(
    now: Situation,
    id_: str,
    kind: CheckpointKind,
    due_at: datetime,
    item_id: str,
    reason: Reason,
) -> Checkpoint:
    title = now.content.phrases[f"later-{kind}"].text
    return Checkpoint(
        id=id_, kind=kind, due_at=due_at, title=title, item_id=item_id, because=(reason,)
    )


def _evening(now: Situation) -> datetime:
    return _utc(now.today(), int(now.content.threshold("waking-to-h")), now.utc_offset_min)


def _when_awake(when: datetime, now: Situation) -> datetime:
    """The instant itself by day; at night the next time the day begins."""
    wake, rest = (int(now.content.threshold(f"waking-{end}-h")) for end in ("from", "to"))
    local = now.local(when)
    if local.hour < wake:
        return _utc(local.date(), wake, now.utc_offset_min)
    if local.hour >= rest:
        return _utc(local.date() + ONE_DAY, wake, now.utc_offset_min)
    return when
