"""The engine by the phone's own sensor: exact on worn sets, silent on everything else."""

import random
from dataclasses import replace
from math import sqrt

import pytest
from tests.movement.worn_sets import (
    REAL,
    a_set,
    by_phone,
    doing,
    felt,
    measured,
)

from loosen.body.worn import Wearing
from loosen.cohort.wearings import Carrying, Sensor
from loosen.library.current import load_content
from loosen.movement import Close, CueKind, EndRule, PhoneCoach, SetFold, Standing, Turn, Unfelt
from loosen.movement.along import Along
from loosen.movement.lift import LIFT_OFF, Lift
from loosen.vocabulary import to_plain
from loosen.vocabulary.frames import Motion

SENSORS = {
    "exact": Sensor(),
    "as they are": REAL,
    "down points up": replace(REAL, sense=-1),
    "turning in radians": replace(REAL, turning="rad"),
    "no turning": replace(REAL, turning="none"),
    "rounded as browsers do": replace(REAL, rounding=0.1),
    "10 a second": replace(REAL, rate_hz=10),
    "100 a second": replace(REAL, rate_hz=100),
    "half-second gaps, a quarter of the time": replace(REAL, gap_s=0.5, gap_share=0.25),
}
TURNED_AWAY = {Standing.OTHER_MOVEMENT, Standing.NOT_IN_PLACE, Standing.CANNOT_SEE}
FLAT = (0.0, 0.0, 9.81)


@pytest.mark.parametrize("sensor", SENSORS.values(), ids=SENSORS)
@pytest.mark.parametrize("id_", ["pelvic-tilt", "bridge", "prone-press-up"])
def test_a_worn_set_is_counted_to_the_last_on_every_phone(id_: str, sensor: Sensor) -> None:
    for is_face_down in (False, True):
        found = felt(id_, a_set(id_, sensor=sensor, wearing=Wearing(is_face_down=is_face_down)))
        assert (found[-1].count, found[-1].partials) == (4, 0)


@pytest.mark.parametrize("id_", by_phone())
def test_half_a_way_is_partial_and_a_breath_is_nothing(id_: str) -> None:
    depths = (1.0, 1.0, 0.5, 1.0, 0.5, 0.02)
    found = felt(id_, a_set(id_, doing(id_, depths=depths)))
    assert found[-1].count == 3
    assert found[-1].partials <= 2
    breaths = felt(id_, a_set(id_, doing(id_, depths=(0.02,) * 6), sensor=SENSORS["as they are"]))
    assert (breaths[-1].count, breaths[-1].partials) == (0, 0)


def test_a_tilt_that_shrinks_while_the_pain_rises_ends_the_set() -> None:
    rule = EndRule(shrunk_percent=70, pain_rise=2)
    coach = PhoneCoach(measure=measured("bridge"), sense=1, end_rule=rule)
    depths = (1.0, 1.0, 1.0, 0.55, 0.55)
    for pain in (3, 6):
        coach.tell_pain(pain)
    told = [coach.update(one) for one in a_set("bridge", doing("bridge", depths=depths)).motions]
    [advice] = [one.advice for one in told if one.advice]
    assert (advice.close, advice.pain_rise) == (Close.END_SET, 3)


def test_how_regular_a_set_by_phone_was_is_told() -> None:
    fold = SetFold(measure=measured("bridge"))
    for one in felt("bridge", a_set("bridge", replace(doing("bridge", reps=5), way_s=1.5))):
        fold.update(one)
    regular = fold.result().regularity
    assert regular is not None
    assert regular.period_s == pytest.approx(6.0, abs=0.3)


# --- what it refuses -------------------------------------------------------------------------


def test_walking_in_and_picking_it_up_count_for_nothing() -> None:
    readings = a_set("pelvic-tilt", Carrying(for_s=8), doing("pelvic-tilt"), Carrying(for_s=8))
    found = felt("pelvic-tilt", readings)
    assert found[-1].count == 4
    assert found[-1].partials == 0
    assert found[-1].standing in TURNED_AWAY
    assert all(one.standing in TURNED_AWAY for one in found if one.t_s < 6)


def test_nothing_counts_before_it_has_lain_still_for_three_seconds() -> None:
    hurried = replace(doing("bridge"), before_s=1.0, pause_s=0.0, hold_s=0.0)
    found = felt("bridge", a_set("bridge", hurried))
    assert found[-1].count == 0
    assert {one.standing for one in found} <= {Standing.NOT_IN_PLACE, Standing.SETTLING}


SIDEWAYS = ("knee-rolls", "clam", "seated-twist", "sit-to-stand", "hip-hinge", "childs-pose")


