"""The arrow on a card points where the body goes."""

from dataclasses import replace

import numpy as np

from loosen.body import WOMAN, Motion, main_phase, motion_of
from loosen.body.arrows import arrow, way_of
from loosen.body.cards import card_phases
from loosen.body.outline import seen
from loosen.body.rotations import Array
from loosen.body.scene import Scene, scene
from loosen.vocabulary import Anchor, Figure, Hold, KeyPose, Mover

ON_BACK = {"lean": -90, "hip": 50, "knee": 100}


def lying(**angles: float) -> Motion:
    keys = (KeyPose(at=0.5, angles=angles),) if angles else ()
    return motion_of(
        "one",
        Figure(anchor=Anchor.UPPER_BACK, start=ON_BACK, holds={"feet": Hold.FLOOR}, keys=keys),
    )


def shown(motion: Motion) -> Scene:
    return scene(motion, WOMAN, np.linspace(0.0, main_phase(motion), 13))


def line(motion: Motion) -> Array:
    drawn = way_of(shown(motion))
    assert drawn is not None
    return drawn


def test_hips_that_rise_have_an_arrow_above_them_that_points_up() -> None:
    way = line(lying(lean=-112, hip=10))
    assert way[-1, 1] > way[0, 1] > 0.3
    assert abs(way[-1, 0] - way[0, 0]) < 0.1


def test_a_tilt_that_moves_nothing_far_is_told_by_a_turn() -> None:
    way = line(lying(lumbar=18))
    middle = way.mean(axis=0)
    spread = np.linalg.norm(way - middle, axis=-1)
    assert way[len(way) // 2, 1] > max(way[0, 1], way[-1, 1])
    assert spread.max() < 0.3


def test_the_turn_of_the_hips_is_drawn_about_them_alone() -> None:
    tilt = motion_of(
        "one",
        Figure(
            anchor=Anchor.UPPER_BACK,
            start=ON_BACK,
            holds={"feet": Hold.FLOOR},
            keys=(KeyPose(at=0.5, angles={"lumbar": 18}),),
            arrow=Mover.PELVIS_TURN,
        ),
    )
    made = shown(tilt)
    drawn = way_of(made)
    hips = seen(made.posed.pose.at["pelvis"][-1:], made.view)[0, :2]
    assert drawn is not None
    assert np.linalg.norm(drawn - hips, axis=-1).max() < 0.16


def test_a_chest_that_lifts_has_its_arrow_before_it_however_little_it_moves() -> None:
    lift = {"lean": -20, "lumbar": -20, "thorax": -9, "hip": -6}
    figure = Figure(
        anchor=Anchor.FEET,
        start={},
        holds={"feet": Hold.FLOOR},
        keys=(KeyPose(at=0.5, angles=lift),),
        arrow=Mover.BREASTBONE,
    )
    made = shown(motion_of("one", figure))
    way = line(motion_of("one", figure))
    chest = seen(made.posed.pose.at["t8"][-1:], made.view)[0]
    assert way[-1, 0] > chest[0] + 0.15
    assert abs(way[-1, 1] - chest[1]) < 0.15
    assert way[-1, 0] < way[0, 0]
    assert np.linalg.norm(way[-1] - way[0]) >= 0.179


def test_a_card_of_what_goes_both_ways_shows_one_of_them() -> None:
    both = (
        KeyPose(at=0.25, angles={"lumbar": 20}, label="round"),
        KeyPose(at=0.5),
        KeyPose(at=0.75, angles={"lumbar": -30}, label="hollow"),
    )
    figure = Figure(anchor=Anchor.FEET, start={"hip": 2}, holds={"feet": Hold.FLOOR}, keys=both)
    assert card_phases(motion_of("one", figure))[[0, -1]].tolist() == [0.5, 0.75]
    first = motion_of("one", replace(figure, keys=both[:1]))
    assert card_phases(first)[[0, -1]].tolist() == [0.0, 0.25]


def test_a_limb_that_waits_on_its_way_makes_no_corner_in_its_arrow() -> None:
    waits = {"hip_left": 104, "knee_left": 110}
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start=ON_BACK,
        keys=(
            KeyPose(at=0.2, angles=waits),
            KeyPose(at=0.4, angles=waits),
            KeyPose(at=0.6, angles={"hip_left": 124, "knee_left": 125}),
        ),
        arrow=Mover.KNEE_LEFT,
    )
    steps = np.linalg.norm(np.diff(line(motion_of("one", figure)), axis=0), axis=-1)
    assert steps.max() < 1.3 * steps.min()


def test_a_still_has_no_arrow() -> None:
    assert arrow(shown(lying())) == ""


def test_no_arrow_lies_below_the_ground() -> None:
    for motion in (lying(lumbar=18), lying(lean=-112, hip=10)):
        assert line(motion)[:, 1].min() > 0


def test_an_author_may_say_what_the_arrow_follows() -> None:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start=ON_BACK,
        holds={"feet": Hold.FLOOR},
        keys=(KeyPose(at=0.5, angles={"lean": -112, "hip": 10}),),
    )
    alone = {mover: motion_of("one", replace(figure, arrow=mover)) for mover in Mover}
    assert arrow(shown(alone[Mover.NOTHING])) == ""
    drawn = {mover: arrow(shown(motion)) for mover, motion in alone.items()}
    assert len(set(drawn.values())) > 6
    assert all(drawn[mover] for mover in Mover if mover is not Mover.NOTHING)
