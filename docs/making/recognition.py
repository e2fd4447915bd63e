"""How well an exercise is recognised, and any movement counted, from what the benchmark wrote."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .markdown import bullets, table

FIGURES = Path(__file__).resolve().parent / "accuracy-recognition.json"
F1_BAR, OFFLINE_BAR, ONLINE_BAR = 0.95, 0.7, 1.2
LEAD = (
    "Measured by `python -m benchmarks.accuracy_recognition --write`, on recordings of the drawn "
    "figure and on public recordings of real people. The numbers of the engine were set on "
    "figures of other seeds, and on people 1 to 3 of UI-PRMD."
)
WHAT = (
    "Nothing is said of the exercise. Every recording is of a body of its own: {recordings} "
    "bodies, seen at 10 to 30 frames a second with uneven times, each joint off for good by up to "
    "0.08 torsos, far limbs guessed and straying, noise, the camera up to 20 degrees aside. Half "
    "of them come in and get down first. Unknown is a class: coming in, resting, every exercise "
    "that no camera measures, and a camera at the feet or at the back. An answer is looked at "
    "every four seconds, at the end of windows of 8 s or of one repetition where that takes "
    "longer; a window that lies between a tenth and nine tenths in a set is neither and left "
    "out."
)
ALIKE = (
    "A camera sees no bed: knee rolls in bed are the same movement, only smaller, and either "
    "answer is taken as right. Two pairs look alike. Coming up on the elbows or on the hands is "
    "told apart by how high the elbows are at the turn; one knee to the chest and both by the gap "
    "between the knees. Where both are drawn in, one comes after the other, so for a while it is "
    "taken for one knee alone."
)
PRMD = (
    "Ten repetitions of ten movements by five people, once right and once poor on purpose, "
    "{sets} sets. Of 22 joints the direction in which they move most is counted, with no knowledge "
    "of the movement: with hindsight, and while it runs, where nothing that was told is taken "
    "back. The files hold one repetition each and were joined, so a person may leap between two. "
    "Mean error in repetitions of a set of ten."
)
MEX = (
    "Nothing in Loosen recognises by a sensor on the thigh; this says what such data holds. "
    "Windows of five seconds, five nearest neighbours on plain features, each person judged by the "
    "others alone. A random forest tried before us came to .865. Some people are far below the "
    "rest; why, was not looked into."
)
Figures = dict[str, Any]


def sections() -> tuple[str, ...]:
    """Recognition on the figure; UI-PRMD by movement and person; MEx by person."""
    found: Figures = json.loads(FIGURES.read_text("utf-8"))
    return (
        "## Recognition and public recordings",
        LEAD,
        *_of("figure", found, _figure),
        *_of("ui_prmd", found, _prmd),
        *_of("mex", found, _mex),
    )


def _of(part: str, found: Figures, told: Any) -> Iterator[str]:
    """The part's sections; that it was not measured, where it was not."""
    if part in found:
        yield from told(found[part])
    else:
        yield f"Of {part} nothing is measured: its data was not there."


def _figure(found: Figures) -> Iterator[str]:
    yield "### Which exercise it is, on the drawn figure"
    yield WHAT.format(recordings=found["recordings"])
    yield bullets([
        f"Macro F1 over all classes with unknown: {found['macro_f1']:.3f} in {found['windows']} "
        f"windows. The bar is {F1_BAR}: {_met(found['macro_f1'] >= F1_BAR)}.",
        f"It costs {found['frame_us']} microseconds a frame, by the process's own time.",
    ])  # fmt: skip
    yield table(
        ("Exercise", "Windows", "Right", "Said", "F1"),
        [
            (
                one["name"], str(one["windows"]), str(one["right"]), str(one["said"]),
                f"{one['f1']:.2f}",
            )
            for one in found["classes"]
        ],
    )  # fmt: skip
    yield "Everything that was mistaken:"
    yield table(
        ("Recording", "Was", "Said", "Windows"),
        [
            (one["of"], one["done"], one["said"], str(one["windows"]))
            for one in found["confused"]
        ],
    )  # fmt: skip
    yield ALIKE


def _prmd(found: Figures) -> Iterator[str]:
    yield "### Any movement, counted: UI-PRMD"
    yield PRMD.format(sets=found["sets"])
    whole = found["all"]
    yield bullets([
        f"With hindsight: {whole['offline']:.2f}. The bar is {OFFLINE_BAR}: "
        f"{_met(whole['offline'] <= OFFLINE_BAR)}.",
        f"While it runs: {whole['online']:.2f}. The bar is {ONLINE_BAR}: "
        f"{_met(whole['online'] <= ONLINE_BAR)}.",
    ])  # fmt: skip
    for kind in ("parts", "movements", "people"):
        yield _counted(HEADS[kind], found[kind])


HEADS = {"parts": "Of", "movements": "Movement", "people": "Person"}


def _counted(head: str, rows: list[Figures]) -> str:
    heads = (head, "Sets", "Hindsight", "Within one", "Worst", "Running", "Within one", "Worst")
    return table(
        heads,
        [
            (
                row["name"], str(row["sets"]),
                f"{row['offline']:.2f}", str(row["offline_within_one"]), str(row["offline_worst"]),
                f"{row['online']:.2f}", str(row["online_within_one"]), str(row["online_worst"]),
            )
            for row in rows
        ],
    )  # fmt: skip


def _mex(found: Figures) -> Iterator[str]:
    yield "### Which exercise, by a sensor on the thigh: MEx"
    yield MEX
    yield bullets([
        f"Macro F1 of all {found['windows']} windows: {found['macro_f1']:.3f}. No bar.",
        f"Mean of the people: {found['mean_of_people']:.3f}; "
        f"the worst of them: {found['worst_person']:.3f}.",
    ])  # fmt: skip
    yield table(
        ("Person", "Windows", "Macro F1"),
        [(one["name"], str(one["windows"]), f"{one['macro_f1']:.2f}") for one in found["people"]],
    )
    yield table(
        ("Exercise", "F1"), [(one["name"], f"{one['f1']:.2f}") for one in found["exercises"]]
    )


def _met(holds: bool) -> str:
    return "met" if holds else "missed"
