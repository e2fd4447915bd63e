"""Whether a body can do a motion: contacts hold, joints bend as joints do, nothing sinks."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from loosen.vocabulary import Anchor, Hold

from .flesh import Shape, shapes_of
from .holds import ON_GROUND
from .joints import joint_faults
from .limbs import ARM, LEG
from .motion import FullPose, Motion
from .passing import passing_faults
from .physique import Physique, expecting
from .placing import LEG_PARTS
from .pose import LIMBS, Posed, phases_of, pose
from .rotations import Array
from .skeleton import SIDES, Pose

PHASES = 33
GAP_MOST_M = 0.012
SINK_MOST_M = 0.012  # flesh gives; drawn ellipsoids do not
SLIDE_MOST_M = 0.005
STRETCH_MOST_M = 0.001
# What else of a limb rests with its end, by the hold, and how far it may shift:
# a knee and an elbow roll on their flesh.
RESTING = {Hold.SHIN: ("knee", 0.012), Hold.FOREARM: ("elbow", 0.04)}


def faults_of(motion: Motion, physique: Physique) -> tuple[str, ...]:
    """Everything that is wrong over all phases, in words for the author; empty when sound."""
    physique = expecting(physique) if motion.is_pregnant else physique
    phases = phases_of(1 if motion.is_still else PHASES)
    posed = pose(motion, phases, physique)
    shapes = shapes_of(posed.pose, physique)
    resting = [one for one in shapes if not (_hangs(motion) and one.part.name in LEG_PARTS)]
    return (
        *_gaps(posed),
        *_slides(motion, posed, phases),
        *_stretches(posed.pose),
        *joint_faults(posed.pose),
        *passing_faults(posed.pose, shapes, physique),
        *_sinks(resting),
    )


def _hangs(motion: Motion) -> bool:
    """Whether the legs hang over an edge, below the ground that the body lies on."""
    return motion.anchor is Anchor.EDGE


def _gaps(posed: Posed) -> Iterator[str]:
    for limb, missing in posed.missing.items():
        worst = float(missing.max())
        if worst > GAP_MOST_M:
            yield (
                f"{limb} cannot be held where it is: {worst * 100:.0f} cm are missing at phase "
                f"{_phase(missing)}; bring the body nearer, or free the limb"
            )


def _slides(motion: Motion, posed: Posed, phases: Array) -> Iterator[str]:
    """What is held on the ground between two key poses stays there."""
    for before, after in pairwise(motion.keys):
        now = (phases >= before.at) & (phases <= after.at)
        for joint, most, hold in _staying(before, after):
            by = _shift(posed.pose.at[joint][now])
            if by > most:
                yield (
                    f"the {joint} slides {by * 100:.1f} cm between phases {before.at:g} and "
                    f"{after.at:g}, though its hold, {hold}, stays"
                )


def _staying(before: FullPose, after: FullPose) -> Iterator[tuple[str, float, Hold]]:
    """Joints that stay, how far each may shift, and by which hold."""
    for limb, hold in before.holds.items():
        if hold in ON_GROUND and after.holds.get(limb) is hold:
            joints, side = LIMBS[limb]
            yield f"{joints[2]}-{side}", SLIDE_MOST_M, hold
            if hold in RESTING:
                joint, most = RESTING[hold]
                yield f"{joint}-{side}", most, hold


def _shift(places: Array) -> float:
    if len(places) == 0:
        return 0.0
    return float(np.linalg.norm(places - places[0], axis=-1).max())


def _stretches(pose: Pose) -> Iterator[str]:
    for joints in (ARM, LEG):
        for side in SIDES:
            for start, end in pairwise(joints):
                bone = pose.at[f"{end}-{side}"] - pose.at[f"{start}-{side}"]
                by = float(np.ptp(np.linalg.norm(bone, axis=-1)))
                if by > STRETCH_MOST_M:
                    yield f"the {side} {start} is {by * 100:.1f} cm nearer and farther of its {end}"


def _sinks(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        low = shape.lowest()
        if low.min() < -SINK_MOST_M:
            name = f"{shape.part.side} {shape.part.name}".strip()
            depth = f"{-low.min() * 100:.1f} cm"
            yield f"the {name} sinks {depth} into the ground at phase {_phase(-low)}"


def _phase(values: Array) -> str:
    return f"{np.argmax(values) / max(len(values) - 1, 1):.2f}"
