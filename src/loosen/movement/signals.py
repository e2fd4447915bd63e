"""The library of named signals: one number of a body, in body lengths or degrees.

Lengths are shares of the torso (mid-shoulder to mid-hip) or of a thigh; each says so. None is
where a signal has no meaning, never where it is merely unsure.
"""

from collections.abc import Callable, Mapping
from math import atan2, degrees, dist

from loosen.vocabulary.measures import Signal

from .angles import apart, direction, inner, off_line, signed, turned
from .landmarks import LEFT, RIGHT
from .points import (
    ANKLES,
    EARS,
    ELBOWS,
    HEELS,
    HIPS,
    KNEES,
    NOSE,
    SHOULDERS,
    TOES,
    WRISTS,
    Body,
)


def hip_rise(body: Body) -> float:
    """How far the hip lies above the line from shoulder to ankle, in torsos."""
    hip = body.middle(HIPS)
    return off_line(hip, body.middle(SHOULDERS), body.middle(ANKLES)) / body.torso_px


def hip_line(body: Body) -> float:
    """How far the hip lies above the line from shoulder to knee, in torsos: a side plank."""
    return off_line(body.middle(HIPS), body.middle(SHOULDERS), body.middle(KNEES)) / body.torso_px


def hip_angle_of(body: Body, side: int) -> float:
    """Between the trunk and the thigh of this side, degrees."""
    shoulder = body.middle(SHOULDERS)
    return inner(shoulder, body.of(HIPS[side]), body.of(KNEES[side]))


def hip_angle(body: Body) -> float:
    """Between trunk and near thigh, degrees: 180 is straight."""
    return inner(body.at(SHOULDERS), body.at(HIPS), body.at(KNEES))


def hip_angle_least(body: Body) -> float:
    """The smaller hip angle, whichever leg it is: degrees."""
    return min(hip_angle_of(body, LEFT), hip_angle_of(body, RIGHT))


def hip_angle_most(body: Body) -> float:
    """The larger hip angle, whichever leg it is: both thighs have to come. Degrees."""
    return max(hip_angle_of(body, LEFT), hip_angle_of(body, RIGHT))


def knee_angle(body: Body) -> float:
    """Of the near knee, degrees: 180 is straight."""
    return inner(body.at(HIPS), body.at(KNEES), body.at(ANKLES))


def knee_angle_of(body: Body, side: int) -> float:
    """Of the knee of this side, degrees."""
    return inner(body.of(HIPS[side]), body.of(KNEES[side]), body.of(ANKLES[side]))


def knee_angle_most(body: Body) -> float:
    """Of the straighter knee, degrees."""
    return max(knee_angle_of(body, LEFT), knee_angle_of(body, RIGHT))


def knee_angle_least(body: Body) -> float:
    """Of the knee that is bent more, degrees."""
    return min(knee_angle_of(body, LEFT), knee_angle_of(body, RIGHT))


def ankle_rise(body: Body) -> float:
    """How far the higher ankle is above the middle of the hips, in torsos."""
    return (body.highest(ANKLES) - body.middle(HIPS)[1]) / body.torso_px


def ankle_rise_least(body: Body) -> float:
    """How far the lower ankle is above the middle of the hips, in torsos."""
    return (body.lowest(ANKLES) - body.middle(HIPS)[1]) / body.torso_px


def wrist_rise(body: Body) -> float:
    """How far the higher wrist is above the middle of the shoulders, in torsos."""
    return (body.highest(WRISTS) - body.middle(SHOULDERS)[1]) / body.torso_px


def elbow_rise(body: Body) -> float:
    """How far the near elbow is above the near wrist, in torsos: 0 where it leans on the elbow."""
    return (body.at(ELBOWS)[1] - body.at(WRISTS)[1]) / body.torso_px


def shoulder_rise(body: Body) -> float:
    """How far the shoulders are above the hips, in torsos: 1 is upright."""
    return (body.middle(SHOULDERS)[1] - body.middle(HIPS)[1]) / body.torso_px


def shoulder_stack(body: Body) -> float:
    """How far one shoulder is above the other, in torsos: on the side they lie over each other."""
    left, right = SHOULDERS
    return abs(body.y[left] - body.y[right]) / body.torso_px


def knee_rise(body: Body) -> float:
    """How far the higher knee is above the hips, in torsos."""
    return (body.highest(KNEES) - body.middle(HIPS)[1]) / body.torso_px


def knee_rise_least(body: Body) -> float:
    """How far the lower knee is above the hips, in torsos."""
    return (body.lowest(KNEES) - body.middle(HIPS)[1]) / body.torso_px


def knee_gap(body: Body) -> float:
    """Between the two knees, in torsos."""
    return apart(body.of(KNEES[LEFT]), body.of(KNEES[RIGHT])) / body.torso_px


def ankle_gap(body: Body) -> float:
    """Between the two ankles, in torsos."""
    return apart(body.of(ANKLES[LEFT]), body.of(ANKLES[RIGHT])) / body.torso_px


def ankle_away(body: Body) -> float:
    """From the middle of the hips to the ankle that is farther away, in torsos."""
    hips = body.middle(HIPS)
    return max(apart(body.of(one), hips) for one in ANKLES) / body.torso_px


