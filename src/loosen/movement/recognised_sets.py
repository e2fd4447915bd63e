"""A recording of no named exercise -> its stretches, each an exercise or unknown; and its sets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure

from .cues import Target
from .recognition import Recognised, Recogniser
from .replay import replay
from .result import SetResult

BIN_S = 0.5
BRIDGED_S, SHORTEST_S = 6.0, 3.0
AROUND_S = 4.0  # before and after a stretch, so that its first and last repetition are whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From when to when it was which exercise; None is unknown. `share`: of all that voted."""

    start_s: float
    end_s: float
    exercise: str | None
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedSet:
    """One stretch of an exercise, judged as the coach of that exercise would have.

    `frames`: those that it was judged by, a few seconds before and after the stretch among them.
    """

    stretch: Stretch
    result: SetResult
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """All of a recording: its stretches without a gap between them, and the sets among them."""

    stretches: tuple[Stretch, ...]
    sets: tuple[RecognisedSet, ...]


def recognise_sets(
    frames: Sequence[Frame],
    measures: Mapping[str, CameraMeasure],
    targets: Mapping[str, Target] | None = None,
) -> Recognition:
    """What was done, and how well. A stretch in which nothing moves far enough is unknown."""
    sets, stretches = [], []
    found = stretches_of(frames, measures)
    for number, stretch in enumerate(found):
        if stretch.exercise is not None:
            target = (targets or {}).get(stretch.exercise)
            part = _around(frames, found, number)
            result = replay(part, measures[stretch.exercise], target=target)
            if result.count or result.partials:
                sets.append(RecognisedSet(stretch=stretch, result=result, frames=part))
            else:
                stretches.append(replace(stretch, exercise=None))
                continue
        stretches.append(stretch)
    return Recognition(stretches=tuple(_joined(stretches)), sets=tuple(sets))


def stretches_of(
    frames: Sequence[Frame], measures: Mapping[str, CameraMeasure]
) -> tuple[Stretch, ...]:
    """The recording cut where what is done changes: every window votes for its own time."""
    if not frames:
        return ()
    recogniser, start_s = Recogniser(measures=measures), frames[0].t_s
    votes: list[Counter[str | None]] = [
        Counter() for _ in range(int((frames[-1].t_s - start_s) / BIN_S) + 1)
    ]
    last_s = float("-inf")
    for frame in frames:
        said = recogniser.update(frame)
        if frame.t_s - last_s >= BIN_S:
            last_s = frame.t_s
            _vote(votes, said, start_s)
    runs = _bridged(list(_runs(votes, start_s, frames[-1].t_s)))
    return tuple(_joined([_long_enough(one) for one in runs]))


def _vote(votes: list[Counter[str | None]], said: Recognised, start_s: float) -> None:
    first = max(0, int((said.t_s - said.window_s - start_s) / BIN_S))
    for one in votes[first : int((said.t_s - start_s) / BIN_S) + 1]:
        one[said.exercise] += 1


def _runs(votes: list[Counter[str | None]], start_s: float, end_s: float) -> Iterator[Stretch]:
    named = [(one.most_common(1)[0] if one else (None, 0), one.total()) for one in votes]
    at = 0
    for exercise, group in groupby(named, key=lambda one: one[0][0]):
        bins = list(group)
        total = sum(whole for _, whole in bins)
        until = at + len(bins)
        yield Stretch(
            start_s=start_s + at * BIN_S,
            end_s=min(start_s + until * BIN_S, end_s),
            exercise=exercise,
            share=sum(count for (_, count), _ in bins) / total if total else 1.0,
        )
        at = until


def _bridged(runs: list[Stretch]) -> list[Stretch]:
    """A short rest between two stretches of one exercise belongs to it."""
    found: list[Stretch] = []
    for number, one in enumerate(runs):
        after = runs[number + 1] if number + 1 < len(runs) else None
        is_rest = one.exercise is None and one.end_s - one.start_s <= BRIDGED_S
        if is_rest and found and after and found[-1].exercise == after.exercise:
            found.append(replace(one, exercise=after.exercise))
        else:
            found.append(one)
    return _joined(found)


def _joined(runs: list[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for one in runs:
        before = found[-1] if found else None
        if before is None or before.exercise != one.exercise:
            found.append(one)
            continue
        lasts, more = before.end_s - before.start_s, one.end_s - one.start_s
        share = (before.share * lasts + one.share * more) / ((lasts + more) or 1.0)
        found[-1] = replace(before, end_s=one.end_s, share=share)
    return found


def _long_enough(one: Stretch) -> Stretch:
    is_short = one.end_s - one.start_s < SHORTEST_S
    return replace(one, exercise=None) if is_short else one


def _around(frames: Sequence[Frame], found: Sequence[Stretch], number: int) -> tuple[Frame, ...]:
    """The frames of one stretch and somewhat more, but nothing of another exercise's."""
    one = found[number]
    from_s, until_s = one.start_s - AROUND_S, one.end_s + AROUND_S
    for other in found[:number]:
        if other.exercise is not None:
            from_s = max(from_s, other.end_s)
    for other in found[number + 1 :]:
        if other.exercise is not None:
            until_s = min(until_s, other.start_s)
    return tuple(frame for frame in frames if from_s <= frame.t_s <= until_s)
