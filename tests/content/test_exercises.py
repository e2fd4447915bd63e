"""What the exercises must hold, whatever their words: stages, doses, ways out, easier, harder."""

from itertools import pairwise

import pytest

from loosen.vocabulary import (
    Certainty,
    Content,
    Equipment,
    Exercise,
    Load,
    Mark,
    PlanStage,
    Posture,
)

# Evidence file 5.2, with the easiest tilt added to stage 0 and 1 and the rest carried on.
FIRST_STAGE = {
    "walking": PlanStage.SETTLE,
    "chair-pelvic-tilt": PlanStage.SETTLE,
    "pelvic-tilt": PlanStage.MOVE,
    "knee-rolls": PlanStage.MOVE,
    "knee-to-chest": PlanStage.MOVE,
    "cat-cow": PlanStage.MOVE,
    "childs-pose": PlanStage.RANGE,
    "standing-back-bend": PlanStage.RANGE,
    "prone-press-up": PlanStage.RANGE,
    "bridge": PlanStage.STRENGTH,
    "bird-dog": PlanStage.STRENGTH,
    "sit-to-stand": PlanStage.STRENGTH,
    "seated-twist": PlanStage.PREVENT,
    "bed-pelvic-tilt": PlanStage.SETTLE,
    "bed-knee-rolls": PlanStage.MOVE,
    "chair-cat-cow": PlanStage.MOVE,
    "chair-knee-to-chest": PlanStage.MOVE,
    "heel-slides": PlanStage.MOVE,
    "double-knee-to-chest": PlanStage.RANGE,
    "figure-four": PlanStage.RANGE,
    "hamstring-stretch": PlanStage.RANGE,
    "hip-flexor-stretch": PlanStage.RANGE,
    "prone-lying": PlanStage.RANGE,
    "prone-on-elbows": PlanStage.RANGE,
    "side-glide-at-wall": PlanStage.RANGE,
    "clam": PlanStage.STRENGTH,
    "dead-bug": PlanStage.STRENGTH,
    "hip-hinge": PlanStage.STRENGTH,
    "side-plank-on-knees": PlanStage.STRENGTH,
    "step-ups": PlanStage.STRENGTH,
    "wall-sit": PlanStage.STRENGTH,
    "floor-twist": PlanStage.PREVENT,
    "thoracic-turn-side-lying": PlanStage.PREVENT,
}
FEWEST_EXERCISES = 30
STRAINS = {Load.EXTENSION_END_RANGE, Load.ISOMETRIC, Load.BALANCE, Load.HEAD_LOW}


def dose_numbers(exercise: Exercise, stage: PlanStage) -> tuple[int, int, int]:
    (dose,) = [dose for dose in exercise.doses if dose.stage is stage]
    return dose.reps, dose.hold_s, dose.sets


def test_the_exercises_are_all_there(content: Content) -> None:
    assert set(content.exercises) == set(FIRST_STAGE)
    assert len(FIRST_STAGE) >= FEWEST_EXERCISES


@pytest.mark.parametrize("exercise", FIRST_STAGE)
def test_an_exercise_begins_at_its_stage(content: Content, exercise: str) -> None:
    stages = [dose.stage for dose in content.exercises[exercise].doses]
    assert min(stages, key=lambda stage: stage.rank) is FIRST_STAGE[exercise]


@pytest.mark.parametrize("twist", ["seated-twist", "floor-twist", "thoracic-turn-side-lying"])
def test_a_twist_is_never_for_the_acute_stages(content: Content, twist: str) -> None:
    doses = content.exercises[twist].doses
    assert [dose.stage for dose in doses] == [PlanStage.PREVENT]


@pytest.mark.parametrize("stage", PlanStage)
def test_every_stage_has_something_for_a_chair_and_something_for_a_bed(
    content: Content, stage: PlanStage
) -> None:
    given = [one for one in content.exercises.values() if any(d.stage is stage for d in one.doses)]
    off_floor = [one for one in given if Load.FLOOR not in one.loads]
    assert any(one.posture is Posture.SITTING for one in off_floor)
    assert any(Equipment.BED in one.equipment for one in off_floor)


def test_what_opens_later_is_a_step_up_in_its_own_stages(content: Content) -> None:
    """Who waits for an easier one can do it in a stage no later than the harder one's first."""
    for exercise in content.exercises.values():
        for id_ in exercise.after:
            first = content.exercises[id_].doses[0].stage.rank
            assert first <= exercise.doses[0].stage.rank, (exercise.id, id_)


