"""`analyse`: a video goes through the pose models and the coach, picture by picture."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loosen.library.current import load_content
from loosen.vocabulary import Exercise, MovementError, Problem, SettingsError, canonical_json
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure

from . import moving, reporting
from .recognised_report import write_reports
from .recognising import recognised, require_one, say_recognised
from .sitting import say_sitting, watched
from .sitting_report import Source, key_frames, write_sitting

if TYPE_CHECKING:
    from loosen.movement import Seen, SetResult, Target
    from loosen.video import Clip, Picture

BAR_WIDTH = 30
COACH = Path(__file__).parents[1] / "web" / "static" / "dist" / "coach"


def analyse(arguments: argparse.Namespace) -> int:
    """Print what the coach would have made of the video."""
    from loosen.video import open_clip

    require_one(arguments)
    is_named = not (arguments.recognise or arguments.sitting)
    meant = moving.meant(arguments) if is_named else None
    reporting.make_places(arguments.report, arguments.recording)
    with open_clip(arguments.video) as clip:
        frames = _frames(clip, arguments.model)
        if meant is None:
            _look_at_all(arguments, frames, clip)
        else:
            _judge(arguments, frames, clip, meant)
    for note in clip.notes():
        print(note, file=sys.stderr)
    return 0


def _judge(
    arguments: argparse.Namespace,
    frames: Iterator[Frame],
    clip: "Clip",
    meant: tuple[Exercise, CameraMeasure],
) -> None:
    """One set, of the exercise that was meant."""
    from loosen.movement import set_record

    exercise, measure = meant
    watched = _Watched(measure, moving.target_of(exercise), arguments)
    result = watched.judge(frames, clip)
    if arguments.recording is not None:
        _record(arguments.recording, watched.kept)
    if arguments.report is not None:
        report, content = arguments.report, load_content()
        reporting.write_report(report, clip, meant, result, watched.watching, content)
    if arguments.json:
        record = set_record(exercise.id, result)
        print(canonical_json({**record, "video": _about(clip, watched.count)}))
    else:
        print(moving.words_of(exercise, result))


def _look_at_all(arguments: argparse.Namespace, frames: Iterator[Frame], clip: "Clip") -> None:
    """Whatever it holds. All frames are kept: what comes later tells what came before."""
    kept = tuple(frames)
    if not kept:
        raise MovementError(_nothing_read(clip))
    if arguments.recording is not None:
        _record(arguments.recording, kept)
    more = {"video": _about(clip, len(kept))}
    if arguments.sitting:
        _look_at_sitting(arguments, kept, clip, more)
        return
    found = recognised(kept)
    if arguments.report is not None:
        write_reports(arguments.report, clip, found, load_content())
    say_recognised(found, as_json=arguments.json, more=more)


def _look_at_sitting(
    arguments: argparse.Namespace, kept: Sequence[Frame], clip: "Clip", more: Mapping[str, object]
) -> None:
    seen = watched(kept)
    if arguments.report is not None:
        pictures = reporting.pictures_of(clip.path, key_frames(kept, seen[1]))
        source = Source(name=clip.path.name, of="video", notes=clip.notes())
        write_sitting(arguments.report, source, seen, load_content(), tuple(pictures))
    say_sitting(seen[0], as_json=arguments.json, more=more)


def _frames(clip: "Clip", model: str) -> Iterator[Frame]:
    from loosen.video import PoseReader, open_models

    reader = PoseReader(models=open_models(model_file(model)))
    return map(reader.read, _with_bar(clip))


def _about(clip: "Clip", pictures: int) -> dict[str, object]:
    return {"pictures": pictures, "seconds": clip.last_s, "notes": clip.notes()}


def _nothing_read(clip: "Clip") -> Problem:
    from loosen.video import nothing_read

    return nothing_read(clip.path)


def _record(path: Path, frames: Sequence[Frame]) -> None:
    """The frames as a recording, for `replay`."""
    from loosen.movement.recording import write_recording

    try:
        write_recording(path, tuple(frames))
    except OSError as error:
        raise SettingsError(reporting.no_room("--recording", path, error)) from error


def model_file(size: str) -> Path:
    """The pose model out of the built pages: the very file that the coach's page fetches."""
    listing = COACH / "coach.json"
    if not listing.is_file():
        return COACH / f"pose_{size}.task"
    folder: str = json.loads(listing.read_text(encoding="utf-8"))["models"]
    return COACH / folder / f"pose_{size}.task"


class _Watched:
    """One video on its way through the coach; keeps of its frames only what is asked for."""

    def __init__(
        self, measure: CameraMeasure, target: "Target", arguments: argparse.Namespace
    ) -> None:
        from loosen.movement import CameraCoach, SetFold

        self._coach = CameraCoach(measure=measure, target=target)
        self._fold = SetFold(measure=measure)
        self.kept: list[Frame] = []
        self._is_recorded = arguments.recording is not None
        self._is_reported = arguments.report is not None
        self.watching = reporting.Watching()
        self.count = 0

    def judge(self, frames: Iterator[Frame], clip: "Clip") -> "SetResult":
        """The whole set. Raises `MovementError` where not one picture could be read."""
        for frame in frames:
            self._take(frame, self._coach.update(frame))
        if not self.count:
            raise MovementError(_nothing_read(clip))
        return self._fold.result()

    def _take(self, frame: Frame, seen: "Seen") -> None:
        self.count += 1
        self._fold.update(seen)
        if self._is_recorded:
            self.kept.append(frame)
        if self._is_reported:
            self.watching.update(frame, seen)


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
