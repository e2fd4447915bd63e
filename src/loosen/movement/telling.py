"""What is in the way, said across a room: once it lasts, not too often, and then no more."""

FIRST_S = 2.0  # before anything is said of it
BETWEEN_S = 5.0  # any two sentences
SAME_S = 15.0  # before the same one again
TIMES = 3  # that each is said; who does not come by then is left in peace


class Telling:
    """Chooses when a sentence is due. Nothing is kept but when and how often each was said."""

    __slots__ = ("_last_s", "_said", "_since")

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Nothing was said yet."""
        self._said: dict[str, list[float]] = {}
        self._last_s = float("-inf")
        self._since: tuple[str | None, float] | None = None

    def of(self, t_s: float, id_: str | None) -> str | None:
        """What is in the way now, where it is due; None is nothing."""
        if self._since is None or self._since[0] != id_:
            self._since = (id_, t_s)
        if id_ is None or t_s - self._since[1] < FIRST_S or t_s - self._last_s < BETWEEN_S:
            return None
        said = self._said.get(id_, [])
        if len(said) >= TIMES or (said and t_s - said[-1] < SAME_S):
            return None
        return self._say(t_s, id_)

    def once(self, t_s: float, id_: str) -> str | None:
        """This, if it was not said yet."""
        return None if id_ in self._said else self._say(t_s, id_)

    def _say(self, t_s: float, id_: str) -> str:
        self._said.setdefault(id_, []).append(t_s)
        self._last_s = t_s
        return id_
