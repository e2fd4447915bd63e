"""Which way is up for a phone: a complementary filter of what it feels pull and turn.

The pull alone is true when nothing moves and shakes when something does; the turning alone is
quick and drifts. The turning carries the direction on, the pull draws it back within a second.
Where the turning is not there, or nobody knows yet what it is counted in, the direction is true
only while it stays.
"""

from math import degrees, isfinite, radians

from loosen.vocabulary.frames import Motion, Vector

from .bridging import CALM_RAD_S, Bridge
from .turning import DEG_OF_RAD, Turning
from .vectors import apart_deg, cross, length, plus, scaled, towards, unit

PULL_M_S2 = 9.81
DRAWN_S, ALONE_S = 1.0, 0.1  # time constants with the turning, and by the pull alone
GAP_S = 0.25  # longer, and nobody knows for sure how it turned meanwhile
BRIDGED_S = 1.25  # longer, and it is not even guessed from how it turned before and after
# How far the direction may be off, and how far the pull: deg2, and deg2 s. A body that moves speeds
# up and slows down, which over a second is nearly as much this way as that.
LOST_DEG2, TRUE_DEG2, CALM_TRUE_DEG2 = 100.0, 0.3, 0.1
MOVES_DEG2_S, CALM_DEG2_S, CALM_S = 0.25, 0.02, 0.08
OFF_PULL = 2.0  # m/s2 from 9.81, where the pull says no more which way is up
SHAKEN = 0.5  # of that, and it says nothing of what the turning is counted in
LEAST_TRUST = 0.1
SLOW_S = 0.2  # the pull, eased over so long: what stays is near it
STAYS_DEG, STAYS_M_S2, STAYS_S = 0.3, 0.035, 0.35
EVEN_S = 1.4


class Gravity:
    """The direction that a phone at rest feels, in its own axes. Takes no parameters."""

    __slots__ = (
        "_bridge",
        "_doubt",
        "_last_s",
        "_moved_s",
        "_quick",
        "_slow",
        "_strayed_s",
        "_strengths",
        "_turning",
        "_up",
        "_w",
    )

    def __init__(self) -> None:
        self._turning, self._bridge = Turning(), Bridge()
        self.reset()

    def reset(self) -> None:
        """Nothing was felt yet, nor what the turning is counted in."""
        self._turning.reset()
        self.lose()

    def lose(self) -> None:
        """The direction is lost, what is known of the phone stays."""
        self._turning.begin_again()
        self._bridge.reset()
        self._up: Vector | None = None
        self._w: Vector | None = None
        self._slow: Vector | None = None
        self._quick: Vector | None = None
        self._last_s = 0.0
        self._strengths = (PULL_M_S2, PULL_M_S2)  # eased over a moment, and over longer
        self._doubt = LOST_DEG2
        self._strayed_s = self._moved_s = float("-inf")

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
        is_carried = self.has_turning and self._turning.is_sure and not self._bridge.is_open
        most = CALM_TRUE_DEG2 if self._is_calm else TRUE_DEG2
        if is_carried and self._doubt <= most:
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
        self._up = self._drawn(pull, turned, now, step_s, max(LEAST_TRUST, 1 - off))
        if turned is not None:
            self._learn(pull, turned, step_s, is_calm=off < SHAKEN)
        self._watch(pull, pull_m_s2, step_s)
        return self._up

    def _begin(self, t_s: float, pull: Vector, pull_m_s2: float, now: Vector | None) -> Vector:
        self.lose()
        self._up = self._slow = self._quick = pull
        self._w, self._last_s = now, t_s
        self._strengths = (pull_m_s2, pull_m_s2)
        self._strayed_s = self._moved_s = t_s
        return pull

    def _drawn(
        self, pull: Vector, turned: Vector | None, now: Vector | None, step_s: float, trust: float
    ) -> Vector:
        """Carried on by the turning, and drawn to the pull."""
        up, share = self._up or pull, step_s / (ALONE_S + step_s)
        if turned is not None and now is not None and self.scale:
            up = self._carried(up, turned, now, step_s)
            share = max(step_s / (DRAWN_S + step_s), self._share(step_s))
        return unit(towards(up, pull, trust * share))

    def _learn(self, pull: Vector, turned: Vector, step_s: float, *, is_calm: bool) -> None:
        """What the turning is counted in."""
        if not is_calm:
            self._turning.begin_again()
        elif self._turning.update(pull, turned, step_s):
            self._doubt = LOST_DEG2  # what was carried on so far was wrong: begin from the pull

    def _carried(self, up: Vector, turned: Vector, now: Vector, step_s: float) -> Vector:
        """Carried on by the turning; over a gap by a guess, until more is known of it."""
        way, turning = scaled(turned, step_s * self.scale), scaled(now, self.scale)
        is_gap, mended = step_s > GAP_S, None
        if is_gap:
            way, mended = self._bridge.opens(self._last_s, turning)
        else:
            mended = self._bridge.felt(self._last_s, turning)
        if is_gap or length(turning) > CALM_RAD_S:
            self._moved_s = self._last_s
        if mended is not None:
            self._doubt += degrees(mended.off) ** 2
            way = plus(way, mended.by)
        return _carried_on(up, way)

    @property
    def _is_calm(self) -> bool:
        return self._last_s - self._moved_s >= CALM_S

    def _share(self, step_s: float) -> float:
        """Of the pull, by how far what was carried on may be off, and the pull itself."""
        if self._bridge.is_open:
            return 0.0
        pull_off = (CALM_DEG2_S if self._is_calm else MOVES_DEG2_S) / step_s
        share = self._doubt / (self._doubt + pull_off)
        self._doubt *= 1 - share
        return share

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
        if not is_even or strays > STAYS_DEG or step_s > GAP_S:
            self._strayed_s = self._last_s


def _radians(rotation: Vector | None) -> Vector | None:
    if rotation is None or not isfinite(rotation[0] + rotation[1] + rotation[2]):
        return None
    return radians(rotation[0]), radians(rotation[1]), radians(rotation[2])


def _carried_on(up: Vector, way: Vector) -> Vector:
    """A direction that stays in the world, seen from a phone that turns; to the second order."""
    once = cross(up, way)
    return plus(plus(up, once), cross(once, way), 0.5)
