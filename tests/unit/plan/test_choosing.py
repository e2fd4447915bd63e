"""Which exercises a session takes of the many that are open, and what has to come first."""

from dataclasses import replace

import pytest

from loosen.library.current import load_content
from loosen.plan.offers import is_strength
from loosen.vocabulary import Bias, Content, Equipment, Plan, PlanStage, Posture, Preference

from ...built_plans import STAGES, able, built
from ...diary import MIN_PER_DAY, Diary
from ...example_person import live_a_day, planned
from ...spec.triage.test_cases import answers_of
from .test_build import HAS, items, minute, refused

MOST = 5
MOST_STRENGTH = 3
STRONG = PlanStage.STRENGTH


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def exercises(plan: Plan) -> list[str]:
    return [step.item_id for step in plan.steps if step.dose and not step.dose.minutes]


def after_days(content: Content, days: int, pain: int = 2, seed: int = 1, **says: str) -> Plan:
    """The plan of the next morning after so many good days."""
    answers = answers_of({**HAS, **says}, content)
    diary = Diary()
    for day in range(days):
        diary.pain(pain, day * MIN_PER_DAY - 1)
        today = planned(answers, content, diary.entries, minute(day * MIN_PER_DAY), seed=seed)
        live_a_day(diary, day, "good", today, pain)
    diary.pain(pain, days * MIN_PER_DAY - 1)
    return planned(answers, content, diary.entries, minute(days * MIN_PER_DAY), seed=seed)


# --- what has to come first --------------------------------------------------------------------


def test_both_knees_open_after_one_knee_went_well_on_two_days(content: Content) -> None:
    says = {"what-eases": "bending-forward"}
    assert refused(after_days(content, 1, 3, **says), "double-knee-to-chest") == [
        "other-stage",
        "step-up-days",
    ]
    assert "double-knee-to-chest" in exercises(after_days(content, 2, 3, **says))


def test_the_harder_one_is_not_waited_for_where_nothing_before_it_can_be_done() -> None:
    """Who put sit to stand away is not kept from the wall for ever."""
    away = replace(able(), banned=frozenset({"sit-to-stand"}))
    assert refused(built(able(), STRONG), "wall-sit") == ["step-up-days"]
    assert refused(built(away, STRONG), "wall-sit") == []


def test_the_floor_twist_waits_for_the_one_in_a_chair() -> None:
    assert refused(built(able(), PlanStage.PREVENT), "floor-twist") == ["step-up-days"]


# --- which of many -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_a_session_is_small_and_holds_three_strength_moves_at_most(
    content: Content, seed: int
) -> None:
    taken = [content.exercises[id_] for id_ in exercises(built(able(), STRONG, seed=seed))]
    assert len(taken) == MOST
    assert sum(map(is_strength, taken)) == MOST_STRENGTH


@pytest.mark.parametrize("seed", range(12))
def test_strength_begins_with_what_the_evidence_file_names(seed: int) -> None:
    taken = set(exercises(built(able(), STRONG, seed=seed)))
    assert {"bridge", "bird-dog", "sit-to-stand"} <= taken


def test_the_next_day_goes_on_with_what_the_last_one_had_whatever_the_seed(
    content: Content,
) -> None:
    first = exercises(after_days(content, 0, 5))
    for seed in range(2, 8):
        answers = answers_of({**HAS}, content)
        diary = Diary()
        diary.pain(5, -1)
        live_a_day(diary, 0, "good", planned(answers, content, [*diary.entries], minute(0)), 5)
        diary.pain(5, MIN_PER_DAY - 1)
        later = planned(answers, content, diary.entries, minute(MIN_PER_DAY), seed=seed)
        assert set(exercises(later)) == set(first)


@pytest.mark.parametrize("seed", range(8))
def test_what_needs_no_change_for_this_body_goes_before_what_does(seed: int) -> None:
    taken = exercises(built(able(("cannot-get-to-floor",)), PlanStage.MOVE, seed=seed))
    assert {"bed-pelvic-tilt", "bed-knee-rolls", "chair-cat-cow"} <= set(taken)
    assert {"pelvic-tilt", "knee-rolls", "cat-cow"}.isdisjoint(taken)


@pytest.mark.parametrize("stage", PlanStage)
def test_no_session_holds_two_versions_of_one_exercise(stage: PlanStage) -> None:
    families = [
        {"pelvic-tilt", "bed-pelvic-tilt", "chair-pelvic-tilt"},
        {"knee-to-chest", "chair-knee-to-chest", "double-knee-to-chest"},
        {"prone-lying", "prone-on-elbows", "prone-press-up", "standing-back-bend"},
        {"cat-cow", "chair-cat-cow"},
        {"knee-rolls", "bed-knee-rolls"},
    ]
    for seed in range(6):
        for bias in Bias:
            person = replace(able(pain=STAGES[stage].pain_0_10), bias=bias)
            taken = set(exercises(built(person, stage, seed=seed)))
            assert [len(taken & family) for family in families if len(taken & family) > 1] == []


@pytest.mark.parametrize("seed", range(8))
def test_nobody_is_laid_on_their_front_early_on_unasked(content: Content, seed: int) -> None:
    taken = exercises(built(able(pain=5), PlanStage.MOVE, seed=seed))
    assert all(content.exercises[id_].posture is not Posture.ON_FRONT for id_ in taken)


# --- a place to lie ----------------------------------------------------------------------------


def test_without_a_bed_and_without_the_floor_nothing_is_done_lying(content: Content) -> None:
    told = {"have-bed": "no", "have-mat": "no", "cannot-get-to-floor": "yes"}
    today = after_days(content, 3, **told)
    postures = {content.exercises[id_].posture for id_ in exercises(today)}
    assert postures == {Posture.SITTING, Posture.STANDING}
    assert "no-place-to-lie" in refused(today, "bridge")


# --- favourites --------------------------------------------------------------------------------


def test_a_favourite_comes_first_and_says_so() -> None:
    person = replace(able(), favourites=frozenset({"figure-four"}))
    assert "figure-four" not in items(built(able(), STRONG))
    today = built(person, STRONG)
    (step,) = [one for one in today.steps if one.item_id == "figure-four"]
    assert "favourite" in [reason.id for reason in step.because]


def test_a_favourite_that_a_condition_bars_stays_out() -> None:
    person = replace(able(("hip-replacement",)), favourites=frozenset({"figure-four"}))
    assert "figure-four" not in items(built(person, STRONG))


def test_what_is_put_away_can_be_no_favourite() -> None:
    with pytest.raises(ValueError, match="no favourite"):
        Preference(item_id="clam", banned=True, favourite=True)


# --- the easier version in mid-session ---------------------------------------------------------


def test_who_lies_in_bed_is_eased_there_and_not_sent_to_a_chair() -> None:
    today = built(able(), PlanStage.MOVE)
    (tilt,) = [step for step in today.steps if step.item_id == "pelvic-tilt"]
    assert tilt.easier == "bed-pelvic-tilt"
    no_bed = replace(able(), at_hand=able().at_hand - {Equipment.BED})
    (tilt,) = [
        step for step in built(no_bed, PlanStage.MOVE).steps if step.item_id == "pelvic-tilt"
    ]
    assert tilt.easier == "chair-pelvic-tilt"
