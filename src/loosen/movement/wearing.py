"""Whether a phone's readings can be judged at all: is it alive, and does it lie as it was put."""

from math import isfinite

from loosen.vocabulary.frames import Motion, Vector

from .gravity import PULL_M_S2
from .repetitions import PAUSED_S
from .standing import Unfelt
from .vectors import length

DEAD_M_S2 = 1.0  # no pull at all: a sensor that tells nothing
SAME_S = 5.0  # the very same numbers for so long: no body breathes under it
SHAKEN_M_S2, SHAKEN_S = 3.0, 0.25  # off 9.81, eased over so long
OFF_MOST_M_S2 = 100.0  # more is no movement, and would never be forgotten
SPUN_DEG_S = 220.0  # no back moves like that
STEP_MOST_S = 0.1


class Wearing:
    """Looks at each reading before anything is measured. Takes no parameters."""

    __slots__ = ("_off", "_same", "_same_s", "_t_s")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget what was felt."""
        self._same: tuple[Vector, Vector | None] | None = None
        self._same_s = 0.0
        self._off = 0.0
        self._t_s: float | None = None

    def update(self, motion: Motion) -> Unfelt | None:
        """Why this reading cannot be judged, or None."""
        t_s, before = motion.t_s, self._t_s
        self._t_s = t_s
        x, y, z = motion.acceleration
        if not isfinite(x + y + z):
            return Unfelt.NO_SENSOR
        pull = length(motion.acceleration)
        if pull < DEAD_M_S2 or self._is_stuck(motion):
            return Unfelt.NO_SENSOR
        gap_s = 0.0 if before is None else t_s - before
        if self._is_shaken(pull, motion.rotation, gap_s):
            return Unfelt.MOVED
        return Unfelt.GAP if gap_s > PAUSED_S else None

    def _is_stuck(self, motion: Motion) -> bool:
        same = (motion.acceleration, motion.rotation)
        if same != self._same:
            self._same, self._same_s = same, motion.t_s
        return motion.t_s - self._same_s > SAME_S

    def _is_shaken(self, pull: float, rotation: Vector | None, gap_s: float) -> bool:
        share = min(gap_s, STEP_MOST_S) / (SHAKEN_S + min(gap_s, STEP_MOST_S))
        self._off += share * (min(abs(pull - PULL_M_S2), OFF_MOST_M_S2) - self._off)
        spun = rotation is not None and max(map(abs, rotation)) > SPUN_DEG_S
        return self._off > SHAKEN_M_S2 or spun
