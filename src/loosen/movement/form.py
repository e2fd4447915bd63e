"""How each repetition was made: its faults, its side, where it is unlike the first good one."""

from collections import deque
from dataclasses import dataclass
from statistics import median

from loosen.vocabulary.figures import Side
from loosen.vocabulary.measures import GUESSED, NOT_COMPARED, CameraMeasure

from .faults import FaultFound, FaultWatch
from .phases import Phase, PhaseCheck
from .reading import Reading
from .sides import SideVotes
from .turns import Counting, Turn
from .values import Form
from .ways import Repetition

FAR_OUT = 0.6  # of the range, from where on the side is looked at
EACH = 2  # repetitions of each side, before they are compared
RECENT = 5  # of each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Formed:
    """The faults of the repetition under way; at its end, how it was made.

    `evenness_percent`: the side that goes less far against the other; None where not known.
    """

    faults: tuple[FaultFound, ...] = ()
    form: Form | None = None
    evenness_percent: float | None = None


NOTHING = Formed()


class FormWatch:
    """Watches one exercise. Parameters never change while it runs."""

    __slots__ = ("_amplitudes", "_faults", "_phases", "_votes", "measure")

    def __init__(self, *, measure: CameraMeasure) -> None:
        self.measure = measure
        self._faults = FaultWatch(measure=measure)
        self._phases = PhaseCheck()
        self._votes = SideVotes(by=measure.sides)
        self.reset()

    def reset(self) -> None:
        """A new set."""
        for part in (self._faults, self._phases, self._votes):
            part.reset()
        self._amplitudes: dict[Side, deque[float]] = {side: deque(maxlen=RECENT) for side in Side}

    def update(self, t_s: float, counting: Counting, reading: Reading | None) -> Formed:
        """One more frame."""
        faults = self._faults.update(t_s, counting, reading)
        if reading is not None and counting.is_settled:
            self._phases.update(t_s, counting.share)
            if counting.is_out and counting.share >= FAR_OUT:
                self._votes.update(reading.body)
        if counting.turn is Turn.COUNTED:
            return self._at_end(counting, faults)
        if counting.turn is not Turn.NONE and counting.turn is not Turn.OUT:
            self._votes.reset()
        return Formed(faults=faults) if faults else NOTHING

    def _at_end(self, counting: Counting, faults: tuple[FaultFound, ...]) -> Formed:
        done = counting.repetition
        if done is None:
            return Formed(faults=faults)
        side, agreed = self._votes.decided()
        self._votes.reset()
        if side is not None:
            self._amplitudes[side].append(done.amplitude)
        form = Form(
            side=side,
            side_confidence=agreed,
            faults=tuple(one.fault.id for one in faults),
            differs_in=self._differs(done, side, is_good=not faults),
        )
        return Formed(faults=faults, form=form, evenness_percent=self._evenness())

    def _differs(self, done: Repetition, side: Side | None, *, is_good: bool) -> Phase | None:
        """Not asked of a turn toward the eye: its depth is a guess, and its course with it."""
        if self.measure.signal in GUESSED:
            return None
        return self._phases.compared(done, side, is_good=is_good)

    def _evenness(self) -> float | None:
        left, right = (self._amplitudes[side] for side in (Side.LEFT, Side.RIGHT))
        if min(len(left), len(right)) < EACH or self.measure.sides in NOT_COMPARED:
            return None
        lefts, rights = median(left), median(right)
        return 100 * min(lefts, rights) / max(lefts, rights)
