"""What has to hold at the turn of a repetition, and does not: then it was another movement."""

from loosen.vocabulary.measures import CameraMeasure, Within

from .own_rest import OwnRest, rests
from .reading import Reading
from .turns import Counting

FAR_OUT = 0.8  # of the range


class FarOut:
    """Looks at the turns of one exercise. Parameters never change while it runs."""

    __slots__ = ("_rest", "measure")

    def __init__(self, *, measure: CameraMeasure) -> None:
        self.measure = measure
        self._rest = OwnRest(signals=(one.signal for one in measure.far_out if one.from_rest))
        self.reset()

    def reset(self) -> None:
        """No rest is known."""
        self._rest.reset()

    def update(self, counting: Counting, reading: Reading) -> None:
        """What was counted of this moment: at rest, it is looked where that is."""
        if self._rest.signals and rests(counting):
            self._rest.look(reading)

    def strays(self, reading: Reading, share: float) -> Within | None:
        """The bound that is not kept so far out, or else None."""
        bounds = self.measure.far_out
        if not bounds or share < FAR_OUT:
            return None
        return reading.broken(bounds) or self._rest.broken(bounds, reading)
