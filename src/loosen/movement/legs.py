"""Which leg is which: a model that takes left for right of who lies on the back is undone."""

from math import dist

from .landmarks import ANKLES, HEELS, HIPS, KNEES, TOES, Body, Point

PAIRS = (HIPS, KNEES, ANKLES, HEELS, TOES)
FOUR = (*KNEES, *ANKLES)  # what is looked at
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
        self._last: tuple[Point, ...] = ()
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
        x, y = told.x, told.y
        self._last = tuple([(x[one], y[one]) for one in FOUR])
        self._last_s = body.t_s
        return told

    def _leaps(self, body: Body) -> bool:
        x, y, last = body.x, body.y, self._last
        places = [(x[one], y[one]) for one in FOUR]
        stays = sum(map(dist, places, last))
        if stays <= CLEARLY * body.torso_px:
            return False
        left_knee, right_knee, left_ankle, right_ankle = places
        turned = (right_knee, left_knee, right_ankle, left_ankle)
        return stays - sum(map(dist, turned, last)) > CLEARLY * body.torso_px


def _changed_over(body: Body) -> Body:
    x, y, z = list(body.x), list(body.y), list(body.z)
    for left, right in PAIRS:
        for axis in (x, y, z):
            axis[left], axis[right] = axis[right], axis[left]
    return Body(
        t_s=body.t_s, x=tuple(x), y=tuple(y), z=tuple(z), near=body.near, torso_px=body.torso_px
    )