@pytest.mark.parametrize("done", [*SIDEWAYS, "cat-cow", "bird-dog"])
def test_a_phone_on_the_belly_counts_no_movement_that_tips_it_another_way(done: str) -> None:
    for id_ in ("pelvic-tilt", "bridge"):
        found = felt(id_, a_set(id_, doing(done, meant=id_, reps=2)), sense=1)
        assert found[-1].count == 0


LIFTS = [("bridge", "pelvic-tilt"), ("pelvic-tilt", "bridge"), ("bed-pelvic-tilt", "bridge")]


@pytest.mark.parametrize(("id_", "done"), LIFTS)
def test_what_tips_the_hips_alike_is_told_apart_by_how_far_it_lifts_them(
    id_: str, done: str
) -> None:
    for body in (0, 1):
        for sensor in (REAL, replace(REAL, rate_hz=30), replace(REAL, turning="none")):
            did = doing(done, meant=id_, reps=3, body=body)
            found = felt(id_, a_set(id_, did, sensor=sensor), sense=1)
            assert (found[-1].count, found[-1].partials) == (0, 0)
            assert Turn.VOID in {one.turn for one in found}


OTHERS = [
    ("prone-press-up", "pelvic-tilt"),
    ("prone-press-up", "bed-pelvic-tilt"),
    ("pelvic-tilt", "knee-to-chest"),
    ("bridge", "double-knee-to-chest"),
]


@pytest.mark.parametrize(("id_", "done"), OTHERS)
def test_what_tips_the_phone_too_little_for_its_movement_is_not_counted(
    id_: str, done: str
) -> None:
    found = felt(id_, a_set(id_, doing(done, meant=id_, reps=3)), sense=1)
    assert found[-1].count == 0


def test_a_lift_of_many_readings_is_believed_more_than_one_of_few() -> None:
    bridge = Along(measure=measured("bridge"))
    many, few = (LIFT_OFF * sqrt(1 / rate_hz) for rate_hz in (60, 10))
    assert not bridge.lifts(11.0, Lift(0.015, many))
    assert bridge.lifts(11.0, Lift(0.015, few))
    assert bridge.lifts(11.0, Lift(0.045, many))


def test_rolling_the_knees_is_told_to_be_another_movement_within_two_seconds() -> None:
    readings = a_set("bridge", doing("knee-rolls", meant="bridge", reps=1))
    found = felt("bridge", readings, sense=1)
    first = next(one.t_s for one in found if one.standing in TURNED_AWAY and one.t_s > 4.5)
    assert first <= 4.5 + 2.0


def still(count: int, pull: tuple[float, float, float] = FLAT, from_s: float = 0.0) -> list[Motion]:
    """A phone that lies; the last digits shake as those of real ones do."""
    return [
        Motion(
            t_s=from_s + one / 50,
            acceleration=(pull[0] + 0.01 * (one % 3), pull[1], pull[2]),
            rotation=(0.1 * (one % 2), 0.0, 0.0),
        )
        for one in range(count)
    ]


DEAD = {
    "all zeros": ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
    "always the same": (FLAT, (0.0, 0.0, 0.0)),
    "no numbers": ((float("nan"), 0.0, 9.81), None),
}


@pytest.mark.parametrize(("pull", "turning"), DEAD.values(), ids=DEAD)
def test_a_sensor_that_tells_nothing_is_told_apart(
    pull: tuple[float, float, float], turning: tuple[float, float, float] | None
) -> None:
    coach = PhoneCoach(measure=measured("bridge"))
    fold = SetFold(measure=measured("bridge"))
    for index in range(60 * 12):
        last = coach.update(Motion(t_s=index / 60, acceleration=pull, rotation=turning))
        fold.update(last)
    assert (last.standing, last.unseen) == (Standing.CANNOT_SEE, Unfelt.NO_SENSOR)
    assert fold.result().refused == "no-sensor"


def test_after_a_blow_it_has_to_lie_still_again() -> None:
    coach = PhoneCoach(measure=measured("bridge"))
    told = [coach.update(one) for one in still(250)]
    assert told[-1].standing is Standing.READY
    blow = [replace(one, acceleration=(8.0, -12.0, 20.0)) for one in still(20, from_s=5.0)]
    told = [coach.update(one) for one in blow]
    assert told[-1].unseen is Unfelt.MOVED
    told = [coach.update(one) for one in still(250, from_s=5.5)]
    assert told[60].standing is not Standing.READY
    assert told[-1].standing is Standing.READY


def test_a_phone_that_stands_is_not_in_place_and_it_is_said_once_it_lasts() -> None:
    coach = PhoneCoach(measure=measured("bridge"))
    told = [coach.update(one) for one in still(200, pull=(0.0, 9.0, 3.9))]
    assert {one.standing for one in told} == {Standing.NOT_IN_PLACE}
    [said] = [one for one in told if one.cue]
    assert said.cue is not None
    assert (said.cue.kind, said.cue.id) == (CueKind.NOT_IN_PLACE, "not-in-place")


