"""Where held hands and feet are: where they came down on the ground, or on the own body."""

import numpy as np

from loosen.vocabulary import Hold, Side

from .limbs import ARM, reach_of
from .physique import Physique
from .rotations import UP, Array, about_y, applied, frame_along, unit
from .skeleton import Pose, sign_of

ON_GROUND = frozenset(
    {
        *(Hold.FLOOR, Hold.FLOOR_THERE, Hold.TOES, Hold.SHIN),
        *(Hold.FOREARM, Hold.HEEL, Hold.WALL, Hold.STEP, Hold.INSTEP),
    }
)
TOES_DOWN_DEG = 24.0  # with which an ankle at that height stands on the ball of its foot
TOES_UP_LEAST = 0.35  # of the foot's length
STEP_HEIGHT = 0.085  # of stature: a low step, ours
# Joint, segment, and the place in its frame (forward, outward, up), as shares of stature.
Spot = tuple[str, str, float, float, float]
SPOTS: dict[Hold, Spot] = {
    Hold.OWN_SHIN: ("knee-{own}", "shank-{own}", 0.042, -0.012, -0.050),
    Hold.OTHER_SHIN: ("knee-{other}", "shank-{other}", 0.042, -0.012, -0.030),
    Hold.OWN_THIGH: ("knee-{own}", "thigh-{own}", 0.056, 0.0, 0.060),
    Hold.OTHER_THIGH: ("knee-{other}", "thigh-{other}", 0.056, 0.000, 0.036),
    Hold.OTHER_FOOT: ("ankle-{other}", "foot-{other}", 0.0, -0.044, 0.004),
    Hold.BACK_OF_THIGH: ("knee-{own}", "thigh-{own}", -0.044, 0.024, 0.105),
    Hold.BACK_OF_OTHER_THIGH: ("knee-{other}", "thigh-{other}", -0.036, -0.044, 0.105),
    Hold.OWN_HIP: ("l5", "l5", 0.012, 0.108, -0.010),
    Hold.BELLY: ("l3", "l3", 0.082, 0.075, 0.048),
    Hold.HEAD: ("skull", "head", -0.045, 0.035, 0.040),
    Hold.OTHER_SHOULDER: ("shoulder-{other}", "t4", 0.075, -0.050, -0.035),
    Hold.CHEST: ("t8", "t8", 0.110, 0.045, 0.020),
    Hold.LOW_BACK: ("l5", "l5", -0.075, 0.060, 0.005),
    Hold.BACK_OF_HIP: ("pelvis", "pelvis", -0.078, 0.062, 0.026),
    Hold.SEAT: ("pelvis", "pelvis", 0.045, 0.135, -0.045),
}
BEHIND_THIGH = frozenset({Hold.BACK_OF_THIGH, Hold.BACK_OF_OTHER_THIGH})
STRAIGHT_ON, INWARD = 0.55, 0.85  # where the fingers of a hand behind a thigh point
SLIDES_MOST, REACHED = 0.085, 0.98  # of stature; of the arm
ANKLE_ON_SHIN, ANKLE_ON_HEEL, ANKLE_ON_TOES, WRIST_ON_FLOOR, WRIST_ON_FOREARM = (
    *(0.020, 0.049, 0.078),
    *(0.022, 0.018),
)


def spot(pose: Pose, hold: Hold, side: Side, physique: Physique) -> Array:
    """The place (T, 3) on the person's own body where a hand of this side is held."""
    joint, segment, forward, outward, up = SPOTS[hold]
    other = Side.RIGHT if side is Side.LEFT else Side.LEFT
    names = {"own": side.value, "other": other.value}
    of = sign_of(other if "{other}" in joint else side)
    offset = np.array([forward, outward * of, up]) * physique.stature_m
    frame, start = pose.frame[segment.format(**names)], pose.at[joint.format(**names)]
    place = np.asarray(start + applied(frame, offset))
    if hold not in BEHIND_THIGH:
        return place
    nearer = place + applied(frame, UP * SLIDES_MOST * physique.stature_m)
    return _within_reach(pose, side, place, nearer)


def _within_reach(pose: Pose, side: Side, place: Array, nearer: Array) -> Array:
    """A place (T, 3), or as much nearer the hip as the arm needs: who is stiff holds there."""
    shoulder = pose.at[f"shoulder-{side}"]
    arm = sum(reach_of(pose, ARM, side)) * REACHED
    far, near = (np.linalg.norm(one - shoulder, axis=-1) for one in (place, nearer))
    share = np.clip((far - arm) / np.maximum(far - near, 1e-6), 0.0, 1.0)
    return np.asarray(place + (nearer - place) * share[:, None])


