"""Which leg is which: a model that takes left for right of who lies on the back is undone."""

from math import dist
from operator import itemgetter

from .points import ANKLES, HEELS, HIPS, KNEES, TOES, Body, Point

PAIRS = (HIPS, KNEES, ANKLES, HEELS, TOES)
four = itemgetter(*KNEES, *ANKLES)  # what is looked at
Places = tuple[Point, ...]
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
        self._last: Places = ()
        self._last_s = 0.0
        self._since_s: float | None = None

    def update(self, body: Body) -> Body:
        """The same body, its legs changed over where they leapt into each other's place."""
        is_late = body.t_s - self._last_s > FORGETS_S
        places = tuple(zip(four(body.x), four(body.y), strict=True))
        is_swapped = bool(self._last) and not is_late and self._leaps(places, body.torso_px)
        if is_swapped and self._since_s is None:
            self._since_s = body.t_s
        if not is_swapped or (self._since_s is not None and body.t_s - self._since_s > STAYS_S):
            is_swapped, self._since_s = False, None
        self._last = _turned(places) if is_swapped else places
        self._last_s = body.t_s
        return _changed_over(body) if is_swapped else body

    def _leaps(self, places: Places, torso_px: float) -> bool:
        stays = sum(map(dist, places, self._last))
        if stays <= CLEARLY * torso_px:
            return False
        return stays - sum(map(dist, _turned(places), self._last)) > CLEARLY * torso_px


def _turned(places: Places) -> Places:
    left_knee, right_knee, left_ankle, right_ankle = places
    return right_knee, left_knee, right_ankle, left_ankle


def _changed_over(body: Body) -> Body:
    x, y, z = list(body.x), list(body.y), list(body.z)
    for left, right in PAIRS:
        for axis in (x, y, z):
            axis[left], axis[right] = axis[right], axis[left]
    return Body(
        t_s=body.t_s, x=tuple(x), y=tuple(y), z=tuple(z), near=body.near, torso_px=body.torso_px
    )
