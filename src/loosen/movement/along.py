"""Whether a phone that is worn tilts as its movement does: along the body, and not too far."""

from loosen.vocabulary.measures import PhoneMeasure

from .lift import Lift
from .tilt import Tilt

NOISE_DEG = 5.0  # less is noise until somebody has tested it on people (movement.md 3)
LEFT_DEG = 0.5  # what a breath may leave in the measure of one tilt
OUT_OF_PLACE_S = 0.6
OFF_DEG, FARTHEST_DEG = 30.0, 80.0  # beyond, the body lies no more as it did
WRONG_WAY_DEG = 10.0  # so far back from rest, and it is another movement
TILTED_DEG = 5.0  # from here on it must be tilted along the body more than to its side
TURNS_DEG_S, TURNS_S = 6.0, 0.7  # and, faster than this, turn so


class Along:
    """Parameters never change while it runs."""

    __slots__ = ("_left_s", "_turns", "measure")

    def __init__(self, *, measure: PhoneMeasure) -> None:
        self.measure = measure
        self.reset()

    def reset(self) -> None:
        """It lies anew."""
        self._left_s: float | None = None
        self.begin_again()

    def begin_again(self) -> None:
        """What had begun is dropped."""
        self._turns = (0.0, 0.0)

    def has_left(self, t_s: float, tilt: Tilt, out_deg: float) -> bool:
        """Whether the body lies no more as it has to, with patience. `out_deg`: out of rest."""
        if -OFF_DEG <= out_deg <= FARTHEST_DEG and abs(tilt.off) <= OFF_DEG:
            self._left_s = None
            return False
        if self._left_s is None:
            self._left_s = t_s
        return t_s - self._left_s >= OUT_OF_PLACE_S

    def holds(
        self, tilt: Tilt, out_deg: float, turning: tuple[float, float] | None, step_s: float
    ) -> bool:
        """Whether it tilts and turns about the body's left-right axis more than any other.

        `turning`: about that axis and about all others, deg/s; None where it is not felt.
        """
        if self._left_s is not None or not -WRONG_WAY_DEG <= out_deg <= self.measure.most_deg:
            return False
        if max(abs(tilt.along), abs(tilt.off)) > TILTED_DEG and abs(tilt.off) > abs(tilt.along):
            return False
        return turning is None or self._turns_so(*turning, step_s)

    def tips(self, tilt_deg: float) -> bool:
        """Whether so much, as it was measured, is a whole tilt of this movement and no noise."""
        return tilt_deg >= max(NOISE_DEG + LEFT_DEG, self.measure.least_deg - LEFT_DEG)

    def lifts(self, tilt_deg: float, lift: Lift | None) -> bool:
        """Whether so much of a tilt may have lifted it so far; where that is not known, it may."""
        if lift is None:
            return True
        least, most = self.measure.least_lift_mm_deg, self.measure.most_lift_mm_deg
        if least is not None and 1000 * (lift.up + lift.off) < least * tilt_deg:
            return False
        return most is None or 1000 * (lift.up - lift.off) <= most * tilt_deg

    def _turns_so(self, on: float, off: float, step_s: float) -> bool:
        share = min(1.0, step_s / TURNS_S)
        on_all, off_all = self._turns
        on_all += share * (on * on - on_all)
        off_all += share * (off * off - off_all)
        self._turns = (on_all, off_all)
        return off_all <= on_all or on_all + off_all < TURNS_DEG_S * TURNS_DEG_S
