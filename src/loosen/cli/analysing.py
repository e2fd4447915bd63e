"""`analyse`: a video goes through the pose models and the coach, picture by picture."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from loosen.library.current import load_content
from loosen.vocabulary import Exercise, MovementError, canonical_json
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure

from . import moving, reporting

if TYPE_CHECKING:
    from loosen.movement import Seen, SetResult, Target
    from loosen.video import Clip, Picture

BAR_WIDTH = 30
COACH = Path(__file__).parents[1] / "web" / "static" / "dist" / "coach"


def analyse(arguments: argparse.Namespace) -> int:
    """Print what the coach would have made of the video."""
    from loosen.video import PoseReader, open_clip, open_models

    exercise, measure = meant = moving.meant(arguments)
    reporting.make_places(arguments.report, arguments.recording)
    with open_clip(arguments.video) as clip:
        reader = PoseReader(models=open_models(model_file(arguments.model)))
        watched = _Watched(measure, moving.target_of(exercise), arguments)
        result = watched.judge(map(reader.read, _with_bar(clip)), clip)
    if arguments.recording is not None:
        watched.write(arguments.recording)
    if arguments.report is not None:
        report = arguments.report
        reporting.write_report(report, clip, meant, result, watched.watching, load_content())
    _say(arguments, exercise, result, clip, watched.count)
    return 0


def model_file(size: str) -> Path:
    """The pose model out of the built pages: the very file that the coach's page fetches."""
    listing = COACH / "coach.json"
    if not listing.is_file():
        return COACH / f"pose_{size}.task"
    folder: str = json.loads(listing.read_text(encoding="utf-8"))["models"]
    return COACH / folder / f"pose_{size}.task"


def _say(
    arguments: argparse.Namespace,
    exercise: Exercise,
    result: "SetResult",
    clip: "Clip",
    pictures: int,
) -> None:
    from loosen.movement import set_record

    if arguments.json:
        about = {"pictures": pictures, "seconds": clip.last_s, "notes": clip.notes()}
        print(canonical_json({**set_record(exercise.id, result), "video": about}))
    else:
        print(moving.words_of(exercise, result))
    for note in clip.notes():
        print(note, file=sys.stderr)


class _Watched:
    """One video on its way through the coach; keeps of its frames only what is asked for."""

    def __init__(
        self, measure: CameraMeasure, target: "Target", arguments: argparse.Namespace
    ) -> None:
        from loosen.movement import CameraCoach, SetFold

        self._coach = CameraCoach(measure=measure, target=target)
        self._fold = SetFold(measure=measure)
        self._kept: list[Frame] = []
        self._is_recorded = arguments.recording is not None
        self._is_reported = arguments.report is not None
        self.watching = reporting.Watching()
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
        if self._is_recorded:
            self._kept.append(frame)
        if self._is_reported:
            self.watching.update(frame, seen)

    def write(self, path: Path) -> None:
        """The frames as a recording, for `replay`."""
        from loosen.movement.recording import write_recording

        write_recording(path, tuple(self._kept))


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
