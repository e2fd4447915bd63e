"""Whether a body can do a motion: contacts hold, joints bend as joints do, nothing sinks."""

from collections.abc import Iterator, Mapping

import numpy as np

from loosen.vocabulary import Anchor

from .flesh import Shape, shapes_of
from .motion import Motion
from .physique import Physique, expecting
from .placing import LEG_PARTS
from .pose import Posed, phases_of, pose
from .rotations import Array, unit
from .skeleton import SIDES, Pose

PHASES = 33
GAP_MOST_M = 0.012
SINK_MOST_M = 0.012  # flesh gives; drawn ellipsoids do not
# Folded further than this a limb would lie within itself, degrees.
BENDS: Mapping[str, tuple[str, str, str, float]] = {
    "knee": ("hip", "knee", "ankle", 162.0),
    "elbow": ("shoulder", "elbow", "wrist", 158.0),
}


def faults_of(motion: Motion, physique: Physique) -> tuple[str, ...]:
    """Everything that is wrong over all phases, in words for the author; empty when sound."""
    physique = expecting(physique) if motion.is_pregnant else physique
    posed = pose(motion, phases_of(PHASES), physique)
    shapes = shapes_of(posed.pose, physique)
    if motion.anchor is Anchor.EDGE:
        shapes = tuple(shape for shape in shapes if shape.part.name not in LEG_PARTS)
    return (*_gaps(posed), *_bends(posed.pose), *_sinks(shapes), *_hips(posed.pose))


def _gaps(posed: Posed) -> Iterator[str]:
    for limb, missing in posed.missing.items():
        worst = float(missing.max())
        if worst > GAP_MOST_M:
            yield (
                f"{limb} cannot be held where it is: {worst * 100:.0f} cm are missing at phase "
                f"{_phase(missing)}; bring the body nearer, or free the limb"
            )


def _bends(pose: Pose) -> Iterator[str]:
    for name, (root, middle, end, most) in BENDS.items():
        for side in SIDES:
            bend = bend_deg(pose, (f"{root}-{side}", f"{middle}-{side}", f"{end}-{side}"))
            if bend.max() > most:
                yield f"the {side} {name} is bent {bend.max():.0f} degrees, most {most:.0f}"


def bend_deg(pose: Pose, joints: tuple[str, str, str]) -> Array:
    """How far a joint between two bones is bent (T,), degrees; 0 is straight."""
    root, middle, end = (pose.at[name] for name in joints)
    cos = np.sum(unit(middle - root) * unit(end - middle), axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(cos, -1.0, 1.0))))


def _hips(pose: Pose) -> Iterator[str]:
    """The thigh against the pelvis: from bent back to folded on the belly."""
    for side in SIDES:
        thigh = unit(pose.at[f"knee-{side}"] - pose.at[f"hip-{side}"])
        local = np.einsum("tji,tj->ti", pose.frame["pelvis"], thigh)
        flexion = np.degrees(np.arctan2(local[:, 0], -local[:, 2]))
        flexion = np.where(flexion < -90, flexion + 360, flexion)
        if flexion.max() > 150 or flexion.min() < -35:
            yield (
                f"the {side} hip bends from {flexion.min():.0f} to {flexion.max():.0f} degrees; "
                "expected -35 to 150"
            )


def _sinks(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        low = shape.lowest()
        if low.min() < -SINK_MOST_M:
            name = f"{shape.part.side} {shape.part.name}".strip()
            depth = f"{-low.min() * 100:.1f} cm"
            yield f"the {name} sinks {depth} into the ground at phase {_phase(-low)}"


def _phase(values: Array) -> str:
    return f"{np.argmax(values) / max(len(values) - 1, 1):.2f}"