def around_thigh(pose: Pose, hold: Hold, side: Side) -> Array | None:
    """The frame (T, 3, 3) of a hand that lies behind a thigh, its fingers going round."""
    if hold not in BEHIND_THIGH:
        return None
    other = Side.RIGHT if side is Side.LEFT else Side.LEFT
    thigh = pose.frame[f"thigh-{side if hold is Hold.BACK_OF_THIGH else other}"]
    back = -thigh[:, :, 0]
    forearm = unit(pose.at[f"wrist-{side}"] - pose.at[f"elbow-{side}"])
    fingers = forearm * STRAIGHT_ON - thigh[:, :, 1] * sign_of(side) * INWARD
    flat = fingers - back * np.sum(fingers * back, axis=-1, keepdims=True)
    return _frame(back, -unit(flat))


def height(hold: Hold, is_foot: bool, physique: Physique) -> float | None:
    """The height of wrist or ankle above what it rests on; None where the hold leaves it."""
    shares = _foot_height(hold, physique) if is_foot else _hand_height(hold)
    return None if shares is None else shares * physique.stature_m


def _foot_height(hold: Hold, physique: Physique) -> float | None:
    match hold:
        case Hold.FLOOR | Hold.FLOOR_THERE:
            return physique.ratios.ankle_height
        case Hold.STEP:
            return physique.ratios.ankle_height + STEP_HEIGHT
        case Hold.SHIN | Hold.INSTEP:
            return ANKLE_ON_SHIN
        case Hold.HEEL:
            return ANKLE_ON_HEEL
        case Hold.TOES:
            return ANKLE_ON_TOES
        case _:
            return None


def _hand_height(hold: Hold) -> float | None:
    match hold:
        case Hold.FLOOR | Hold.FLOOR_THERE:
            return WRIST_ON_FLOOR
        case Hold.FOREARM:
            return WRIST_ON_FOREARM
        case _:
            return None


def palm_or_sole(hold: Hold, is_foot: bool, frame: Array) -> Array | None:
    """The frame of a hand or foot that lies flat, heading where it headed; None: as it was."""
    match hold:
        case Hold.FLOOR | Hold.FLOOR_THERE | Hold.STEP if is_foot:
            return _sole(frame)
        case Hold.SHIN | Hold.INSTEP if is_foot:
            return _instep(frame)
        case Hold.HEEL if is_foot:
            return _on_heel(frame)
        case Hold.TOES if is_foot:
            return _on_toes(frame)
        case Hold.FLOOR | Hold.FLOOR_THERE | Hold.FOREARM:
            return _palm(frame)
        case _:
            return None


def _sole(frame: Array) -> Array:
    heading = _level(applied(frame, np.array([1.0, 0.0, 0.0])))
    return _frame(heading, np.broadcast_to([0.0, 0.0, 1.0], heading.shape))


def _on_heel(frame: Array) -> Array:
    """The toes up, as high as they are carried or a little."""
    forward = applied(frame, np.array([1.0, 0.0, 0.0]))
    forward[:, 2] = np.maximum(forward[:, 2], TOES_UP_LEAST)
    return np.asarray(frame_along(-np.cross(forward, frame[:, :, 1]), forward))


def _on_toes(frame: Array) -> Array:
    """The heel up, the ball of the foot on the ground."""
    return np.asarray(_sole(frame) @ about_y(np.array([TOES_DOWN_DEG])))


def _instep(frame: Array) -> Array:
    """Toes behind, the sole up."""
    heading = _level(applied(frame, np.array([1.0, 0.0, 0.0])))
    return _frame(heading, np.broadcast_to([0.0, 0.0, -1.0], heading.shape))


def _palm(frame: Array) -> Array:
    """Fingers ahead, the back of the hand up."""
    fingers = _level(applied(frame, np.array([0.0, 0.0, -1.0])))
    return _frame(np.broadcast_to([0.0, 0.0, 1.0], fingers.shape), -fingers)


def _level(vectors: Array) -> Array:
    flat = vectors.copy()
    flat[:, 2] = 0.0
    return unit(flat)


def _frame(x: Array, z: Array) -> Array:
    return np.stack([x, np.cross(z, x), z], axis=-1)
