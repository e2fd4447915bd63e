"""How each repetition was made: its faults, its side, where it is unlike the first good one."""

from dataclasses import dataclass

from loosen.vocabulary.measures import CameraMeasure

from .faults import FaultFound, FaultWatch
from .reading import Reading
from .repetitions import Counting, Turn
from .values import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Formed:
    """The faults of the repetition under way; at its end, how it was made."""

    faults: tuple[FaultFound, ...] = ()
    form: Form | None = None


class FormWatch:
    """Watches one exercise. Parameters never change while it runs."""

    __slots__ = ("_faults", "measure")

    def __init__(self, *, measure: CameraMeasure) -> None:
        self.measure = measure
        self._faults = FaultWatch(measure=measure)

    def reset(self) -> None:
        """A new set."""
        self._faults.reset()

    def update(self, t_s: float, counting: Counting, reading: Reading | None) -> Formed:
        """One more frame."""
        faults = self._faults.update(t_s, counting, reading)
        if counting.turn is not Turn.COUNTED:
            return Formed(faults=faults)
        ids = tuple(one.fault.id for one in faults)
        return Formed(faults=faults, form=Form(faults=ids))
