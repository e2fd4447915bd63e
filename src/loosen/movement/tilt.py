"""How far a phone that is worn has tilted from its rest, along the body and to its side.

The rest is what it felt while it lay still for three seconds. Its top points to the head, so the
body's left-right axis is known at once to within the way it was put on; the first real movement
then tells it better. Never "the tilt of the pelvis": a change of the phone's own tilt.
"""

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from loosen.vocabulary.frames import Vector

from .vectors import apart_deg, cross, dot, plus, scaled, towards, unit

REST_S, REST_MOST_S = 3.0, 10.0  # still for so long, and it is the rest; longer makes it better
STILL_DEG = 3.0  # a breath moves the belly by less
LYING_DEG = 30.0  # movement.md 4: of supine, and as well of prone
FLAT = cos(radians(LYING_DEG))
ASKEW_MOST = radians(30.0)  # nobody puts it on more crookedly than that
TELLS = sin(radians(4.0))  # a tilt from which the axis can be read
PRIOR = 0.2 * sin(radians(5.0)) ** 2  # how firmly the way it lies is believed: 5 degrees, 0.2 s


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilt:
    """Degrees from rest: `along` the body, its top up; and `off`, to the side of it."""

    along: float
    off: float


class Level:
    """Finds the rest, then measures from it. Takes no parameters."""

    __slots__ = ("_across", "_began_s", "_cos2", "_fore", "_last_s", "_mean", "_rest", "_sin2")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """No rest is known, nor how it is worn."""
        self._rest: Vector | None = None
        self._fore = self._across = (0.0, 0.0, 0.0)
        self._cos2, self._sin2 = PRIOR, 0.0  # of twice the angle by which it lies askew
        self._last_s = 0.0
        self.stir()

    def stir(self) -> None:
        """It does not lie still: what was gathered of the rest is dropped."""
        self._mean: Vector | None = None
        self._began_s: float | None = None

    @property
    def is_known(self) -> bool:
        """Whether the rest is known."""
        return self._rest is not None

    def still_s(self, t_s: float) -> float:
        """For how long it has lain still."""
        return 0.0 if self._began_s is None else t_s - self._began_s

    def settle(self, t_s: float, up: Vector) -> bool:
        """One more direction, at rest or not; True while it lies flat and still."""
        if not is_flat(up):
            self.stir()
            return False
        if self._mean is None or apart_deg(self._mean, up) > STILL_DEG:
            self.stir()
            self._mean, self._began_s, self._last_s = up, t_s, t_s
        else:
            self._gather(t_s, up)
        if self.still_s(t_s) >= REST_S:
            self._take(self._mean)
        return True

    def _gather(self, t_s: float, up: Vector) -> None:
        """The mean over time of all that was felt since it lies still."""
        mean = self._mean or up
        lain_s = max(self.still_s(t_s), 1e-6)
        share = min(1.0, max(t_s - self._last_s, 0.0) / lain_s)
        self._mean = towards(mean, up, share)
        self._last_s = t_s

    def _take(self, mean: Vector) -> None:
        rest = unit(mean)
        top = rest[1]
        fore = unit((-top * rest[0], 1 - top * top, -top * rest[2]))
        self._rest, self._fore, self._across = rest, fore, cross(fore, rest)

    def update(self, t_s: float, up: Vector) -> Tilt:
        """How far it is from its rest, which has to be known and grows while it lies still."""
        step_s, is_still = t_s - self._last_s, self._mean is not None
        if is_still and self.still_s(t_s) <= REST_MOST_S and self._is_near(up):
            self._gather(t_s, up)
            self._take(self._mean or up)
        else:
            self._mean, self._last_s = None, t_s
        over, fore, across = self._parts(up)
        if abs(fore) > TELLS and abs(across) < abs(fore) and step_s > 0:
            self._cos2 += (fore * fore - across * across) * min(step_s, 0.1)
            self._sin2 += 2 * fore * across * min(step_s, 0.1)
        askew = self.askew
        along = fore * cos(askew) + across * sin(askew)
        off = across * cos(askew) - fore * sin(askew)
        return Tilt(along=degrees(atan2(along, over)), off=degrees(asin(max(-1.0, min(1.0, off)))))

    def _is_near(self, up: Vector) -> bool:
        return self._mean is not None and apart_deg(self._mean, up) <= STILL_DEG

    @property
    def askew(self) -> float:
        """By how much it was put on crookedly, radians: 0 where nothing told it yet."""
        return max(-ASKEW_MOST, min(ASKEW_MOST, atan2(self._sin2, self._cos2) / 2))

    def _parts(self, up: Vector) -> tuple[float, float, float]:
        rest = self._rest or up
        return dot(up, rest), dot(up, self._fore), dot(up, self._across)

    def shares(self, turning: Vector) -> tuple[float, float]:
        """A turning (deg/s) about the body's left-right axis, and about all others together."""
        askew = self.askew
        axis = plus(scaled(self._across, cos(askew)), self._fore, -sin(askew))
        on = dot(turning, axis)
        return on, sqrt(max(0.0, dot(turning, turning) - on * on))


def is_flat(up: Vector) -> bool:
    """Whether it lies within 30 degrees of flat, its screen up or down."""
    return abs(up[2]) >= FLAT
