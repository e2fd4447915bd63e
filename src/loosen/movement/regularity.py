"""How regular a movement is: its signal laid over itself, over the last twelve seconds.

A check, never a count: where its period and the counter disagree, that is a doubt to be told.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import mul

WINDOW_S, LEAST_S = 12.0, 8.0  # looked at; less tells nothing
STEP_S = 0.2  # between the values that are compared: five a second
EVERY = 10  # frames
SHORTEST_S, LONGEST_S = 1.0, 8.0  # periods
CLEAR = 0.5  # likeness from which there is a period at all
ROSE, FELL = 0.2, 0.05  # of likeness, so that a height is one and no shake
OFF = 0.3  # of what was to be counted, and one more: the edges cut repetitions
MOVES = 0.5  # of the least amplitude: less is rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic:
    """What one look found. `period_s` is None where nothing repeats; `is_doubtful`: of the count.

    `likeness`: of the signal to itself one period later, 0 to 1.
    """

    likeness: float
    period_s: float | None
    is_doubtful: bool = False


class RegularityCheck:
    """One signal. Parameters never change while it runs. `least`: amplitude that is movement."""

    __slots__ = ("_frames", "_held", "_last", "_turns_s", "least")

    def __init__(self, *, least: float) -> None:
        self.least = least
        self.reset()

    def reset(self) -> None:
        """Nothing was seen yet."""
        self._held: deque[tuple[float, float]] = deque(maxlen=round(WINDOW_S / STEP_S) + 1)
        self._last: tuple[float, float] | None = None
        self._turns_s: deque[float] = deque(maxlen=round(WINDOW_S))
        self._frames = 0

    def update(self, t_s: float, value: float | None, counted_s: float | None) -> Periodic | None:
        """One more value; `counted_s`: a repetition was counted now. A look at every tenth frame.

        A time that does not go on, and a value that was not seen, change nothing.
        """
        if counted_s is not None:
            self._turns_s.append(counted_s)
        if value is None or (self._last is not None and t_s <= self._last[0]):
            return None
        self._keep(t_s, value)
        self._frames += 1
        return self._look(t_s) if self._frames % EVERY == 0 else None

    def _keep(self, t_s: float, value: float) -> None:
        """Values on an even grid, between the frames that there were; a long gap starts anew."""
        last, self._last = self._last, (t_s, value)
        if last is None or t_s - last[0] > LEAST_S / 4:
            self._held.clear()
            self._held.append((t_s, value))
            return
        next_s = self._held[-1][0] + STEP_S
        while next_s <= t_s:
            share = (next_s - last[0]) / (t_s - last[0])
            self._held.append((next_s, last[1] + share * (value - last[1])))
            next_s += STEP_S

    def _look(self, t_s: float) -> Periodic | None:
        values = [one for _, one in self._held]
        if (len(values) - 1) * STEP_S < LEAST_S:
            return None
        if max(values) - min(values) < MOVES * self.least:
            return Periodic(likeness=0.0, period_s=None)
        likeness, lag = best_lag(values)
        if lag is None or likeness < CLEAR:
            return Periodic(likeness=max(likeness, 0.0), period_s=None)
        period_s = lag * STEP_S
        return Periodic(
            likeness=min(likeness, 1.0),
            period_s=period_s,
            is_doubtful=self._disagrees(t_s, period_s),
        )

    def _disagrees(self, t_s: float, period_s: float) -> bool:
        """The counter has another pace, or none: told, never mended."""
        looked_s = (len(self._held) - 1) * STEP_S
        expected = looked_s / period_s
        counted = sum(one > t_s - looked_s for one in self._turns_s)
        return abs(expected - counted) > 1 + OFF * expected


def best_lag(values: list[float]) -> tuple[float, int | None]:
    """The first height of the signal's likeness to itself: how high, and so many steps later.

    It has to have fallen before, since everything is like itself a moment later; and to fall
    after, or the height may lie beyond what was looked at.
    """
    middle = sum(values) / len(values)
    lowest, best, at = 1.0, 0.0, None
    for lag, likeness in _likenesses([one - middle for one in values]):
        lowest = min(lowest, likeness)
        if likeness > best and likeness > lowest + ROSE:
            best, at = likeness, lag
        elif at is not None and likeness < best - FELL:
            return best, at
    return 0.0, None


def _likenesses(centred: list[float]) -> Iterator[tuple[int, float]]:
    """The correlation of the signal with itself, by lag; none is worked out that is not asked."""
    first, last = round(SHORTEST_S / STEP_S), round(LONGEST_S / STEP_S)
    count = len(centred)
    squares = list(accumulate(map(mul, centred, centred), initial=0.0))
    for lag in range(first, min(last, count * 2 // 3) + 1):
        here, there = squares[count - lag], squares[count] - squares[lag]
        size = (here * there) ** 0.5
        yield lag, sum(map(mul, centred, centred[lag:])) / size if size else 0.0
