"""One step of a session: done, skipped, eased or stopped, and what it does to the person."""

from dataclasses import dataclass
from uuid import UUID

from loosen import ledger, plan
from loosen.vocabulary import (
    PainFelt,
    PainWhen,
    Plan,
    Step,
    StepKind,
    StepOutcome,
    StepResult,
)

from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life
from .warming import is_open, use

SKIPS, EASES = 0.06, 0.04
THERMAL = frozenset({StepKind.HEAT, StepKind.COLD})
EXERCISE_HELPS_MIN = 60
SORE_POINTS = 1.5
FULL_LOAD_S = 900  # ours: so many seconds of movement and hold are a lot


@dataclass(slots=True)
class Going:
    """A session in hand."""

    plan: Plan
    session_id: UUID
    before: int | None
    minute: int
    began_at: int
    index: int = 0
    last_told: int | None = None
    is_stopped: bool = False
    was_too_much: bool = False
    has_moved: bool = False

    def ask(self, life: Life, step: Step) -> None:
        """Pain after a step with movement, now and then; the plan answers to it at once."""
        is_check = step.kind is StepKind.CHECK_IN
        day = self.minute // MIN_PER_DAY
        draw = Draw.STEPS + 2 * self.index + 1
        if not is_check and (step.dose is None or not life.who.chances.happens(day, draw, 0.4)):
            return
        pain = life.feeling.score(self.minute, life.who.chances.bell(day, draw))
        self.last_told = min(pain + 2, 10) if self.was_too_much else pain
        occasion = PainWhen.CHECK_IN if is_check else PainWhen.BETWEEN_STEPS
        felt = PainFelt(
            pain_0_10=self.last_told,
            occasion=occasion,
            session_id=self.session_id,
            step_index=step.index,
        )
        life.record.add(felt, self.minute)
        self.plan = plan.after_step(self.plan, self._result(step), life.at(self.minute))

    def _result(self, step: Step) -> StepResult:
        return StepResult(
            index=step.index,
            pain_0_10=self.last_told,
            baseline_0_10=self.before,
            stopped=False,
            asked_easier=False,
            sharp_or_new=False,
            legs_moved_down=False,
        )


def lead(life: Life, going: Going, step: Step) -> StepOutcome:
    """Leads through one step; the time passes, and the body answers."""
    day = going.minute // MIN_PER_DAY
    if life.who.chances.happens(day, Draw.STEPS + 2 * going.index, SKIPS):
        return StepOutcome.SKIPPED
    if step.kind in THERMAL:
        return _warm(life, going, step)
    if step.dose is not None:
        return _move(life, going, step)
    life.watch.did(step.kind.value, step.item_id, going.minute, going.before)
    going.minute += max(step.seconds // 60, 1)
    return StepOutcome.DONE


def _warm(life: Life, going: Going, step: Step) -> StepOutcome:
    if not is_open(life, step.item_id, going.minute):
        return StepOutcome.SKIPPED
    life.watch.did(step.kind.value, step.item_id, going.minute, going.before)
    going.minute = use(life, step.item_id, going.minute)
    return StepOutcome.DONE


def _move(life: Life, going: Going, step: Step) -> StepOutcome:
    if not ledger.movement_gate(life.record.log(), life.content).allowed:
        return StepOutcome.SKIPPED
    life.watch.did(step.kind.value, step.item_id, going.minute, going.before)
    going.minute += max(step.seconds // 60, 1)
    going.has_moved = True
    if step.kind is StepKind.EXERCISE:  # a short walk is staying active: no load (1.2)
        strain(life, going, step.seconds)
    day = going.minute // MIN_PER_DAY
    if going.was_too_much and life.who.chances.happens(day, Draw.ENDS_EARLY, 0.4):
        going.is_stopped = True
        going.last_told = min(life.feeling.score(going.minute, 0.0) + 2, 10)
        return StepOutcome.STOPPED
    return StepOutcome.DONE


def strain(life: Life, going: Going, seconds: int) -> None:
    """Whether it was too much: likelier with more pain and with more of it."""
    day = going.minute // MIN_PER_DAY
    pain = life.feeling.level(day)
    chance = life.who.effects.easily_sore * (0.2 + 0.8 * pain / 10) * seconds / FULL_LOAD_S
    draw = Draw.STEPS + 2 * going.index + 1
    if not going.was_too_much and life.who.chances.at(day, draw) > 1 - chance:
        going.was_too_much = True
        life.feeling.get_sore(day, SORE_POINTS)
    if life.who.effects.exercise > 0 and not going.was_too_much:
        life.feeling.relieve(going.minute, EXERCISE_HELPS_MIN, life.who.effects.exercise / 4)
