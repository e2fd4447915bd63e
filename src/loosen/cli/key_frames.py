"""Which pictures of a video are worth showing: the first, and each repetition where it turned."""

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loosen.vocabulary.frames import Frame

if TYPE_CHECKING:
    from loosen.movement import Seen

MOST_PEAKS, MOST_CUES = 6, 3
KEPT_S = 90.0  # a repetition is counted at its end, and shown at its peak; no hold is longer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFrame:
    """A frame to be shown, and what it shows."""

    frame: Frame
    caption: str


class KeyFrames:
    """Picks them while the frames go by, in constant room."""

    def __init__(self) -> None:
        self._recent: deque[Frame] = deque()
        self._first: KeyFrame | None = None
        self._peaks: list[KeyFrame] = []
        self._cues: list[KeyFrame] = []

    def update(self, frame: Frame, seen: "Seen") -> None:
        """One more frame, and what was made of it."""
        self._recent.append(frame)
        while frame.t_s - self._recent[0].t_s > KEPT_S:
            self._recent.popleft()
        if self._first is None:
            self._first = KeyFrame(frame=frame, caption="The first picture")
        if seen.repetition is not None and not seen.repetition.is_partial:
            self._add_peak(seen.repetition.peak_s, seen.count)
        if seen.cue is not None and len(self._cues) < MOST_CUES:
            self._cues.append(KeyFrame(frame=frame, caption="Where there was something to say"))

    def _add_peak(self, peak_s: float, count: int) -> None:
        if len(self._peaks) < MOST_PEAKS:
            nearest = min(self._recent, key=lambda one: abs(one.t_s - peak_s))
            self._peaks.append(KeyFrame(frame=nearest, caption=f"Number {count}, farthest"))
        self._recent.clear()

    def picked(self) -> tuple[KeyFrame, ...]:
        """In the order of time; where nothing counted, those where there was something to say."""
        first = () if self._first is None else (self._first,)
        return (*first, *(self._peaks or self._cues))