def test_what_no_evidence_file_row_carries_says_that_nothing_is_known_of_it(
    content: Content,
) -> None:
    ours = [one for one in content.exercises.values() if "No row of the" in one.provenance.note]
    assert {one.certainty for one in ours} == {Certainty.NONE}
    assert {one.provenance.mark for one in ours} == {Mark.OURS}


@pytest.mark.parametrize(
    ("exercise", "stage", "reps_hold_sets"),
    [
        ("pelvic-tilt", PlanStage.MOVE, (5, 2, 1)),  # 5.1 NHS Inform
        ("knee-rolls", PlanStage.MOVE, (5, 2, 1)),  # 5.1 NHS Inform
        ("cat-cow", PlanStage.MOVE, (5, 2, 1)),  # 5.2 stage 1
        ("childs-pose", PlanStage.RANGE, (5, 5, 1)),  # 5.2 stage 2: one breath, five times
        ("bridge", PlanStage.STRENGTH, (5, 3, 1)),  # 5.2 stage 3
        ("bird-dog", PlanStage.STRENGTH, (5, 5, 1)),  # 5.2 stage 3
    ],
)
def test_a_dose_starts_at_the_low_end_of_the_evidence(
    content: Content, exercise: str, stage: PlanStage, reps_hold_sets: tuple[int, int, int]
) -> None:
    assert dose_numbers(content.exercises[exercise], stage) == reps_hold_sets


def test_walks_grow_from_two_minutes_an_hour_to_half_an_hour(content: Content) -> None:
    doses = content.exercises["walking"].doses
    assert (doses[0].minutes, doses[0].minutes_most) == (2, 5)
    assert doses[-1].minutes_most == 30
    assert [dose.stage for dose in doses] == list(PlanStage)


def test_no_stage_starts_above_where_the_one_before_may_end(content: Content) -> None:
    jumps = [
        (exercise.id, later.stage)
        for exercise in content.exercises.values()
        for earlier, later in pairwise(exercise.doses)
        if later.reps > earlier.reps_most
        or later.hold_s > earlier.hold_most_s
        or later.minutes > earlier.minutes_most
    ]
    assert jumps == []


def test_every_exercise_says_when_to_stop_for_the_leg_and_for_numbness(content: Content) -> None:
    for exercise in content.exercises.values():
        signs = " ".join(exercise.stop_signs)
        assert "moves down your leg" in signs, exercise.id
        assert "New numbness" in signs, exercise.id


def test_an_easier_version_adds_no_strain(content: Content) -> None:
    for exercise in content.exercises.values():
        for variant in exercise.easier:
            if variant.item:
                added = set(content.exercises[variant.item].loads) - set(exercise.loads)
                assert added.isdisjoint(STRAINS), exercise.id


def test_an_easier_version_has_a_dose_wherever_the_harder_one_has_one(content: Content) -> None:
    for exercise in content.exercises.values():
        for variant in exercise.easier:
            if variant.item:
                stages = {dose.stage for dose in exercise.doses}
                given = {dose.stage for dose in content.exercises[variant.item].doses}
                assert stages <= given, (exercise.id, variant.item)


def test_every_exercise_is_drawn(content: Content) -> None:
    assert [id_ for id_, one in content.exercises.items() if one.figure is None] == []


def test_every_movement_says_in_plain_words_what_its_main_pose_is(content: Content) -> None:
    """Two to five words, so that they fit a card."""
    for id_, exercise in content.exercises.items():
        assert exercise.figure is not None
        labels = [key.label for key in exercise.figure.keys if key.label]
        assert labels or not exercise.figure.keys, id_
        assert all(len(label.split()) <= 5 for label in labels), id_


def test_one_side_is_drawn_as_the_left(content: Content) -> None:
    """The right half is the mirror image; so what works must be on the left, or between."""
    for id_, exercise in content.exercises.items():
        if exercise.by_sides and exercise.figure is not None and exercise.figure.keys:
            named = {name for key in exercise.figure.keys for name in (*key.angles, *key.holds)}
            is_left = any("left" in name for name in named)
            assert is_left or any("turn" in name or "side" in name for name in named), id_
