"""How far the engine by camera can be trusted: python -m benchmarks.accuracy_movement --write.

Films the drawn figure, whose truth is exact, and writes the figures that
docs/reference/accuracy-movement.md is made from. Nothing is stored but the figures. While mending:
--only bridge,clam --bodies 2, and nothing is written.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from loosen.library.current import load_content
from loosen.movement import Repetition, SetResult, replay
from loosen.movement.quality import Gate
from loosen.movement.reading import Reading
from loosen.vocabulary import Content, Exercise
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure, Signal

from .movement_sets import (
    CONDITIONS,
    OTHER_REPS,
    SAME_MOVEMENT,
    Condition,
    a_set,
    has_mask,
    measure_of,
    other,
    stage,
    view_of,
)

OUT = Path(__file__).resolve().parents[1] / "docs" / "making" / "accuracy-movement.json"
CLEAN, GAPS, FEWER = 6, 8, 3  # bodies of a condition
OTHER_BODIES = 4  # an hour of other movements for each exercise
# Of the height: the return crossing. Between cat and cow it lies below where one rests half-way,
# or the pause there, and not the way, would say when it is crossed; so the cow is the foot of the
# height, once there was one.
BACK, BACK_TWO_WAY = 0.4, 0.2
Row = dict[str, str | int | float]


def main() -> int:
    """Prints the figures, and writes them when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", default="", help="exercises, by commas")
    parser.add_argument("--bodies", type=int, default=0, help="of each condition")
    asked = parser.parse_args()
    content = load_content()
    chosen = [one for one in asked.only.split(",") if one]
    measured = [
        one
        for one in content.exercises.values()
        if one.measuring.camera and (not chosen or one.id in chosen)
    ]
    found = {
        "bodies": len(set(bodies_of_all())),
        "rows": [row for one in measured for row in _rows(one, asked.bodies)],
        "others": _all_others(measured, content),
    }
    text = json.dumps(found, indent=1) + "\n"
    if asked.write and not chosen and not asked.bodies:
        OUT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def bodies_of_all() -> Iterator[int]:
    """Every body that is filmed."""
    return (body for place in range(len(CONDITIONS)) for body in bodies_of(place))


def bodies_of(place: int) -> range:
    """The bodies of a condition: the clean ones the same, the rest spread over others."""
    if place < 3:
        return range(CLEAN)
    if place == 3:
        return range(CLEAN, CLEAN + GAPS)
    first = CLEAN + GAPS + (place - 4) * FEWER
    return range(first, first + FEWER)


def _rows(exercise: Exercise, most: int) -> Iterator[Row]:
    for place, condition in enumerate(CONDITIONS):
        bodies = bodies_of(place)
        sys.stderr.write(f"{exercise.id}: {condition.name}\n")
        yield _row(exercise, condition, bodies[: most or len(bodies)])
    stage.cache_clear()


def _row(exercise: Exercise, condition: Condition, bodies: Sequence[int]) -> Row:
    measure = measure_of(exercise)
    off: list[int] = []
    holds: list[float] = []
    late: list[float] = []
    refused: list[float] = []
    for body in bodies:
        one = a_set(exercise, condition, body)
        result = replay(one.frames, measure)
        off.append(result.count - (0 if condition.turned_deg else one.reps))
        if result.refused is not None:
            refused.append(result.refusals[0].start_s if result.refusals else 0.0)
        if condition.name.startswith("clean") and off[-1] == 0:
            holds += [abs(rep.hold_s - one.hold_s) for rep in result.repetitions]
            late += _late(one.frames, result, measure)
    return {
        "exercise": exercise.id,
        "view": measure.view.value,
        "condition": condition.name,
        "sets": len(bodies),
        "exact": sum(one == 0 for one in off),
        "within_one": sum(abs(one) <= 1 for one in off),
        "too_many": sum(max(one, 0) for one in off),
        "too_few": sum(max(-one, 0) for one in off),
        "refused": len(refused),
        "refused_in_s": round(max(refused, default=-1), 2),
        "hold_median_s": _ranked(holds, 0.5),
        "hold_worst_s": _ranked(holds, 1),
        "late_p95_s": _ranked([abs(one) for one in late], 0.95),
        "earliest_s": _ranked(late, 0),
    }


