"""Every drawn item, over all its frames, on twenty bodies.

The bodies are drawn by lot once and for all: short and tall, slim and large (girth up to 1.4),
stiff (three quarters of a movement) and not, and every length of a limb up to 4 % off the average.
"""

import random
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from loosen.body import (
    PEOPLE,
    Build,
    Motion,
    Physique,
    Ratios,
    faults_of,
    motion_of,
    phases_of,
    pose,
)
from loosen.body.flesh import shapes_of
from loosen.body.holds import ON_GROUND
from loosen.body.limbs import ARM, LEG
from loosen.body.pose import LIMBS
from loosen.body.skeleton import SIDES, Pose
from loosen.cli.figures import figures_in
from loosen.library.current import load_content
from loosen.vocabulary import Anchor, Figure

FRAMES = 61
BODIES = 20
SLIDE_MOST_M = 0.005
LENGTH_MOST_M = 1e-6
SINK_MOST_M = 0.012
CLOSE_FRAMES, LEAP_MOST_M = 201, 0.07  # a quick movement makes some 5 cm in such a time
LENGTHS = {
    ("shoulder", "elbow"): "upper_arm",
    ("elbow", "wrist"): "forearm",
    ("hip", "knee"): "thigh",
    ("knee", "ankle"): "shank",
}


def twenty() -> Iterator[Physique]:
    lot = random.Random(20)
    for number in range(BODIES):
        ratios = Ratios(
            **{one.name: one.default * (1 + lot.uniform(-0.04, 0.04)) for one in fields(Ratios)}
        )
        yield Physique(
            build=(Build.WOMAN, Build.MAN)[number % 2],
            stature_m=round(lot.uniform(1.48, 1.98), 2),
            girth=round(lot.uniform(0.88, 1.4), 2),
            range=round(lot.uniform(0.75, 1), 2),
            ratios=ratios,
        )


@cache
def figures() -> dict[str, Figure]:
    return dict(figures_in(load_content()))


PHYSIQUES = tuple(twenty())
ALL = sorted(figures())
MOVING = [id_ for id_ in ALL if figures()[id_].keys]


@pytest.mark.parametrize("id_", ALL)
def test_twenty_bodies_can_do_it_without_a_fault(id_: str) -> None:
    motion = motion_of(id_, figures()[id_])
    said = {n: faults_of(motion, body) for n, body in enumerate(PHYSIQUES)}
    assert {n: faults for n, faults in said.items() if faults} == {}


@pytest.mark.parametrize("id_", MOVING)
def test_in_every_frame_limbs_keep_their_length_contacts_their_place_and_nothing_sinks(
    id_: str,
) -> None:
    motion = motion_of(id_, figures()[id_])
    frames = phases_of(FRAMES)
    for body in PHYSIQUES:
        posed = pose(motion, frames, body).pose
        assert stretched_m(posed, body) < LENGTH_MOST_M
        assert slid_m(motion, posed, frames) < SLIDE_MOST_M
        assert sunk_m(motion, posed, body) < SINK_MOST_M


@pytest.mark.parametrize("id_", MOVING)
def test_no_joint_leaps_from_one_side_of_its_limb_to_the_other(id_: str) -> None:
    motion = motion_of(id_, figures()[id_])
    for body in PEOPLE:
        posed = pose(motion, phases_of(CLOSE_FRAMES), body).pose
        leaps = {
            joint: float(np.linalg.norm(np.diff(places, axis=0), axis=-1).max())
            for joint, places in posed.at.items()
        }
        assert {joint: leap for joint, leap in leaps.items() if leap > LEAP_MOST_M} == {}


def stretched_m(posed: Pose, body: Physique) -> float:
    """How far any bone is from the length that the body's ratios give it."""
    off = []
    for joints in (ARM, LEG):
        for start, end in pairwise(joints):
            length = getattr(body.ratios, LENGTHS[start, end]) * body.stature_m
            for side in SIDES:
                bone = posed.at[f"{end}-{side}"] - posed.at[f"{start}-{side}"]
                off.append(np.abs(np.linalg.norm(bone, axis=-1) - length).max())
    return float(max(off))


def slid_m(motion: Motion, posed: Pose, frames: np.ndarray) -> float:
    """How far any hand or foot strays while its hold on the ground stays the same."""
    off = [0.0]
    for before, after in pairwise(motion.keys):
        now = (frames >= before.at) & (frames <= after.at)
        for limb, hold in before.holds.items():
            if hold in ON_GROUND and after.holds.get(limb) is hold:
                joints, side = LIMBS[limb]
                places = posed.at[f"{joints[2]}-{side}"][now]
                off.append(float(np.linalg.norm(places - places[:1], axis=-1).max(initial=0.0)))
    return max(off)


def sunk_m(motion: Motion, posed: Pose, body: Physique) -> float:
    assert motion.anchor is not Anchor.EDGE, "what hangs over an edge is not looked at here"
    return -min(float(shape.lowest().min()) for shape in shapes_of(posed, body))
