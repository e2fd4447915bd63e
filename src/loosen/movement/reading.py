"""One body's signals, each worked out at most once a frame, and the bounds they have to keep."""

from collections.abc import Iterable

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import Signal, Within

from .back_edge import back_curve
from .points import Body
from .signals import SIGNALS

OFF_THE_MASK = Signal.BACK_CURVE  # no landmark shows it


class Reading:
    """The signals of one frame. None is a signal that this frame does not show."""

    __slots__ = ("_known", "body", "frame")

    def __init__(self, body: Body, frame: Frame) -> None:
        self.body, self.frame = body, frame
        self._known: dict[Signal, float | None] = {}

    def of(self, signal: Signal) -> float | None:
        """The signal's value in its own unit."""
        known = self._known
        if signal not in known:
            known[signal] = (
                back_curve(self.body, self.frame)
                if signal is OFF_THE_MASK
                else SIGNALS[signal](self.body)
            )
        return known[signal]

    def know(self, signal: Signal, value: float) -> None:
        """The signal's value is known better from elsewhere: smoothed over time."""
        self._known[signal] = value

    def broken(self, bounds: Iterable[Within]) -> Within | None:
        """The first bound that is not kept; an unknown signal breaks none and proves none.

        A bound on the change from the person's own rest is for who knows that rest.
        """
        for bound in bounds:
            value = None if bound.from_rest else self.of(bound.signal)
            if value is not None and not bound.holds(value):
                return bound
        return None
