"""A score of pain, as a simulated person tells it or skips it."""

from .clocks import MIN_PER_DAY
from .life import Life


def told_pain(life: Life, minute: int, draw: int, *, skips: float = 1.0) -> int | None:
    """A score, or nothing: the more it hurts, the more is skipped."""
    day = minute // MIN_PER_DAY
    score = life.feeling.score(minute, life.who.chances.bell(day, draw))
    tells = 1 - skips * (1 - life.who.habits.tells * (1 - 0.04 * score))
    return score if life.who.chances.happens(day, draw, tells) else None
