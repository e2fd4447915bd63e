"""What the person named as hard to do: how well it goes since, and whether the change matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from loosen.vocabulary import Content, Entry, FunctionMeasure, FunctionTold

from .standing import standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityChange:
    """From the first to the last time one thing was scored (0-10, more is better).

    `matters`: better or worse by as much as the evidence file (6, PSFS) calls a change.
    """

    first_0_10: float
    last_0_10: float
    matters: bool


def activity_changes(entries: Sequence[Entry], content: Content) -> dict[str, ActivityChange]:
    """The change of each thing that was scored more than once, by the words it was given."""
    by_item: dict[str, list[float]] = {}
    for told in _told(entries):
        for one in told.scores:
            by_item.setdefault(one.item, []).append(one.score)
    least = content.threshold("psfs-one-matters-points")
    return {item: _change(told, least) for item, told in by_item.items() if len(told) > 1}


def mean_activity_change(entries: Sequence[Entry], content: Content) -> ActivityChange | None:
    """The change of the mean, over the things that both the first and the last time name.

    None where there is one time only, or nothing that both name: other things, other means.
    """
    times = [{one.item: one.score for one in told.scores} for told in _told(entries)]
    both = sorted(times[0].keys() & times[-1].keys()) if len(times) > 1 else []
    if not both:
        return None
    means = [fmean(time[item] for item in both) for time in (times[0], times[-1])]
    return _change(means, content.threshold("psfs-mean-matters-points"))


def _told(entries: Sequence[Entry]) -> list[FunctionTold]:
    told = (one for _, one in standing(entries).of(FunctionTold))
    return [one for one in told if one.measure is FunctionMeasure.PSFS]


def _change(scores: Sequence[float], least: float) -> ActivityChange:
    first, last = scores[0], scores[-1]
    return ActivityChange(first_0_10=first, last_0_10=last, matters=abs(last - first) >= least)
