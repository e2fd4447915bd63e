"""The engine by camera: what one frame costs, by exercise, and how fast a recording is replayed."""

from collections.abc import Iterator
from time import thread_time

from loosen.library.current import load_content
from loosen.movement import CameraCoach, SetFold
from loosen.vocabulary import Exercise
from loosen.vocabulary.frames import Frame

from .movement_sets import REAL, Condition, a_set, even, measure_of
from .table import Row

SEEN = Condition(name="speed", model=REAL, play=even)
FRAME_US, REAL_TIME = 80, 300
ROUNDS = 9  # the quickest of them: what else runs here is not the engine; of 3 it varied by a tenth
AT_FRAMES_PER_S = 30


def rows() -> Iterator[Row]:
    """One row an exercise, then the replay of all of them together."""
    measured = [one for one in load_content().exercises.values() if one.measuring.camera]
    spent_s = frames = 0.0
    for exercise in measured:
        seen = a_set(exercise, SEEN, 0).frames
        took = min((_times_s(exercise, seen) for _ in range(ROUNDS)), key=sum)
        spent_s, frames = spent_s + sum(took), frames + len(took)
        ranked = sorted(took)
        slow_ms = ranked[int(0.95 * len(ranked))] * 1000
        yield Row(
            what=f"one frame of {exercise.id}",
            figure=sum(took) / len(took) * 1e6,
            unit="us",
            budget=FRAME_US,
            how=f"mean of {len(took)} frames, the quickest of {ROUNDS} rounds; "
            f"95 of 100 under {slow_ms:.2g} ms",
        )
    yield Row(
        what="a recording is replayed",
        figure=frames / AT_FRAMES_PER_S / spent_s,
        unit="times real time",
        budget=REAL_TIME,
        how=f"all of these at {AT_FRAMES_PER_S} frames a second, on one core",
        at_least=True,
    )


def _times_s(exercise: Exercise, frames: tuple[Frame, ...]) -> list[float]:
    measure = measure_of(exercise)
    coach, fold = CameraCoach(measure=measure), SetFold(measure=measure)
    took = []
    for frame in frames:
        began = thread_time()
        fold.update(coach.update(frame))
        took.append(thread_time() - began)
    return took
