"""Convex things seen from somewhere: their outlines, their lit faces, their order."""

import numpy as np
import pytest

from loosen.body.outline import View
from loosen.body.solids import Solid, bar, box, cushion, faces, hull, prism

SIDE, ABOVE = View(turn_deg=0, tilt_deg=0), View(turn_deg=0, tilt_deg=60)
BOX = box("bed", (1.0, 0.0, 0.5), (1.0, 0.4, 0.5))


def extent(solid: Solid, view: View) -> list[float]:
    outline = faces(solid, view)[0][1]
    low, high = outline.min(axis=0), outline.max(axis=0)
    return [round(float(value), 3) for value in (low[0], low[1], high[0], high[1])]


def test_a_box_from_the_side_is_as_long_and_high_as_it_is() -> None:
    assert extent(BOX, SIDE) == [0.0, 0.0, 2.0, 1.0]


def test_a_box_from_above_shows_its_lit_top() -> None:
    (_, whole), (tone, top) = faces(BOX, ABOVE)
    assert tone == "bed-top"
    assert np.ptp(top[:, 1]) == pytest.approx(0.8 * np.sin(np.radians(60)), abs=1e-3)
    assert top[:, 1].max() == pytest.approx(whole[:, 1].max())


def test_a_box_that_is_bowed_forward_by_a_right_angle_lies_on_its_front() -> None:
    lying = box("seat", (0.0, 0.0, 0.0), (0.1, 0.2, 0.5), pitch_deg=90)
    assert extent(lying, SIDE) == [-0.5, -0.1, 0.5, 0.1]


def test_a_cushion_fills_its_size_and_has_no_corners() -> None:
    pillow = cushion((0.0, 0.0, 0.1), (0.3, 0.2, 0.1))
    low, high = pillow.corners.min(axis=0), pillow.corners.max(axis=0)
    assert high - low == pytest.approx([0.6, 0.4, 0.2], abs=0.01)
    outline = faces(pillow, View(turn_deg=0, tilt_deg=60))[0][1]
    assert len(outline) > 12


def test_a_prism_lights_the_corners_that_it_is_told() -> None:
    roof = prism("car", [(0, 0), (1, 0), (1, 1), (0, 1)], (-0.5, 0.5), lit=(2, 3))
    assert roof.lit[:, 2].tolist() == [1, 1, 1, 1]
    assert sorted(set(roof.lit[:, 1].tolist())) == [-0.5, 0.5]


def test_a_bar_has_no_lit_face() -> None:
    assert [tone for tone, _ in faces(bar("wood", (0, 0, 0), (0, 0, 1), 0.04), SIDE)] == ["wood"]


def test_a_thing_on_the_eyes_side_is_nearer_and_one_laid_over_all_nearer_still() -> None:
    right, left = (box("wall", (0.0, y, 0.5), (0.1, 0.1, 0.1)) for y in (-1.0, 1.0))
    assert right.near_m(SIDE) > left.near_m(SIDE)
    over = Solid(tone="rug", corners=left.corners, lit=left.lit, over_m=5.0)
    assert over.near_m(SIDE) > right.near_m(SIDE)


def test_an_outline_leaves_out_what_lies_within() -> None:
    points = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0.5, 0.5], [0.2, 0.9]], dtype=float)
    assert sorted(map(tuple, hull(points).tolist())) == [(0, 0), (0, 1), (1, 0), (1, 1)]
