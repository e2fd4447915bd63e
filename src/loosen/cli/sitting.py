"""`--sitting`: somebody on a chair against their own start, out of a recording or a video."""

import argparse
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from loosen.library.current import load_content
from loosen.vocabulary import MovementError, Problem, canonical_json
from loosen.vocabulary.frames import Frame

if TYPE_CHECKING:
    from loosen.movement import SittingResult, SittingTrace

SIDE = "side"


def watched(frames: Iterable[Frame]) -> "tuple[SittingResult, SittingTrace]":
    """What the coach would have told of who sits there, and what a page draws of it."""
    from loosen.movement import SittingTrace, slouch_rule_of, watch_sitting

    trace = SittingTrace()
    result = watch_sitting(frames, slouch_rule_of(load_content()), trace.update)
    trace.finish()
    return result, trace


def say_sitting(
    result: "SittingResult", *, as_json: bool, more: Mapping[str, object] | None = None
) -> None:
    """Print it; in JSON `more` as well."""
    from loosen.movement import sitting_record

    if as_json:
        print(canonical_json({**sitting_record(result), **(more or {})}))
    else:
        print(words_of(result))


def words_of(result: "SittingResult") -> str:
    """A watch in a line or two."""
    if result.refused is not None:
        return f"Sitting: not judged ({result.refused})"
    nudges = "once" if len(result.nudges) == 1 else f"{len(result.nudges)} times"
    told = f"Sitting: {result.sat_s / 60:.1f} minutes seen, nudged {nudges}"
    at = ", ".join(f"{one.t_s:.0f} s ({one.sunk_percent:.0f} % lower)" for one in result.nudges)
    return f"{told}: {at}" if at else told


def check_sitting(arguments: argparse.Namespace) -> None:
    """Nothing else is asked of it. Raises `MovementError` with all that does not go with it."""
    found = [_not_with("--exercise", arguments.exercise)] if arguments.exercise else []
    if arguments.recognise:
        found.append(_not_with("--recognise", "given"))
    if arguments.view not in {None, SIDE}:
        found.append(_not_with("--view", arguments.view, expected=SIDE))
    if getattr(arguments, "by", None) == "phone":
        found.append(_not_with("--by", "phone", expected="camera"))
    if found:
        raise MovementError(found)


def _not_with(name: str, found: str, *, expected: str = "nothing") -> Problem:
    return Problem(
        what="sitting is watched from the side by a camera, and by itself",
        where=name,
        found=found,
        expected=expected,
        do=f"leave {name} or --sitting out",
    )
