"""When a worn phone was out and back, told apart from the breath that tilts it all the while.

A breath moves the belly by a degree and a tilt by ten, both within the same seconds: no filter
parts them. So an eased way out and back and one slow wave are fitted together to what was felt,
when a repetition is counted. The wave is held small: where no breath is, it takes nothing.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import cos, inf, pi, sin, sqrt

from .lift import LIFT_OFF, Lift, lifted_m
from .squares import Numbers, Slopes, fitted
from .ways import Repetition, Sample

BIN_S, BINS = 0.15, 700  # readings are brought together in so long; the longest way fits in
LEAST_BINS = 12
BEFORE_S = 1.0  # of the rest before: longer, and the wave is no longer one
WAY_S, WAY_LEAST_S = 1.9, 0.3  # a first guess; and nothing with flesh on it is quicker
LONG_S, NEAR_S = 12.0, 5.0  # longer, and each way is fitted alone with so much of the hold
FAR_S = 1e3  # where a way is put that is not fitted
BREATHS_RAD_S = (2 * pi * 0.2, 2 * pi * 0.3)  # a slow one and a quick one to begin from
OFF_SHARE, OFF_LEAST_DEG = 0.025, 0.25  # by which a bin may be off: of the tilt, and at least
# How freely each may leave its first guess: four corners (s), rest, height, two of the wave (deg),
# its speed (rad/s).
FREE = (0.6, 0.6, 0.6, 0.6, 0.3, 1e3, 0.5, 0.5, 0.5)


class Trace:
    """What was felt of late, from which a repetition is measured anew. Takes no parameters."""

    __slots__ = ("_bins", "_count", "_ended_s", "_from_s", "_sums")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Nothing was felt yet."""
        self._bins: deque[tuple[float, float, float, int]] = deque(maxlen=BINS)
        self._from_s = self._ended_s = float("-inf")
        self._sums, self._count = (0.0, 0.0, 0.0), 0

    def update(self, t_s: float, tilt_deg: float, pull_m_s2: float) -> None:
        """One more reading."""
        if t_s - self._from_s >= BIN_S:
            self._close()
            self._from_s = t_s
        times, tilts, pulls = self._sums
        self._sums = (times + t_s, tilts + tilt_deg, pulls + pull_m_s2)
        self._count += 1

    def _close(self) -> None:
        if self._count:
            times, tilts, pulls = (one / self._count for one in self._sums)
            self._bins.append((times, tilts, pulls, self._count))
        self._sums, self._count = (0.0, 0.0, 0.0), 0

    def measured(self, done: Repetition, sign: int) -> Repetition:
        """The same repetition, its times as if nobody breathed. `sign`: 1 where out is up."""
        self._close()
        begins_s = max(done.start_s - BEFORE_S, self._ended_s)
        felt = [
            (t_s, one * sign) for t_s, one, *_ in self._bins if begins_s <= t_s <= done.counted_s
        ]
        found = _found(felt, done) if len(felt) >= LEAST_BINS else None
        anew = done if found is None else _as_found(done, found)
        self._ended_s = anew.end_s
        return anew

    def lift(self, done: Repetition) -> Lift | None:
        """How far up the way out of one just measured went; None where it cannot be told."""
        start_s, top_s = done.start_s, done.start_s + done.out_s
        rises_m = lifted_m([(t_s, pull) for t_s, _, pull, _ in self._bins], start_s, top_s)
        if rises_m is None:
            return None
        readings = sum(count for t_s, _, _, count in self._bins if start_s <= t_s <= top_s)
        return Lift(rises_m, LIFT_OFF * sqrt(done.out_s / max(readings, 1)))


def _as_found(done: Repetition, found: Sequence[float]) -> Repetition:
    start_s, top_s, leaves_s, end_s, height = found
    return replace(
        done,
        amplitude=height,
        start_s=start_s,
        end_s=end_s,
        hold_s=max(0.0, leaves_s - top_s),
        out_s=top_s - start_s,
        back_s=end_s - leaves_s,
    )


