"""How well the last seconds fit one exercise: by its own posture, bounds, signal and amplitude.

A trace is kept for each exercise that may be meant; the recogniser compares them. The numbers are
ours, set on the drawn figure.
"""

from collections import deque
from dataclasses import dataclass

from loosen.vocabulary.measures import CameraMeasure

from .reading import Reading
from .ways import Sample

IN_PLACE_S, OUT_OF_PLACE_S = 0.3, 1.0
KEEPS, IN_PLACE_SHARE = 0.85, 0.35  # of what was seen since it was in place; of all the time
AMPLITUDE, TOO_FAR = 1.0, 4.5  # of the least one that counts
SPARED = 30  # one in so many at either end is left out of the amplitude
RESTS = 0.4  # of the amplitude: where the posture is, the signal is low
MOVES = 0.5  # of the least amplitude
AT_TURN, KEEPS_AT_TURN = 0.8, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One moment in the exercise's place. `level`: the signal, larger further out.

    `is_turn`: it keeps what has to hold at the turn.
    """

    t_s: float
    is_at_rest: bool
    is_turn: bool
    level: float


class Trace:
    """The last seconds as one exercise would see them. Parameters never change while it runs."""

    __slots__ = ("_is_in_place", "_placed", "_seen", "_since_s", "kept_s", "measure")

    def __init__(self, *, measure: CameraMeasure, kept_s: float) -> None:
        self.measure, self.kept_s = measure, kept_s
        self.reset()

    def reset(self) -> None:
        """As new."""
        self._seen: deque[tuple[float, float, bool]] = deque()  # when, how far out, and is it kept
        self._placed: deque[Mark] = deque()
        self._is_in_place = False
        self._since_s: float | None = None

    def update(self, t_s: float, reading: Reading | None) -> None:
        """One more moment; None where this exercise's view is not there."""
        is_kept = reading is not None and reading.broken(self.measure.stays) is None
        is_at_rest = (
            is_kept and reading is not None and reading.broken(self.measure.posture) is None
        )
        self._place(t_s, is_at_rest or (is_kept and self._is_in_place))
        if reading is not None:
            self._mark(t_s, reading, is_kept=is_kept, is_at_rest=is_at_rest)
        while self._seen and t_s - self._seen[0][0] > self.kept_s:
            self._seen.popleft()
        while self._placed and t_s - self._placed[0].t_s > self.kept_s:
            self._placed.popleft()

    def _mark(self, t_s: float, reading: Reading, *, is_kept: bool, is_at_rest: bool) -> None:
        value = reading.of(self.measure.signal)
        if value is None:
            return
        level = self.measure.sign * value
        self._seen.append((t_s, level, is_kept))
        if is_kept and self._is_in_place:
            is_turn = reading.broken(self.measure.far_out) is None
            self._placed.append(Mark(t_s=t_s, is_at_rest=is_at_rest, is_turn=is_turn, level=level))

    def _place(self, t_s: float, wants: bool) -> None:
        """In the posture for a moment, and out of it for longer: as the coach has it."""
        if wants == self._is_in_place:
            self._since_s = None
            return
        if self._since_s is None:
            self._since_s = t_s
        patience_s = OUT_OF_PLACE_S if self._is_in_place else IN_PLACE_S
        if t_s - self._since_s >= patience_s:
            self._is_in_place, self._since_s = wants, None

    def amplitude(self, from_s: float, moments: int) -> float | None:
        """How often its least amplitude was moved since then; None where it is not this exercise.

        `moments`: how many there were, seen or not.
        """
        placed = [one for one in self._placed if one.t_s >= from_s]
        if len(placed) < max(1.0, IN_PLACE_SHARE * moments):
            return None
        since = [is_kept for t_s, _, is_kept in self._seen if t_s >= placed[0].t_s]
        if sum(since) < KEEPS * len(since):
            return None
        low, high = _ends([one.level for one in placed])
        share = (high - low) / self.measure.least
        fits = AMPLITUDE <= share <= TOO_FAR and self._rests(placed, (low, high))
        return share if fits and _turns(placed, (low, high)) else None

    def moves(self, from_s: float) -> bool:
        """Whether it moved at all since then: what was done before may be over."""
        levels = [level for t_s, level, is_kept in self._seen if is_kept and t_s >= from_s]
        return bool(levels) and max(levels) - min(levels) >= MOVES * self.measure.least

    def _rests(self, placed: list[Mark], ends: Sample) -> bool:
        """Where the posture was seen, the signal was near its lower end."""
        low, high = ends
        rests = sorted(one.level for one in placed if one.is_at_rest)
        return not rests or rests[len(rests) // 20] - low <= RESTS * (high - low)


def _ends(levels: list[float]) -> Sample:
    ranked = sorted(levels)
    spared = len(ranked) // SPARED
    return ranked[spared], ranked[-1 - spared]


def _turns(placed: list[Mark], ends: Sample) -> bool:
    """Far out it keeps what has to hold there."""
    low, high = ends
    far = [one for one in placed if one.level > low + AT_TURN * (high - low)]
    return sum(one.is_turn for one in far) >= KEEPS_AT_TURN * len(far)
