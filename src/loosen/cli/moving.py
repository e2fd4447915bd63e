"""`replay` and `count-signal`: what the movement engine makes of a file."""

import argparse
from typing import TYPE_CHECKING

from loosen.library.current import load_content
from loosen.vocabulary import Content, Exercise, MovementError, Problem, canonical_json, to_plain
from loosen.vocabulary.measures import CameraMeasure, CameraView

from .felt import is_by_phone, meant_by_phone
from .naming import another
from .signal_table import rows_of

if TYPE_CHECKING:
    from loosen.movement import SetResult, Target


def replay(arguments: argparse.Namespace) -> int:
    """Print what the coach would have made of the recording."""
    from loosen.movement import replay as judge
    from loosen.movement import set_record
    from loosen.movement.recording import frames_of, read_recording

    from .recognising import recognised, require_one, say_recognised

    require_one(arguments)
    _check_report(arguments)
    if arguments.sitting:
        _replay_sitting(arguments)
        return 0
    if arguments.recognise:
        say_recognised(recognised(read_recording(arguments.recording)), as_json=arguments.json)
        return 0
    if is_by_phone(arguments):
        exercise, result = _felt(arguments)
    else:
        exercise, measure = meant(arguments)
        result = judge(frames_of(arguments.recording), measure, target=target_of(exercise))
    if arguments.json:
        print(canonical_json(set_record(exercise.id, result)))
    else:
        print(words_of(exercise, result))
    return 0


def _replay_sitting(arguments: argparse.Namespace) -> None:
    from loosen.movement.recording import read_recording

    from . import reporting
    from .sitting import say_sitting, watched
    from .sitting_report import Source, write_sitting

    reporting.make_places(arguments.report, None)
    seen = watched(read_recording(arguments.recording))
    if arguments.report is not None:
        source = Source(name=arguments.recording.name, of="recording")
        write_sitting(arguments.report, source, seen, load_content())
    say_sitting(seen[0], as_json=arguments.json)


def _check_report(arguments: argparse.Namespace) -> None:
    if arguments.report is not None and not arguments.sitting:
        raise MovementError(
            Problem(
                what="a recording of an exercise has no report",
                where="--report",
                found=str(arguments.report),
                expected="--sitting with it, or a video",
                do="leave --report out, or give the video to loosen analyse",
            )
        )


def _felt(arguments: argparse.Namespace) -> "tuple[Exercise, SetResult]":
    """What the coach would have made of a worn phone's readings."""
    from loosen.movement import replay_felt
    from loosen.movement.motions import read_motions

    exercise, measure = meant_by_phone(arguments)
    held, target = read_motions(arguments.recording), target_of(exercise)
    return exercise, replay_felt(held.motions, measure, target=target, sense=held.sense)


def meant(arguments: argparse.Namespace) -> tuple[Exercise, CameraMeasure]:
    """The exercise of --exercise and how a camera measures it, from the view of --view."""
    exercise, measure = _measured(arguments.exercise, load_content())
    if arguments.view is not None and CameraView(arguments.view) is not measure.view:
        raise MovementError(_wrong_view(arguments.view, measure, exercise))
    return exercise, measure


def target_of(exercise: Exercise) -> "Target":
    """The first dose's hold and tempo: what the coach has in mind where nothing else is known."""
    from loosen.movement import Target

    dose, tempo = exercise.doses[0], exercise.tempo
    return Target(hold_s=float(dose.hold_s), way_s=float(tempo.up_s + tempo.down_s))


def words_of(exercise: Exercise, result: "SetResult") -> str:
    """A set in one line."""
    if result.refused is not None:
        return f"{exercise.title}: not judged ({result.refused})"
    partials = len(result.partials)
    return f"{exercise.title}: {result.count} counted, {partials} too small to count"


def _measured(id_: str, content: Content) -> tuple[Exercise, CameraMeasure]:
    exercise = content.exercises.get(id_)
    by_camera = sorted(one.id for one in content.exercises.values() if one.measuring.camera)
    if exercise is None or exercise.measuring.camera is None:
        raise MovementError(
            Problem(
                what="no camera measures this exercise",
                where="--exercise",
                found=id_ or "nothing" if exercise is None else f"{id_}: {exercise.measuring.why}",
                expected=f"one of {', '.join(by_camera)}",
                do=another(id_, by_camera, "exercise"),
            )
        )
    return exercise, exercise.measuring.camera


def _wrong_view(found: str, measure: CameraMeasure, exercise: Exercise) -> Problem:
    return Problem(
        what=f"{exercise.id} cannot be judged from this view",
        where="--view",
        found=found,
        expected=measure.view.value,
        do="take it from there, or leave --view out",
    )


# --- any signal ------------------------------------------------------------------------------


def count_signal(arguments: argparse.Namespace) -> int:
    """Print the count of a table's signal, and when each repetition was."""
    from loosen.movement import count_offline, count_online

    rows = rows_of(arguments.table)
    counted = count_offline(rows)
    online = count_online([(t_s, (value,)) for t_s, value in rows])
    print(canonical_json({**to_plain(counted), "count_online": online}))
    return 0
