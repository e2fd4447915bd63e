"""Clearances: a dated leave to go on, when it lapses, and what a clinician's word opens."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    Clearance,
    ClinicianNote,
    Content,
    DatedDecision,
    DatedNote,
    Decision,
    GentleMovement,
    Lapsed,
    LapseReason,
    Permit,
    Stage,
    Urgency,
)

from .permits import EMERGENCY_ONLY, while_asking, within_level

# Ours (design, 2): a day. Listed for review as the threshold `clearance-lasts-h`.
CLEARANCE_LASTS = timedelta(hours=24)
_SEEN_FIRST = frozenset({Urgency.U0, Urgency.U1})


def clearance(
    decisions: Sequence[DatedDecision],
    notes: Sequence[DatedNote],
    at: datetime,
    *,
    owner_id: UUID,
    content: Content,
    about_digest: str,
    utc_offset_min: int,
    still_to_say: frozenset[str] = frozenset(),
) -> Clearance | Lapsed:
    """Where the person stands at `at` (UTC), by the latest decision that was made here.

    `decisions` come in the order in which they were told; of two made at once the later counts.
    Where that order is not the clock's, the clock went back and nobody is cleared. Imported
    ones never clear anyone. `about_digest` is that of the facts as they are now. A word holds
    until the end of its last day on the person's own clock, `utc_offset_min` from UTC.
    `still_to_say`: questions to which a yes was tapped, not saying to which of them; until it is
    said they are open, whatever was decided on the answers before.
    """
    made_here = [decision for decision in decisions if not decision.imported]
    if not made_here:
        return Lapsed(reason=LapseReason.NEVER_SCREENED, permits=EMERGENCY_ONLY)
    latest = sorted(made_here, key=lambda made: made.decided_at)[-1]
    reason = _why_lapsed(latest, at, owner_id, content.version, about_digest)
    if reason is None and made_here[-1].decided_at < latest.decided_at:
        reason = LapseReason.CLOCK_WENT_BACK
    if reason is None and still_to_say and latest.decision.urgency not in _SEEN_FIRST:
        reason = LapseReason.INCOMPLETE
    if reason is LapseReason.INCOMPLETE:
        permits = _while_to_say(latest.decision.permits, still_to_say, content)
        return Lapsed(reason=reason, permits=permits)
    if reason is not None:
        return Lapsed(reason=reason, permits=EMERGENCY_ONLY)
    local_day = (at + timedelta(minutes=utc_offset_min)).date()

    def runs(note: ClinicianNote) -> bool:
        return note.recorded_at <= at and local_day <= note.until

    return _cleared(latest, _opened(latest, made_here, notes, content, runs))


def _why_lapsed(
    latest: DatedDecision, at: datetime, owner_id: UUID, content_version: str, about_digest: str
) -> LapseReason | None:
    age = at - latest.decided_at
    lapses = (
        (latest.owner_id != owner_id, LapseReason.OTHER_OWNER),
        (age < timedelta(0), LapseReason.CLOCK_WENT_BACK),
        (latest.decision.content_version != content_version, LapseReason.CONTENT_CHANGED),
        (age >= CLEARANCE_LASTS, LapseReason.TOO_OLD),
        (latest.about_digest != about_digest, LapseReason.ABOUT_YOU_CHANGED),
        (_waits_for_answers(latest.decision), LapseReason.INCOMPLETE),
    )
    return next((reason for has_lapsed, reason in lapses if has_lapsed), None)


def _while_to_say(
    permits: frozenset[Permit], still_to_say: frozenset[str], content: Content
) -> frozenset[Permit]:
    stages = {content.questions[question_id].stage for question_id in still_to_say}
    return while_asking(permits, now_is_open=Stage.NOW in stages, full_is_open=Stage.FULL in stages)


def _waits_for_answers(decision: Decision) -> bool:
    """An emergency needs no more answers: it stands as it is."""
    return not decision.is_complete and decision.urgency not in _SEEN_FIRST


def _cleared(latest: DatedDecision, opened: frozenset[str]) -> Clearance:
    decision = latest.decision
    urgency = _urgency_left(decision, opened)
    return Clearance(
        decision_id=latest.id,
        owner_id=latest.owner_id,
        urgency=urgency,
        permits=_permits_left(decision, urgency),
        limits=decision.limits,
        reasons=tuple(fired.reason for fired in decision.fired),
        opened_by=opened,
        decided_at=decision.decided_at,
        expires_at=decision.decided_at + CLEARANCE_LASTS,
        content_version=decision.content_version,
    )


def _urgency_left(decision: Decision, opened: frozenset[str]) -> Urgency:
    """The most urgent level left, an opened sign counting as U3."""
    left = [Urgency.U3 if fired.rule_id in opened else fired.urgency for fired in decision.fired]
    return min(left, key=lambda urgency: urgency.rank, default=Urgency.U4)


def _permits_left(decision: Decision, urgency: Urgency) -> frozenset[Permit]:
    if urgency is decision.urgency:
        return decision.permits
    return within_level(urgency, decision.routes, keep_still=decision.keep_still)


def may_be_opened(decision: Decision, content: Content) -> frozenset[str]:
    """Ids of the fired rules that a clinician's word may settle: U2 ones that allow it."""
    return frozenset(
        fired.rule_id
        for fired in decision.fired
        if fired.urgency is Urgency.U2
        and (rule := content.rules.get(fired.rule_id)) is not None
        and rule.clinician_may_open
    )


def _opened(
    latest: DatedDecision,
    made_here: Sequence[DatedDecision],
    notes: Sequence[DatedNote],
    content: Content,
    runs: Callable[[ClinicianNote], bool],
) -> frozenset[str]:
    """The fired rules that a clinician's word opens now."""
    own = [made for made in made_here if made.owner_id == latest.owner_id]
    return frozenset(
        rule_id
        for rule_id in may_be_opened(latest.decision, content)
        if _is_open(rule_id, own, notes, runs)
    )


def _is_open(
    rule_id: str,
    own: Sequence[DatedDecision],
    notes: Sequence[DatedNote],
    runs: Callable[[ClinicianNote], bool],
) -> bool:
    """The last word about the rule counts: a yes, still running, no sign new or worse since.

    Last and since go by the order of telling: a clock may have been set back between them.
    """
    words = [told for told in notes if rule_id in told.note.rule_ids]
    if not words:
        return False
    last = max(words, key=lambda told: told.told_no)
    is_yes = last.note.gentle_movement_ok is GentleMovement.YES
    is_worse = any(made.new_signs and made.told_no > last.told_no for made in own)
    return is_yes and runs(last.note) and not is_worse
