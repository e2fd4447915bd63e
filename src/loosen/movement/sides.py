"""Which side of the body made a repetition: left, right, or not to be known.

The model's own left and right are believed only where the picture bears them out: on a view from
the side by which way the face looks, from the front by which way up the body lies or stands. Where
they disagree, as when the legs of who lies on the back are taken for each other, a frame has no
say. A mirrored picture swaps the sides, and cannot be told from another.
"""

from typing import assert_never

from loosen.vocabulary.figures import Side
from loosen.vocabulary.measures import SideBy

from .landmarks import LEFT, RIGHT
from .points import ANKLES, EARS, HIPS, KNEES, NOSE, SHOULDERS, Body
from .signals import hip_angle_of, knee_angle_of

AGREE = 0.7  # of all frames far out, or the side stays unknown
NAMES = (Side.LEFT, Side.RIGHT)
OPEN = 0.02  # torsos between the two, or neither is the higher


def side_of(by: SideBy, body: Body) -> int | None:
    """The side that moves, or to which it moves, in this frame; None where it cannot be known."""
    match by:
        case SideBy.HIGHER_ANKLE:
            return _higher(body, ANKLES) if legs_agree(body) else None
        case SideBy.BENT_HIP:
            return _lesser(hip_angle_of(body, LEFT), hip_angle_of(body, RIGHT), body)
        case SideBy.STRAIGHT_KNEE:
            return _lesser(-knee_angle_of(body, LEFT), -knee_angle_of(body, RIGHT), body)
        case SideBy.KNEES_FALL:
            higher = _higher(body, KNEES) if near_agrees(body) else None
            return None if higher is None else 1 - higher
        case SideBy.UPPER:
            return _higher(body, SHOULDERS) if is_seen_from_front(body) else None
        case SideBy.LOWER:
            higher = _higher(body, SHOULDERS) if is_seen_from_front(body) else None
            return None if higher is None else 1 - higher
        case SideBy.TURN:
            return _turned_to(body) if is_seen_from_front(body) else None
    assert_never(by)


def near_agrees(body: Body) -> bool:
    """Whether the side that is seen better is the one that has to be near, as the face looks.

    And its leg the nearer one: a leg that lies behind the other's has the other's name.
    """
    up_x, up_y = _up(body)
    (ear_x, ear_y), (nose_x, nose_y) = body.middle(EARS), body.of(NOSE)
    toward = (nose_x - ear_x) * up_y - (nose_y - ear_y) * up_x
    near = RIGHT if toward > 0 else LEFT
    depths = [body.z[KNEES[side]] + body.z[ANKLES[side]] for side in (LEFT, RIGHT)]
    return body.near == near and depths[near] < depths[1 - near]


def legs_agree(body: Body) -> bool:
    """Whether also the leg of the near side is the one that the model puts nearer."""
    near, far = body.near, 1 - body.near
    behind = sum(body.z[pair[near]] - body.z[pair[far]] for pair in (KNEES, ANKLES))
    return behind < 0 and near_agrees(body)


def is_seen_from_front(body: Body) -> bool:
    """Whether right and left lie as they do for who is seen from the front, at hips and shoulders.

    Where one of them is seen edge-on, the other one tells.
    """
    up_x, up_y = _up(body)
    across = 0.0
    for left, right in (SHOULDERS, HIPS):
        across += (body.x[right] - body.x[left]) * -up_y + (body.y[right] - body.y[left]) * up_x
    return across > 0


def _up(body: Body) -> tuple[float, float]:
    shoulder, hip = body.middle(SHOULDERS), body.middle(HIPS)
    return shoulder[0] - hip[0], shoulder[1] - hip[1]


def _higher(body: Body, pair: tuple[int, int]) -> int | None:
    apart = body.y[pair[LEFT]] - body.y[pair[RIGHT]]
    if abs(apart) < OPEN * body.torso_px:
        return None
    return LEFT if apart > 0 else RIGHT


def _lesser(left: float, right: float, body: Body) -> int | None:
    if left == right or not legs_agree(body):
        return None
    return LEFT if left < right else RIGHT


def _turned_to(body: Body) -> int | None:
    """By the depth of the shoulders: the left one goes back in a turn to the left."""
    left, right = SHOULDERS
    back = body.z[left] - body.z[right]
    return None if back == 0 else LEFT if back > 0 else RIGHT


class SideVotes:
    """The frames far out vote on the side of one repetition. Parameters never change."""

    __slots__ = ("_votes", "by")

    def __init__(self, *, by: SideBy | None) -> None:
        self.by = by
        self.reset()

    def reset(self) -> None:
        """A new repetition."""
        self._votes = [0, 0, 0]  # left, right, no say

    def update(self, body: Body) -> None:
        """One more frame far out."""
        if self.by is not None:
            side = side_of(self.by, body)
            self._votes[2 if side is None else side] += 1

    def decided(self) -> tuple[Side | None, float]:
        """The side and the share of frames that said so; None where too few agreed."""
        count = sum(self._votes)
        best = max((LEFT, RIGHT), key=lambda side: self._votes[side])
        share = self._votes[best] / count if count else 0.0
        return (NAMES[best], share) if share >= AGREE else (None, share)
