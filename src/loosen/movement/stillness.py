"""Where a signal rests: the level at which it has stayed for a while."""

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
