"""What the coach says beyond a count: python -m benchmarks.accuracy_form --write.

Films the drawn figure with faults on purpose and without, and with sides that differ; writes the
figures that a part of docs/reference/accuracy-movement.md is made from. Nothing else is stored.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loosen.body import Motion
from loosen.cohort.faulty import faulty
from loosen.cohort.recordings import Doing, Recording, recorded
from loosen.library.current import load_content
from loosen.movement import SetResult, replay
from loosen.vocabulary import Exercise
from loosen.vocabulary.measures import Signal

from .filmed import (
    TWO_A_CYCLE,
    a_body,
    any_camera,
    any_filming,
    measure_of,
    motion_of_exercise,
)
from .form_values import value_row
from .sitting import slouch_rows

OUT = Path(__file__).resolve().parents[1] / "docs" / "making" / "accuracy-form.json"
BODIES = 40
REPS = 2
AMOUNTS = (0.9, 1.3)
Row = dict[str, str | int | float]


def main() -> int:
    """Prints the figures, and writes them when asked, after each exercise.

    Names of exercises, or `sitting`, limit what is tried, and `--values` leaves the faults out;
    what was written of others stays.
    """
    named = [one for one in sys.argv[1:] if not one.startswith("--")]
    content = load_content()
    found = json.loads(OUT.read_text("utf-8")) if OUT.exists() else {"faults": [], "values": []}
    found |= {"bodies": BODIES, "sunk_percent": content.threshold("coach-sunk-percent")}
    if not named or "sitting" in named:
        found["slouch"] = slouch_rows()
        _kept(found)
    for exercise in content.exercises.values():
        if exercise.measuring.camera and (not named or exercise.id in named):
            if "--values" not in sys.argv:
                _replace(found["faults"], exercise.id, list(fault_rows(exercise)))
            _replace(found["values"], exercise.id, [value_row(exercise)])
            _kept(found)
    sys.stdout.write(_text(found))
    return 0


def _replace(rows: list[Row], id_: str, new: list[Row]) -> None:
    """What is new of this exercise, in place of what stood."""
    others = [row for row in rows if row["exercise"] != id_]
    rows[:] = sorted([*others, *new], key=lambda row: str(row["exercise"]))


def _kept(found: dict[str, Any]) -> None:
    if "--write" in sys.argv:
        OUT.write_text(_text(found), "utf-8")


def _text(found: dict[str, Any]) -> str:
    return json.dumps(found, indent=1, sort_keys=True) + "\n"


# --- faults ----------------------------------------------------------------------------------


def fault_rows(exercise: Exercise) -> Iterator[Row]:
    """By fault: of the repetitions made with it, how many were told; and of the clean ones."""
    faults = [one.id for one in measure_of(exercise).faults]
    if not faults:
        return
    clean = [_a_set(exercise, motion_of_exercise(exercise), f"{n} clean") for n in range(BODIES)]
    for fault in faults:
        made = [_with(exercise, fault, number) for number in range(BODIES)]
        yield {
            "exercise": exercise.id,
            "fault": fault,
            "made": sum(one.count for one in made),
            "told": _told(made, fault),
            "not_counted": BODIES * REPS * _ways(exercise) - sum(one.count for one in made),
            "clean": sum(one.count for one in clean),
            "told_in_vain": _told(clean, fault),
        }


def _told(results: list[SetResult], fault: str) -> int:
    return sum(fault in form.faults for one in results for form in one.forms)


def _with(exercise: Exercise, fault: str, number: int) -> SetResult:
    amount = random.Random(f"{exercise.id} {fault} {number}").uniform(*AMOUNTS)
    motion = faulty(motion_of_exercise(exercise), fault, amount)
    return _a_set(exercise, motion, f"{number} {fault}")


def _a_set(exercise: Exercise, motion: Motion, lot: str) -> SetResult:
    chance = random.Random(f"{exercise.id} {lot} form")
    doing = Doing(reps=REPS, way_s=chance.uniform(1.2, 2.2), hold_s=chance.uniform(0.8, 2))
    return replay(seen(exercise, motion, doing, chance).frames, measure_of(exercise))


def seen(exercise: Exercise, motion: Motion, doing: Doing, chance: random.Random) -> Recording:
    """The movement by any body, from any of the angles that are allowed, with shaking landmarks."""
    with_mask = measure_of(exercise).signal is Signal.BACK_CURVE
    return recorded(
        motion, a_body(chance), any_camera(exercise, chance), doing,
        any_filming(exercise, chance), chance.randrange(2**31), with_mask=with_mask,
    )  # fmt: skip


def _ways(exercise: Exercise) -> int:
    return 2 if exercise.id in TWO_A_CYCLE else 1


if __name__ == "__main__":
    raise SystemExit(main())
