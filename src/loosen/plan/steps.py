"""The steps of the first hour: which, how much, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loosen.vocabulary import (
    Bias,
    Dose,
    Exercise,
    Instruction,
    PlanStage,
    Position,
    Posture,
    Reason,
    Remedy,
    RemedyKind,
    Step,
    StepKind,
    Transfer,
)

from .doses import load_of, seconds_of
from .learning import learnt_reasons
from .offers import Offer
from .situation import Situation

SECONDS_PER_MIN = 60
EARLY = frozenset({PlanStage.SETTLE, PlanStage.MOVE})
KIND_OF_REMEDY = {
    RemedyKind.BREATHING: StepKind.BREATHING,
    RemedyKind.HEAT: StepKind.HEAT,
    RemedyKind.COLD: StepKind.COLD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Easier:
    """The easier version of a step: another item, or (with no item) less of the same one."""

    item: Exercise | None
    how: tuple[str, ...]
    dose: Dose | None


NO_EASIER = Easier(item=None, how=(), dose=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A step before it has its place in the hour."""

    kind: StepKind
    item_id: str
    title: str
    seconds: int
    posture: Posture
    because: tuple[Reason, ...]
    how: tuple[str, ...] = ()
    dose: Dose | None = None
    easier: Easier = NO_EASIER

    @property
    def load(self) -> int:
        """Seconds of movement and hold."""
        return load_of(self.dose) if self.dose else 0


def timeline(drafts: Sequence[Draft]) -> tuple[Step, ...]:
    """The drafts one after another, each beginning in the minute in which the last one ends."""
    steps = []
    seconds = 0
    for index, draft in enumerate(drafts):
        steps.append(_step(draft, index, -(-seconds // SECONDS_PER_MIN)))
        seconds += draft.seconds
    return tuple(steps)


def _step(draft: Draft, index: int, at_min: int) -> Step:
    item = draft.easier.item
    return Step(
        index=index,
        kind=draft.kind,
        item_id=draft.item_id,
        title=draft.title,
        at_min=at_min,
        seconds=draft.seconds,
        posture=draft.posture,
        dose=draft.dose,
        how=draft.how,
        easier=item.id if item else "",
        easier_dose=draft.easier.dose,
        because=draft.because,
        easier_title=item.title if item else "",
        easier_posture=item.posture if item else None,
        easier_how=draft.easier.how,
    )


def position_draft(offer: Offer, now: Situation) -> Draft:
    """A position of ease; the one that the person kept says so."""
    position = offer.item
    assert isinstance(position, Position)
    kept = (now.content.reason("kept-position"),) if _is_kept(position, now) else ()
    return Draft(
        kind=StepKind.POSITION,
        item_id=position.id,
        title=position.title,
        seconds=position.stay_s + told_s((*position.into, *position.out), now),
        posture=position.posture,
        how=offer.verdict.hows,
        because=(
            Reason(id=position.id, text=position.text, provenance=position.provenance),
            *kept,
            *learnt_reasons(position.id, now),
            *offer.verdict.reasons,
        ),
    )


def transfer_draft(offer: Offer, posture: Posture, now: Situation) -> Draft:
    """A safe change of place; `posture` is that of the position it leads to."""
    transfer = offer.item
    assert isinstance(transfer, Transfer)
    reason = Reason(id=transfer.id, text=transfer.text, provenance=transfer.provenance)
    return Draft(
        kind=StepKind.TRANSFER,
        item_id=transfer.id,
        title=transfer.title,
        seconds=told_s(transfer.steps, now),
        posture=posture,
        how=offer.verdict.hows,
        because=(reason, *offer.verdict.reasons),
    )


def remedy_draft(offer: Offer, posture: Posture, now: Situation) -> Draft:
    """Breathing, heat or cold, in the position that eases."""
    remedy = offer.item
    assert isinstance(remedy, Remedy)
    reason = Reason(id=remedy.id, text=remedy.text, provenance=remedy.provenance)
    return Draft(
        kind=KIND_OF_REMEDY[remedy.kind],
        item_id=remedy.id,
        title=remedy.title,
        seconds=remedy.duration_s + told_s((*remedy.before, *remedy.after), now),
        posture=posture,
        how=offer.verdict.hows,
        because=(reason, *learnt_reasons(remedy.id, now), *offer.verdict.reasons),
    )


def exercise_draft(offer: Offer, dose: Dose, easier: Easier, now: Situation) -> Draft:
    """An exercise or a walk with its dose."""
    exercise = offer.item
    assert isinstance(exercise, Exercise)
    assert offer.given is not None
    words = "words-exercise-today" if now.stage in EARLY else "words-exercise-later"
    eases = now.person.bias is exercise.bias and exercise.bias is not Bias.NEUTRAL
    is_favourite = exercise.id in now.person.favourites
    return Draft(
        kind=StepKind.WALK if dose.minutes else StepKind.EXERCISE,
        item_id=exercise.id,
        title=exercise.title,
        seconds=seconds_of(dose) + told_s((*exercise.into, *exercise.out), now),
        posture=exercise.posture,
        how=offer.verdict.hows,
        dose=dose,
        easier=easier,
        because=(
            Reason(id=exercise.id, text=exercise.purpose, provenance=exercise.provenance),
            Reason(
                id=f"stage-{now.stage}",
                text=now.content.phrases[f"stage-{now.stage}"].text,
                provenance=offer.given.provenance,
            ),
            now.content.reason(words),
            *((now.content.reason("way-that-eases"),) if eases else ()),
            *((now.content.reason("favourite"),) if is_favourite else ()),
            *learnt_reasons(exercise.id, now),
            *offer.verdict.reasons,
        ),
    )


def check_in_draft(posture: Posture, now: Situation) -> Draft:
    """Asks how it is; its answer decides the next amount."""
    return Draft(
        kind=StepKind.CHECK_IN,
        item_id="",
        title=now.content.phrases["check-in"].text,
        seconds=int(now.content.threshold("check-in-s")),
        posture=posture,
        because=(now.content.reason("check-in-why"),),
    )


def told_s(instructions: Iterable[Instruction], now: Situation) -> int:
    """How long some instructions take: reading each aloud, and staying after it."""
    each_s = int(now.content.threshold("instruction-s"))
    return sum(each_s + instruction.pause_s for instruction in instructions)


def _is_kept(position: Position, now: Situation) -> bool:
    return position.id == now.person.kept_position
