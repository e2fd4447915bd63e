"""Where the body is in the picture, for whoever draws over it. Counts nothing and judges nothing.

Told only where the picture bears it out: from the side, the side that is seen better has to be the
one that the face says; from the front, left and right have to lie as they do from there. Else the
body is not told, and nothing is drawn over it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from loosen.vocabulary.figures import Side
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import GUESSED, CameraMeasure, CameraView

from .landmarks import LEFT, frame_px
from .points import ANKLES, EARS, HIPS, KNEES, SHOULDERS, WRISTS, Body
from .reading import OFF_THE_MASK
from .session import UNSEEN_S, Seen
from .sides import SideVotes, is_seen_from_front, near_agrees
from .standing import Standing
from .turns import Turn

# Ours.
SURE_S = 0.3  # seen from the same side for so long, and it is believed
FORGOTTEN_S = 2.0  # not borne out for so long, and it is believed no more
SIDED = 0.4  # of the range: from here on a repetition shows its side
AT_REST = 0.15  # of the range: so near the start the body rests
FAR_LEAST = 0.12  # torsos: less of a way in the picture is no place to reach
LEARNT_FROM = 2  # repetitions: those from which the counter learns the range, too
DIGITS = 4  # of a share of the picture: a tenth of a pixel

Point = tuple[float, float]
MOVED = (*SHOULDERS, *WRISTS, *HIPS, *KNEES, *ANKLES)
FROM_FRONT = (
    *(ANKLES[0], KNEES[0], HIPS[0], SHOULDERS[0]),
    *(SHOULDERS[1], HIPS[1], KNEES[1], ANKLES[1]),
)
UNSHOWN = GUESSED | {OFF_THE_MASK}  # no point goes that way in the picture
BETWEEN = frozenset({Standing.READY, Standing.SETTLING, Standing.NOT_IN_PLACE})


class From(StrEnum):
    """What of the body the camera sees: its left side, its right side, or its front."""

    LEFT = "left"
    RIGHT = "right"
    FRONT = "front"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Of the part that moves most: where it rests, and where the person's own range brings it."""

    rest: Point
    own: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One body in the picture. Points are shares of its width and height, from its upper left.

    `trunk`: shoulders to hips, a share of the width. `line`: from joint to joint. `side`: the one
    that the newest repetition was made with or to; None: it has none, or it is not known.
    """

    seen_from: From
    side: Side | None
    hip: Point
    shoulder: Point
    trunk: float
    line: tuple[Point, ...]
    reach: Reach | None


def plain_place(place: Place | None) -> dict[str, object] | None:
    """As the page hears it: with each frame, so without looking at every number once more."""
    if place is None:
        return None
    return {
        "seen_from": place.seen_from.value,
        "side": place.side.value if place.side else None,
        "hip": place.hip,
        "shoulder": place.shoulder,
        "trunk": place.trunk,
        "line": place.line,
        "reach": {"rest": place.reach.rest, "own": place.reach.own} if place.reach else None,
    }


class PlaceWatch:
    """Follows one body through a set. Parameters never change while it runs."""

    __slots__ = ("_candidate", "_far", "_from", "_last", "_own", "_rest", "_side", "_votes",
                 "measure")  # fmt: skip

    def __init__(self, *, measure: CameraMeasure) -> None:
        self.measure = measure
        self._votes = SideVotes(by=measure.sides)
        self.reset()

    def reset(self) -> None:
        """Nobody was seen."""
        self._votes.reset()
        self._candidate: tuple[From, float] | None = None  # and since when
        self._from: tuple[From, float] | None = None  # and when it was last borne out
        self._side: Side | None = None
        self._last: tuple[float, Place | None] | None = None  # and when somebody was last seen
        self._rest: Body | None = None
        self._far: tuple[float, Body] | None = None  # the farthest of this way out
        self._own: tuple[int, list[Point]] | None = None  # whose way, and how far it was, pixels

    def update(self, frame: Frame, seen: Seen, body: Body | None) -> Place | None:
        """Where it is now; `seen` and `body` are what the coach made of this very frame."""
        if body is None:
            return self._blinked(frame.t_s)
        if self._last is not None and frame.t_s <= self._last[0]:
            return self._last[1]
        self._look(body)
        self._learn(seen, body)
        place = self._placed(frame, body)
        self._last = frame.t_s, place
        return place

    def _blinked(self, t_s: float) -> Place | None:
        """A moment unseen changes nothing; after a longer one all is looked at anew."""
        if self._last is None or t_s - self._last[0] <= UNSEEN_S:
            return self._last[1] if self._last else None
        own, side = self._own, self._side
        self.reset()
        self._own, self._side = own, side
        return None

    # --- from where ----------------------------------------------------------------------------

    def _look(self, body: Body) -> None:
        now, t_s = self._seen_from(body), body.t_s
        if now is not None:
            if self._candidate is None or self._candidate[0] is not now:
                self._candidate = now, t_s
            if t_s - self._candidate[1] >= SURE_S:
                self._from = now, t_s
        if self._from is not None and t_s - self._from[1] > FORGOTTEN_S:
            self._from = None

    def _seen_from(self, body: Body) -> From | None:
        if self.measure.view is CameraView.FRONT:
            return From.FRONT if is_seen_from_front(body) else None
        near = From.LEFT if body.near == LEFT else From.RIGHT
        return near if near_agrees(body) else None

    # --- how far -------------------------------------------------------------------------------

    def _learn(self, seen: Seen, body: Body) -> None:
        """The side and the way of each whole repetition; the person's own way is that of two."""
        if seen.turn is Turn.COUNTED:
            self._whole()
        if seen.turn is not Turn.NONE or seen.standing in BETWEEN:
            self._far = None
            self._votes.reset()
        if seen.standing is Standing.READY and seen.share <= AT_REST:
            self._rest = body
        if seen.standing is not Standing.OUT:
            return
        if self._far is None or seen.share > self._far[0]:
            self._far = seen.share, body
        if seen.share >= SIDED:
            self._votes.update(body)
            self._side = self._votes.decided()[0] or self._side

    def _whole(self) -> None:
        """One more whole repetition is over."""
        if self._rest is None or self._far is None or self.measure.signal in UNSHOWN:
            return
        rest, far = self._rest, self._far[1]
        ways = {one: (far.x[one] - rest.x[one], far.y[one] - rest.y[one]) for one in MOVED}
        most = max(ways, key=lambda one: hypot(*ways[one]))
        if hypot(*ways[most]) < FAR_LEAST * rest.torso_px:
            return
        known = self._own[1] if self._own is not None and self._own[0] == most else []
        self._own = most, [*known, ways[most]][:LEARNT_FROM]

    # --- as it is told -------------------------------------------------------------------------

    def _placed(self, frame: Frame, body: Body) -> Place | None:
        if self._from is None:
            return None
        wide, high = frame_px(frame)

        def share(point: Point) -> Point:
            return round(point[0] / wide, DIGITS), round(-point[1] / high, DIGITS)

        return Place(
            seen_from=self._from[0],
            side=self._side,
            hip=share(body.middle(HIPS)),
            shoulder=share(body.middle(SHOULDERS)),
            trunk=round(body.torso_px / wide, DIGITS),
            line=tuple(share(body.of(one)) for one in self._line(body)),
            reach=self._reach(share),
        )

    def _line(self, body: Body) -> tuple[int, ...]:
        if self.measure.view is CameraView.FRONT:
            return FROM_FRONT
        return tuple(pair[body.near] for pair in (EARS, SHOULDERS, HIPS, KNEES, ANKLES))

    def _reach(self, share: Callable[[Point], Point]) -> Reach | None:
        if self._rest is None or self._own is None:
            return None
        part, ways = self._own
        x, y = self._rest.of(part)
        across, up = (sum(way[axis] for way in ways) / len(ways) for axis in (0, 1))
        return Reach(rest=share((x, y)), own=share((x + across, y + up)))
