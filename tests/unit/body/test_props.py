"""Furniture and pillows fitted to a body: all known, none floating, none through it."""

from collections.abc import Mapping

import numpy as np
import pytest

from loosen.body import LARGE_MAN, PEOPLE, WOMAN, Physique, motion_of
from loosen.body.flesh import shapes_of
from loosen.body.outline import View
from loosen.body.pose import pose
from loosen.body.props import FITTED, solids
from loosen.body.rotations import Array
from loosen.body.scene import ALIASES, PALETTE
from loosen.body.solids import CORNERS, Solid
from loosen.vocabulary import Anchor, Figure, Hold, Prop

ON_BACK = {"lean": -90.0, "hip": 50, "knee": 100}
ON_SIDE = {"lean": -90.0, "roll": 90, "hip": 62, "knee": 80}
SITTING = {"hip": 88.0, "knee": 88}
STANDING: dict[str, float] = {"shoulder": 40, "elbow": 30}
STANCES: Mapping[Anchor, Mapping[str, float]] = {
    Anchor.PELVIS: ON_SIDE,
    Anchor.UPPER_BACK: ON_BACK,
    Anchor.SEAT: SITTING,
    Anchor.EDGE: SITTING,
    Anchor.FEET: STANDING,
    Anchor.KNEES: {"lean": 40, "hip": 40, "knee": 90, "shoulder": 80},
}


def drawn(
    prop: Prop, anchor: Anchor, physique: Physique = WOMAN, **holds: Hold
) -> tuple[Solid, ...]:
    figure = Figure(anchor=anchor, start=STANCES[anchor], holds=holds, props=(prop,))
    return fitted_props(figure, physique)


def fitted_props(figure: Figure, physique: Physique) -> tuple[Solid, ...]:
    motion = motion_of("one", figure)
    return solids(motion, physique, pose(motion, np.zeros(1), physique).keyed)


def bounds(pieces: tuple[Solid, ...]) -> tuple[Array, Array]:
    corners = np.concatenate([piece.corners for piece in pieces])
    return corners.min(axis=0), corners.max(axis=0)


def lowest(part: str, anchor: Anchor, physique: Physique, **holds: Hold) -> float:
    motion = motion_of("one", Figure(anchor=anchor, start=STANCES[anchor], holds=holds))
    posed = pose(motion, np.zeros(1), physique).pose
    return min(
        float(shape.lowest()[0]) for shape in shapes_of(posed, physique) if shape.part.name == part
    )


def test_every_prop_that_an_author_may_name_can_be_drawn() -> None:
    assert set(FITTED) == set(Prop)


@pytest.mark.parametrize("prop", Prop)
@pytest.mark.parametrize("anchor", STANCES)
def test_a_prop_is_of_this_world_whatever_the_body_does(prop: Prop, anchor: Anchor) -> None:
    for piece in drawn(prop, anchor, LARGE_MAN):
        assert np.isfinite(piece.corners).all()
        assert np.isfinite(piece.lit).all()
        assert np.ptp(piece.corners, axis=0).max() < 3.0


@pytest.mark.parametrize("prop", Prop)
def test_every_tone_of_a_prop_has_its_colour(prop: Prop) -> None:
    for piece in drawn(prop, Anchor.UPPER_BACK):
        tones = (piece.tone, f"{piece.tone}-top") if len(piece.lit) else (piece.tone,)
        assert [tone for tone in tones if ALIASES.get(tone, tone) not in PALETTE] == []


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_bed_reaches_beyond_head_and_feet_and_its_top_is_the_ground(physique: Physique) -> None:
    mattress = [one for one in drawn(Prop.BED, Anchor.UPPER_BACK, physique) if one.tone == "bed"]
    low, high = bounds(tuple(mattress))
    motion = motion_of("one", Figure(anchor=Anchor.UPPER_BACK, start=ON_BACK))
    posed = pose(motion, np.zeros(1), physique).pose
    along = [float(place[0, 0]) for place in posed.at.values()]
    assert low[0] < min(along)
    assert max(along) < high[0]
    assert high[2] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("prop", [Prop.CHAIR, Prop.TOILET, Prop.BED, Prop.CAR_SEAT])
@pytest.mark.parametrize("physique", PEOPLE)
def test_a_seat_is_as_high_as_who_sits_on_it(prop: Prop, physique: Physique) -> None:
    seats = {"seat", "lid", "bed", "car-seat"}
    held = {"feet": Hold.FLOOR}
    low_m = lowest("buttock", Anchor.SEAT, physique, **held)
    pieces = [one for one in drawn(prop, Anchor.SEAT, physique, **held) if one.tone in seats]
    tops = [float(one.corners[:, 2].max()) for one in pieces]
    assert min(abs(top - low_m) for top in tops) < 0.02


@pytest.mark.parametrize(
    "prop",
    [Prop.CHAIR, Prop.TOILET, Prop.BED, Prop.TABLE, Prop.WORKTOP, Prop.RAIL, Prop.CHAIR_AHEAD],
)
def test_furniture_stands_on_the_floor(prop: Prop) -> None:
    low, _ = bounds(drawn(prop, Anchor.FEET, feet=Hold.FLOOR))
    assert low[2] == pytest.approx(0.0, abs=0.03)


