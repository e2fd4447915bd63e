"""How far counting by a worn phone holds on the drawn figure, from what the benchmark wrote."""

import json
from pathlib import Path

from .markdown import table

FIGURES = Path(__file__).resolve().parent / "accuracy-tilt.json"
STILL_DEG, MOVING_DEG = 1.0, 2.0
HOLD_MEDIAN_S, HOLD_WORST_S = 0.3, 0.8
NONE = -1
Row = dict[str, int | float | str]
LEAD = (
    "Measured by `python -m benchmarks.accuracy_tilt --write`: a phone on the belly of the drawn "
    "figure, or between its shoulder blades for the press-up, whose own tilt is known exactly. "
    "The belly is taken to move as the pelvis does; on people that is not "
    "measured. What is told is how far the phone has tilted from its rest, never the tilt of "
    "the pelvis, and less than 5 degrees is taken for noise. Each condition has {sets} sets, by "
    "ten bodies. The bar: every set exact, the tilt within 1 degree while held and within 2 "
    "all the way, at the worst reading of all; on holds 0.3 s in the middle and 0.8 s at worst."
)
SIGN = (
    "Makers differ in the sign of the acceleration. Where it is not known, the first real tilt "
    "from rest is taken for the way out, and till then no tilt is told. What turning is counted in "
    "is found out from a breath at rest, or else on the first way. Where a phone is not sure, as "
    "without turning or after a gap in which it turned, no tilt is told till it lies still or a "
    "moment has passed; it counts all the same, and each event says that it is felt less well. "
    "*Told* is how much of the time a tilt was told, of the movement with the least. Of a gap of "
    "a second nothing is guessed: what it hides is not counted. Half a bridge tips some bodies by "
    "less than 5 degrees; that is noise, and no partial one."
)
OTHERS = (
    "Every other drawn movement, three times, with the phone worn as for this one. A bridge is "
    "told from the others by how far it lifts the phone. One tilt alone cannot tell the rest apart "
    "where they tip the hips, or the chest, the same way: so says the exercise's own page, and so "
    "the bar is missed."
)
CARRIED = (
    "Walking about with the phone in the hand, lying down, lying still and breathing, getting up: "
    "{counted} counted in {minutes} minutes, partial ones with them; bar {bar}."
)
COST = "One reading costs the engine {reading_us} microseconds of one core (bar 80: {bar})."


def sections() -> tuple[str, ...]:
    """The part of the page that is about the phone."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    rows: list[Row] = figures["rows"]
    movements = len({row["exercise"] for row in rows})
    carried, cost = figures["carried"], figures["reading_us"]
    return (
        "## By a phone that is worn",
        LEAD.format(sets=figures["wearings"] * movements),
        _conditions(rows),
        SIGN,
        "## By a phone, each movement in all conditions together",
        _movements(rows),
        "## By a phone, other movements",
        OTHERS,
        _others(figures["others"]),
        CARRIED.format(**carried, bar=_met(not carried["counted"])),
        COST.format(reading_us=cost, bar=_met(cost <= 80)),
    )


def _conditions(rows: list[Row]) -> str:
    head = (
        "Condition", "Sets", "Exact", "Too many", "Too few", "Partials off by", "Refused",
        "Held: 95 of 100 within", "Worst", "Moving: 95 of 100 within", "Worst", "Told", "Bar",
    )  # fmt: skip
    names = dict.fromkeys(str(row["condition"]) for row in rows)
    return table(head, [(name, *_cells(_of(rows, "condition", name))) for name in names])


def _movements(rows: list[Row]) -> str:
    head = (
        "Movement", "Sets", "Exact", "Too many", "Too few", "Tilt within", "Hold off by", "Worst",
        "Bar on holds",
    )  # fmt: skip
    names = dict.fromkeys(str(row["exercise"]) for row in rows)
    return table(head, [_movement(name, _of(rows, "exercise", name)) for name in names])


def _of(rows: list[Row], key: str, name: str) -> list[Row]:
    return [row for row in rows if row[key] == name]


def _cells(rows: list[Row]) -> tuple[str, ...]:
    """Counts as sums; of errors the largest of any movement."""
    sums = [_sum(rows, name) for name in COUNTS]
    still, moving = _most(rows, "still_worst_deg"), _most(rows, "moving_worst_deg")
    is_exact = _sum(rows, "exact") == _sum(rows, "sets")
    return (
        *map(str, sums),
        f"{_most(rows, 'still_p95_deg'):.1f} degrees",
        f"{still:.1f}",
        f"{_most(rows, 'moving_p95_deg'):.1f} degrees",
        f"{moving:.1f}",
        f"{min(float(row['told_percent']) for row in rows):.0f} %",
        _met(is_exact and still <= STILL_DEG and moving <= MOVING_DEG),
    )


COUNTS = ("sets", "exact", "too_many", "too_few", "partials_off", "refused")


def _movement(name: str, rows: list[Row]) -> tuple[str, ...]:
    held = [row for row in rows if row["hold_worst_s"] != NONE]
    middles = sorted(float(row["hold_median_s"]) for row in held)
    middle, worst = middles[len(middles) // 2], _most(held, "hold_worst_s")
    return (
        name,
        *(str(_sum(rows, one)) for one in COUNTS[:4]),
        f"{_most(rows, 'moving_p95_deg'):.1f} degrees in 95 of 100",
        f"{middle:.2f} s",
        f"{worst:.2f} s",
        _met(middle <= HOLD_MEDIAN_S and worst <= HOLD_WORST_S),
    )


def _others(rows: list[Row]) -> str:
    head = ("Asked for", "Minutes of others", "Counted", "A minute", "In", "Bar")
    return table(head, [_other(row) for row in rows])


def _other(row: Row) -> tuple[str, ...]:
    counted, minutes = int(row["counted"]), float(row["minutes"])
    rate = f"{counted / minutes:.1f}"
    named = str(row["in"]) or "none"
    return str(row["exercise"]), f"{minutes}", str(counted), rate, named, _met(not counted)


def _sum(rows: list[Row], name: str) -> int:
    return sum(int(row[name]) for row in rows)


def _most(rows: list[Row], name: str) -> float:
    return max(float(row[name]) for row in rows)


def _met(holds: bool) -> str:
    return "met" if holds else "missed"
