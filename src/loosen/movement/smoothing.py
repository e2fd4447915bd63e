"""One-Euro filter: smooth where it is still, quick where it moves, by true time stamps.

Source: Casiez, Roussel, Vogel, "1 Euro Filter", CHI 2012 (recalled). Start values as in
`movement.md` 4.
"""

from math import pi

CUTOFF_HZ, BETA, SPEED_CUTOFF_HZ = 1.5, 0.02, 1.0
TAU = 2 * pi


class OneEuro:
    """Many values at once, each with its own speed. Parameters never change while it runs."""

    __slots__ = ("_speeds", "_t_s", "_values", "beta", "cutoff_hz", "speed_cutoff_hz")

    def __init__(
        self,
        *,
        cutoff_hz: float = CUTOFF_HZ,
        beta: float = BETA,
        speed_cutoff_hz: float = SPEED_CUTOFF_HZ,
    ) -> None:
        self.cutoff_hz, self.beta, self.speed_cutoff_hz = cutoff_hz, beta, speed_cutoff_hz
        self.reset()

    def reset(self) -> None:
        """Forget everything that was seen."""
        self._values: list[float] = []
        self._speeds: list[float] = []
        self._t_s = 0.0

    def update(self, t_s: float, values: list[float]) -> list[float]:
        """The smoothed values at `t_s`; a time that does not go on gives the last ones again."""
        if not self._values:
            self._values, self._speeds, self._t_s = list(values), [0.0] * len(values), t_s
            return list(values)
        step_s = t_s - self._t_s
        if step_s <= 0:
            return list(self._values)
        self._t_s = t_s
        by_speed = _share(self.speed_cutoff_hz, step_s)
        per_s, still, moving = (
            1 / step_s,
            1 + TAU * step_s * self.cutoff_hz,
            TAU * step_s * self.beta,
        )
        speeds, smooth = [], []
        for value, old, before in zip(values, self._values, self._speeds, strict=True):
            went = value - old
            speed = before + by_speed * (went * per_s - before)
            speeds.append(speed)
            smooth.append(value - went / (still + moving * abs(speed)))
        self._values, self._speeds = smooth, speeds
        return list(smooth)


class Slow:
    """The mean of what was seen at first, then what follows it slowly: a level that hardly moves.

    Parameters never change while it runs.
    """

    __slots__ = ("_seen", "_t_s", "_values", "follows_s")

    def __init__(self, *, follows_s: float) -> None:
        self.follows_s = follows_s
        self.reset()

    def reset(self) -> None:
        """Forget everything that was seen."""
        self._values: list[float] = []
        self._seen, self._t_s = 0, 0.0

    def update(self, t_s: float, values: list[float]) -> list[float]:
        """The slow values at `t_s`."""
        self._seen += 1
        step_s, self._t_s = t_s - self._t_s, t_s
        if not self._values:
            self._values = list(values)
            return list(values)
        share = max(1 / self._seen, min(1.0, step_s / self.follows_s))
        olds = self._values
        for index, value in enumerate(values):
            olds[index] += share * (value - olds[index])
        return list(olds)


def _share(cutoff_hz: float, step_s: float) -> float:
    """How much of a new value a low pass of first order takes."""
    pace = TAU * cutoff_hz * step_s
    return pace / (pace + 1)
