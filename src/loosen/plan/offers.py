"""What may be offered, and what bars the rest: every bar says why and what opens it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loosen.ledger import thermal_gate
from loosen.vocabulary import (
    Bias,
    Effect,
    Exercise,
    Item,
    Permit,
    PlanStage,
    Position,
    Reason,
    Refusal,
    Remedy,
    RemedyKind,
    StageDose,
)

from .adapting import Zone
from .doses import stage_dose
from .reach import has_place, within_reach
from .situation import Situation
from .verdict import Verdict, verdict

OPPOSITE = {Bias.FLEXION: Bias.EXTENSION, Bias.EXTENSION: Bias.FLEXION}
RESTED = {PlanStage.STRENGTH: "strength-every-days", PlanStage.PREVENT: "prevent-every-days"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One thing that keeps an item closed: how strictly, why, and what opens it."""

    effect: Effect
    because: tuple[Reason, ...]
    opens: str
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An item that may be offered: its verdict, and for an exercise the dose of the stage."""

    item: Item
    verdict: Verdict
    given: StageDose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything open and everything refused, by id; banned items are in neither."""

    offers: dict[str, Offer]
    refusals: dict[str, Refusal]

    def of(self, kind: type) -> list[Offer]:
        """The open offers of one kind of item."""
        return [offer for offer in self.offers.values() if isinstance(offer.item, kind)]


def choices_of(now: Situation) -> Choices:
    """Every item of the content, offered or refused."""
    offers: dict[str, Offer] = {}
    refusals: dict[str, Refusal] = {}
    content = now.content
    for shelf in (content.positions, content.transfers, content.remedies, content.exercises):
        for item in shelf.values():
            if item.id in now.person.banned:
                continue
            outcome = offer_or_refusal(item, now)
            if isinstance(outcome, Offer):
                offers[item.id] = outcome
            else:
                refusals[item.id] = outcome
    return Choices(offers=offers, refusals=refusals)


def offer_or_refusal(item: Item, now: Situation) -> Offer | Refusal:
    """The item as it may be offered, or why it is not. Banned items are for the caller."""
    judged = verdict(item, now.person.conditions, now.content)
    bars = [*_permit_bars(item, now), *_verdict_bars(judged, now), *_own_bars(item, now)]
    if bars:
        return _refusal(item, bars)
    return Offer(item=item, verdict=judged, given=_given(item, now))


def _refusal(item: Item, bars: Sequence[Bar]) -> Refusal:
    strictest = max(bars, key=lambda bar: bar.effect.rank)
    reasons = {reason.id: reason for bar in bars for reason in bar.because}
    return Refusal(
        item_id=item.id,
        title=item.title,
        effect=strictest.effect,
        because=tuple(reasons.values()),
        opens=" ".join(dict.fromkeys(bar.opens for bar in bars)),
        instead=next((bar.instead for bar in bars if bar.instead), ""),
    )


def _given(item: Item, now: Situation) -> StageDose | None:
    return dose_given(item, now) if isinstance(item, Exercise) else None


def dose_given(exercise: Exercise, now: Situation) -> StageDose | None:
    """The stage's dose. Where exercise is dropped walks are as short as in the first stage; on
    a day of rest there is nothing for strength, and range where the stage has no dose."""
    given = stage_dose(exercise, now.stage)
    if is_walk(exercise):
        return stage_dose(exercise, PlanStage.SETTLE) if now.is_dropped else given
    if not now.is_rest_day:
        return given
    return None if is_strength(exercise) else given or stage_dose(exercise, PlanStage.RANGE)


def is_strength(exercise: Exercise) -> bool:
    """Exercises that begin at the strength stage or later, and need days of rest."""
    return exercise.doses[0].stage.rank >= PlanStage.STRENGTH.rank


def is_walk(exercise: Exercise) -> bool:
    """Walks are measured in minutes; they go on where other exercise is dropped."""
    return all(dose.minutes > 0 for dose in exercise.doses)


def permit_of(item: Item) -> Permit:
    """The permit that the item needs."""
    match item:
        case Exercise():
            return Permit.EXERCISE
        case Position():
            return Permit.POSITION
        case Remedy():
            return item.permit
        case _:
            return Permit.TRANSFER


# --- bars --------------------------------------------------------------------------------------


def _bar(now: Situation, why: str, opens: str) -> Bar:
    content = now.content
    return Bar(
        effect=Effect.BLOCK, because=(content.reason(why),), opens=content.phrases[opens].text
    )


def _permit_bars(item: Item, now: Situation) -> Iterator[Bar]:
    if permit_of(item) in now.permits:
        return
    if permit_of(item) in now.clearance.permits:
        yield _bar(now, "gate-moment-not-clear", "opens-moment")
    else:
        yield _bar(now, "not-permitted", "opens-clinician")


