"""A turned square of a picture is cut, and what is found in it is put back where it was."""

from math import pi

import numpy as np
import pytest

from loosen.video.crop import Crop, between
from loosen.video.detection import anchors
from loosen.video.landmarks import sharpened
from loosen.video.mask import packed_mask, unpacked

TURNED = Crop(x=210.0, y=130.0, side=180.0, turn=0.7)


def smooth_picture(wide: int = 320, high: int = 240) -> np.ndarray:
    """Red says how far right, green how far down."""
    picture = np.zeros((high, wide, 4), dtype=np.uint8)
    picture[:, :, 0] = np.arange(wide)[np.newaxis] // 2
    picture[:, :, 1] = np.arange(high)[:, np.newaxis]
    return picture


def test_points_go_in_and_come_out_where_they_were() -> None:
    points = np.array([[10.0, 20.0], [210.0, 130.0], [300.0, 5.0]], dtype=np.float32)
    assert TURNED.outward(TURNED.inward(points)) == pytest.approx(points, abs=1e-3)
    assert TURNED.inward(points)[1] == pytest.approx([0.5, 0.5])


def test_a_cut_holds_the_pixels_that_its_places_name() -> None:
    cut = TURNED.cut(smooth_picture(), 64, is_black_beyond=True)
    row, column = 20, 45
    x, y = TURNED.outward(np.array([[column / 64, row / 64]], dtype=np.float32))[0]
    assert cut[row, column, 0] == pytest.approx(x / 2, abs=0.6)
    assert cut[row, column, 1] == pytest.approx(y, abs=0.6)


def test_beyond_the_edge_it_is_black_or_goes_on_as_the_edge_is() -> None:
    picture = np.full((50, 60, 4), 200, dtype=np.uint8)
    crop = Crop(x=0.0, y=0.0, side=100.0, turn=0.0)
    black = crop.cut(picture, 32, is_black_beyond=True)
    assert black[:15, :15].max() == 0
    assert black[17:30, 17:30].min() == 200
    assert crop.cut(picture, 32, is_black_beyond=False).min() == 200


@pytest.mark.parametrize(
    ("reach", "turn"),
    [((100, 40), 0.0), ((160, 100), pi / 2), ((40, 100), -pi / 2)],
    ids=["upright", "head-right", "head-left"],
)
def test_the_square_is_turned_with_the_body(reach: tuple[int, int], turn: float) -> None:
    crop = between(np.array([100, 100], np.float32), np.array(reach, np.float32))
    head = crop.inward(np.array([reach], np.float32))[0]
    assert (crop.side, crop.turn) == pytest.approx((150.0, turn))
    assert head == pytest.approx([0.5, 0.1], abs=1e-5)  # straight up in the crop, whatever it was


def test_the_anchors_are_as_many_as_the_model_has_boxes() -> None:
    found = anchors()
    assert found.shape == (2254, 2)
    assert found[0] == pytest.approx([0.5 / 28, 0.5 / 28])
    assert found[1] == pytest.approx(found[0])
    assert found[-1] == pytest.approx([6.5 / 7, 6.5 / 7])


def test_a_landmark_moves_to_the_middle_of_its_own_heat_alone() -> None:
    heat = np.full((64, 64, 3), -20.0, dtype=np.float32)
    heat[30, 41:43, 0] = 9.0  # beside the first; the second is cold, the third out of the map
    shares = np.array([[40.2 / 64, 30.5 / 64], [0.3, 0.3], [1.4, -0.2]], dtype=np.float32)
    moved = sharpened(shares, heat)
    assert moved[0] == pytest.approx([41.5 / 64, 30 / 64], abs=1e-4)
    assert moved[1:] == pytest.approx(shares[1:])


def test_the_mask_of_a_crop_lies_where_the_crop_lay() -> None:
    mask = np.full((256, 256, 1), -5.0, dtype=np.float32)
    mask[:128] = 5.0  # the upper half of the crop
    crop = Crop(x=320.0, y=240.0, side=200.0, turn=pi / 2)  # its top is at the right
    rows = unpacked(packed_mask(mask, crop, (640, 480)))
    assert rows.shape == (48, 64)
    ys, xs = np.nonzero(rows)
    assert (xs.min(), xs.max(), ys.min(), ys.max()) == (32, 41, 14, 33)
