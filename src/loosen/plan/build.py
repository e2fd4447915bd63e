"""Today's plan: a pure function of the clearance, the person, the record and the moment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from loosen.ledger import Standing, last_moment, movement_gate, standing
from loosen.triage import permits_now
from loosen.vocabulary import (
    Clearance,
    Content,
    Entry,
    Estimates,
    Lapsed,
    MomentAsked,
    PainLimits,
    Permit,
    Person,
    Plan,
    PlanError,
    PlanStage,
    Problem,
    Reason,
    StepKind,
    Urgency,
)

from .checkpoints import checkpoints_of
from .choosing import drafts_of_the_hour, told_refusals
from .doses import plan_load
from .history import History, history_of
from .judging import uses_of
from .learning import heeded
from .offers import RESTED, choices_of, is_strength
from .situation import Situation
from .stages import dropped_until, held_to, must_be_seen, staged
from .steps import timeline

RELIEF = frozenset({StepKind.EXERCISE, StepKind.WALK, StepKind.HEAT, StepKind.COLD})
EMERGENCIES = frozenset({Urgency.U0, Urgency.U1})


def build(
    content: Content,
    clearance: Clearance | Lapsed,
    person: Person,
    log: Sequence[Entry],
    estimates: Estimates,
    at: datetime,
    utc_offset_min: int,
    seed: int,
) -> Plan:
    """Today's plan at `at` (UTC); the same inputs give the same plan.

    `seed` orders equals and nothing else. Raises `PlanError` (all problems) without a clearance
    that is valid now: lapsed, expired, from the future, of another content, or another person's.
    """
    cleared = _valid(clearance, log, content, at)
    now = _situation(
        content, cleared, person, standing(log), estimates, at, utc_offset_min, seed
    )  # fmt: skip
    choices = choices_of(now)
    drafts = drafts_of_the_hour(choices, now)
    steps = timeline(drafts)
    nothing_safe = not any(step.kind in RELIEF for step in steps)
    return Plan(
        stage=now.stage,
        built_at=at,
        steps=steps,
        checkpoints=tuple(checkpoints_of(choices, drafts, now)),
        refusals=told_refusals(choices, now),
        because=tuple(_because(now, nothing_safe=nothing_safe)),
        permits=now.permits,
        nothing_safe=nothing_safe,
        load=plan_load(steps),
        pain_limits=_pain_limits(content),
        content_version=content.version,
    )


# --- what is asked of a clearance --------------------------------------------------------------


def _valid(
    clearance: Clearance | Lapsed, log: Sequence[Entry], content: Content, at: datetime
) -> Clearance:
    if isinstance(clearance, Lapsed):
        raise PlanError(
            _no_clearance(
                "there is no valid clearance",
                found=f"lapsed: {clearance.reason}",
                expected="a clearance from a complete check for danger signs",
            )
        )
    problems = [
        *_clearance_problems(clearance, content, at),
        *_record_problems(clearance, log),
    ]
    if problems:
        raise PlanError(problems)
    return clearance


def _clearance_problems(clearance: Clearance, content: Content, at: datetime) -> Iterator[Problem]:
    if at >= clearance.expires_at:
        yield _no_clearance(
            "the clearance has expired",
            found=clearance.expires_at.isoformat(),
            expected=f"an expiry after {at.isoformat()}",
        )
    if at < clearance.decided_at:
        yield _no_clearance(
            "the clearance lies in the future: the clock went back",
            found=clearance.decided_at.isoformat(),
            expected=f"a decision not after {at.isoformat()}",
        )
    if clearance.content_version != content.version:
        yield _no_clearance(
            "the clearance was given under other content",
            found=clearance.content_version,
            expected=content.version,
        )


def _record_problems(clearance: Clearance, log: Sequence[Entry]) -> Iterator[Problem]:
    if standing(log).once(_owners) - {clearance.owner_id}:
        yield Problem(
            what="the record holds entries of another person",
            where="log",
            found="entries of more than the cleared person",
            expected=f"entries of owner {clearance.owner_id} alone",
            do="hand in one person's record with that person's clearance",
        )


def _owners(log: Standing) -> frozenset[UUID]:
    return frozenset(entry.owner_id for entry in log)


def _no_clearance(what: str, *, found: str, expected: str) -> Problem:
    return Problem(
        what=what,
        where="clearance",
        found=found,
        expected=expected,
        do="answer the check for danger signs again, then ask for a plan",
    )


# --- what a plan is made from ------------------------------------------------------------------


def _situation(
    content: Content,
    clearance: Clearance,
    person: Person,
    log: Standing,
    estimates: Estimates,
    at: datetime,
    utc_offset_min: int,
    seed: int,
) -> Situation:
    history = history_of(log, content, at)
    stage, reasons = staged(person, history, content, at)
    moment = _moment_now(log, content, at)
    today = (at + timedelta(minutes=utc_offset_min)).date()
    return Situation(
        content=content,
        clearance=clearance,
        permits=permits_now(clearance, moment),
        moment_is_clear=moment is None or moment.is_clear,
        person=person,
        log=log,
        history=history,
        estimates=heeded(estimates, log, content),
        at=at,
        utc_offset_min=utc_offset_min,
        seed=seed,
        stage=stage,
        stage_reasons=reasons,
        held=held_to(person, history),
        dropped_until=dropped_until(history, content),
        is_rest_day=_is_rest_day(stage, history, content, today),
        must_be_seen=must_be_seen(history, content, at),
        movement=movement_gate(log, content),
        done_today=Counter(
            item_id for one in history.judged if one.day == today for item_id in one.done()
        ),
        uses=uses_of(history.judged),
    )


def _moment_now(log: Standing, content: Content, at: datetime) -> MomentAsked | None:
    """The moment's state while it is fresh; an older one is asked anew before a session."""
    told = last_moment(log)
    lasts = timedelta(minutes=content.threshold("session-gate-min"))
    return told[0] if told is not None and at - told[1] <= lasts else None


