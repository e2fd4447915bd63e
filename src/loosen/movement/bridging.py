"""How far a phone has turned in a gap, and how surely that is known.

The mean of the turning before and after is a first guess. How it changed on both sides tells more:
who lay still before set off in the gap, who lies still after came to rest in it. The second side
is known a moment after the gap, and then what was guessed is mended.
"""

from dataclasses import dataclass

from loosen.vocabulary.frames import Vector

from .vectors import dot, length, plus, scaled

SLOPE_S, SLOPE_MOST_S = 0.09, 0.3  # over so long it is seen how the turning changes
CALM_RAD_S = 0.07  # 4 degrees: a breath and a lasting error turn it no faster
EVEN_RAD_S = 0.105  # 6 degrees: by which a calm turning changes in a gap at most
# Of the fastest turning, and of what no even change explains: so much of the way in the gap may be
# off, one time of three. Seen on figures of other seeds, alike for all movements and gaps.
STRAYS = 0.07
HIDES_S, HIDDEN_RAD = 0.6, 0.17  # still at both ends of a longer one: a whole way fits between
NOWHERE: Vector = (0.0, 0.0, 0.0)
Side = tuple[Vector, Vector | None]  # the turning at one end of a gap, and by how much it changes


@dataclass(frozen=True, slots=True)
class Mended:
    """By what the guess has to be turned on, rad; and how far that may be off, rad."""

    by: Vector
    off: float


class Bridge:
    """Looks at every turning (rad/s) that was felt. Takes no parameters."""

    __slots__ = ("_before", "_gap_s", "_guessed", "_kept", "_newest", "_since")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Nothing was felt yet."""
        self._kept: list[tuple[float, Vector]] = []  # two of before, far enough apart
        self._newest: tuple[float, Vector] | None = None
        self._before: Side = (NOWHERE, None)
        self._since: tuple[float, Vector] | None = None
        self._gap_s, self._guessed = 0.0, NOWHERE

    @property
    def is_open(self) -> bool:
        """Whether a gap was guessed and not yet mended."""
        return self._since is not None

    def felt(self, t_s: float, turning: Vector) -> Mended | None:
        """One more without a gap; what it says of the last gap, once that is known."""
        self._newest = (t_s, turning)
        if not self._kept or t_s - self._kept[-1][0] >= SLOPE_S:
            self._kept = [*self._kept[-1:], self._newest]
        if self._since is None or t_s - self._since[0] < SLOPE_S:
            return None
        return self._close(self._since)

    def opens(self, t_s: float, turning: Vector) -> tuple[Vector, Mended | None]:
        """The first after a gap: the way in it, as a guess, rad; and what was still open."""
        left = None
        if self._since is not None:
            left = self._close(self._since)
        last_s, last = self._newest or (t_s, turning)
        self._before = (last, self._changes(self._kept[0]) if self._kept else None)
        self._gap_s, self._since = t_s - last_s, (t_s, turning)
        self._newest = self._since
        self._kept = [self._since]
        self._guessed = _guessed(self._gap_s, last, turning)
        return self._guessed, left

    def _close(self, since: tuple[float, Vector]) -> Mended:
        self._since = None
        way, off = _way(self._gap_s, self._before, (since[1], self._changes(since)))
        return Mended(plus(way, self._guessed, -1.0), off)

    def _changes(self, since: tuple[float, Vector]) -> Vector | None:
        """By how much the turning has changed a second, from then till now."""
        if self._newest is None:
            return None
        now_s, now = self._newest
        for_s = now_s - since[0]
        if not SLOPE_S / 2 <= for_s <= SLOPE_MOST_S:
            return None
        return scaled(plus(now, since[1], -1.0), 1 / for_s)


def _guessed(gap_s: float, before: Vector, after: Vector) -> Vector:
    """As if it turned evenly more or less; from rest or to it, as if half of the gap was rest."""
    is_one_still = (length(before) <= CALM_RAD_S) != (length(after) <= CALM_RAD_S)
    return scaled(plus(before, after), gap_s / (4 if is_one_still else 2))


def _way(gap_s: float, before: Side, after: Side) -> tuple[Vector, float]:
    """The best that both ends and their changes say, and how far it may be off, rad."""
    (left, from_), (right, to) = before, after
    fastest = max(length(left), length(right))
    if gap_s > HIDES_S and fastest <= CALM_RAD_S:
        return scaled(plus(left, right), gap_s / 2), HIDDEN_RAD
    if from_ is None or to is None:
        return _guessed(gap_s, left, right), 2 * STRAYS * gap_s * fastest
    odd = length(plus(plus(right, left, -1.0), plus(from_, to), -gap_s / 2))
    way = _by_rest(gap_s, before, after)
    if way is None:
        way = plus(scaled(plus(left, right), gap_s / 2), plus(from_, to, -1.0), gap_s * gap_s / 12)
    return way, STRAYS * gap_s * (fastest + odd)


def _by_rest(gap_s: float, before: Side, after: Side) -> Vector | None:
    """Where it lay still at one end alone, and set off or came to rest in the gap; else None."""
    rests = _is_calm(before, gap_s), _is_calm(after, gap_s)
    if rests[0] == rests[1]:
        return None
    (still, _), (moving, change) = (before, after) if rests[0] else (after, before)
    if change is None:
        return None
    gained = plus(moving, still, -1.0)
    took_s = dot(gained, change) / (dot(change, change) or 1.0) * (1 if rests[0] else -1)
    if not 0 < took_s < gap_s:
        return None
    return plus(scaled(still, gap_s), gained, took_s / 2)


def _is_calm(side: Side, gap_s: float) -> bool:
    turning, change = side
    if length(turning) > CALM_RAD_S:
        return False
    return change is not None and length(change) * gap_s <= EVEN_RAD_S
