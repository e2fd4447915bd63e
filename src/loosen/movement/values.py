"""What a set's values are: each with the view it was seen from and how far it can be relied on.

A confidence is a share from 0 to 1 of what was looked at, never a chance of being right; each
record says of what. None in place of a value is "cannot tell".
"""

from dataclasses import dataclass

from loosen.vocabulary.figures import Side
from loosen.vocabulary.measures import PhoneSignal, Signal, View

from .phases import Phase

# Angles that lie in the picture's plane where the view is right; a turn toward the eye does not.
IN_PLANE_DEG = frozenset({
    Signal.HIP_ANGLE, Signal.HIP_ANGLE_LEAST, Signal.HIP_ANGLE_MOST, Signal.HIP_EXTENSION,
    Signal.KNEE_ANGLE, Signal.KNEE_ANGLE_LEAST, Signal.KNEE_ANGLE_MOST, Signal.TRUNK_LEAN,
})  # fmt: skip
NOT_IN_PLANE_DEG = frozenset({Signal.TRUNK_TURN, Signal.TRUNK_YAW, Signal.TRUNK_LEVEL,
                              Signal.HEAD_FORWARD})  # fmt: skip


def unit_of(signal: Signal | PhoneSignal) -> str:
    """The unit of a signal's numbers: degrees, or lengths of the trunk."""
    is_angle = signal in IN_PLANE_DEG | NOT_IN_PLANE_DEG or signal is PhoneSignal.TILT
    return "degrees" if is_angle else "torsos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One hold, seconds."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How one repetition was made.

    `side`: the body's side that did it; None where it cannot be known. `side_confidence`: the
    share of frames that said so. `faults`: the ids of the faults that were seen. `differs_in`:
    the phase in which it was least like the person's own first good one.
    """

    side: Side | None = None
    side_confidence: float = 0.0
    faults: tuple[str, ...] = ()
    differs_in: Phase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """How far it went: the middle of all repetitions. `confidence`: frames seen from the side.

    `own`: this person's own range, learnt or from before; `percent_of_own` is of that. `degrees`
    only where the signal is an angle in the picture's plane.
    """

    amplitude: float
    own: float | None
    percent_of_own: float | None
    degrees: float | None
    confidence: float
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """The middle of all repetitions, seconds; `cycle_s` from one peak to the next.

    `confidence`: the share of frames that could be judged.
    """

    out_s: float
    hold_s: float
    back_s: float
    cycle_s: float | None
    confidence: float
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Regularity:
    """How much the movement is like itself one `period_s` later: the middle over the set, 0 to 1.

    `doubts`: how often that period and the counter disagreed; no count was changed by it.
    `confidence`: the share of the looks at it in which there was a period at all.
    """

    likeness: float
    period_s: float
    doubts: int
    confidence: float
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Symmetry:
    """Left against right: the middle amplitude of each side, and the smaller in % of the larger.

    Left and right are the body's own, if the picture is not mirrored. `confidence`: the share of
    frames that agreed on the side.
    """

    left: float
    right: float
    left_count: int
    right_count: int
    percent: float
    confidence: float
    view: View