def _ranked(values: list[float], share: float) -> float:
    ranked = sorted(values)
    return round(ranked[min(len(ranked) - 1, int(share * len(ranked)))], 3) if ranked else -1


def _late(frames: Sequence[Frame], result: SetResult, measure: CameraMeasure) -> list[float]:
    """How long after the return crossing of the unfiltered signal each repetition was counted."""
    gate, levels = Gate(view=measure.view), list[tuple[float, float]]()
    for frame in frames:
        body = gate.update(frame)[1]
        value = None if body is None else Reading(body, frame).of(measure.signal)
        if value is not None:
            levels.append((frame.t_s, value * measure.sign))
    reps = result.repetitions
    lines = [(rep.start_s - 0.5, BACK) for rep in reps]
    if measure.signal is Signal.BACK_CURVE:
        lines[1:] = [(rep.peak_s, BACK_TWO_WAY) for rep in reps[:-1]]
    return [
        rep.counted_s - _returned_s(levels, rep, *line)
        for rep, line in zip(reps, lines, strict=True)
    ]


def _returned_s(
    levels: list[tuple[float, float]], rep: Repetition, rest_s: float, back: float
) -> float:
    base = min(level for t_s, level in levels if rest_s <= t_s <= rep.peak_s)
    peak_s, peak = max(
        (one for one in levels if rep.start_s <= one[0] <= rep.counted_s), key=lambda one: one[1]
    )
    line = base + back * (peak - base)
    for (t0, before), (t1, after) in pairwise([one for one in levels if one[0] >= peak_s]):
        if before > line >= after:
            return t0 + (before - line) / (before - after) * (t1 - t0)
    return rep.counted_s


# --- what was not asked for ------------------------------------------------------------------


def _all_others(measured: Sequence[Exercise], content: Content) -> list[Row]:
    """Every other drawn movement, seen as each has to be seen: what was counted in vain."""
    rows: dict[str, Row] = {one.id: _empty(one) for one in measured}
    moving = [one for one in content.exercises.values() if one.figure and one.figure.keys]
    for body in range(OTHER_BODIES):
        for done in moving:
            for meant in measured:
                is_same = meant.id == done.id or (meant.id, done.id) in SAME_MOVEMENT
                if not is_same:
                    _add(rows[meant.id], meant, done, body)
            other.cache_clear()
            sys.stderr.write(f"other movements: {done.id}, body {body}\n")
    return list(rows.values())


def _empty(meant: Exercise) -> Row:
    return {
        "exercise": meant.id, "minutes": 0.0, "counted": 0, "in": "", "elsewhere": 0,
        "in_time": 0, "latest_s": 0.0,
    }  # fmt: skip


def _add(row: Row, meant: Exercise, done: Exercise, body: int) -> None:
    found = other(done.id, view_of(meant), body, has_mask(meant))
    result = replay(found.frames, measure_of(meant))
    row["minutes"] = round(float(row["minutes"]) + found.frames[-1].t_s / 60, 2)
    row["counted"] = int(row["counted"]) + result.count
    if result.count:
        row["in"] = ", ".join(sorted({*str(row["in"]).split(", "), done.id} - {""}))
    if meant.posture is not done.posture and not found.enters:
        first_s = result.refusals[0].start_s if result.refusals else OTHER_REPS * 60.0
        row["elsewhere"] = int(row["elsewhere"]) + 1
        row["in_time"] = int(row["in_time"]) + (first_s <= 2.0)
        row["latest_s"] = round(max(float(row["latest_s"]), first_s), 2)


if __name__ == "__main__":
    raise SystemExit(main())
