"""What many repetitions come to: one value each of range, tempo, regularity and symmetry."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from loosen.vocabulary.figures import Side
from loosen.vocabulary.measures import GUESSED, NOT_COMPARED, CameraMeasure, Measure, PhoneSignal

from .regularity import Periodic
from .values import IN_PLANE_DEG, Form, Held, Range, Regularity, Symmetry, Tempo
from .ways import Repetition

LEAST_LOOKS = 3
IN_PLANE = 0.9  # confidence from which degrees are given at all


def held(one: Repetition) -> Held:
    """The hold of a repetition: after the way out."""
    start_s = one.start_s + one.out_s
    return Held(start_s=start_s, end_s=start_s + one.hold_s)


def range_of(
    done: Sequence[Repetition], own: float, measure: Measure, confidence: float
) -> Range | None:
    """How far it went, against the person's own range; None where depth is a guess."""
    if not done or measure.signal in GUESSED:
        return None
    amplitude = median(one.amplitude for one in done)
    is_told = measure.signal in IN_PLANE_DEG or measure.signal is PhoneSignal.TILT
    return Range(
        amplitude=amplitude,
        own=own or None,
        percent_of_own=100 * amplitude / own if own else None,
        degrees=amplitude if is_told and confidence >= IN_PLANE else None,
        confidence=confidence,
        view=measure.view,
    )


def tempo_of(done: Sequence[Repetition], measure: Measure, confidence: float) -> Tempo | None:
    """How long its parts take; None where the signal is a guess of depth."""
    if not done or measure.signal in GUESSED:
        return None
    cycles = [after.peak_s - before.peak_s for before, after in pairwise(done)]
    return Tempo(
        out_s=median(one.out_s for one in done),
        hold_s=median(one.hold_s for one in done),
        back_s=median(one.back_s for one in done),
        cycle_s=median(cycles) if cycles else None,
        confidence=confidence,
        view=measure.view,
    )


def regularity_of(looks: Sequence[Periodic], measure: Measure) -> Regularity | None:
    """How regular the set was; None where it was too short, or nothing in it repeats."""
    found = [(one.likeness, one.period_s) for one in looks if one.period_s is not None]
    if len(found) < LEAST_LOOKS:
        return None
    return Regularity(
        likeness=median(likeness for likeness, _ in found),
        period_s=median(period_s for _, period_s in found),
        doubts=sum(one.is_doubtful for one in looks),
        confidence=len(found) / len(looks),
        view=measure.view,
    )


def symmetry_of(
    done: Sequence[Repetition], forms: Sequence[Form], measure: Measure
) -> Symmetry | None:
    """Left against right; None unless both sides are known to have moved and can be compared."""
    sided = [(one, form) for one, form in zip(done, forms, strict=True) if form.side is not None]
    left = [one.amplitude for one, form in sided if form.side is Side.LEFT]
    right = [one.amplitude for one, form in sided if form.side is Side.RIGHT]
    is_compared = isinstance(measure, CameraMeasure) and measure.sides not in NOT_COMPARED
    if not left or not right or not is_compared:
        return None
    lefts, rights = median(left), median(right)
    return Symmetry(
        left=lefts,
        right=rights,
        left_count=len(left),
        right_count=len(right),
        percent=100 * min(lefts, rights) / max(lefts, rights),
        confidence=min(form.side_confidence for _, form in sided),
        view=measure.view,
    )