def _verdict_bars(judged: Verdict, now: Situation) -> Iterator[Bar]:
    if not judged.bars:
        return
    conditions = [now.content.conditions[reason.id] for reason in judged.reasons]
    # A condition that only rules or pain switch on is not the person's to change.
    can_change = any(condition.when for condition in conditions)
    opens = [*judged.hows, *([now.content.phrases["opens-condition"].text] if can_change else [])]
    instead = "" if judged.instead in now.person.banned else judged.instead
    yield Bar(effect=judged.effect, because=judged.reasons, opens=" ".join(opens), instead=instead)


def _own_bars(item: Item, now: Situation) -> Iterator[Bar]:
    if not isinstance(item, Remedy) and not set(item.needs) <= now.person.abilities:
        yield _bar(now, "ability-missing", "opens-ability")
    if not isinstance(item, Position) and not set(item.equipment) <= now.person.at_hand:
        yield _bar(now, "not-to-hand", "opens-to-hand")
    match item:
        case Exercise():
            if not has_place(item, now.person):
                yield _bar(now, "no-place-to-lie", "opens-to-hand")
            yield from _exercise_bars(item, now)
        case Remedy():
            yield from _remedy_bars(item, now)
        case _:
            return


def _exercise_bars(exercise: Exercise, now: Situation) -> Iterator[Bar]:
    yield from _stage_bars(exercise, now)
    if now.stage is PlanStage.SETTLE and not is_walk(exercise) and not _is_pain_low(now):
        why = "pain-unknown" if now.person.pain_0_10 is None else "settle-pain"
        yield _bar(now, why, "opens-move")
    if exercise.bias is OPPOSITE.get(now.person.bias):
        yield _bar(now, "other-direction", "opens-direction")
    if now.is_dropped and not is_walk(exercise):
        yield _bar(now, "drop-hours", "opens-later")
    if not now.movement.allowed:
        yield Bar(
            effect=Effect.BLOCK,
            because=now.movement.reasons,
            opens=now.content.phrases["opens-skin"].text,
        )
    if _is_too_early(exercise, now):
        yield _bar(now, "step-up-days", "opens-easier-first")
    given = dose_given(exercise, now)
    if given is not None and now.done_today.get(exercise.id, 0) >= given.times_per_day:
        yield _bar(now, "enough-today", "opens-tomorrow")


def _is_pain_low(now: Situation) -> bool:
    """Pain known and below the first stage's: who is there for another reason may move a little."""
    pain = now.person.pain_0_10
    return pain is not None and pain < now.content.threshold("settle-pain")


def _is_too_early(exercise: Exercise, now: Situation) -> bool:
    """Whether what comes before it is there to be done, and did not go well often enough yet.

    Who has done it already goes on with it; where nothing that comes before can be done here
    and now, it is not waited for.
    """
    if not exercise.after or exercise.id in now.uses:
        return False
    earlier = [now.content.exercises[id_] for id_ in exercise.after]
    days = now.content.threshold("step-up-days")
    if any(_days_well(one, now) >= days for one in earlier):
        return False
    return any(_could_be_led(one, now) for one in earlier)


def _days_well(exercise: Exercise, now: Situation) -> int:
    """On how many days it was done to its end, and the day went well."""
    uses = now.uses.get(exercise.id, [])
    return len({use.judged.day for use in uses if use.judged.zone is Zone.GREEN and use.was_done()})


def _could_be_led(exercise: Exercise, now: Situation) -> bool:
    """Whether nothing lasting speaks against it: what was done today does not."""
    person = now.person
    return (
        exercise.id not in person.banned
        and stage_dose(exercise, now.stage) is not None
        and within_reach(exercise, person)
        and exercise.bias is not OPPOSITE.get(person.bias)
        and not verdict(exercise, person.conditions, now.content).bars
    )


def _stage_bars(exercise: Exercise, now: Situation) -> Iterator[Bar]:
    if dose_given(exercise, now) is not None:
        return
    if now.is_rest_day and stage_dose(exercise, now.stage) is not None:
        yield _bar(now, RESTED[now.stage], "opens-later")
        return
    later = [dose.stage for dose in exercise.doses if dose.stage.rank > now.stage.rank]
    target = later[0] if later else exercise.doses[-1].stage
    yield _bar(now, "other-stage", f"opens-{target}" if later else "opens-settle")


def _remedy_bars(remedy: Remedy, now: Situation) -> Iterator[Bar]:
    if remedy.kind is RemedyKind.HEAT and not now.person.can_take_heat_off:
        yield _bar(now, "heat-off-alone", "opens-condition")
    gate = thermal_gate(remedy, now.log, now.at, now.content)
    if not gate.allowed:
        opens = "opens-skin" if gate.look_at_skin else "opens-later"
        yield Bar(effect=Effect.BLOCK, because=gate.reasons, opens=now.content.phrases[opens].text)
