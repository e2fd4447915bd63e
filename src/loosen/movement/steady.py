"""A body whose landmarks shake less: what lies in the picture a little, what is depth a lot."""

from .legs import Legs
from .points import HIPS, SHOULDERS, Body
from .smoothing import OneEuro, Slow

DEPTH_CUTOFF_HZ = 1.0  # a landmark's depth is a guess, and shakes
HIP_DEPTH_S = 6.0  # within which the hips' depth follows: they hardly turn, and shake most


class Steadier:
    """Smooths the landmarks in use, each with its own speed. Parameters never change."""

    __slots__ = ("_deep", "_flat", "_hip_depth", "_legs")

    def __init__(self) -> None:
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
        smooth = self._flat.update(raw.t_s, [*raw.x, *raw.y])
        deep = self._deep.update(raw.t_s, [raw.z[one] for one in SHOULDERS])
        hips = self._hip_depth.update(raw.t_s, [raw.z[one] for one in HIPS])
        z = list(raw.z)
        for number, depth in zip((*SHOULDERS, *HIPS), (*deep, *hips), strict=True):
            z[number] = depth
        x, y = tuple(smooth[: len(raw.x)]), tuple(smooth[len(raw.x) :])
        return Body(t_s=raw.t_s, x=x, y=y, z=tuple(z), near=raw.near, torso_px=raw.torso_px)
