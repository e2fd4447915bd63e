"""A phone that is worn on the figure: how it lies and moves, and what it would feel of that.

Exact: what a sensor adds is put on afterwards by whoever makes recordings. A phone on the belly is
taken to move as the pelvis does, one between the shoulder blades as the upper ribs do.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from loosen.vocabulary.measures import PhonePlace

from .motion import Motion
from .physique import Physique
from .pose import pose
from .rotations import Array, about_x, about_y, about_z, applied

PULL_M_S2 = 9.81
OFF_SPINE = 0.07  # of stature, from the joint to the skin
# Where each place is: joint, segment, and the phone's own axes in the segment's (right, top, out of
# its screen, as columns): its top to the head, its back to the body.
SITES: Mapping[PhonePlace, tuple[str, str, Array]] = {
    PhonePlace.BELLY: ("pelvis", "pelvis", np.array([[0.0, 0, 1], [1, 0, 0], [0, 1, 0]])),
    PhonePlace.BETWEEN_BLADES: ("t4", "t4", np.array([[0.0, 0, -1], [-1, 0, 0], [0, 1, 0]])),
}
FACE_DOWN = np.diag([-1.0, 1.0, -1.0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wearing:
    """How the phone was put on, degrees off its best: about its screen, its length, its width."""

    place: PhonePlace = PhonePlace.BELLY
    yaw_deg: float = 0.0
    roll_deg: float = 0.0
    slope_deg: float = 0.0
    is_face_down: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A thing through N instants: `at` (N, 3) metres, `frame` (N, 3, 3) its axes as columns."""

    at: Array
    frame: Array


def carried(motion: Motion, physique: Physique, place: PhonePlace, phases: Array) -> Course:
    """The part of the body that carries the phone, at phases (N,)."""
    joint, segment, axes = SITES[place]
    posed = pose(motion, phases, physique).pose
    out = axes[:, 2] * OFF_SPINE * physique.stature_m
    frame = posed.frame[segment]
    return Course(at=posed.at[joint] + applied(frame, out), frame=frame)


def put_on(course: Course, wearing: Wearing, breath_deg: Array) -> Course:
    """The phone itself; the breath (N,) degrees lifts its top as the belly swells."""
    lifted = course.frame @ about_y(-breath_deg)
    return Course(at=course.at, frame=lifted @ _mount(wearing))


def _mount(wearing: Wearing) -> Array:
    yaw, roll, slope = (
        about(np.array([deg]))[0]
        for about, deg in (
            (about_z, wearing.yaw_deg),
            (about_y, wearing.roll_deg),
            (about_x, wearing.slope_deg),
        )
    )
    axes = SITES[wearing.place][2] @ yaw @ roll @ slope
    return np.asarray(axes @ FACE_DOWN if wearing.is_face_down else axes)


def risen_deg(course: Course, breath_deg: Array) -> Array:
    """How far the head's end of what carries the phone is up, degrees: the truth of its tilt."""
    top = (course.frame @ about_y(-breath_deg))[:, 2, 2]
    return np.asarray(np.degrees(np.arcsin(np.clip(top, -1.0, 1.0))))


def felt(phone: Course, step_s: float) -> tuple[Array, Array]:
    """Acceleration with gravity (m/s2) and turning (deg/s), (N, 3) each, in the phone's axes.

    At rest the acceleration points up, as the standard for browsers has it.
    """
    moved = np.gradient(np.gradient(phone.at, step_s, axis=0), step_s, axis=0)
    pull = moved + np.array([0.0, 0.0, PULL_M_S2])
    turned = np.gradient(phone.frame, step_s, axis=0)
    spin = phone.frame.transpose(0, 2, 1) @ turned
    rate = np.stack([spin[:, 2, 1], spin[:, 0, 2], spin[:, 1, 0]], axis=-1)
    acceleration = np.einsum("tji,tj->ti", phone.frame, pull)
    return np.asarray(acceleration), np.asarray(np.degrees(rate))