def test_a_gap_that_hides_the_turn_counts_nothing() -> None:
    readings = a_set("bridge", doing("bridge", reps=3))
    start, end = readings.held[1]
    kept = [one for one in readings.motions if not start - 1.8 < one.t_s < end + 1.8]
    coach = PhoneCoach(measure=measured("bridge"), sense=1)
    told = [coach.update(one) for one in kept]
    assert told[-1].count == 2
    [gap] = [one for one in told if one.unseen is Unfelt.GAP]
    assert gap.standing is Standing.CANNOT_SEE


# --- what every streaming part keeps ---------------------------------------------------------


def test_a_reading_that_comes_twice_or_late_adds_nothing() -> None:
    motions = a_set("bridge").motions
    once, twice = (PhoneCoach(measure=measured("bridge")) for _ in range(2))
    told = [once.update(one) for one in motions]
    for before, one, said in zip((motions[0], *motions), motions, told, strict=False):
        assert twice.update(one) == said
        again = twice.update(before)
        assert (again.turn, again.repetition, again.cue) == (Turn.NONE, None, None)


def test_lost_readings_never_add_a_repetition_by_phone() -> None:
    readings = a_set("pelvic-tilt")
    for every in (2, 3, 5):
        thinned = [one for index, one in enumerate(readings.motions) if index % every]
        assert felt("pelvic-tilt", replace(readings, motions=tuple(thinned)))[-1].count <= 4


def test_the_phone_never_looks_ahead() -> None:
    motions = a_set("bridge").motions
    whole, part = (PhoneCoach(measure=measured("bridge")) for _ in range(2))
    said = [whole.update(one) for one in motions]
    half = len(motions) // 2
    assert [part.update(one) for one in motions[:half]] == said[:half]


def test_a_phone_coach_is_as_new_after_its_reset_and_its_parameters_stay() -> None:
    measure = measured("bridge")
    motions = a_set("bridge", sensor=SENSORS["turning in radians"]).motions
    coach = PhoneCoach(measure=measure, range_=15.0)
    first = [coach.update(one) for one in motions]
    coach.reset()
    assert [coach.update(one) for one in motions] == first
    assert (coach.measure, coach.range_, coach.sense) == (measure, 15.0, 0)


def test_a_set_by_phone_is_told_under_the_very_names_of_one_by_camera() -> None:
    camera = load_content().exercises["bridge"].measuring.camera
    assert camera is not None
    by_camera = SetFold(measure=camera).result()
    by_phone = SetFold(measure=measured("bridge")).result()
    assert to_plain(by_phone).keys() == to_plain(by_camera).keys()
    assert (by_phone.view.value, by_phone.signal.value) == ("phone", "phone-tilt")
    assert by_phone.refused == "no-sensor"


ODD = (0.0, -9.81, 9.81, 1e3, -1e200, 1e308, float("inf"), float("-inf"), float("nan"), 1e-300)


def absurd(chance: random.Random) -> Motion:
    """A reading as no phone should ever send one."""
    pull = (chance.choice(ODD), chance.choice(ODD), chance.choice(ODD))
    turning = (chance.choice(ODD), chance.choice(ODD), chance.choice(ODD))
    t_s = chance.choice((chance.uniform(0, 10), chance.uniform(-1e6, 10)))
    return Motion(t_s=t_s, acceleration=pull, rotation=chance.choice((turning, None)))


@pytest.mark.parametrize("seed", range(20))
def test_after_any_nonsense_a_phone_that_lies_still_is_ready_and_feels_a_blow(seed: int) -> None:
    coach, chance = PhoneCoach(measure=measured("bridge")), random.Random(seed)
    for _ in range(300):
        assert coach.update(absurd(chance)).count == 0
    told = [coach.update(one) for one in still(600, from_s=20.0)]
    assert told[-1].standing is Standing.READY
    assert told[-1].value == pytest.approx(0.0, abs=1.0)
    blow = [replace(one, acceleration=(8.0, -12.0, 20.0)) for one in still(20, from_s=40.0)]
    assert [coach.update(one) for one in blow][-1].unseen is Unfelt.MOVED


def test_no_real_tilt_is_lost_to_a_lift_that_few_readings_made_up() -> None:
    """At ten a second a lift was off by five centimetres, and by six: two real tilts were lost."""
    along = Along(measure=measured("bed-pelvic-tilt"))
    off = LIFT_OFF * sqrt(1 / 10)
    assert along.lifts(13.7, Lift(0.052, off))
    assert along.lifts(15.0, Lift(0.062, off))
    assert not along.lifts(10.0, Lift(0.085, off))  # the least that a bridge lifts