def _is_rest_day(stage: PlanStage, history: History, content: Content, today: date) -> bool:
    """Whether strength work was done too short ago (every other day; later two days a week)."""
    if stage not in RESTED:
        return False
    every = content.threshold(RESTED[stage])
    strength = {one.id for one in content.exercises.values() if is_strength(one)}
    return any(
        0 < (today - judged.day).days < every and not strength.isdisjoint(judged.done())
        for judged in history.judged
    )


# --- what the plan says of itself --------------------------------------------------------------


def _because(now: Situation, *, nothing_safe: bool) -> Iterator[Reason]:
    yield from now.stage_reasons
    if now.history.reds_in_a_row >= now.content.threshold("reds-offer-clinician"):
        yield now.content.reason("reds-offer-clinician")
    if Permit.EXERCISE not in now.permits:
        yield from now.clearance.reasons
        why = "not-permitted" if now.moment_is_clear else "gate-moment-not-clear"
        yield now.content.reason(why)
    if nothing_safe:
        yield now.content.reason("nothing-safe")
        yield from _what_then(now)


def _what_then(now: Situation) -> Iterator[Reason]:
    """With nothing safe: what is allowed, and whom to call, or what to wait for."""
    if now.clearance.urgency in EMERGENCIES:
        yield now.content.reason("locked-emergency")
        return
    if {Permit.POSITION, Permit.BREATHING} <= now.permits:
        yield now.content.reason("nothing-safe-allowed")
    if now.moment_is_clear and now.movement.allowed:
        yield now.content.reason("nothing-safe-call")
        return
    yield from now.movement.reasons
    yield now.content.reason("nothing-safe-wait")


def _pain_limits(content: Content) -> PainLimits:
    return PainLimits(
        green_most=int(content.threshold("green-most")),
        red_above=int(content.threshold("red-above")),
        amber_rise=int(content.threshold("amber-rise")),
        red_rise=int(content.threshold("red-rise")),
        amber_cut=content.threshold("amber-cut"),
        provenance=content.thresholds["red-above"].provenance,
    )
