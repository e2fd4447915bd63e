"""Which faults the numbers show in a repetition: looked at while it is held, settled at its end.

A fault far out is judged by the middle value of the time spent near the top, so neither a shaking
landmark nor a moment on the way makes one. Where a fault says so, it is the change from the
person's own rest that counts: bodies differ.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from loosen.vocabulary.measures import CameraMeasure, Moment, SeenFault, Signal

from .own_rest import OwnRest, rests
from .reading import Reading
from .turns import Counting, Turn

TOP = 0.85  # of the height of this repetition
GROWS = 0.04  # of the range, by which a height has to grow to be still on its way
HELD_S = 0.5  # no higher for so long: it is held
LOOKS_S = 0.3  # between two looks while it is held
LASTS_S = 0.4  # that a fault has to last, all the way
LEAST_FRAMES = 3
KEPT = 1024  # samples of one repetition; of a longer one, the last
ENDS = frozenset({Turn.COUNTED, Turn.PARTIAL, Turn.VOID})  # of the repetition under way

Sample = tuple[float, tuple[float | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultFound:
    """A fault with the number that shows it and the bound that it passed."""

    fault: SeenFault
    value: float
    bound: float


class FaultWatch:
    """All faults of one exercise. Parameters never change while it runs."""

    __slots__ = ("_found", "_grew", "_long", "_looked_s", "_rest", "_samples", "faults", "signals")

    def __init__(self, *, measure: CameraMeasure) -> None:
        self.faults = measure.faults
        self.signals: tuple[Signal, ...] = tuple(dict.fromkeys(one.signal for one in self.faults))
        self._rest = OwnRest(signals=(one.signal for one in self.faults if one.from_rest))
        self.reset()

    def reset(self) -> None:
        """Nothing was seen, no rest is known."""
        self._rest.reset()
        self._start()

    def _start(self) -> None:
        self._samples: deque[Sample] = deque(maxlen=KEPT)
        self._grew = (0.0, float("-inf"))  # the greatest height, and when it grew to it
        self._looked_s = float("-inf")
        self._found: dict[str, FaultFound] = {}
        self._long: dict[
            str, tuple[float, int]
        ] = {}  # since when a fault lasts, in how many frames

    def update(
        self, t_s: float, counting: Counting, reading: Reading | None
    ) -> tuple[FaultFound, ...]:
        """The faults of the repetition under way, so far; at its end, all that it had."""
        if not self.faults:
            return ()
        if counting.turn in ENDS:
            return self._end(counting.turn)
        if reading is None or not counting.is_settled:
            self._long.clear()
            if not counting.is_settled:
                self._start()
            return ()
        if rests(counting):
            self._start()
            self._rest.look(reading)
            return ()
        values = tuple([reading.of(one) for one in self.signals])
        return self._under_way(t_s, counting.share, values)

    def _under_way(
        self, t_s: float, share: float, values: tuple[float | None, ...]
    ) -> tuple[FaultFound, ...]:
        self._samples.append((share, values))
        if share > self._grew[0] + GROWS:
            self._grew = (share, t_s)
        self._look_all_the_way(t_s, values)
        is_held = t_s - self._grew[1] >= HELD_S and share >= TOP * self._grew[0]
        if is_held and t_s - self._looked_s >= LOOKS_S:
            self._looked_s = t_s
            self._look_far_out()
        return tuple(self._found.values())

    def _end(self, turn: Turn) -> tuple[FaultFound, ...]:
        if turn is not Turn.VOID:
            self._look_far_out()
        found = tuple(self._found.values()) if turn is not Turn.VOID else ()
        self._start()
        return found

    # --- looking -----------------------------------------------------------------------------

    def _look_all_the_way(self, t_s: float, values: Sequence[float | None]) -> None:
        for fault in self.faults:
            if fault.moment is not Moment.ALL_THE_WAY:
                continue
            found = self._judged(fault, values[self.signals.index(fault.signal)])
            if found is None:
                self._long.pop(fault.id, None)
                continue
            since_s, frames = self._long.get(fault.id, (t_s, 0))
            self._long[fault.id] = since_s, frames + 1
            if t_s - since_s >= LASTS_S and frames >= LEAST_FRAMES:
                self._found.setdefault(fault.id, found)

    def _look_far_out(self) -> None:
        """What the middle of the time near the top says; a later look corrects an earlier one."""
        highest = max((share for share, _ in self._samples), default=0.0)
        tops = [values for share, values in self._samples if share >= TOP * highest]
        for fault in self.faults:
            if fault.moment is not Moment.FAR_OUT:
                continue
            at = self.signals.index(fault.signal)
            values = sorted(one for row in tops if (one := row[at]) is not None)
            middle = values[len(values) // 2] if len(values) >= LEAST_FRAMES else None
            found = self._judged(fault, middle)
            if found is None:
                self._found.pop(fault.id, None)
            else:
                self._found[fault.id] = found

    def _judged(self, fault: SeenFault, value: float | None) -> FaultFound | None:
        if value is None:
            return None
        if fault.from_rest:
            rest = self._rest.of(fault.signal)
            if rest is None:
                return None
            value -= rest
        bound = fault.passed(value)
        return None if bound is None else FaultFound(fault=fault, value=value, bound=bound)
