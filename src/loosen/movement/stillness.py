"""Where a signal rests: the level at which it has stayed, and what it went no higher than."""

SETTLED_S = 0.8  # for so long, or nearly


class Stillness:
    """Looks back over a short while. Parameters never change while it runs."""

    __slots__ = ("_recent", "within")

    def __init__(self, *, within: float) -> None:
        self.within = within
        self.reset()

    def reset(self) -> None:
        """Nothing was seen yet."""
        self._recent: list[tuple[float, float]] = []

    def update(self, t_s: float, level: float) -> float | None:
        """The middle level of the last while; None where the signal moved by more."""
        recent = self._recent
        recent.append((t_s, level))
        while t_s - recent[0][0] > SETTLED_S:
            recent.pop(0)
        if t_s - recent[0][0] < SETTLED_S * 0.8:
            return None
        levels = sorted(one for _, one in recent)
        return levels[len(levels) // 2] if levels[-1] - levels[0] <= self.within else None


class Lasting:
    """The highest level of the last moments: a lower one has not lasted, and may be a leap."""

    __slots__ = ("_recent", "lasts_s", "level")

    def __init__(self, *, lasts_s: float) -> None:
        self.lasts_s = lasts_s
        self.reset()

    def reset(self) -> None:
        """Nothing was seen yet."""
        self._recent: list[tuple[float, float]] = []
        self.level = 0.0

    def update(self, t_s: float, level: float) -> None:
        """One more level. The last one that is old enough still counts."""
        recent = self._recent
        recent.append((t_s, level))
        while len(recent) > 1 and recent[1][0] <= t_s - self.lasts_s:
            recent.pop(0)
        self.level = max(one for _, one in recent)