def test_a_bed_at_whose_edge_one_sits_stands_as_far_below_as_it_is_high() -> None:
    low, _ = bounds(drawn(Prop.BED, Anchor.EDGE))
    assert low[2] == pytest.approx(-0.268 * WOMAN.stature_m, abs=0.03)


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_pillow_under_the_head_reaches_from_the_ground_to_the_head(physique: Physique) -> None:
    low, high = bounds(drawn(Prop.PILLOW_HEAD, Anchor.PELVIS, physique))
    assert low[2] == pytest.approx(0.0, abs=0.01)
    assert high[2] > lowest("hair", Anchor.PELVIS, physique)


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_pillow_between_the_knees_lies_between_them_and_is_drawn_by_depth(
    physique: Physique,
) -> None:
    (pillow,) = drawn(Prop.PILLOW_BETWEEN_KNEES, Anchor.PELVIS, physique)
    posed = pose(
        motion_of("one", Figure(anchor=Anchor.PELVIS, start=ON_SIDE)), np.zeros(1), physique
    ).pose
    middle = float(pillow.corners[:, 2].mean())
    heights = sorted(float(posed.at[f"knee-{side}"][0, 2]) for side in ("left", "right"))
    assert heights[0] < middle < heights[1]
    assert not pillow.is_under


def test_a_later_prop_lies_over_an_earlier_one_and_a_mat_under_all() -> None:
    props = (Prop.PILLOW_HEAD, Prop.MAT, Prop.PILLOW_KNEES)
    figure = Figure(anchor=Anchor.UPPER_BACK, start=ON_BACK, props=props)
    made = fitted_props(figure, WOMAN)
    assert [piece.layer for piece in made] == [0, -1, 2]


def test_who_draws_the_feet_back_sits_at_the_front_of_the_chair() -> None:
    def front(knee: float) -> float:
        figure = Figure(anchor=Anchor.SEAT, start={"hip": 88, "knee": knee}, props=(Prop.CHAIR,))
        return float(bounds(fitted_props(figure, WOMAN))[1][0])

    assert front(104) < front(88) - 0.08


def chair_front(figure: Figure, physique: Physique) -> float:
    return float(bounds(fitted_props(figure, physique))[0][0])


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_chair_ahead_stands_beyond_who_does_not_lean_on_it(physique: Physique) -> None:
    upright = Figure(anchor=Anchor.FEET, start={"elbow": 14}, props=(Prop.CHAIR_AHEAD,))
    on_floor = Figure(
        anchor=Anchor.HANDS_AND_KNEES,
        start={"hip": 80, "knee": 90, "shoulder": 80, "wrist": 80},
        holds={"hands": Hold.FLOOR, "feet": Hold.SHIN},
        props=(Prop.CHAIR_AHEAD,),
    )
    for figure in (upright, on_floor):
        posed = pose(motion_of("one", figure), np.zeros(1), physique).pose
        front = max(float(shape.centres[0, :, 0].max()) for shape in shapes_of(posed, physique))
        assert chair_front(figure, physique) > front
        assert np.ptp(bounds(fitted_props(figure, physique)), axis=0)[2] > 0.7


def test_a_pillow_to_kneel_on_lies_where_the_knee_of_who_stepped_back_will_come_down() -> None:
    lunge = {"lean": 44.0, "hip_left": 94, "knee_left": 64, "hip_right": 36, "knee_right": 50}
    figure = Figure(
        anchor=Anchor.FEET,
        start=lunge,
        holds={"foot-left": Hold.FLOOR, "foot-right": Hold.TOES},
        props=(Prop.PILLOW_SHINS,),
    )
    posed = pose(motion_of("one", figure), np.zeros(1), WOMAN).pose
    low, high = bounds(fitted_props(figure, WOMAN))
    behind = bounds(drawn(Prop.PILLOW_SHINS, Anchor.FEET, feet=Hold.FLOOR))
    assert behind[1][0] < 0.1
    assert posed.at["ankle-right"][0, 0] < low[0] + 0.1
    assert low[0] < posed.at["knee-right"][0, 0] < high[0]


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_rug_follows_who_lies_under_it_and_slopes_off_beyond_the_toes(physique: Physique) -> None:
    posed = pose(
        motion_of("one", Figure(anchor=Anchor.UPPER_BACK, start=ON_BACK)), np.zeros(1), physique
    ).pose
    over, _ = drawn(Prop.RUG, Anchor.UPPER_BACK, physique)
    knee = posed.at["knee-left"][0]
    ridge = over.corners[np.abs(over.corners[:, 0] - knee[0]) < 0.25]
    assert knee[2] < ridge[:, 2].max() < knee[2] + 0.12
    beyond = over.corners[np.argmax(over.corners[:, 0] * np.sign(knee[0]))]
    assert abs(beyond[0]) > abs(posed.at["ankle-left"][0, 0])
    assert over.near_m(View()) > 1


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_phone_lies_along_the_palm_that_holds_it(physique: Physique) -> None:
    start: dict[str, float] = {"lean": -90, "shoulder": 60, "elbow": 146}
    figure = Figure(anchor=Anchor.UPPER_BACK, start=start, props=(Prop.PHONE,))
    posed = pose(motion_of("one", figure), np.zeros(1), physique).pose
    (phone,) = fitted_props(figure, physique)
    along = posed.at["wrist-left"][0] - posed.at["elbow-left"][0]
    long = phone.corners[CORNERS[:, 2] > 0].mean(axis=0) - phone.corners.mean(axis=0)
    cosine = long @ along / np.linalg.norm(long) / np.linalg.norm(along)
    assert cosine > 0.95
    assert np.linalg.norm(phone.corners.mean(axis=0) - posed.at["wrist-left"][0]) < 0.13


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_chair_for_the_calves_begins_at_the_hollow_of_the_knees(physique: Physique) -> None:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start={"lean": -90, "hip": 92, "knee": 90},
        props=(Prop.CHAIR_UNDER_CALVES,),
    )
    posed = pose(motion_of("one", figure), np.zeros(1), physique).pose
    seat = [one for one in fitted_props(figure, physique) if one.tone == "seat"][-1]
    knee, ankle = (float(posed.at[f"{joint}-left"][0, 0]) for joint in ("knee", "ankle"))
    low, high = bounds((seat,))
    assert low[0] - knee < 0.25 * (ankle - knee)
    assert ankle < high[0]


