"""The back's edge on masks that are drawn by hand: how high, over which holes, and when not."""

import pytest

from loosen.movement.back_edge import back_curve
from loosen.movement.landmarks import LEFT, USED
from loosen.movement.points import HIPS, SHOULDERS, Body
from loosen.vocabulary.frames import MASK_WIDE, Frame

SIZE = (640, 480)
ROWS = 48
AXIS_PX = 320.0  # half the picture's width: 32 columns of the mask
LINE_ROW, FLAT = 30, 24  # the trunk's line, and the back's edge over it
MIDDLE = range(27, 37)  # columns


def body(*, shoulder_y: float = 300.0, hip_y: float = 300.0) -> Body:
    """Level from a quarter of the picture to three quarters of it; up is positive."""
    x, y = [0.0] * len(USED), [0.0] * len(USED)
    for pair, right, down in ((SHOULDERS, 160.0, shoulder_y), (HIPS, 480.0, hip_y)):
        for number in pair:
            x[number], y[number] = right, -down
    flat = (0.0,) * len(USED)
    return Body(t_s=0.0, x=tuple(x), y=tuple(y), z=flat, near=LEFT, torso_px=AXIS_PX)


def seen(edge: int = FLAT, holes: tuple[int, ...] = (), middle: int = FLAT) -> Frame:
    """A back from its edge down to the line; `middle` is the edge there, `holes` rows of it."""
    edges = [middle if column in MIDDLE else edge for column in range(MASK_WIDE)]
    rows = [
        "".join(str(int(top <= row <= LINE_ROW and row not in holes)) for top in edges)
        for row in range(ROWS)
    ]
    mask = b"".join(int(row, 2).to_bytes(8) for row in rows)
    return Frame(t_s=0.0, lm=(), size_px=SIZE, mask64=mask)


def test_a_flat_back_has_no_curve() -> None:
    assert back_curve(body(), seen()) == 0.0


@pytest.mark.parametrize("up", [-3, 3, 6])
def test_a_round_back_stands_up_and_a_hollow_one_sags(up: int) -> None:
    assert back_curve(body(), seen(middle=FLAT - up)) == pytest.approx(up / 32)


def test_a_hole_of_two_pixels_is_walked_over_and_one_of_three_is_the_edge() -> None:
    assert back_curve(body(), seen(holes=(26, 27), middle=21)) == pytest.approx(3 / 32)
    assert back_curve(body(), seen(holes=(25, 26, 27), middle=21)) == 0.0


def test_what_stands_higher_than_a_back_can_is_cut_off() -> None:
    reaches = int(0.8 * 32)  # rows above the line
    assert back_curve(body(), seen(middle=0)) == pytest.approx((reaches - 6) / 32)


def test_without_a_mask_an_edge_or_a_level_trunk_nothing_is_told() -> None:
    blind = Frame(t_s=0.0, lm=(), size_px=SIZE)
    assert back_curve(body(), blind) is None
    assert back_curve(body(), seen(edge=LINE_ROW + 1)) is None
    assert back_curve(body(shoulder_y=0.0, hip_y=480.0), seen()) is None
