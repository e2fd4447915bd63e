"""Which leg is which: a model that takes left for right of who lies on the back is undone."""

from math import hypot

from .landmarks import ANKLES, HEELS, HIPS, KNEES, LEFT, RIGHT, TOES, Body

PAIRS = (HIPS, KNEES, ANKLES, HEELS, TOES)
LOOKED_AT = (KNEES, ANKLES)
CLEARLY = 0.4  # torsos that both pairs together have to leap less the other way round
STAYS_S = 1.5  # mistaken for longer than that, and it is the model that we follow
FORGETS_S = 0.5  # after a gap nobody knows which leg moved where


class Legs:
    """Follows both legs from frame to frame. Parameters never change while it runs."""

    __slots__ = ("_last", "_last_s", "_since_s")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Nothing was seen yet."""
        self._last: tuple[float, ...] = ()
        self._last_s = 0.0
        self._since_s: float | None = None

    def update(self, body: Body) -> Body:
        """The same body, its legs changed over where they leapt into each other's place."""
        is_late = body.t_s - self._last_s > FORGETS_S
        is_swapped = bool(self._last) and not is_late and self._leaps(body)
        if is_swapped and self._since_s is None:
            self._since_s = body.t_s
        if not is_swapped or (self._since_s is not None and body.t_s - self._since_s > STAYS_S):
            is_swapped, self._since_s = False, None
        told = _changed_over(body) if is_swapped else body
        self._last = tuple(
            value for pair in LOOKED_AT for one in pair for value in (told.x[one], told.y[one])
        )
        self._last_s = body.t_s
        return told

    def _leaps(self, body: Body) -> bool:
        stays = turns = 0.0
        for place, pair in enumerate(LOOKED_AT):
            lx, ly, rx, ry = self._last[4 * place : 4 * place + 4]
            (ax, ay), (bx, by) = body.of(pair[LEFT]), body.of(pair[RIGHT])
            stays += hypot(ax - lx, ay - ly) + hypot(bx - rx, by - ry)
            turns += hypot(ax - rx, ay - ry) + hypot(bx - lx, by - ly)
        return stays - turns > CLEARLY * body.torso_px


def _changed_over(body: Body) -> Body:
    x, y, z = list(body.x), list(body.y), list(body.z)
    for left, right in PAIRS:
        for axis in (x, y, z):
            axis[left], axis[right] = axis[right], axis[left]
    return Body(
        t_s=body.t_s, x=tuple(x), y=tuple(y), z=tuple(z), near=body.near, torso_px=body.torso_px
    )
