"""The gate: each reason for which a frame cannot be judged."""

import pytest

from loosen.movement import Unseen
from loosen.movement.quality import Gate
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView

SIZE = (640, 480)
LYING = {11: (0.2, 0.5), 12: (0.2, 0.5), 23: (0.4, 0.5), 24: (0.4, 0.5)}


def frame(t_s: float = 0.0, people: int = 1, **moved: tuple[float, float]) -> Frame:
    """Someone on the side, seen from the side; `l11=(x, y)` puts a landmark elsewhere."""
    places = dict.fromkeys(range(33), (0.5, 0.5)) | LYING
    places |= {int(name[1:]): place for name, place in moved.items()}
    lm = tuple((x, y, 0.0, 0.9) for _, (x, y) in sorted(places.items()))
    return Frame(t_s=t_s, lm=lm, size_px=SIZE, people=people)


def why(*frames: Frame, view: CameraView = CameraView.SIDE) -> Unseen | None:
    gate = Gate(view=view)
    return [gate.update(one)[0].unseen for one in frames][-1]


def test_a_good_frame_gives_the_body() -> None:
    quality, body = Gate(view=CameraView.SIDE).update(frame())
    assert quality.unseen is None
    assert body is not None
    assert body.torso_px == pytest.approx(0.2 * 640)


def test_nobody_in_the_picture_is_said() -> None:
    assert why(Frame(t_s=0.0, lm=(), size_px=SIZE)) is Unseen.NOBODY


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_landmark_that_is_no_number_is_nobody_and_spoils_nothing(bad: float) -> None:
    gate = Gate(view=CameraView.SIDE)
    assert gate.update(frame(0.0, l20=(bad, 0.5)))[0].unseen is Unseen.NOBODY
    quality, body = gate.update(frame(0.1))
    assert quality.unseen is None
    assert body is not None
    assert body.torso_px == pytest.approx(0.2 * 640)


def test_two_people_are_not_judged() -> None:
    assert why(frame(people=2)) is Unseen.TWO_PEOPLE


def test_too_far_away_is_said() -> None:
    assert why(frame(l11=(0.37, 0.5), l12=(0.37, 0.5))) is Unseen.TOO_FAR


def test_from_the_front_where_the_side_is_needed() -> None:
    wide = frame(l11=(0.2, 0.4), l12=(0.2, 0.6), l23=(0.4, 0.4), l24=(0.4, 0.6))
    assert why(wide) is Unseen.WRONG_VIEW
    assert why(wide, view=CameraView.FRONT) is None


def narrow(apart: float, deep: float) -> Frame:
    """Upright, so wide in the picture and so deep, both in trunks of a fifth of its width."""
    half, depth = 0.1 * apart, 0.1 * deep
    places = dict.fromkeys(range(33), (0.5, 0.5, 0.0))
    for left, height in ((11, 0.3), (23, 0.3 + 0.2 * SIZE[0] / SIZE[1])):
        places |= {left: (0.5 + half, height, depth), left + 1: (0.5 - half, height, -depth)}
    lm = tuple((*place, 0.9) for _, place in sorted(places.items()))
    return Frame(t_s=0.0, lm=lm, size_px=SIZE)


def test_a_narrow_body_from_the_back_is_no_side_view() -> None:
    assert why(narrow(apart=0.38, deep=0.08)) is Unseen.WRONG_VIEW


def test_thirty_degrees_from_the_side_is_still_the_side() -> None:
    assert why(narrow(apart=0.42, deep=0.39)) is None


def test_a_limb_beyond_the_edge_is_invented() -> None:
    assert why(frame(l27=(1.1, 0.5), l28=(1.1, 0.5))) is Unseen.OUT_OF_PICTURE


def test_a_leap_of_the_whole_body_is_the_models() -> None:
    leapt = {"l11": (0.5, 0.5), "l12": (0.5, 0.5), "l23": (0.7, 0.5), "l24": (0.7, 0.5)}
    assert why(frame(0.0), frame(0.05, **leapt)) is Unseen.JUMPED
    assert why(frame(0.0), frame(5.0, **leapt)) is None
