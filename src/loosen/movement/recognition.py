"""Which exercise is it? Posture first, then what moves; and it may be none of them.

What was prescribed is no proof, and is not asked. Every exercise that a camera measures is tried
by its own bounds; the one whose signal moves most for what it needs is it. Where none fits, it is
unknown: idling, getting down, walking in, an exercise that no camera measures, a nonsense view.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

from .points import Body
from .quality import Gate
from .reading import Reading
from .smoothing import OneEuro
from .steady import Steadier
from .traces import Trace

WINDOWS_S = (14.0, 8.0)  # what fits the longer is surer; a change is seen in the shorter first
FEWEST_S = 3.0
STEP_S, LOOKS_S = 0.1, 0.5
EDGE_CUTOFF_HZ = 1.0
VIEWS = tuple(CameraView)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What the last seconds were; `exercise` None is unknown. `share`: of all that fitted."""

    t_s: float
    exercise: str | None
    share: float
    window_s: float


class Recogniser:
    """Frame in, exercise or unknown out. Parameters never change while it runs."""

    __slots__ = (
        "_edge",
        "_gate",
        "_last",
        "_looked_s",
        "_moments",
        "_steadier",
        "_stepped_s",
        "_traces",
        "measures",
    )

    def __init__(self, *, measures: Mapping[str, CameraMeasure]) -> None:
        self.measures = dict(measures)
        self._gate = Gate(view=None)
        self._steadier = Steadier()
        self._edge = OneEuro(cutoff_hz=EDGE_CUTOFF_HZ, beta=0.0)
        self._traces = {
            id_: Trace(measure=one, kept_s=max(WINDOWS_S)) for id_, one in measures.items()
        }
        self.reset()

    def reset(self) -> None:
        """As new: nothing seen."""
        self._steadier.reset()
        self._edge.reset()
        self._gate.reset()
        for trace in self._traces.values():
            trace.reset()
        self._moments: deque[float] = deque()
        self._stepped_s = self._looked_s = float("-inf")
        self._last: Recognised | None = None

    def update(self, frame: Frame) -> Recognised:
        """What the last seconds were; a time that does not go on gives the last answer again."""
        last = self._last
        if last is not None and frame.t_s <= last.t_s:
            return last
        body = self._gate.update(frame)[1]
        views = [view for view in VIEWS if body is not None and self._gate.shows(view)]
        self._see(frame, body if views else None, views)
        found = self._look(frame.t_s)
        self._last = found
        return found

    def _see(self, frame: Frame, raw: Body | None, views: Sequence[CameraView]) -> None:
        """Smooths every frame, and marks ten a second."""
        body = None if raw is None else self._steadier.update(raw)
        if frame.t_s - self._stepped_s < STEP_S:
            return
        self._stepped_s = frame.t_s
        reading = None if body is None else self._read(frame, body)
        for trace in self._traces.values():
            trace.update(frame.t_s, reading if trace.measure.view in views else None)
        self._moments.append(frame.t_s)
        while frame.t_s - self._moments[0] > max(WINDOWS_S):
            self._moments.popleft()

    def _read(self, frame: Frame, body: Body) -> Reading:
        """The edge of a coarse mask leaps, so it is smoothed too."""
        reading = Reading(body, frame)
        edge = reading.of(Signal.BACK_CURVE) if frame.mask64 is not None else None
        if edge is not None:
            reading.know(Signal.BACK_CURVE, self._edge.update(frame.t_s, [edge])[0])
        return reading

    def _look(self, t_s: float) -> Recognised:
        """Twice a second; in between the last answer stands."""
        last = self._last
        if last is not None and t_s - self._looked_s < LOOKS_S:
            return Recognised(
                t_s=t_s, exercise=last.exercise, share=last.share, window_s=last.window_s
            )
        self._looked_s = t_s
        for window_s in WINDOWS_S:
            found = self._within(t_s, window_s)
            if found is not None:
                return found
        return Recognised(t_s=t_s, exercise=None, share=1.0, window_s=min(WINDOWS_S))

    def _within(self, t_s: float, window_s: float) -> Recognised | None:
        """The exercise whose signal moved most for what it needs."""
        from_s = t_s - window_s
        moments = len(self._moments) - bisect_left(self._moments, from_s)
        if not moments or t_s - max(from_s, self._moments[0]) < FEWEST_S:
            return None
        fitting = {
            id_: found
            for id_, trace in self._traces.items()
            if (found := trace.amplitude(from_s, moments)) is not None
            and trace.moves(t_s - min(WINDOWS_S))
        }
        if not fitting:
            return None
        best = max(fitting, key=lambda id_: fitting[id_])
        share = fitting[best] / sum(fitting.values())
        return Recognised(t_s=t_s, exercise=best, share=share, window_s=window_s)
