"""The points of one body that the signals are made of.

They are counted through in the order of `USED`: these numbers are ours, and not the model's.
"""

from dataclasses import dataclass

from . import landmarks
from .landmarks import LEFT, RIGHT, SIDES, USED, Row


def _ours(pair: tuple[int, int]) -> tuple[int, int]:
    """Our numbers of a pair of landmarks."""
    return USED.index(pair[LEFT]), USED.index(pair[RIGHT])


NOSE = USED.index(landmarks.NOSE)
EARS = _ours(landmarks.EARS)
SHOULDERS = _ours(landmarks.SHOULDERS)
ELBOWS = _ours(landmarks.ELBOWS)
WRISTS = _ours(landmarks.WRISTS)
HIPS = _ours(landmarks.HIPS)
KNEES = _ours(landmarks.KNEES)
ANKLES = _ours(landmarks.ANKLES)
HEELS = _ours(landmarks.HEELS)
TOES = _ours(landmarks.TOES)
SIDE_OF_BODY = tuple((SHOULDERS[side], HIPS[side], KNEES[side], ANKLES[side]) for side in SIDES)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The points of one frame: `x`, `y` and `z` in pixels by our number, y up.

    The pixels are those of a picture whose longer side is LONG_PX.

    `near` is the side that the camera sees: LEFT or RIGHT. `torso_px`: mid-shoulder to mid-hip.
    """

    t_s: float
    x: Row
    y: Row
    z: Row
    near: int
    torso_px: float

    def at(self, pair: tuple[int, int]) -> Point:
        """The near one of a pair."""
        number = pair[self.near]
        return self.x[number], self.y[number]

    def of(self, number: int) -> Point:
        """One point."""
        return self.x[number], self.y[number]

    def highest(self, pair: tuple[int, int]) -> float:
        """How high up the higher of the two of a pair is."""
        one, other = self.y[pair[0]], self.y[pair[1]]
        return one if one >= other else other

    def lowest(self, pair: tuple[int, int]) -> float:
        """How high up the lower of the two of a pair is."""
        one, other = self.y[pair[0]], self.y[pair[1]]
        return one if one <= other else other

    def middle(self, pair: tuple[int, int]) -> Point:
        """Half-way between the two of a pair."""
        one, other = pair
        return (self.x[one] + self.x[other]) / 2, (self.y[one] + self.y[other]) / 2
