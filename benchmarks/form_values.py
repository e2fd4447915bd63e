"""Range, tempo, symmetry and sides against the figure, whose truth is exact."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import numpy as np

from loosen.body import Motion, Physique
from loosen.body.filming import filmed
from loosen.cohort.recordings import Doing, recorded
from loosen.cohort.sided import both_sides, shorter_after_half, then_shorter
from loosen.movement import SetResult, replay
from loosen.movement.quality import Gate
from loosen.movement.reading import Reading
from loosen.vocabulary import Exercise, Side
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import NOT_COMPARED, SideBy, Signal

from .filmed import (
    TWO_A_CYCLE,
    a_body,
    any_camera,
    any_filming,
    best_camera,
    measure_of,
    motion_of_exercise,
)

SETS = 12
SHARES = (0.75, 1.0)  # of the way, that the second repetition makes
ONE_SIDE_UP = frozenset({SideBy.UPPER, SideBy.LOWER})
NONE = -1.0
Row = dict[str, str | int | float]


@dataclass(slots=True)
class Errors:
    """What was off, over many sets of one exercise."""

    range_percent: list[float] = field(default_factory=list)
    tempo_s: list[float] = field(default_factory=list)
    symmetry_percent: list[float] = field(default_factory=list)
    right: int = 0
    wrong: int = 0
    unknown: int = 0


def value_row(exercise: Exercise) -> Row:
    """One exercise: how far off its values are."""
    errors = Errors()
    is_exact = measure_of(exercise).signal is not Signal.BACK_CURVE
    for number in range(SETS if is_exact else 0):
        _range_and_tempo(exercise, number, errors)
        if measure_of(exercise).sides is not None:
            _sides(exercise, number, errors)
    row: Row = {"exercise": exercise.id, "view": measure_of(exercise).view.value, "sets": SETS}
    for name, found in (
        ("range_percent", errors.range_percent),
        ("tempo_s", errors.tempo_s),
        ("symmetry_percent", errors.symmetry_percent),
    ):
        row |= _summed(name, found)
    return row | {"right": errors.right, "wrong": errors.wrong, "unknown": errors.unknown}


def _summed(name: str, found: Sequence[float]) -> Row:
    ranked = sorted(found)
    return {
        f"{name}_n": len(ranked),
        f"{name}_median": round(median(ranked), 3) if ranked else NONE,
        f"{name}_p95": round(ranked[int(0.95 * (len(ranked) - 1))], 3) if ranked else NONE,
    }


def _range_and_tempo(exercise: Exercise, number: int, errors: Errors) -> None:
    """The second repetition goes less far than the first: by how many percent, and in what time."""
    chance = random.Random(f"{exercise.id} {number} range")
    share, drawn = chance.uniform(*SHARES), motion_of_exercise(exercise)
    is_rolled = exercise.id in TWO_A_CYCLE
    motion = shorter_after_half(drawn, share) if is_rolled else then_shorter(drawn, share)
    body, doing = a_body(chance), _doing(chance)
    result = _seen(exercise, motion, body, doing, chance)
    if result.count != 2:
        return
    first, second = result.repetitions
    truth = _percent(_true_amplitudes(exercise, motion, body)) if not is_rolled else None
    if result.range_ is None:
        return
    if truth is not None:
        errors.range_percent.append(abs(100 * second.amplitude / first.amplitude - truth))
    if len(_poses(drawn)) == 1:
        errors.tempo_s += [
            abs(took_s - doing.way_s)
            for one in result.repetitions
            for took_s in (one.out_s, one.back_s)
        ]


def _sides(exercise: Exercise, number: int, errors: Errors) -> None:
    chance = random.Random(f"{exercise.id} {number} sides")
    share, drawn = chance.uniform(*SHARES), motion_of_exercise(exercise)
    sides = measure_of(exercise).sides
    is_still = sides in ONE_SIDE_UP
    if is_still:
        motion = drawn
    elif exercise.id in TWO_A_CYCLE:
        motion = shorter_after_half(drawn, share)
    else:
        motion = both_sides(drawn, second=share)
    body, doing = a_body(chance), _doing(chance)
    result = _seen(exercise, motion, body, doing, chance)
    truth = (Side.LEFT,) if is_still else (Side.LEFT, Side.RIGHT)
    if result.count != len(truth):
        return
    for form, side in zip(result.forms, truth, strict=True):
        errors.unknown += form.side is None
        errors.right += form.side is side
        errors.wrong += form.side not in {None, side}
    if result.symmetry is not None and sides not in NOT_COMPARED:
        true = _percent(_true_amplitudes(exercise, motion, body))
        if true is not None:
            errors.symmetry_percent.append(abs(result.symmetry.percent - min(true, 1e4 / true)))


def _doing(chance: random.Random) -> Doing:
    return Doing(reps=1, way_s=chance.uniform(1.2, 2.4), hold_s=chance.uniform(0.8, 2))


def _seen(
    exercise: Exercise, motion: Motion, body: Physique, doing: Doing, chance: random.Random
) -> SetResult:
    with_mask = measure_of(exercise).signal is Signal.BACK_CURVE
    frames = recorded(
        motion, body, any_camera(exercise, chance), doing, any_filming(exercise, chance),
        chance.randrange(2**31), with_mask=with_mask,
    ).frames  # fmt: skip
    return replay(frames, measure_of(exercise))


# --- the truth -------------------------------------------------------------------------------


def _poses(motion: Motion) -> list[float]:
    return [key.at for key in motion.keys if 0 < key.at < 1]


def _true_amplitudes(
    exercise: Exercise, motion: Motion, body: Physique
) -> tuple[float, float] | None:
    """How far the signal goes in either half, read off exact landmarks from the best place."""
    phases = np.linspace(0.0, 1.0, 81)
    measure = measure_of(exercise)
    if measure.signal is Signal.BACK_CURVE:
        return None  # its edge is known to one pixel of the mask: no exact truth
    camera = best_camera(exercise)
    values = list(_values(exercise, filmed(motion, body, phases, phases.tolist(), camera)))
    levels = [measure.sign * (one - values[0]) for one in values]
    return max(levels[:40]), max(levels[40:])


def _values(exercise: Exercise, frames: Sequence[Frame]) -> Iterator[float]:
    measure = measure_of(exercise)
    for frame in frames:
        _, body = Gate(view=measure.view).update(frame)
        value = Reading(body, frame).of(measure.signal) if body is not None else None
        yield 0.0 if value is None else value


def _percent(pair: tuple[float, float] | None) -> float | None:
    return 100 * pair[1] / pair[0] if pair and pair[0] > 0 and pair[1] > 0 else None
