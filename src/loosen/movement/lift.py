"""How far a way has lifted the phone, from how strongly it was pulled: up speeds up, then slows.

A body rests at both ends of a way, so what is left of its speed there is the sensor's own error and
is taken out. Over a long way that is no longer enough, and then nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .ways import Sample

ASIDE_S, SLACK_S = 0.25, 0.05  # before and after the way: nothing sets off or stops at once
LONGEST_S, STEP_MOST_S = 3.2, 0.4
LEAST = 6  # readings
# By how much it may be off, in metres, times the root of the seconds between two readings: noise
# evens out. Two or three times as far as most were, at 10, 20 and 60 a second, on other figures.
LIFT_OFF = 0.2


@dataclass(frozen=True, slots=True)
class Lift:
    """Metres up, and how far that may be off."""

    up: float
    off: float


def lifted_m(pulls: Sequence[Sample], start_s: float, top_s: float) -> float | None:
    """Metres up from start to top; None where it cannot be told. `pulls`: seconds, m/s2."""
    way = [one for one in pulls if start_s - ASIDE_S <= one[0] <= top_s + ASIDE_S]
    if top_s - start_s > LONGEST_S or len(way) < LEAST:
        return None
    if way[0][0] - SLACK_S > start_s or way[-1][0] + SLACK_S < top_s or _has_gap(way):
        return None
    speed = height = 0.0
    for (from_s, before), (until_s, after) in pairwise(way):
        step_s = until_s - from_s
        height += speed * step_s + (2 * before + after) / 6 * step_s * step_s
        speed += (before + after) / 2 * step_s
    return height - speed / 2 * (way[-1][0] - way[0][0])


def _has_gap(way: Sequence[Sample]) -> bool:
    return any(after[0] - before[0] > STEP_MOST_S for before, after in pairwise(way))
