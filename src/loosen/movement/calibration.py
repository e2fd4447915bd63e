"""What is kept of a person for next time: how far they go in one exercise, as it was seen.

A frozen record; `to_plain` and `from_plain` of the vocabulary store it and read it.
"""

from dataclasses import dataclass
from datetime import datetime

from loosen.vocabulary.checks import require, require_id, require_utc
from loosen.vocabulary.measures import Measure
from loosen.vocabulary.wire import FLOAT_DECIMALS

from .result import SetResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """This person's own range of one signal, in its unit, learnt on first good repetitions."""

    exercise_id: str
    signal: str  # of a camera or of a phone, by its word
    view: str
    own_range: float
    made_at: datetime

    def __post_init__(self) -> None:
        for name in ("exercise_id", "signal", "view"):
            require_id(name, getattr(self, name))
        require(0 < self.own_range < float("inf"), "own_range must be a number above 0")
        require_utc("made_at", self.made_at)

    def range_for(self, exercise_id: str, measure: Measure) -> float:
        """The range to begin with; 0, to learn it anew, where something else was measured."""
        is_same = (exercise_id, measure.signal.value, measure.view.value) == (
            self.exercise_id,
            self.signal,
            self.view,
        )
        return self.own_range if is_same else 0.0


def calibration_of(exercise_id: str, result: SetResult, at: datetime) -> Calibration | None:
    """What this set taught; None where it was too short, or not seen."""
    found = result.range_
    if found is None or not found.own:
        return None
    return Calibration(
        exercise_id=exercise_id,
        signal=result.signal.value,
        view=result.view.value,
        own_range=round(found.own, FLOAT_DECIMALS),
        made_at=at,
    )
