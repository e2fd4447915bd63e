"""A body whose landmarks shake less: what lies in the picture a little, what is depth a lot."""

from loosen.vocabulary.measures import GUESSED, CameraMeasure, SideBy

from .landmarks import Row
from .legs import Legs
from .points import HIPS, SHOULDERS, Body
from .smoothing import OneEuro, Slow

DEPTH_CUTOFF_HZ = 1.0  # a landmark's depth is a guess, and shakes
HIP_DEPTH_S = 6.0  # within which the hips' depth follows: they hardly turn, and shake most


class Steadier:
    """Smooths the landmarks in use, each with its own speed. Parameters never change.

    `is_deep`: whether anybody asks for the depth of shoulders and hips; else it is left as it is.
    """

    __slots__ = ("_deep", "_flat", "_hip_depth", "_legs", "is_deep")

    def __init__(self, *, is_deep: bool = True) -> None:
        self.is_deep = is_deep
        self._legs = Legs()
        self._flat = OneEuro()
        self._deep = OneEuro(cutoff_hz=DEPTH_CUTOFF_HZ, beta=0.0)
        self._hip_depth = Slow(follows_s=HIP_DEPTH_S)

    def reset(self) -> None:
        """As new."""
        for part in (self._legs, self._flat, self._deep, self._hip_depth):
            part.reset()

    def update(self, seen: Body) -> Body:
        """The same body, steadier, and with its legs where they were."""
        raw = self._legs.update(seen)
        smooth, count = self._flat.update(raw.t_s, [*raw.x, *raw.y]), len(raw.x)
        return Body(
            t_s=raw.t_s,
            x=tuple(smooth[:count]),
            y=tuple(smooth[count:]),
            z=self._deeper(raw) if self.is_deep else raw.z,
            near=raw.near,
            torso_px=raw.torso_px,
        )

    def _deeper(self, raw: Body) -> Row:
        z = list(raw.z)
        for at, part in ((SHOULDERS, self._deep), (HIPS, self._hip_depth)):
            z[at[0]], z[at[1]] = part.update(raw.t_s, [z[one] for one in at])
        return tuple(z)


def asks_for_depth(measure: CameraMeasure) -> bool:
    """Whether this exercise is measured, or its side told, by the depth of shoulders and hips."""
    bounds = (*measure.posture, *measure.stays, *measure.far_out)
    signals = {
        measure.signal,
        *(one.signal for one in bounds),
        *(one.signal for one in measure.faults),
    }
    return not signals.isdisjoint(GUESSED) or measure.sides is SideBy.TURN
