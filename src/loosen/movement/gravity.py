"""Which way is up for a phone: a complementary filter of what it feels pull and turn.

The pull alone is true when nothing moves and shakes when something does; the turning alone is
quick and drifts. The turning carries the direction on, the pull draws it back within a second.
A phone that counts its turning in radians, the wrong way round or not at all is found out by the
pull, which has to turn with it.
"""

from math import isfinite, radians

from loosen.vocabulary.frames import Motion, Vector

from .vectors import cross, dot, plus, scaled, towards, unit

PULL_M_S2 = 9.81
DRAWN_S, ALONE_S = 1.0, 0.1  # time constants with the turning, and by the pull alone
GAP_S = 0.25  # longer, and nobody knows how it turned meanwhile
OFF_PULL = 2.0  # m/s2 from 9.81, where the pull says no more which way is up
LEAST_TRUST = 0.1
CHECK_S = 0.5  # low pass of both, when they are compared
TURNS_LEAST = 0.08  # rad/s of the pull: slower says nothing of the turning
ENOUGH = 0.008  # rad2/s of it, before the turning is judged
AGREES = 0.4  # the square of their correlation
AGAINST = 2  # times in a row, and it is dropped
AS_DEGREES, AS_RADIANS = (0.5, 2.0), (30.0, 110.0)  # the pull's turn over the turning's
DEG_OF_RAD = 180.0 / 3.141592653589793


class Gravity:
    """The direction that a phone at rest feels, in its own axes. Takes no parameters."""

    __slots__ = (
        "_against",
        "_carried",
        "_count",
        "_last_s",
        "_slow",
        "_sums",
        "_up",
        "_w",
        "scale",
    )

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Nothing was felt yet; the turning is believed to be in degrees."""
        self.scale = 1.0  # of the turning; 0 is not believed
        self._against = 0  # how often in a row the turning disagreed
        self._sums = (0.0, 0.0, 0.0)
        self.lose()

    def lose(self) -> None:
        """The direction is lost, what is known of the phone stays."""
        self._up: Vector | None = None
        self._w: Vector | None = None
        self._slow: Vector | None = None
        self._carried = (0.0, 0.0, 0.0)
        self._last_s = 0.0
        self._count = 0

    @property
    def has_turning(self) -> bool:
        """Whether the turning is there and believed."""
        return self._w is not None and self.scale > 0

    def turning(self) -> Vector | None:
        """The turning of the last reading in deg/s; None where there is none to believe."""
        if self._w is None or not self.scale:
            return None
        x, y, z = self._w
        return x * DEG_OF_RAD * self.scale, y * DEG_OF_RAD * self.scale, z * DEG_OF_RAD * self.scale

    def update(self, motion: Motion, pull_m_s2: float) -> Vector:
        """The direction now. `pull_m_s2`: the length of this reading's acceleration, above 0."""
        x, y, z = motion.acceleration
        pull = (x / pull_m_s2, y / pull_m_s2, z / pull_m_s2)
        step_s = motion.t_s - self._last_s
        if self._up is None or step_s > GAP_S:
            self.lose()
            self._up = self._slow = pull
            self._w, self._last_s, self._count = _radians(motion.rotation), motion.t_s, 1
            return pull
        self._last_s, before = motion.t_s, self._w
        self._w = _radians(motion.rotation)
        up, drawn_s = self._up, ALONE_S
        if self._w is not None and before is not None:
            mean = towards(before, self._w, 0.5)
            self._check(pull, mean, step_s)
            if self.scale:
                up, drawn_s = _carried_on(up, mean, step_s * self.scale), DRAWN_S
        self._count += 1
        off = abs(pull_m_s2 - PULL_M_S2) / OFF_PULL
        share = max(step_s / (drawn_s + step_s), 1 / self._count)
        share *= max(LEAST_TRUST, 1 - off)
        self._up = unit(towards(up, pull, share))
        return self._up

    # --- is the turning what it says it is ---------------------------------------------------

    def _check(self, pull: Vector, turning: Vector, step_s: float) -> None:
        """Compare how the pull turned with how the turning says it did, both low-passed alike."""
        share = step_s / (CHECK_S + step_s)
        slow = self._slow or pull
        self._slow = towards(slow, pull, share)
        says = cross(pull, turning)
        self._carried = told = towards(self._carried, says, share)
        seen = scaled(plus(self._slow, slow, -1.0), 1 / step_s)
        turned = dot(seen, seen)
        if turned < TURNS_LEAST * TURNS_LEAST:
            return
        both, own, other = self._sums
        self._sums = (
            both + dot(seen, told) * step_s,
            own + turned * step_s,
            other + dot(told, told) * step_s,
        )
        if self._sums[1] > ENOUGH:
            self._judge(*self._sums)
            self._sums = (0.0, 0.0, 0.0)

    def _judge(self, both: float, own: float, other: float) -> None:
        """Degrees, radians, or nothing to build on: said twice in a row before it is dropped."""
        times = both / other if other > 0 else 0.0
        before = self.scale
        if both * both <= AGREES * own * other:
            times = 0.0
        if AS_DEGREES[0] < times < AS_DEGREES[1]:
            self.scale, self._against = 1.0, 0
        elif AS_RADIANS[0] < times < AS_RADIANS[1]:
            self.scale, self._against = DEG_OF_RAD, 0
        else:
            self._against += 1
            self.scale = self.scale if self._against < AGAINST else 0.0
        if self.scale != before:
            self._count = 0  # what was carried on so far was wrong: begin from the pull


def _radians(rotation: Vector | None) -> Vector | None:
    if rotation is None or not isfinite(rotation[0] + rotation[1] + rotation[2]):
        return None
    return radians(rotation[0]), radians(rotation[1]), radians(rotation[2])


def _carried_on(up: Vector, turning: Vector, step_s: float) -> Vector:
    """A direction that stays in the world, seen from a phone that turns; to the second order."""
    once = cross(up, turning)
    twice = cross(once, turning)
    return plus(plus(up, once, step_s), twice, step_s * step_s / 2)
