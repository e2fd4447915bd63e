"""What a counter says after each frame: whether it turned, and how far out it is."""

from dataclasses import dataclass
from enum import StrEnum

from .ways import Repetition


class Turn(StrEnum):
    """What the counter saw at this moment."""

    NONE = "none"
    OUT = "out"  # far enough: the voice may say "hold" or "back"
    COUNTED = "counted"
    PARTIAL = "partial"
    VOID = "void"  # it was another movement, or the turn was not seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What the counter knows after a frame. `share`: how far out, of the range; 0 is rest."""

    turn: Turn
    count: int
    partials: int
    share: float
    is_out: bool
    is_settled: bool
    repetition: Repetition | None = None
