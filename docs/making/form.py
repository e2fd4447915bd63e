"""How far the coach's words beyond a count hold, from what the benchmark wrote."""

import json
from pathlib import Path

from .markdown import bullets, table

FIGURES = Path(__file__).resolve().parent / "accuracy-form.json"
SENSITIVITY, SPECIFICITY = 0.90, 0.98
LEAD = (
    "Measured by `python -m benchmarks.accuracy_form --write` on the drawn figure: {bodies} bodies "
    "for each fault and as many without it, from any side the camera may stand on and up to 15 "
    "degrees aside, 10 or 15 frames a second, landmarks that shake by a pixel of 640 and those "
    "of the far side by three. Counted by repetition."
)
FAULTS = (
    "A fault that is made too strongly is no repetition any more: then it is refused as another "
    'movement and stands under "Not counted". What no side camera shows is written beside each '
    "exercise as what it cannot judge, and is in no row."
)
VALUES = (
    "The second repetition goes 75 to 100 percent as far as the first: range is off by so many "
    "points of percent, symmetry likewise between left and right, tempo by so many seconds of the "
    "way out and the way back. The middle, and what 19 of 20 stay within. A dash: not measured, "
    "since depth is a guess there, the poses are more than one, or a side is never left alone; of "
    "the mask's edge there is no exact truth."
)
SLOUCH = (
    "{sets} sets each, {bound} percent below the own start for most of 25 seconds. The change of "
    "posture itself takes three seconds, from whose end the wait is counted."
)
NONE = -1
Row = dict[str, int | float | str]


def sections() -> tuple[str, ...]:
    """The parts of the page on faults, values and sitting."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    faults: list[Row] = figures["faults"]
    return (
        "## Faults",
        LEAD.format(bodies=figures["bodies"]),
        bullets([
            f"The bar: {SENSITIVITY:.2f} of those made are told, {SPECIFICITY:.2f} of the clean "
            "ones are left alone.",
            _whole(faults),
        ]),
        FAULTS,
        _faults(faults),
        "## Range, tempo, symmetry and side",
        VALUES,
        _values(figures["values"]),
        "## Sitting, against the own start",
        SLOUCH.format(sets=figures["slouch"][0]["sets"], bound=f"{figures['sunk_percent']:g}"),
        _slouch(figures["slouch"]),
    )  # fmt: skip


def _whole(rows: list[Row]) -> str:
    told, made, vain, clean = (
        sum(int(row[name]) for row in rows) for name in ("told", "made", "told_in_vain", "clean")
    )
    return (
        f"All faults together: {told / made:.3f} of {made} told, "
        f"{1 - vain / clean:.3f} of {clean} clean ones left alone."
    )


def _faults(rows: list[Row]) -> str:
    head = ("Movement", "Fault", "Made", "Told", "Not counted", "Clean", "In vain", "Bar")
    return table(head, [_fault(row) for row in rows])


def _fault(row: Row) -> tuple[str, ...]:
    made, told = int(row["made"]), int(row["told"])
    clean, vain = int(row["clean"]), int(row["told_in_vain"])
    holds = told >= SENSITIVITY * made > 0 and clean - vain >= SPECIFICITY * clean
    return (
        str(row["exercise"]),
        str(row["fault"]),
        str(made),
        f"{told} ({told / made:.2f})" if made else "-",
        str(row["not_counted"]),
        str(clean),
        str(vain),
        "met" if holds else "missed",
    )


def _values(rows: list[Row]) -> str:
    head = ("Movement", "Range", "Tempo", "Symmetry", "Side right", "Wrong", "Left open")
    return table(head, [_value(row) for row in rows])


def _value(row: Row) -> tuple[str, ...]:
    sided = sum(int(row[name]) for name in ("right", "wrong", "unknown"))
    sides = [str(row[name]) if sided else "-" for name in ("right", "wrong", "unknown")]
    return (
        str(row["exercise"]),
        _off(row, "range_percent", "", 1),
        _off(row, "tempo_s", " s", 2),
        _off(row, "symmetry_percent", "", 1),
        *sides,
    )


def _off(row: Row, name: str, unit: str, places: int) -> str:
    count = int(row[f"{name}_n"])
    if not count:
        return "-"
    middle, most = float(row[f"{name}_median"]), float(row[f"{name}_p95"])
    return f"{middle:.{places}f}{unit}, {most:.{places}f}{unit} (n {count})"


def _slouch(rows: list[Row]) -> str:
    head = ("Sits", "Sets", "Nudged", "After", "At the latest")
    return table(head, [_sitter(row) for row in rows])


def _sitter(row: Row) -> tuple[str, ...]:
    waits = (row["after_median_s"], row["after_worst_s"])
    return (
        str(row["manner"]),
        str(row["sets"]),
        str(row["nudged"]),
        *("-" if one == NONE else f"{one} s" for one in waits),
    )
