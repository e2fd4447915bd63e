"""What a phone's turning is counted in: degrees, radians, or nothing that can be believed.

The pull has to turn as the turning says. Both are brought into the same band, slower than noise and
quicker than a lasting error, and compared: the breath of somebody who lies still is enough.
"""

from loosen.vocabulary.frames import Vector

from .vectors import cross, dot, plus, scaled, towards

SLOW_S, QUICK_S = 1.0, 0.2  # the band: time constants
SETTLES_S = 1.5  # till then a lasting error of the turning still swings in
TELLS, DENIES = 1.5e-4, 3e-3  # rad2 s of the pull's way in the band: what is enough for yes, for no
AGREES = 0.4  # the square of their correlation
AGAINST = 2  # times in a row, and it is dropped
AS_DEGREES, AS_RADIANS = (0.5, 2.0), (30.0, 110.0)  # the pull's way over the turning's
DEG_OF_RAD = 180.0 / 3.141592653589793
NOWHERE: Vector = (0.0, 0.0, 0.0)


class Turning:
    """Finds out by what the turning has to be multiplied. Takes no parameters."""

    __slots__ = (
        "_against",
        "_eased",
        "_felt",
        "_for_s",
        "_means",
        "_seen",
        "_slow",
        "_sums",
        "is_sure",
        "scale",
    )

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Nothing was felt yet; it is believed to be in degrees."""
        self.scale = 1.0  # 0: not believed
        self.is_sure = False
        self._against = 0  # how often in a row it disagreed
        self.begin_again()

    def begin_again(self) -> None:
        """The pull was lost; what is known of the turning stays."""
        self._slow: Vector | None = None
        self._felt = self._eased = self._seen = NOWHERE
        self._for_s = 0.0
        self._gather_anew()

    def _gather_anew(self) -> None:
        self._means = (NOWHERE, NOWHERE, 0.0)
        self._sums = (0.0, 0.0, 0.0)

    def update(self, pull: Vector, turning: Vector, step_s: float) -> bool:
        """One more of both, the turning as it was told, in radians if it were degrees.

        True where it has to be multiplied by something else than before.
        """
        self._for_s += step_s
        slow, share = self._slow or pull, step_s / (SLOW_S + step_s)
        self._slow = towards(slow, pull, share)
        quick = step_s / (QUICK_S + step_s)
        self._seen = seen = towards(self._seen, plus(pull, self._slow, -1.0), quick)
        self._felt = towards(self._felt, cross(pull, turning), share)
        self._eased = felt = towards(self._eased, scaled(self._felt, SLOW_S), quick)
        if self._for_s < SETTLES_S:
            return False
        return self._compare(seen, felt, step_s)

    def _compare(self, seen: Vector, felt: Vector, step_s: float) -> bool:
        seen_sum, felt_sum, for_s = self._means
        seen_sum, felt_sum = plus(seen_sum, seen, step_s), plus(felt_sum, felt, step_s)
        for_s += step_s
        self._means = (seen_sum, felt_sum, for_s)
        both, own, other = self._sums
        both += dot(seen, felt) * step_s
        own += dot(seen, seen) * step_s
        other += dot(felt, felt) * step_s
        self._sums = (both, own, other)
        own -= dot(seen_sum, seen_sum) / for_s
        if own < TELLS:
            return False
        both -= dot(seen_sum, felt_sum) / for_s
        other -= dot(felt_sum, felt_sum) / for_s
        return self._judge(both, own, other)

    def _judge(self, both: float, own: float, other: float) -> bool:
        """Degrees, radians, or nothing to build on: said twice in a row before it is dropped."""
        times = both / other if other > 0 and both * both > AGREES * own * other else 0.0
        says = _scale_of(times)
        if own < DENIES and (not says or (self.is_sure and says != self.scale)):
            return False
        self._gather_anew()
        before = self.scale
        if says:
            self.scale, self.is_sure, self._against = says, True, 0
        else:
            self._against += 1
            self.scale = self.scale if self._against < AGAINST else 0.0
        return self.scale != before


def _scale_of(times: float) -> float:
    """What it has to be multiplied by; 0 where it is neither."""
    if AS_DEGREES[0] < times < AS_DEGREES[1]:
        return 1.0
    return DEG_OF_RAD if AS_RADIANS[0] < times < AS_RADIANS[1] else 0.0
