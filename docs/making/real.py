"""How far the camera engine holds on real people's joints, from what the benchmark wrote."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .markdown import bullets, table

FIGURES = Path(__file__).resolve().parent / "accuracy-real.json"
LEAD = (
    "Measured by `python -m benchmarks.accuracy_people --write` on UI-PRMD: {people} people, ten "
    "movements, ten repetitions each, once right and once poor on purpose. Joints of a motion "
    "capture are no pictures: what a pose model makes of clothes, light or a chair is not in it. "
    "Nothing else than these joints is real. A camera is put before them 2.5 m away unless the row "
    "says otherwise, far enough that the whole person is in the picture; what the pose model "
    "adds is laid over as above: joints off for good, far limbs guessed and straying, noise. "
    "People {set_on} were looked at while the engine was mended; the others only measured, but "
    "for the line between the side and the back: it was drawn anew when a set of person 4 passed "
    "for a side view from behind."
)
PLACED = (
    "Shoulders, elbows, wrists, hips, knees, ankles and toes are the captured joints. The face is "
    "placed as far from the base of the head as in the drawn figure and looks where the shoulders "
    "look; fingers go on along the forearm; the heel lies behind the ankle, away from the toes. "
    "The far side is known to be so by its depth alone: the model says that it is sure of all."
)
JOINED = (
    "Each file holds one repetition and begins where the one before ended; where a joint leaps all "
    "the same, the leap is made up for in 0.3 s. The capture itself loses a foot or a knee for "
    "some moments, above all in what is poor on purpose; that was left in. Files begin and end "
    "upright. So that a set begins in the seat, the first way down was put at its end, but "
    "for the row that says so: who begins standing comes back to the seat nine times."
)
OTHERS = (
    "Every movement of the set but the one asked for, from 15 degrees beside the side, or from "
    "the front where that is asked for, 10 frames a second. All of them begin upright: before an "
    "exercise that is done sitting or lying they are to be refused within 2 s, and nothing "
    "counted. Partial ones are told and not counted."
)
SQUAT = (
    "A deep squat, asked for sit-to-stand, is apart: no chair is in the picture, and without one "
    "it is the same movement. Of {done} squats in {sets} sets {counted} were counted; in {refused} "
    "of the sets none. Who lunges forward keeps the hip of the leg behind straight, and so is told "
    "from who sits. Who lunges to the side is told by feet that stand far apart in depth. That "
    "depth is a guess of the model's: here it is true but for noise, and a model that makes it too "
    "flat lets such a lunge through; so the line lies far from those who sit. Who steps over a "
    "hurdle may bend both knees by the little that begins a wall sit, both feet as level as the "
    "joints are sure. Who draws the arms back may lean back by 10 degrees and more, and that is a "
    "back bend."
)
RECOGNISED = (
    "The same recordings with `--recognise`, nothing said of the exercise. What is not among the "
    "exercises has to be unknown. Seconds, by what was said."
)
NONE = -1
Figures = dict[str, Any]


def sections() -> Iterator[str]:
    """Sit-to-stand by view and person; other movements; recognition."""
    found: Figures = json.loads(FIGURES.read_text("utf-8"))
    people = ", ".join(str(one) for one in found["set_on"])
    yield "## Real people's joints"
    yield LEAD.format(people=found["people"], set_on=people)
    yield PLACED
    yield "### Sit-to-stand"
    yield JOINED
    yield bullets(_bars(found["conditions"]))
    yield _conditions(found["conditions"])
    yield "By person, all but the wrong sides together:"
    yield _people(found["people_apart"])
    yield "### Other movements"
    yield OTHERS
    yield _others(found["exercises"])
    yield SQUAT.format(**found["squat"])
    yield "### Which exercise it is"
    yield RECOGNISED
    yield _recognised(found["recognised"])


def _bars(rows: list[Figures]) -> list[str]:
    clean = [row for row in rows if row["name"].startswith("clean")]
    [gaps] = [row for row in rows if row["name"].startswith("gaps")]
    wrong = [row for row in rows if row["is_wrong"]]
    is_refused = all(
        row["refused"] == row["sets"] and row["refused_in_s"] <= 2 and not row["too_many"]
        for row in wrong
    )
    return [
        "The bar on clean views at 30, 15 and 10 frames a second, every set exact: "
        f"{_met(all(row['exact'] == row['sets'] for row in clean))}.",
        "The bar with gaps of half a second, 99 of 100 sets exact: "
        f"{_met(gaps['exact'] >= 0.99 * gaps['sets'])}.",
        f"The bar on a wrong side, each set refused within 2 s: {_met(is_refused)}.",
    ]


def _conditions(rows: list[Figures]) -> str:
    head = ("Seen", "Sets", "Exact", "Within one", "Too many", "Too few", "Refused", "Within")
    return table(head, [(row["name"], *_counts(row), _within(row)) for row in rows])


def _people(rows: list[Figures]) -> str:
    head = ("Person", "Done", "Sets", "Exact", "Within one", "Too many", "Too few", "Refused")
    return table(
        head,
        [
            (row["name"], "right" if row["correct"] else "poor on purpose", *_counts(row))
            for row in rows
        ],
    )


def _counts(row: Figures) -> tuple[str, ...]:
    names = ("sets", "exact", "within_one", "too_many", "too_few", "refused")
    return tuple(str(row[name]) for name in names)


def _within(row: Figures) -> str:
    return "-" if row["refused_in_s"] == NONE else f"{row['refused_in_s']} s"


def _others(rows: list[Figures]) -> str:
    head = (
        *("Asked for", "Minutes", "Counted", "In", "Bar", "Partial"),
        *("Elsewhere", "Refused in time", "Bar"),
    )
    return table(head, [_other(row) for row in rows])


def _other(row: Figures) -> tuple[str, ...]:
    return (
        row["exercise"],
        str(row["minutes"]),
        str(row["counted"]),
        row["in"] or "none",
        _met(not row["counted"]),
        str(row["partials"]),
        str(row["elsewhere"]),
        str(row["in_time"]),
        _met(row["in_time"] == row["elsewhere"]) if row["elsewhere"] else "none",
    )


def _recognised(rows: list[Figures]) -> str:
    return table(
        ("Movement", "Recordings", "Seconds", "Said", "Counted"),
        [
            (
                row["movement"], str(row["recordings"]), str(row["seconds"]),
                ", ".join(f"{what} {for_s}" for what, for_s in row["said"].items()),
                str(row["counted"]),
            )
            for row in rows
        ],
    )  # fmt: skip


def _met(holds: bool) -> str:
    return "met" if holds else "missed"
