"""`--recognise`: which exercises a recording or a video holds, and how each set went."""

import argparse
from collections.abc import Mapping, Sequence

from loosen.library.current import load_content
from loosen.vocabulary import MovementError, Problem, canonical_json
from loosen.vocabulary.frames import Frame

from .moving import target_of
from .sitting import check_sitting

NO_REPORT = Problem(
    what="a report is of one exercise",
    where="--report",
    found="--recognise",
    expected="--exercise ID",
    do="find out which it is first, then name it",
)


def say_recognised(
    frames: Sequence[Frame], *, as_json: bool, more: Mapping[str, object] | None = None
) -> None:
    """Print every stretch of these frames, and what came of each set; in JSON `more` as well."""
    from loosen.movement import recognise_sets, recognition_record

    exercises = load_content().exercises
    by_camera = {one.id: one for one in exercises.values() if one.measuring.camera is not None}
    found = recognise_sets(
        frames,
        {id_: one.measuring.camera for id_, one in by_camera.items() if one.measuring.camera},
        {id_: target_of(one) for id_, one in by_camera.items()},
    )
    record = recognition_record(found)
    if as_json:
        print(canonical_json({**record, **(more or {})}))
        return
    counts = {one["start_s"]: one["count"] for one in record["sets"]}
    for one in record["stretches"]:
        named = exercises.get(one["exercise"])
        name = named.title if named is not None else "unknown"
        count = counts.get(one["start_s"])
        told = "" if count is None else f", {count} counted"
        print(f"{one['start_s']:.1f} to {one['end_s']:.1f} s: {name}{told}")


def require_one(arguments: argparse.Namespace) -> None:
    """An exercise is named, or to be recognised, or somebody sits. Raises `MovementError`."""
    if arguments.sitting:
        check_sitting(arguments)
        return
    if arguments.recognise and getattr(arguments, "report", None) is not None:
        raise MovementError(NO_REPORT)
    if (arguments.exercise is None) != arguments.recognise:
        both = arguments.recognise
        raise MovementError(
            Problem(
                what="the exercise is named and asked for" if both else "no exercise is named",
                where="--exercise",
                found=arguments.exercise or "nothing",
                expected="either --exercise ID or --recognise; for who sits, --sitting",
                do="leave one of them out" if both else "name it, or say --recognise",
            )
        )
