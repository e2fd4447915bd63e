"""Pain as it was told. A skipped score is unknown; it is kept, and it never counts as low."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from loosen.vocabulary import Entry, PainFelt, PainWhen, SessionStarted, SessionStopped

from .standing import Standing, standing

SCORED = (PainFelt, SessionStarted, SessionStopped)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainScore:
    """One score (0-10, None is unknown), when it was felt (UTC) and on which occasion.

    `worst` and `average` are of the 24 hours before it, where they were told with it.
    """

    pain_0_10: int | None
    felt_at: datetime
    utc_offset_min: int
    occasion: PainWhen
    session_id: UUID | None
    step_index: int | None
    woke_at_night: bool
    worst_24h_0_10: int | None = None
    average_24h_0_10: int | None = None


def pain_scores(entries: Sequence[Entry]) -> tuple[PainScore, ...]:
    """All scores in order, those told at the start and the stop of a session among them."""
    return standing(entries).once(_all_scores)


def _all_scores(log: Standing) -> tuple[PainScore, ...]:
    told = {(felt.session_id, felt.occasion) for _, felt in log.of(PainFelt)}
    return tuple(
        score
        for entry in log
        if isinstance(entry.payload, SCORED)
        for score in _scores_of(entry, told)
    )


def _scores_of(entry: Entry, told: set[tuple[UUID | None, PainWhen]]) -> Iterator[PainScore]:
    match entry.payload:
        case PainFelt() as felt:
            yield _felt(entry, felt)
        case SessionStarted(session_id=session_id, pain_0_10=pain):
            if (session_id, PainWhen.BEFORE_SESSION) not in told:
                yield _score(entry, pain, PainWhen.BEFORE_SESSION, session_id)
        case SessionStopped(session_id=session_id, pain_0_10=pain, step_index=step_index):
            if (session_id, PainWhen.AFTER_STOP) not in told:
                yield _score(entry, pain, PainWhen.AFTER_STOP, session_id, step_index)


def _felt(entry: Entry, felt: PainFelt) -> PainScore:
    return PainScore(
        pain_0_10=felt.pain_0_10,
        felt_at=entry.happened_at,
        utc_offset_min=entry.utc_offset_min,
        occasion=felt.occasion,
        session_id=felt.session_id,
        step_index=felt.step_index,
        woke_at_night=felt.woke_at_night,
        worst_24h_0_10=felt.worst_24h_0_10,
        average_24h_0_10=felt.average_24h_0_10,
    )


def _score(
    entry: Entry,
    pain_0_10: int | None,
    occasion: PainWhen,
    session_id: UUID | None,
    step_index: int | None = None,
) -> PainScore:
    return PainScore(
        pain_0_10=pain_0_10,
        felt_at=entry.happened_at,
        utc_offset_min=entry.utc_offset_min,
        occasion=occasion,
        session_id=session_id,
        step_index=step_index,
        woke_at_night=False,
    )


def latest_pain(entries: Sequence[Entry], at: datetime, within_min: float) -> int | None:
    """The last score told, if it is at most that many minutes old; skipped or older: None.

    A score with a time still to come (the clock went back) counts as the last one.
    """
    since = at - timedelta(minutes=within_min)
    scores = pain_scores(entries)
    if not scores or scores[-1].felt_at < since:
        return None
    return scores[-1].pain_0_10
