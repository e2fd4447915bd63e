"""How much: what adds up, what is taken off, what is added."""

from datetime import date

import pytest

from loosen.plan.doses import at_most, fits, load_of, plan_load, raised, reduced, seconds_of
from loosen.vocabulary import (
    Content,
    Dose,
    Mark,
    PlanStage,
    Provenance,
    StageDose,
    Threshold,
)

from ...small_content import small_content
from ...small_plan import dose, load, usual_steps

SAID = Provenance(
    source="loosen", row="5.2", mark=Mark.OURS, checked_on=date(2026, 11, 22), reviewed_by=""
)


@pytest.fixture
def content() -> Content:
    steps = {"progress-reps": 1, "progress-hold-s": 2, "progress-minutes": 1}
    return small_content(
        *(
            Threshold(id=id_, value=value, unit="any", text="A number.", provenance=SAID)
            for id_, value in steps.items()
        )
    )


def given(
    *, reps: int = 5, reps_most: int = 8, hold_most_s: int = 5, sets_most: int = 1, minutes: int = 0
) -> StageDose:
    return StageDose(
        stage=PlanStage.MOVE,
        reps=reps,
        reps_most=reps_most,
        hold_s=0,
        hold_most_s=hold_most_s,
        sets=1,
        sets_most=sets_most,
        times_per_day=3,
        rest_s=10,
        provenance=SAID,
        minutes=minutes,
        minutes_most=minutes * 2,
    )


@pytest.mark.parametrize(
    ("one", "seconds"),
    [
        pytest.param(dose(reps=5, hold_s=2), 30, id="five times two, two and two seconds"),
        pytest.param(dose(reps=5, hold_s=2, by_sides=True), 60, id="both sides"),
        pytest.param(dose(reps=5, hold_s=2, sets=2), 60, id="two sets, the rest does not count"),
        pytest.param(dose(minutes=3), 180, id="three minutes"),
    ],
)
def test_the_load_is_the_seconds_of_movement_and_hold(one: Dose, seconds: int) -> None:
    assert load_of(one) == load(one) == seconds


def test_rests_between_sets_take_time_but_are_no_load() -> None:
    assert seconds_of(dose(reps=5, hold_s=2, sets=3)) == 90 + 2 * 10


def test_the_load_of_a_plan_is_the_sum_of_its_steps() -> None:
    steps = usual_steps()
    assert plan_load(steps) == sum(load(step.dose) for step in steps if step.dose)


@pytest.mark.parametrize(("reps", "fewer"), [(10, 7), (5, 3), (4, 2), (3, 2), (2, 1)], ids=str)
def test_a_third_less_always_takes_something_off(reps: int, fewer: int) -> None:
    assert reduced(dose(reps=reps), 0.3) == dose(reps=fewer)


def test_one_repetition_and_one_minute_are_the_least() -> None:
    assert reduced(dose(reps=1, hold_s=5), 0.3) is None
    assert reduced(dose(minutes=1), 0.3) is None


def test_minutes_are_cut_like_repetitions() -> None:
    assert reduced(dose(minutes=10), 0.3) == dose(minutes=7)


@pytest.mark.parametrize("allowed", [0, 3, 4, 17, 40, 1000])
def test_a_dose_made_to_fit_never_exceeds_what_is_allowed(allowed: int) -> None:
    fitted = at_most(dose(reps=8), allowed)
    assert fitted is None if allowed < 4 else fitted is not None and load(fitted) <= allowed


def test_a_dose_made_to_fit_is_never_more_than_it_was() -> None:
    assert at_most(dose(reps=8), 10_000) == dose(reps=8)
    assert at_most(dose(minutes=2), 10_000) == dose(minutes=2)


def test_one_variable_rises_at_a_time_repetitions_before_hold_before_sets(
    content: Content,
) -> None:
    seen = [dose(reps=7)]
    for _ in range(6):
        seen.append(raised(seen[-1], given(sets_most=2), content))
    shown = [(one.reps, one.hold_s, one.sets) for one in seen]
    assert shown == [(7, 0, 1), (8, 0, 1), (8, 2, 1), (8, 4, 1), (8, 5, 1), (8, 5, 2), (8, 5, 2)]


def test_a_walk_grows_by_a_minute_up_to_the_most(content: Content) -> None:
    most = given(reps=0, reps_most=0, hold_most_s=0, minutes=2)
    assert raised(dose(minutes=3), most, content) == dose(minutes=4)
    assert raised(dose(minutes=4), most, content) == dose(minutes=4)


@pytest.mark.parametrize(
    "earlier",
    [dose(reps=9), dose(reps=5, hold_s=6), dose(reps=5, sets=2), dose(minutes=2)],
    ids=["too many", "too long", "too many sets", "minutes"],
)
def test_an_earlier_dose_beyond_the_stage_is_not_taken_over(earlier: Dose) -> None:
    from loosen.library.current import load_content

    tilt = load_content().exercises["pelvic-tilt"]
    assert not fits(earlier, given(), tilt)
    assert fits(dose(reps=8, hold_s=5), given(), tilt)
