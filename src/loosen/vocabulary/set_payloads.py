"""What a set came to: how often, counted by what, and what was measured on the way."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from .checks import require, require_id, require_range, require_unique
from .measures import CameraView

MOST_TIMES = 500
MOST_SET_S = 2 * 60 * 60
LEAST_EACH_S = 0.4  # nobody moves there and back in less
MOST_RANGE = 360.0  # degrees; other signals are lengths of the trunk, far below
MOST_SHARE = 5.0
# What only a camera or a sensor can tell of a set, and how much of it there can be.
MEASURED: dict[str, float] = {
    "own_range": MOST_RANGE,
    "range_share": MOST_SHARE,
    "way_s": MOST_SET_S,
    "symmetry": 1.0,
    "regularity": 1.0,
}


class CountedBy(StrEnum):
    """What counted a part of a set."""

    CAMERA = "camera"
    PHONE = "phone"
    TAP = "tap"  # by the person, with each one or told at the end
    TIMER = "timer"  # led by the clock; nothing was seen


MEASURING = frozenset({CountedBy.CAMERA, CountedBy.PHONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPart:
    """A stretch of a set that one thing counted. `seconds` 0: nobody took the time."""

    by: CountedBy
    count: int
    partials: int = 0
    seconds: float = 0.0

    def __post_init__(self) -> None:
        require_range("count", self.count, 0, MOST_TIMES)
        require_range("partials", self.partials, 0, MOST_TIMES)
        require_range("seconds", self.seconds, 0, MOST_SET_S)
        is_seen = self.by in MEASURING
        require(is_seen or self.partials == 0, "only what measures knows of partials")
        require(
            not is_seen or (self.count + self.partials) * LEAST_EACH_S <= self.seconds,
            "count must fit into seconds",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasured:
    """One set of one exercise in a session. What nothing measured is None or empty.

    `view`: the camera's, where one was asked for. `own_range`: the person's own way there, in
    `signal`'s unit, kept for next time; `range_share`: how much of it the middle repetition
    went. `way_s`: there and back. `symmetry` and `regularity` from 0 to 1. `cues`: by id.
    """

    session_id: UUID
    step_index: int
    exercise_id: str
    parts: tuple[SetPart, ...]
    view: CameraView | None = None
    signal: str = ""
    holds_s: tuple[float, ...] = ()
    own_range: float | None = None
    range_share: float | None = None
    way_s: float | None = None
    symmetry: float | None = None
    regularity: float | None = None
    cues: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_range("step_index", self.step_index, 0, 100)
        require_id("exercise_id", self.exercise_id)
        require(bool(self.parts), "parts must not be empty")
        require_unique("parts, what each was counted by", [part.by for part in self.parts])
        require_range("count, of all parts", self.count, 0, MOST_TIMES)
        require_range("seconds, of all parts", self.seconds, 0, MOST_SET_S)
        self._check_measured()

    def _check_measured(self) -> None:
        if self.signal:
            require_id("signal", self.signal)
        require_range("holds_s, how many", len(self.holds_s), 0, MOST_TIMES)
        require_range("holds_s, together", sum(self.holds_s), 0, MOST_SET_S)
        require(all(one >= 0 for one in self.holds_s), "holds_s must not be negative")
        for name, high in MEASURED.items():
            if (value := getattr(self, name)) is not None:
                require_range(name, value, 0, high)
        measured = (
            self.signal,
            self.holds_s,
            self.view,
            *(getattr(self, name) for name in MEASURED),
        )
        is_measured = any(part.by in MEASURING for part in self.parts)
        require(
            is_measured or not any(one or one == 0 for one in measured), "nothing measured this"
        )
        require_range("cues, how many", len(self.cues), 0, MOST_TIMES)
        for cue in self.cues:
            require_id("cues", cue)
            require_range("cues, the length of an id", len(cue), 1, 64)

    @property
    def count(self) -> int:
        """How often, whatever counted it."""
        return sum(part.count for part in self.parts)

    @property
    def seconds(self) -> float:
        """How long all of it took, as far as it was timed."""
        return sum(part.seconds for part in self.parts)

    @property
    def counted_by(self) -> CountedBy:
        """What counted the most of it; of two alike the later one, which is the weaker eye."""
        return max(reversed(self.parts), key=lambda part: part.count).by