def heel_to_hip(body: Body) -> float:
    """From the near heel to the near hip, in torsos."""
    return apart(body.at(HEELS), body.at(HIPS)) / body.torso_px


def facing(body: Body) -> int:
    """1 where the body faces the picture's right, -1 where it faces its left: by the feet."""
    toes, heel = body.at(TOES), body.at(HEELS)
    return 1 if toes[0] >= heel[0] else -1


def trunk_lean(body: Body) -> float:
    """How far the trunk leans forward of upright, degrees; backward is negative."""
    up = direction(body.middle(HIPS), body.middle(SHOULDERS))
    return turned(90.0 - up) * facing(body)


def hip_extension(body: Body) -> float:
    """How far the trunk is behind the line of the thigh, degrees; bent forward is negative."""
    bent = signed(body.at(KNEES), body.at(HIPS), body.at(SHOULDERS))
    return turned(bent + 180.0) * facing(body)


def head_forward(body: Body) -> float:
    """How far the ear is ahead of the shoulder, seen from the line of the trunk, degrees."""
    bent = signed(body.at(HIPS), body.at(SHOULDERS), body.at(EARS))
    return -turned(bent + 180.0) * facing(body)


def head_rise(body: Body) -> float:
    """How far the higher ear is above the middle of the shoulders, in torsos."""
    return (body.highest(EARS) - body.middle(SHOULDERS)[1]) / body.torso_px


def trunk_yaw(body: Body) -> float:
    """How far the shoulders are turned against the hips, degrees, left positive: the sign only."""
    return turned(_yaw(body, SHOULDERS) - _yaw(body, HIPS))


def trunk_turn(body: Body) -> float:
    """How far the shoulders are turned against the hips, to either side, degrees."""
    return abs(trunk_yaw(body))


def _yaw(body: Body, pair: tuple[int, int]) -> float:
    left, right = pair
    return degrees(atan2(body.z[left] - body.z[right], body.x[left] - body.x[right]))


def trunk_level(body: Body) -> float:
    """How steep the trunk lies, degrees: 0 is level, 90 upright."""
    up = abs(direction(body.middle(HIPS), body.middle(SHOULDERS)))
    return 90.0 - abs(90.0 - up)


def face_up(body: Body) -> float:
    """How far the nose is above the middle of the ears, in torsos: positive looks up."""
    return (body.y[NOSE] - body.middle(EARS)[1]) / body.torso_px


def knees_above_ankles(body: Body) -> float:
    """How far the lower knee is above the lower ankle, in torsos."""
    return (body.lowest(KNEES) - body.lowest(ANKLES)) / body.torso_px


def knees_ahead(body: Body) -> float:
    """How far the knee that is less so is nearer to the eye than the hips, in torsos.

    From the front it tells who sits from who stands, whether the eye is high or low.
    """
    left, right = HIPS
    farther = max(body.z[one] for one in KNEES)
    return ((body.z[left] + body.z[right]) / 2 - farther) / body.torso_px


def feet_apart(body: Body) -> float:
    """Between the ankles, to the side and in depth, in torsos: a lunge to the side is wide."""
    left, right = ANKLES
    places = [(body.x[one], body.y[one], body.z[one]) for one in (left, right)]
    return dist(*places) / body.torso_px


SIGNALS: Mapping[Signal, Callable[[Body], float]] = {
    Signal.HIP_RISE: hip_rise,
    Signal.HIP_LINE: hip_line,
    Signal.HIP_ANGLE: hip_angle,
    Signal.HIP_ANGLE_LEAST: hip_angle_least,
    Signal.HIP_ANGLE_MOST: hip_angle_most,
    Signal.HIP_EXTENSION: hip_extension,
    Signal.KNEE_ANGLE: knee_angle,
    Signal.KNEE_ANGLE_LEAST: knee_angle_least,
    Signal.KNEE_ANGLE_MOST: knee_angle_most,
    Signal.KNEE_RISE: knee_rise,
    Signal.KNEE_RISE_LEAST: knee_rise_least,
    Signal.KNEE_GAP: knee_gap,
    Signal.KNEES_ABOVE_ANKLES: knees_above_ankles,
    Signal.KNEES_AHEAD: knees_ahead,
    Signal.ANKLE_AWAY: ankle_away,
    Signal.ANKLE_GAP: ankle_gap,
    Signal.ANKLE_RISE: ankle_rise,
    Signal.ANKLE_RISE_LEAST: ankle_rise_least,
    Signal.WRIST_RISE: wrist_rise,
    Signal.SHOULDER_STACK: shoulder_stack,
    Signal.SHOULDER_RISE: shoulder_rise,
    Signal.HEEL_TO_HIP: heel_to_hip,
    Signal.TRUNK_LEAN: trunk_lean,
    Signal.TRUNK_LEVEL: trunk_level,
    Signal.TRUNK_TURN: trunk_turn,
    Signal.TRUNK_YAW: trunk_yaw,
    Signal.HEAD_FORWARD: head_forward,
    Signal.HEAD_RISE: head_rise,
    Signal.ELBOW_RISE: elbow_rise,
    Signal.FACE_UP: face_up,
    Signal.FEET_APART: feet_apart,
}
