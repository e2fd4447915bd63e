"""Which stage the person is in now (evidence file, 5.2). Unknown never raises."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from loosen.vocabulary import (
    Ability,
    AnswerValue,
    Content,
    Entry,
    Person,
    PlanStage,
    Reason,
)

from .adapting import Zone
from .history import History, history_of
from .judging import Judged

SIX_WEEKS = "review-week-6"
Capped = tuple[PlanStage, Reason]


def stage_now(
    person: Person, log: Sequence[Entry], content: Content, at: datetime
) -> tuple[PlanStage, tuple[Reason, ...]]:
    """The stage at `at` (UTC), and why: what the gates open, less what holds it back."""
    return staged(person, history_of(log, content, at), content, at)


def staged(
    person: Person, history: History, content: Content, at: datetime
) -> tuple[PlanStage, tuple[Reason, ...]]:
    """As `stage_now`, with the history at hand."""
    caps = [
        _by_gates(person, history, content, at),
        *_ceilings(person, history, content, at),
    ]
    stage = min((one for one, _ in caps), key=lambda one: one.rank)
    why = (reason for one, reason in caps if one is stage)
    return stage, (content.reason(f"stage-{stage}"), *why)


def held_to(person: Person, history: History) -> Judged | None:
    """The last session with movement, when today may not ask more than it did.

    That is after worse pain, a stop, or anything unknown: then, or now.
    """
    last = history.last
    if last is None:
        return None
    baseline, pain = last.state.baseline_0_10, person.pain_0_10
    is_worse = baseline is None or pain is None or pain > baseline
    return last if is_worse or last.unknown or last.zone in {Zone.AMBER, Zone.RED} else None


def dropped_until(history: History, content: Content) -> datetime | None:
    """Until when (UTC) exercise is dropped after a session that was too much; None: never was."""
    if history.last_red is None:
        return None
    return history.last_red.told_at + timedelta(hours=content.threshold("drop-hours"))


def must_be_seen(history: History, content: Content, at: datetime) -> bool:
    """True from six weeks on until a clinician has seen the person, or it is settling."""
    began = history.began_on
    if began is None or (at.date() - began).days < content.threshold(SIX_WEEKS):
        return False
    seen = history.seen.get(SIX_WEEKS)
    return seen is None or not (seen.saw_clinician or seen.settling is AnswerValue.YES)


def _by_gates(person: Person, history: History, content: Content, at: datetime) -> Capped:
    stop = _first_stop(person, history, content, at)
    if stop:
        return PlanStage.SETTLE, content.reason(stop)
    assert person.pain_0_10 is not None
    if _is_recovered(history, content, at):
        return PlanStage.PREVENT, content.reason("recovered-days")
    for stage in (PlanStage.STRENGTH, PlanStage.RANGE):
        is_low = person.pain_0_10 <= content.threshold(f"{stage}-pain-most")
        if is_low and history.days_met >= content.threshold(f"{stage}-days-met"):
            return stage, content.reason(f"{stage}-pain-most")
    return PlanStage.MOVE, content.reason("move-pain-most")


def _first_stop(person: Person, history: History, content: Content, at: datetime) -> str:
    """The id of the first reason to stay in the first stage; empty when there is none."""
    pain = person.pain_0_10
    if pain is None:
        return "pain-unknown"
    if pain >= content.threshold("settle-pain"):
        return "settle-pain"
    if Ability.STAND not in person.abilities:
        return "cannot-stand-yet"
    cannot_floor = Ability.FLOOR not in person.abilities
    if cannot_floor and history.days_well < content.threshold("floor-days-met"):
        return "floor-days-met"
    return "" if _is_settling(pain, history, content, at) else "settling-rise"


def _is_settling(pain: int, history: History, content: Content, at: datetime) -> bool:
    """Whether pain is not clearly higher than the score before it, of the last day."""
    since = at - timedelta(hours=content.threshold("settling-window-h"))
    known = [
        score.pain_0_10
        for score in history.scores[:-1]
        if score.pain_0_10 is not None and score.felt_at >= since
    ]
    return not known or pain - known[-1] < content.threshold("settling-rise")


def _is_recovered(history: History, content: Content, at: datetime) -> bool:
    """Hardly any pain since long enough, told on enough days, with nothing skipped."""
    since = at - timedelta(days=content.threshold("recovered-days"))
    low = content.threshold("recovered-pain-most")
    streak = []
    for score in reversed(history.scores):
        if score.pain_0_10 is None or score.pain_0_10 > low or score.woke_at_night:
            break
        streak.append(score.felt_at)
    days = {felt_at.date() for felt_at in streak if felt_at >= since}
    reaches_back = bool(streak) and streak[-1] <= since
    return reaches_back and len(days) >= content.threshold("recovered-days-scored")


def _ceilings(person: Person, history: History, content: Content, at: datetime) -> Iterator[Capped]:
    held = held_to(person, history)
    if held is not None:
        yield held.plan.stage, content.reason("no-more-than-last-time")
    until = dropped_until(history, content)
    if history.last_red is not None and until is not None and at < until:
        yield _one_back(history.last_red.plan.stage), content.reason("drop-hours")
    if must_be_seen(history, content, at):
        last = history.last
        yield last.plan.stage if last else PlanStage.MOVE, content.reason(SIX_WEEKS)


def _one_back(stage: PlanStage) -> PlanStage:
    return list(PlanStage)[max(stage.rank - 1, 0)]
