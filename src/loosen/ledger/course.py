"""How it went, by two measures that differ: how far pain fell, and how long it was all but gone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loosen.vocabulary import Content, Entry

from .pain import PainScore, pain_scores

PER_CENT = 100
FEWEST_SCORES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """`has_fallen`: from the first score to the last, by enough points and enough of a part.

    `is_over`: low on enough days running, each of them with a score. They are not the same.
    """

    first_0_10: int
    last_0_10: int
    has_fallen: bool
    is_over: bool


def course(entries: Sequence[Entry], content: Content) -> Course | None:
    """The course so far; None where fewer than two scores are known."""
    scores = [one for one in pain_scores(entries) if one.pain_0_10 is not None]
    if len(scores) < FEWEST_SCORES:
        return None
    first, last = _known(scores[0]), _known(scores[-1])
    fell = first - last
    enough = fell * PER_CENT >= first * content.threshold("change-matters-percent")
    return Course(
        first_0_10=first,
        last_0_10=last,
        has_fallen=fell >= content.threshold("change-matters-points") and enough,
        is_over=_has_run(scores, content),
    )


def _has_run(scores: Iterable[PainScore], content: Content) -> bool:
    """Whether so many days in a row each had a score, and none above the mark."""
    worst: dict[date, int] = {}
    for score in scores:
        day = (score.felt_at + timedelta(minutes=score.utc_offset_min)).date()
        worst[day] = max(worst.get(day, 0), _known(score))
    most, days = (
        content.threshold("recovered-pain-most"),
        content.threshold("recovered-days-running"),
    )
    run, before = 0, None
    for day in sorted(worst):
        follows = before is not None and day - before == timedelta(days=1)
        run = (run if follows else 0) + 1 if worst[day] <= most else 0
        before = day
        if run >= days:
            return True
    return False


def _known(score: PainScore) -> int:
    assert score.pain_0_10 is not None
    return score.pain_0_10
