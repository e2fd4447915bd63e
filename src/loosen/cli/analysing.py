"""`analyse`: a video goes through the pose models and the coach, picture by picture."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from loosen.vocabulary import MovementError, canonical_json
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure

from . import moving

if TYPE_CHECKING:
    from loosen.movement import Seen, SetResult, Target
    from loosen.video import Clip, Picture

BAR_WIDTH = 30
MODELS = Path(__file__).parents[1] / "web" / "static" / "dist" / "models"


def analyse(arguments: argparse.Namespace) -> int:
    """Print what the coach would have made of the video."""
    from loosen.movement import set_record
    from loosen.video import PoseReader, open_clip, open_models

    exercise, measure = moving.meant(arguments)
    with open_clip(arguments.video) as clip:
        reader = PoseReader(models=open_models(MODELS / f"pose_{arguments.model}.task"))
        frames = map(reader.read, _with_bar(clip))
        watched = _Watched(measure, moving.target_of(exercise), arguments.recording)
        result = watched.judge(frames, clip)
    if arguments.recording is not None:
        watched.write(arguments.recording)
    if arguments.json:
        about = {"pictures": watched.count, "seconds": clip.last_s, "notes": clip.notes()}
        print(canonical_json({**set_record(exercise.id, result), "video": about}))
    else:
        print(moving.words_of(exercise, result))
    for note in clip.notes():
        print(note, file=sys.stderr)
    return 0


class _Watched:
    """One video on its way through the coach; keeps its frames only where they are wanted."""

    def __init__(self, measure: CameraMeasure, target: "Target", recording: Path | None) -> None:
        from loosen.movement import CameraCoach, SetFold

        self._coach = CameraCoach(measure=measure, target=target)
        self._fold = SetFold(measure=measure)
        self._kept: list[Frame] | None = None if recording is None else []
        self.count = 0

    def judge(self, frames: Iterator[Frame], clip: "Clip") -> "SetResult":
        """The whole set. Raises `MovementError` where not one picture could be read."""
        from loosen.video import nothing_read

        for frame in frames:
            self._take(frame, self._coach.update(frame))
        if not self.count:
            raise MovementError(nothing_read(clip.path))
        return self._fold.result()

    def _take(self, frame: Frame, seen: "Seen") -> None:
        self.count += 1
        self._fold.update(seen)
        if self._kept is not None:
            self._kept.append(frame)

    def write(self, path: Path) -> None:
        """The frames as a recording, for `replay`."""
        from loosen.movement.recording import write_recording

        write_recording(path, tuple(self._kept or ()))


def _with_bar(clip: "Clip") -> "Iterator[Picture]":
    """How far it is, on standard error, where somebody looks at it."""
    if not sys.stderr.isatty():
        yield from clip.pictures()
        return
    for picture in clip.pictures():
        yield picture
        share = min(1.0, picture.t_s / clip.duration_s) if clip.duration_s else 0.0
        bar = "#" * round(BAR_WIDTH * share)
        print(f"\r[{bar:{BAR_WIDTH}}] {picture.t_s:.1f} s", end="", file=sys.stderr)
    print(file=sys.stderr)
