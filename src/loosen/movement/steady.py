"""A body whose landmarks shake less: what lies in the picture a little, what is depth a lot."""

from .landmarks import TURNING, USED, Body
from .smoothing import OneEuro

DEPTH_CUTOFF_HZ = 0.6  # a landmark's depth is a guess, and shakes


class Steadier:
    """Smooths the landmarks in use, each with its own speed. Parameters never change."""

    __slots__ = ("_deep", "_flat")

    def __init__(self) -> None:
        self._flat = OneEuro()
        self._deep = OneEuro(cutoff_hz=DEPTH_CUTOFF_HZ, beta=0.0)

    def reset(self) -> None:
        """As new."""
        self._flat.reset()
        self._deep.reset()

    def update(self, raw: Body) -> Body:
        """The same body, steadier."""
        flat = [raw.x[one] for one in USED]
        flat += [raw.y[one] for one in USED]
        smooth = self._flat.update(raw.t_s, flat)
        deep = self._deep.update(raw.t_s, [raw.z[one] for one in TURNING])
        x, y, z, half = list(raw.x), list(raw.y), list(raw.z), len(USED)
        for index, number in enumerate(USED):
            x[number], y[number] = smooth[index], smooth[half + index]
        for index, number in enumerate(TURNING):
            z[number] = deep[index]
        return Body(
            t_s=raw.t_s, x=tuple(x), y=tuple(y), z=tuple(z), near=raw.near, torso_px=raw.torso_px
        )
