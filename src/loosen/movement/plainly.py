"""A set counted as plainly as can be, with hindsight: what the running engine is held against.

Every frame that the gate lets through gives the signal; it is put at even steps, smoothed both
ways, and a repetition is out beyond six tenths of the way and back below four. No posture, no
gaps, no partial ones, no cues: right for a clean recording of one exercise, and for nothing else.
"""

from collections.abc import Iterable

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure

from .even import evened
from .peaks import smoothed
from .quality import Gate
from .reading import Reading
from .repetitions import BACK, OUT

SMOOTH_S = 0.2
LOW, HIGH = 0.05, 0.95  # of all values: rest, and far out


def count_plainly(frames: Iterable[Frame], measure: CameraMeasure) -> int:
    """How many whole repetitions a clean recording holds."""
    level = _level(frames, measure)
    if not level:
        return 0
    ranked = sorted(level)
    rest, far = ranked[int(LOW * len(ranked))], ranked[int(HIGH * len(ranked))]
    if far - rest < measure.least:
        return 0
    count, is_out = 0, False
    for value in level:
        share = (value - rest) / (far - rest)
        if is_out and share < BACK:
            count, is_out = count + 1, False
        elif share > OUT:
            is_out = True
    return count


def _level(frames: Iterable[Frame], measure: CameraMeasure) -> list[float]:
    """The signal at even steps, larger further out, without its shaking."""
    gate, samples = Gate(view=measure.view), []
    for frame in frames:
        _, body = gate.update(frame)
        value = None if body is None else Reading(body, frame).of(measure.signal)
        if value is not None:
            samples.append((frame.t_s, (measure.sign * value,)))
    _, step_s, rows = evened(samples)
    return smoothed([row[0] for row in rows], SMOOTH_S / step_s) if rows else []
