"""Bodies at rest: on a side, at the edge of a bed, with a bump; and what is drawn over what."""

import numpy as np
import pytest

from loosen.body import LARGE_MAN, PEOPLE, WOMAN, Physique, faults_of, motion_of
from loosen.body.drawing import PIECES, pieces
from loosen.body.flesh import shapes_of
from loosen.body.outline import View, nearness
from loosen.body.physique import Build, expecting
from loosen.body.pose import pose
from loosen.body.scene import scene
from loosen.body.skeleton import Pose
from loosen.vocabulary import Anchor, Figure, Hold, Prop

ONE = np.zeros(1)
ON_SIDE = {"lean": -90.0, "roll": 90, "hip": 62, "knee": 80, "shoulder": 80, "elbow": 100}
AT_EDGE = {"hip": 88.0, "knee": 88, "shoulder": 30, "elbow": 60}
KNEES_UP = {"lean": -90.0, "hip": 58, "knee": 106, "shoulder_out": 12}


def posed(figure: Figure, physique: Physique = WOMAN) -> Pose:
    return pose(motion_of("one", figure), ONE, physique).pose


@pytest.mark.parametrize("physique", PEOPLE)
def test_the_shoulder_on_which_one_lies_gives_way_to_the_bed(physique: Physique) -> None:
    figure = Figure(anchor=Anchor.PELVIS, start=ON_SIDE)
    assert faults_of(motion_of("one", figure), physique) == ()
    shoulder = posed(figure, physique).at["shoulder-left"][0, 2]
    assert shoulder >= 0.03 * physique.stature_m


def test_at_the_edge_of_a_bed_the_legs_hang_below_and_the_seat_lies_on_it() -> None:
    figure = Figure(anchor=Anchor.EDGE, start=AT_EDGE)
    body = posed(figure)
    assert body.at["ankle-left"][0, 2] < -0.25
    low = min(
        float(shape.lowest()[0])
        for shape in shapes_of(body, WOMAN)
        if shape.part.name in {"buttock", "pelvis"}
    )
    assert low == pytest.approx(0.0, abs=1e-6)
    assert faults_of(motion_of("one", figure), WOMAN) == ()


def test_on_the_floor_the_same_legs_would_lift_the_seat() -> None:
    body = posed(Figure(anchor=Anchor.PELVIS, start=AT_EDGE))
    assert body.at["pelvis"][0, 2] > 0.4


def test_a_still_keeps_its_holds_at_every_phase() -> None:
    figure = Figure(anchor=Anchor.UPPER_BACK, start=KNEES_UP, holds={"feet": Hold.FLOOR})
    moved = pose(motion_of("one", figure), np.linspace(0, 1, 5), WOMAN).pose
    for joint in ("ankle-left", "ankle-right", "knee-left"):
        assert np.ptp(moved.at[joint], axis=0).max() == 0


def test_only_a_figure_for_a_pregnancy_has_a_bump_and_then_it_is_a_womans() -> None:
    assert expecting(LARGE_MAN).build is Build.WOMAN
    for is_pregnant in (False, True):
        figure = Figure(anchor=Anchor.PELVIS, start=ON_SIDE, is_pregnant=is_pregnant)
        names = {shape.part.name for shape in scene(motion_of("one", figure), WOMAN, ONE).shapes}
        assert ("bump" in names) is is_pregnant


def test_the_bump_rises_before_the_belly() -> None:
    figure = Figure(anchor=Anchor.FEET, start={}, is_pregnant=True)
    drawn = {one.part.name: one for one in scene(motion_of("one", figure), WOMAN, ONE).shapes}
    front = {
        name: float((one.centres[0, :, 0] + np.abs(one.axes[0, :, 0, :]).max(axis=-1)).max())
        for name, one in drawn.items()
    }
    assert front["bump"] > front["chest"] + 0.05


def test_an_arm_before_the_shirt_stays_before_it_where_the_shirt_hangs_over_straight_legs() -> None:
    figure = Figure(anchor=Anchor.UPPER_BACK, start=KNEES_UP, holds={"feet": Hold.FLOOR})
    view = View(turn_deg=166, tilt_deg=22)
    order = [(one.name, one.side) for one in pieces(shapes_of(posed(figure), WOMAN), view, 0)]
    assert order.index(("arm", "left")) > order.index(("chest", ""))
    assert order.index(("arm", "right")) < order.index(("chest", ""))


@pytest.mark.parametrize("prop", [Prop.MAT, Prop.PILLOW_HEAD])
def test_who_lies_seen_from_the_feet_has_the_hair_behind_the_neck_and_no_beard(prop: Prop) -> None:
    for roll in (0, 8, 20):
        figure = Figure(
            anchor=Anchor.UPPER_BACK, start={**KNEES_UP, "neck": 8, "roll": roll}, props=(prop,)
        )
        seen_from = View(turn_deg=90, tilt_deg=60)
        near_m = {
            one.part.name: nearness(one, seen_from, 0) + PIECES[one.part.name][1]
            for one in shapes_of(posed(figure), WOMAN, frozenset({"hair", "neck", "face"}))
        }
        assert near_m["hair"] < near_m["neck"] < near_m["face"]


def test_the_eye_looks_down_as_the_figure_says() -> None:
    figure = Figure(anchor=Anchor.UPPER_BACK, start=KNEES_UP, view_deg=166, tilt_deg=22)
    view = scene(motion_of("one", figure), WOMAN, ONE).view
    assert (view.turn_deg, view.tilt_deg) == (166, 22)


def test_an_eye_from_right_above_is_refused() -> None:
    with pytest.raises(ValueError, match="tilt_deg"):
        Figure(anchor=Anchor.FEET, start={}, tilt_deg=91)


def test_a_pillow_between_the_knees_is_painted_between_the_legs() -> None:
    figure = Figure(
        anchor=Anchor.PELVIS,
        start=ON_SIDE,
        props=(Prop.PILLOW_BETWEEN_KNEES,),
        view_deg=165,
        tilt_deg=24,
    )
    made = scene(motion_of("one", figure), WOMAN, ONE)
    (pillow,) = made.solids
    legs = {one.side: one.near_m for one in pieces(made.shapes, made.view, 0) if one.name == "leg"}
    assert legs["left"] < pillow.near_m(made.view) < legs["right"]


@pytest.mark.parametrize("physique", PEOPLE)
@pytest.mark.parametrize("turn_deg", [90.0, -90.0])
def test_a_body_lies_as_it_lies_whichever_way_its_bed_stands(
    physique: Physique, turn_deg: float
) -> None:
    ahead = posed(Figure(anchor=Anchor.EDGE, start=KNEES_UP), physique)
    aside = posed(Figure(anchor=Anchor.EDGE, start={**KNEES_UP, "turn": turn_deg}), physique)
    for joint, place in ahead.at.items():
        assert aside.at[joint][0, 2] == pytest.approx(place[0, 2], abs=1e-6)
