"""What paper shows of a movement: its key poses in one size."""

import re

import pytest

from loosen.body import MAN, WOMAN, motion_of
from loosen.body.baked import baked
from loosen.body.motion import Motion
from loosen.body.poses import poses
from loosen.library.current import load_content

MOVING = tuple(
    motion_of(id_, one.figure)
    for id_, one in load_content().exercises.items()
    if one.figure is not None and one.figure.keys
)
BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


def named(id_: str) -> Motion:
    return next(one for one in MOVING if one.id == id_)


def boxes_in(svg: str) -> list[tuple[float, ...]]:
    return [tuple(float(number) for number in found) for found in BOX.findall(svg)]


@pytest.mark.parametrize("motion", MOVING, ids=lambda motion: motion.id)
def test_every_movement_has_words_for_at_least_one_pose(motion: Motion) -> None:
    """So that each has poses to print."""
    assert [key.label for key in motion.keys if key.label]


def test_the_start_and_every_pose_with_words_are_drawn_in_one_box() -> None:
    drawn = poses(named("cat-cow"), WOMAN)
    assert re.findall(r'<symbol id="(pose-\d)"', drawn) == ["pose-0", "pose-1", "pose-2"]
    assert len(set(boxes_in(drawn))) == 1


def test_the_poses_differ_and_every_one_but_the_start_has_an_arrow() -> None:
    start, *others = poses(named("sit-to-stand"), MAN).split("<symbol ")[1:]
    assert len({start, *others}) == 1 + len(others) == 4
    assert "--figure-arrow" not in start
    assert all("--figure-arrow" in one for one in others)


def test_a_still_has_no_poses() -> None:
    figure = load_content().positions["on-side-with-pillow"].figure
    assert figure is not None
    names = [name for name, _ in baked("on-side-with-pillow", figure)]
    assert names
    assert not [name for name in names if "poses" in name]
