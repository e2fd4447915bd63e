"""The pain-monitoring rule while a session runs, case by case from `during.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from loosen.plan import after_step, zone_of
from loosen.vocabulary import CheckpointKind, Plan, StepKind, StepResult

from ...diary import minute
from ...small_plan import LIMITS, dose, load, plan_of

MOVING = {StepKind.EXERCISE, StepKind.WALK}
AT_STEP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands in the file."""

    name: str
    zone: str
    rest: str
    before: int | None = None
    now: int | None = None
    sharp: bool = False
    legs_down: bool = False
    stopped: bool = False


TEXT = (Path(__file__).parent / "during.toml").read_text("utf-8")
CASES = [Case(**row) for row in tomllib.loads(TEXT)["case"]]


def result_of(case: Case, *, asked_easier: bool = False, index: int = AT_STEP) -> StepResult:
    return StepResult(
        index=index,
        pain_0_10=case.now,
        baseline_0_10=case.before,
        stopped=case.stopped,
        asked_easier=asked_easier,
        sharp_or_new=case.sharp,
        legs_moved_down=case.legs_down,
    )


def rest_of(plan: Plan, before: Plan) -> str:
    """What became of the movement after the step."""
    left = [step for step in plan.steps[AT_STEP + 1 :] if step.kind in MOVING]
    if not left:
        return "gone"
    planned = [step for step in before.steps[AT_STEP + 1 :] if step.kind in MOVING]
    return "same" if left == planned else "less"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_score_gives_the_zone_and_the_rest_follows_it(case: Case) -> None:
    before = plan_of()
    result = result_of(case)
    after = after_step(before, result, minute(10))
    assert zone_of(result, LIMITS) == case.zone
    assert rest_of(after, before) == case.rest


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_load_never_rises_and_is_what_the_steps_add_up_to(case: Case) -> None:
    before = plan_of()
    for asked_easier in (False, True):
        after = after_step(before, result_of(case, asked_easier=asked_easier), minute(10))
        assert after.load <= before.load
        assert after.load == sum(load(step.dose) for step in after.steps if step.dose)


def test_a_third_less_means_a_third_less_of_every_step_to_come() -> None:
    rise = Case(name="", zone="amber", rest="less", before=1, now=3)
    steps = after_step(plan_of(), result_of(rise), minute(10)).steps
    assert [step.dose for step in steps] == [
        *(None, None),
        dose(reps=5, hold_s=2),
        dose(reps=7),
        dose(minutes=2),
        None,
    ]


def test_what_was_done_already_stays_and_the_check_in_too() -> None:
    stop = Case(name="", zone="red", rest="gone", stopped=True)
    after = after_step(plan_of(), result_of(stop), minute(10))
    assert [step.item_id for step in after.steps] == ["on-side", "breath", "tilt", ""]
    assert [step.index for step in after.steps] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("at_min", "kept"),
    [
        pytest.param(0, {CheckpointKind.MORNING, CheckpointKind.WALK}, id="the walk is still due"),
        pytest.param(10, {CheckpointKind.MORNING}, id="the walk was due before"),
    ],
)
def test_after_a_stop_the_next_session_is_taken_off_and_the_morning_stays(
    at_min: float, kept: set[CheckpointKind]
) -> None:
    stop = Case(name="", zone="red", rest="gone", stopped=True)
    after = after_step(plan_of(), result_of(stop), minute(at_min))
    assert {one.kind for one in after.checkpoints} == kept


def test_easier_puts_the_easier_item_in_the_same_place() -> None:
    fine = Case(name="", zone="green", rest="same", before=2, now=2)
    after = after_step(plan_of(), result_of(fine, asked_easier=True, index=3), minute(10))
    step = after.steps[3]
    assert (step.item_id, step.title, step.dose) == ("chair-rolls", "chair-rolls", dose(reps=4))
    assert (step.easier, step.easier_dose) == ("", dose(reps=2))


def test_easier_without_an_easier_item_is_less_of_the_same() -> None:
    fine = Case(name="", zone="green", rest="same", before=2, now=2)
    after = after_step(plan_of(), result_of(fine, asked_easier=True), minute(10))
    assert (after.steps[2].item_id, after.steps[2].dose) == ("tilt", dose(reps=3))


def test_easier_of_a_step_that_has_none_changes_nothing() -> None:
    fine = Case(name="", zone="green", rest="same", before=2, now=2)
    for index in (0, 5):
        result = result_of(fine, asked_easier=True, index=index)
        assert after_step(plan_of(), result, minute(10)) == plan_of()


def test_easier_asked_again_and_again_ends_at_the_least() -> None:
    plan = plan_of()
    fine = Case(name="", zone="green", rest="same", before=2, now=2)
    doses = []
    for _ in range(6):
        plan = after_step(plan, result_of(fine, asked_easier=True), minute(10))
        doses.append(plan.steps[AT_STEP].dose)
    assert doses[-1] == doses[-2] == dose(reps=1)


def test_a_result_of_a_step_that_is_not_there_changes_nothing() -> None:
    fine = Case(name="", zone="green", rest="same", before=2, now=2)
    result = result_of(fine, asked_easier=True, index=99)
    assert after_step(plan_of(), result, minute(10)) == plan_of()