def _found(felt: Sequence[Sample], done: Repetition) -> Sequence[float] | None:
    """When it left rest, was out, went back and was back, and how far; None where no way fits."""
    half = done.amplitude / 2
    beyond = [t_s for t_s, one in felt if one >= half and t_s >= done.start_s]
    if not beyond:
        return None
    up_s, down_s, aside_s = beyond[0], beyond[-1], WAY_S / 2
    out, back = [up_s - aside_s, up_s + aside_s], [down_s - aside_s, down_s + aside_s]
    rest = [0.0, done.amplitude]
    if felt[-1][0] - felt[0][0] <= LONG_S:
        found = _fit(felt, [*out, *back, *rest], done.amplitude)
        return _sound(found[:4], found[5])
    early = [one for one in felt if one[0] <= up_s + NEAR_S]
    late = [one for one in felt if one[0] >= down_s - NEAR_S]
    there = _fit(early, [*out, down_s + FAR_S, down_s + 2 * FAR_S, *rest], done.amplitude)
    home = _fit(late, [up_s - 2 * FAR_S, up_s - FAR_S, *back, *rest], done.amplitude)
    return _sound([*there[:2], *home[2:4]], min(there[5], home[5]))


def _sound(corners: Sequence[float], height: float) -> Sequence[float] | None:
    start_s, top_s, leaves_s, end_s = corners
    is_way = start_s < top_s and leaves_s < end_s and start_s < leaves_s and height > 0
    return (*corners, height) if is_way else None


def _fit(felt: Sequence[Sample], guess: Numbers, height: float) -> Numbers:
    """Corners, rest and height, with the breath that leaves least over."""
    middle_s = (felt[0][0] + felt[-1][0]) / 2
    off_deg = max(OFF_LEAST_DEG, OFF_SHARE * height)
    firm = [(off_deg / one) ** 2 for one in FREE]

    def model(numbers: Numbers) -> Iterator[tuple[float, Slopes]]:
        for t_s, tilt in felt:
            value, slopes = _model(numbers, t_s, t_s - middle_s)
            yield tilt - value, slopes

    best, least = guess, inf
    for speed in BREATHS_RAD_S:
        found, off = fitted(model, [*guess, 0.0, 0.0, speed], firm)
        if off < least:
            best, least = found, off
    return best


def _model(numbers: Numbers, t_s: float, from_s: float) -> tuple[float, Slopes]:
    """The tilt at this time by these numbers, and how it changes with each that it hangs on."""
    start_s, top_s, leaves_s, end_s, rest, height, even, odd, speed = numbers
    share, slopes = _way((start_s, top_s), t_s, 0)
    back, slopes_back = _way((end_s, leaves_s), t_s, 3)
    if back < share:
        share, slopes = back, slopes_back
    swing, sway = cos(speed * from_s), sin(speed * from_s)
    value = rest + height * share + even * swing + odd * sway
    turns = from_s * (odd * swing - even * sway)
    wave = ((4, 1.0), (5, share), (6, swing), (7, sway), (8, turns))
    return value, (*((at, height * slope) for at, slope in slopes), *wave)


def _way(corners: tuple[float, float], t_s: float, foot: int) -> tuple[float, Slopes]:
    """How far it is on an eased way from its foot to its top, and by which corner that changes."""
    foot_s, top_s = corners
    way_s = top_s - foot_s
    if abs(way_s) < WAY_LEAST_S:
        way_s = WAY_LEAST_S if foot == 0 else -WAY_LEAST_S
    part = (t_s - foot_s) / way_s
    if not 0 < part < 1:
        return (0.0 if part <= 0 else 1.0), ()
    steep = 6 * part * (1 - part) / way_s
    at_foot, at_top = (foot, steep * (part - 1)), (abs(foot - 1), -steep * part)
    slopes = (at_foot, at_top) if foot == 0 else (at_top, at_foot)
    return part * part * (3 - 2 * part), slopes