@pytest.mark.parametrize("physique", PEOPLE)
def test_who_sits_bowed_far_forward_stays_before_the_back_of_the_chair(physique: Physique) -> None:
    start: dict[str, float] = {"lean": 52, "thorax": 20, "hip": 138, "knee": 86}
    figure = Figure(anchor=Anchor.SEAT, start=start, props=(Prop.CHAIR,))
    posed = pose(motion_of("one", figure), np.zeros(1), physique).pose
    back = min(
        float((shape.centres[0, :, 0] - np.linalg.norm(shape.axes[0, :, 0], axis=-1)).min())
        for shape in shapes_of(posed, physique)
        if shape.part.name == "buttock"
    )
    posts = [one for one in fitted_props(figure, physique) if one.tone == "wood"]
    assert sorted(float(one.corners[:, 0].max()) for one in posts)[0] < back


@pytest.mark.parametrize("physique", PEOPLE)
def test_feet_stand_before_the_cupboards_of_a_worktop(physique: Physique) -> None:
    bowed: dict[str, float] = {"lean": 16, "hip": 38, "knee": 34, "ankle": 14, "elbow": 44}
    figure = Figure(
        anchor=Anchor.FEET,
        start={**bowed, "shoulder": 40},
        holds={"feet": Hold.FLOOR},
        props=(Prop.WORKTOP,),
    )
    posed = pose(motion_of("one", figure), np.zeros(1), physique).pose
    toes = max(
        float((shape.centres[0, :, 0] + np.linalg.norm(shape.axes[0, :, 0], axis=-1)).max())
        for shape in shapes_of(posed, physique)
        if shape.part.name == "foot"
    )
    cupboard = [one for one in fitted_props(figure, physique) if one.tone == "bed"]
    assert bounds(tuple(cupboard))[0][0] > toes + 0.08


def slope_deg(pillow: Solid) -> float:
    """How steep its longer line lies, seen from the side."""
    side = pillow.corners[:, [0, 2]] - pillow.corners[:, [0, 2]].mean(axis=0)
    long = np.linalg.svd(side, full_matrices=False)[2][0]
    return float(np.degrees(np.arctan(long[1] / long[0])))


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_pile_of_pillows_slopes_as_one_on_the_bed_up_to_the_head(
    physique: Physique,
) -> None:
    figure = Figure(
        anchor=Anchor.PELVIS, start={"lean": -50, "hip": 54, "knee": 48}, props=(Prop.PILLOW_PILE,)
    )
    posed = pose(motion_of("one", figure), np.zeros(1), physique).pose
    pillows = fitted_props(figure, physique)
    slopes = [slope_deg(one) for one in pillows]
    assert max(slopes) - min(slopes) < 1, "they lie alike, no heap"
    low, high = bounds(pillows)
    assert low[2] > -0.05
    assert high[2] > posed.at["skull"][0, 2]


@pytest.mark.parametrize("physique", PEOPLE)
def test_a_rail_runs_past_the_hip_on_posts_that_stand_before_and_behind_it(
    physique: Physique,
) -> None:
    pieces = drawn(Prop.RAIL, Anchor.FEET, physique, feet=Hold.FLOOR)
    hip = pose(
        motion_of("one", Figure(anchor=Anchor.FEET, start=STANDING)), np.zeros(1), physique
    ).pose.at["hip-left"][0, 0]
    posts = [float(one.corners[:, 0].mean()) for one in pieces[1:]]
    assert min(posts) < hip - 0.4
    assert max(posts) > hip + 0.3
