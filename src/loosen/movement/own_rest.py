"""What some signals are where this person rests: the middle of the last looks at it."""

from collections import deque
from collections.abc import Iterable

from loosen.vocabulary.measures import Signal, Within

from .reading import Reading
from .turns import Counting

MOVES = 0.15  # of the range: nearer to rest, it is rest
KEPT = 15  # looks


class OwnRest:
    """The rest of these signals. Parameters never change while it runs."""

    __slots__ = ("_kept", "signals")

    def __init__(self, *, signals: Iterable[Signal]) -> None:
        self.signals = tuple(dict.fromkeys(signals))
        self.reset()

    def reset(self) -> None:
        """No rest is known."""
        self._kept: dict[Signal, deque[float]] = {one: deque(maxlen=KEPT) for one in self.signals}

    def look(self, reading: Reading) -> None:
        """The person rests, and this is what is seen."""
        for signal, kept in self._kept.items():
            value = reading.of(signal)
            if value is not None:
                kept.append(value)

    def of(self, signal: Signal) -> float | None:
        """Where this signal rests; None where it was not seen at rest yet."""
        kept = sorted(self._kept[signal])
        return kept[len(kept) // 2] if kept else None

    def broken(self, bounds: Iterable[Within], reading: Reading) -> Within | None:
        """The first bound on the change from this rest that is not kept."""
        for bound in bounds:
            change = self._change(bound.signal, reading) if bound.from_rest else None
            if change is not None and not bound.holds(change):
                return bound
        return None

    def _change(self, signal: Signal, reading: Reading) -> float | None:
        rest, value = self.of(signal), reading.of(signal)
        return None if rest is None or value is None else value - rest


def rests(counting: Counting) -> bool:
    """Whether the person is where a repetition begins."""
    return counting.is_settled and not counting.is_out and counting.share < MOVES
