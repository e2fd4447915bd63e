"""`--recognise`: which exercises a recording or a video holds, and how each set went."""

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from loosen.library.current import load_content
from loosen.vocabulary import MovementError, Problem, canonical_json
from loosen.vocabulary.frames import Frame

from .moving import target_of
from .sitting import check_sitting

if TYPE_CHECKING:
    from loosen.movement import Recognition


def recognised(frames: Sequence[Frame]) -> "Recognition":
    """Every stretch of these frames, and each set as the coach of its exercise judged it."""
    from loosen.movement import recognise_sets

    exercises = load_content().exercises.values()
    by_camera = {one.id: one for one in exercises if one.measuring.camera is not None}
    return recognise_sets(
        frames,
        {id_: one.measuring.camera for id_, one in by_camera.items() if one.measuring.camera},
        {id_: target_of(one) for id_, one in by_camera.items()},
    )


def say_recognised(
    found: "Recognition", *, as_json: bool, more: Mapping[str, object] | None = None
) -> None:
    """Print every stretch, and what came of each set; in JSON `more` as well."""
    from loosen.movement import recognition_record

    record = recognition_record(found)
    if as_json:
        print(canonical_json({**record, **(more or {})}))
        return
    exercises = load_content().exercises
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
