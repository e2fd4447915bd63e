"""The ghost of a start: what moves and nothing else."""

import numpy as np

from loosen.body import WOMAN, main_phase, motion_of
from loosen.body.ghost import ghost
from loosen.body.scene import scene
from loosen.vocabulary import Anchor, Figure, Hold, KeyPose


def drawn(**angles: float) -> str:
    figure = Figure(
        anchor=Anchor.UPPER_BACK,
        start={"lean": -90, "hip": 50, "knee": 100},
        holds={"feet": Hold.FLOOR},
        keys=(KeyPose(at=0.5, angles=angles),),
    )
    motion = motion_of("one", figure)
    return ghost(scene(motion, WOMAN, np.linspace(0.0, main_phase(motion), 5)))


def test_what_stays_where_it_is_has_no_ghost() -> None:
    assert drawn(neck=3) == ""


def test_an_arm_that_moves_has_a_ghost_and_the_rest_has_none() -> None:
    assert drawn(shoulder_left=60).count('fill="var(--figure-ghost') == 1
