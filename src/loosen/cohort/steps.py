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

from .asking import told_pain
from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life
from .warming import is_open, use

SKIPS = 0.06  # ours: of steps
DONE, ASKED, STRAINS = 0, 1, 2  # the draws of a step
IN_LEG = 0.008  # ours: of movements; some are stopped because it goes down the leg
SPREADS_DAYS = 6
THERMAL = frozenset({StepKind.HEAT, StepKind.COLD})
EXERCISE_HELPS_MIN = 60
FULL_LOAD_S = 900  # ours: so many seconds of movement and hold are a lot


@dataclass(slots=True)
class Going:
    """A session in hand."""

    plan: Plan
    session_id: UUID
    before: int | None
    minute: int
    began_at: int
    is_again: bool
    index: int = 0
    last_told: int | None = None
    is_stopped: bool = False
    was_too_much: bool = False
    is_in_leg: bool = False
    has_moved: bool = False

    def ask(self, life: Life, step: Step) -> None:
        """Pain after each step that was done; it may be skipped. The plan answers to it at once."""
        is_check = step.kind is StepKind.CHECK_IN
        pain = told_pain(life, self.minute, self.draw(ASKED))
        if pain is None:
            return
        self.last_told = min(pain + 2, 10) if self.was_too_much else pain
        felt = PainFelt(
            pain_0_10=self.last_told,
            occasion=PainWhen.CHECK_IN if is_check else PainWhen.BETWEEN_STEPS,
            session_id=self.session_id,
            step_index=step.index,
        )
        life.record.add(felt, self.minute)
        self.plan = plan.after_step(self.plan, self._result(step), life.at(self.minute))

    def draw(self, which: int) -> int:
        """The number of the draw that decides this of the step in hand."""
        return (Draw.STEPS_AGAIN if self.is_again else Draw.STEPS) + 3 * self.index + which

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
    if life.who.chances.happens(day, going.draw(DONE), SKIPS):
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
    going.is_in_leg = life.who.chances.at(day, going.draw(STRAINS)) > 1 - IN_LEG
    gives_up = going.was_too_much and life.who.chances.happens(day, Draw.ENDS_EARLY, 0.4)
    if going.is_in_leg or gives_up:
        _stop(life, going, day)
        return StepOutcome.STOPPED
    return StepOutcome.DONE


def _stop(life: Life, going: Going, day: int) -> None:
    going.is_stopped = True
    going.last_told = min(life.feeling.score(going.minute, 0.0) + 2, 10)
    if going.is_in_leg:
        life.spreads_until = day + SPREADS_DAYS


def strain(life: Life, going: Going, seconds: int) -> None:
    """Whether it was too much; where it was not, it may ease the pain for a while."""
    if not going.was_too_much and strains(life, going.minute, seconds, going.draw(STRAINS)):
        going.was_too_much = True
        life.feeling.get_sore(going.minute // MIN_PER_DAY)
    if life.who.effects.exercise > 0 and not going.was_too_much:
        life.feeling.relieve(going.minute, EXERCISE_HELPS_MIN, life.who.effects.exercise / 4)


def strains(life: Life, minute: int, seconds: int, draw: int) -> bool:
    """Whether it is too much for this body: likelier with more pain and with more of it."""
    day = minute // MIN_PER_DAY
    pain = life.feeling.level(day)
    chance = life.who.effects.easily_sore * (0.2 + 0.8 * pain / 10) * seconds / FULL_LOAD_S
    return life.who.chances.happens(day, draw, chance)
