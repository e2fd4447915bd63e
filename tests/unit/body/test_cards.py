"""A card holds all that is drawn on it."""

import re

import numpy as np
import pytest

from loosen.body import WOMAN, card, motion_of
from loosen.body.arrows import way_of
from loosen.body.cards import PATH_PHASES, box_with_arrow, main_phase
from loosen.body.drawing import PX_PER_M
from loosen.body.motion import Motion
from loosen.body.scene import box_of, scene
from loosen.library.current import load_content

MOVING = tuple(
    motion_of(id_, one.figure)
    for id_, one in load_content().exercises.items()
    if one.figure is not None and one.figure.keys
)
BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


@pytest.mark.parametrize("motion", MOVING, ids=lambda motion: motion.id)
def test_the_arrow_of_a_card_lies_within_the_picture(motion: Motion) -> None:
    """A symbol cuts off what lies outside of its box."""
    made = scene(motion, WOMAN, np.linspace(0.0, main_phase(motion), PATH_PHASES))
    way = way_of(made)
    if way is None:
        return
    [found] = BOX.findall(card(motion, WOMAN))
    x, y, wide, high = (float(number) for number in found)
    points = way * PX_PER_M * np.array([1.0, -1.0])
    assert (points > (x, y)).all()
    assert (points < (x + wide, y + high)).all()


def test_the_box_of_a_still_is_that_of_the_body_and_its_props() -> None:
    figure = load_content().positions["on-side-with-pillow"].figure
    assert figure is not None
    still = scene(motion_of("still", figure), WOMAN, np.zeros(1))
    assert box_with_arrow(still) == box_of(still)
