"""Furniture and pillows fitted to a body: all known, none floating, none through it."""

from collections.abc import Mapping

import numpy as np
import pytest

from loosen.body import LARGE_MAN, PEOPLE, WOMAN, Physique, motion_of
from loosen.body.flesh import shapes_of
from loosen.body.pose import pose
from loosen.body.props import FITTED, solids
from loosen.body.rotations import Array
from loosen.body.scene import ALIASES, PALETTE
from loosen.body.solids import Solid
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
