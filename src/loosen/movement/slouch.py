"""Whether who sits has sunk for a good while, against their own baseline; never a norm.

What counts is how high the ear is above the hip, in thighs: the same however far the camera is.
The middle of half a minute is compared with what it was when the person tapped, so a reach, a
sip or a look about is nothing. It nudges, and leaves it at that for a while.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loosen.vocabulary.checks import require, require_range
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView, Signal, Within

from .angles import apart
from .points import EARS, HIPS, KNEES, Body
from .quality import Gate, Unseen
from .reading import Reading
from .ways import Sample

SITS = (
    Within(signal=Signal.SHOULDER_RISE, least=0.7),
    Within(signal=Signal.KNEE_ANGLE, most=140),
    Within(signal=Signal.KNEES_ABOVE_ANKLES, least=0.3),
)
EVERY_S = 0.5  # between values that are kept
LONGEST_GAP_S = 2.0  # between them; longer, and the person was not seen
BASELINE_S = 3.0  # of sitting, after the tap
FULL = 0.8  # of the time in which the person has to have been seen sitting
# Of the time the values have to be nearly as low. Not quite as low: each shakes by a percent, and
# whoever sits just below the bound would never sit still enough.
STEADY, NEARLY = 0.8, 0.75
STRAYS = 0.15  # of the values at either end: between these all lie close, or it is moving about
AWAY_S = 60.0  # out of the seat or the picture for so long, and the baseline is void


@dataclass(frozen=True, slots=True, kw_only=True)
class SlouchRule:
    """`sunk_percent`: of the own height, for `lasts_s`; not said again within `again_s`."""

    sunk_percent: float
    lasts_s: float
    again_s: float

    def __post_init__(self) -> None:
        require_range("sunk_percent", self.sunk_percent, 1, 50)
        require_range("lasts_s", self.lasts_s, 20, 30)
        require(self.again_s >= self.lasts_s, "again_s must not be below lasts_s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What one frame told. `sunk_percent`: the middle of the last while; None: cannot tell.

    `is_nudge`: now it may be said, once. `has_baseline`: False: a tap is needed, or the seconds
    after it are not over.
    """

    t_s: float
    unseen: Unseen | None
    is_sitting: bool
    has_baseline: bool
    sunk_percent: float | None = None
    is_nudge: bool = False


class SlouchWatch:
    """One person, sitting, from the side. Parameters never change while it runs."""

    __slots__ = (
        "_baseline", "_gate", "_heights", "_kept_s", "_last", "_said_s", "_seen_s", "_taking",
        "rule",
    )  # fmt: skip

    def __init__(self, *, rule: SlouchRule) -> None:
        self.rule = rule
        self._gate = Gate(view=CameraView.SIDE)
        self.reset()

    def reset(self) -> None:
        """Nobody was seen, and no baseline taken."""
        self._gate.reset()
        self._baseline: float | None = None
        self._taking: list[Sample] | None = None
        self._heights: deque[Sample] = deque()
        self._last: Sitting | None = None
        self._kept_s = self._said_s = float("-inf")
        self._seen_s = float("inf")

    def take_baseline(self) -> None:
        """On a tap: how this person sits now is what later is compared with."""
        self._baseline, self._taking = None, []
        self._heights.clear()
        self._said_s = float("-inf")

    def update(self, frame: Frame) -> Sitting:
        """What is seen now; a time that does not go on gives the last answer without a nudge."""
        if self._last is not None and frame.t_s <= self._last.t_s:
            return self._answer(self._last.t_s, self._last.unseen, self._last.is_sitting)
        quality, body = self._gate.update(frame)
        is_sitting = body is not None and Reading(body, frame).broken(SITS) is None
        if body is not None and is_sitting:
            self._keep(frame.t_s, height(body))
        elif frame.t_s - self._seen_s > AWAY_S:
            self._baseline = self._taking = None
        self._last = self._answer(frame.t_s, quality.unseen, is_sitting, is_new=True)
        return self._last

    def _keep(self, t_s: float, value: float) -> None:
        self._seen_s = t_s
        if t_s - self._kept_s < EVERY_S:
            return
        self._kept_s = t_s
        if self._taking is not None:
            self._taking.append((t_s, value))
            if seen_s(self._taking) >= BASELINE_S:
                self._baseline, self._taking = _middle(self._taking), None
            return
        self._heights.append((t_s, value))
        while self._heights[0][0] <= t_s - self.rule.lasts_s:
            self._heights.popleft()

    def _answer(
        self, t_s: float, unseen: Unseen | None, is_sitting: bool, *, is_new: bool = False
    ) -> Sitting:
        sunk, is_nudge = self._sunk(t_s), False
        if is_new and sunk is not None and self._is_due(t_s, sunk):
            self._said_s, is_nudge = t_s, True
        return Sitting(
            t_s=t_s,
            unseen=unseen,
            is_sitting=is_sitting,
            has_baseline=self._baseline is not None,
            sunk_percent=sunk,
            is_nudge=is_nudge,
        )

    def _sunk(self, t_s: float) -> float | None:
        """How far the middle of the last while is below the baseline; None where too little."""
        recent = [one for one in self._heights if one[0] > t_s - self.rule.lasts_s]
        if self._baseline is None or seen_s(recent) < FULL * self.rule.lasts_s:
            return None
        return 100 * (1 - _middle(recent) / self._baseline)

    def _is_due(self, t_s: float, sunk: float) -> bool:
        rule = self.rule
        if sunk < rule.sunk_percent or t_s - self._said_s < rule.again_s:
            return False
        baseline = self._baseline or 0.0
        sinks = rule.sunk_percent / 100 * baseline
        heights = sorted(value for _, value in self._heights)
        cut = int(STRAYS * len(heights))
        if heights[-1 - cut] - heights[cut] > sinks:
            return False
        low = sum(value < baseline - NEARLY * sinks for value in heights)
        return seen_s(self._heights) * low / len(heights) >= STEADY * rule.lasts_s


def height(body: Body) -> float:
    """How high the ear is above the hip, in thighs."""
    hip = body.at(HIPS)
    return (body.at(EARS)[1] - hip[1]) / max(apart(hip, body.at(KNEES)), 1.0)


def seen_s(samples: Iterable[Sample]) -> float:
    """For how long the person was seen, however many frames a second there are: no long gaps."""
    gaps_s = (after[0] - before[0] for before, after in pairwise(samples))
    return sum(gap_s for gap_s in gaps_s if gap_s <= LONGEST_GAP_S)


def _middle(samples: Sequence[Sample]) -> float:
    return sorted(value for _, value in samples)[len(samples) // 2]
