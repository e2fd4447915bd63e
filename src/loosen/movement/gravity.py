"""Which way is up for a phone: a complementary filter of what it feels pull and turn.

The pull alone is true when nothing moves and shakes when something does; the turning alone is
quick and drifts. The turning carries the direction on, the pull draws it back within a second.
Where the turning is not there, or nobody knows yet what it is counted in, the direction is true
only while it stays.
"""

from math import isfinite, radians

from loosen.vocabulary.frames import Motion, Vector

from .turning import DEG_OF_RAD, Turning
from .vectors import apart_deg, cross, length, plus, towards, unit

PULL_M_S2 = 9.81
DRAWN_S, ALONE_S = 1.0, 0.1  # time constants with the turning, and by the pull alone
GAP_S = 0.25  # longer, and nobody knows for sure how it turned meanwhile
BRIDGED_S = 0.75  # longer, and it is not even guessed from how it turned before and after
AFTER_GAP = 5  # readings' worth of trust in what was carried over a gap
CALM_RAD_S = radians(4.0)  # turning no faster before and after a gap, it did not turn in it
UNTRUE_S = 0.8  # after a gap in which it may have turned: till then the pull has drawn it back
OFF_PULL = 2.0  # m/s2 from 9.81, where the pull says no more which way is up
SHAKEN = 0.5  # of that, and it says nothing of what the turning is counted in
LEAST_TRUST = 0.1
SLOW_S = 0.5  # the pull, eased over so long: what stays is near it
STAYS_DEG, STAYS_M_S2, STAYS_S = 1.0, 0.05, 0.4
EVEN_S = 2.0


class Gravity:
    """The direction that a phone at rest feels, in its own axes. Takes no parameters."""

    __slots__ = (
        "_count",
        "_last_s",
        "_quick",
        "_slow",
        "_strayed_s",
        "_strengths",
        "_turning",
        "_untrue_s",
        "_up",
        "_w",
    )

    def __init__(self) -> None:
        self._turning = Turning()
        self.reset()

    def reset(self) -> None:
        """Nothing was felt yet, nor what the turning is counted in."""
        self._turning.reset()
        self.lose()

    def lose(self) -> None:
        """The direction is lost, what is known of the phone stays."""
        self._turning.begin_again()
        self._up: Vector | None = None
        self._w: Vector | None = None
        self._slow: Vector | None = None
        self._quick: Vector | None = None
        self._last_s = 0.0
        self._strengths = (PULL_M_S2, PULL_M_S2)  # eased over a moment, and over longer
        self._count = 0
        self._strayed_s = self._untrue_s = float("-inf")

    @property
    def scale(self) -> float:
        """By what the turning has to be multiplied to be in degrees; 0 where it is not believed."""
        return self._turning.scale

    @property
    def has_turning(self) -> bool:
        """Whether the turning is there and believed."""
        return self._w is not None and self.scale > 0

    @property
    def is_true(self) -> bool:
        """Whether the direction can be told in degrees: carried by a turning that is known."""
        if self.has_turning and self._turning.is_sure and self._last_s >= self._untrue_s:
            return True
        return self._last_s - self._strayed_s >= STAYS_S

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
        before, now = self._w, _radians(motion.rotation)
        turned = None if before is None or now is None else towards(before, now, 0.5)
        if self._up is None or step_s > (GAP_S if turned is None else BRIDGED_S):
            return self._begin(motion.t_s, pull, pull_m_s2, now)
        self._last_s, self._w = motion.t_s, now
        off = abs(pull_m_s2 - PULL_M_S2) / OFF_PULL
        if turned is not None:
            self._learn(pull, turned, step_s, is_calm=off < SHAKEN)
        self._up = self._drawn(self._up, pull, turned, step_s, max(LEAST_TRUST, 1 - off))
        self._watch(pull, pull_m_s2, step_s)
        return self._up

    def _begin(self, t_s: float, pull: Vector, pull_m_s2: float, now: Vector | None) -> Vector:
        self.lose()
        self._up = self._slow = self._quick = pull
        self._w, self._last_s, self._count = now, t_s, 1
        self._strengths = (pull_m_s2, pull_m_s2)
        self._strayed_s = t_s
        return pull

    def _learn(self, pull: Vector, turned: Vector, step_s: float, *, is_calm: bool) -> None:
        """What the turning is counted in, and how far it can be believed after a gap."""
        is_gap = step_s > GAP_S
        if not is_calm:
            self._turning.begin_again()
        elif self._turning.update(pull, turned, step_s):
            self._count = 0  # what was carried on so far was wrong: begin from the pull
            self._untrue_s = self._last_s + UNTRUE_S
        if is_gap and length(turned) * self.scale > CALM_RAD_S:
            self._count = min(self._count, AFTER_GAP)
            self._untrue_s = self._last_s + UNTRUE_S

    def _drawn(
        self, up: Vector, pull: Vector, turned: Vector | None, step_s: float, trust: float
    ) -> Vector:
        """Carried on by the turning, and drawn to the pull."""
        drawn_s = ALONE_S
        if turned is not None and self.scale:
            up, drawn_s = _carried_on(up, turned, step_s * self.scale), DRAWN_S
        self._count += 1
        share = trust * max(step_s / (drawn_s + step_s), 1 / self._count)
        return unit(towards(up, pull, share))

    def _watch(self, pull: Vector, pull_m_s2: float, step_s: float) -> None:
        """Since when it stays: near the pull, eased over a while, which gets no stronger.

        As a body sets off, its acceleration can hide the tilt, but the pull's strength tells it.
        """
        share = step_s / (ALONE_S + step_s)
        self._slow = slow = towards(self._slow or pull, pull, step_s / (SLOW_S + step_s))
        self._quick = now = towards(self._quick or pull, pull, share)
        quick, even = self._strengths
        quick += share * (pull_m_s2 - quick)
        even += step_s / (EVEN_S + step_s) * (quick - even)
        self._strengths = (quick, even)
        is_even = abs(quick - even) <= STAYS_M_S2
        strays = max(apart_deg(now, slow), apart_deg(now, self._up or now))
        if not is_even or strays > STAYS_DEG:
            self._strayed_s = self._last_s


def _radians(rotation: Vector | None) -> Vector | None:
    if rotation is None or not isfinite(rotation[0] + rotation[1] + rotation[2]):
        return None
    return radians(rotation[0]), radians(rotation[1]), radians(rotation[2])


def _carried_on(up: Vector, turning: Vector, step_s: float) -> Vector:
    """A direction that stays in the world, seen from a phone that turns; to the second order."""
    once = cross(up, turning)
    twice = cross(once, turning)
    return plus(plus(up, once, step_s), twice, step_s * step_s / 2)
