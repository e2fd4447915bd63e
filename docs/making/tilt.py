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
    "is found out from a breath at rest, or else on the first way. How far a phone turned in a gap "
    "is told from how the turning was and changed before and after it; how unevenly that was says "
    "how far it may be off. Where a phone is not sure, as without turning or after a gap in which "
    "it turned unevenly, no tilt is told till it lies still or the pull has drawn it back; it "
    "counts all the same, and each event says that it is felt less well. "
    "*Told* is how much of the time a tilt was told, of the movement with the least. What a gap of "
    "a second hides is not counted: nobody knows whether it was a whole way. A "
    "tilt of less than 0.65 of the own range is partial, and half a bridge tips some bodies by "
    "less than 5 degrees; that is noise, and no partial one. So is a whole tilt of less than 5.5: "
    "half a degree of it may be a breath."
)
OTHERS = (
    "Every other drawn movement, three times, by three bodies, with the phone worn as for this "
    "one. A pelvic tilt in bed is the same movement as one on the floor, and a phone feels no bed: "
    "what was counted of the one as the other stands under *The same* and is not held against it. "
    "A bridge is told from the others by how far it lifts the phone; a press-up by tilting the "
    "chest by 15 degrees or more, which a pelvic tilt does not. What is left: both "
    "knees drawn to the chest tip some bodies' hips as a small pelvic tilt does, by 5 to 9 "
    "degrees, to no side, and lift them as little. Nothing that a phone feels tells them apart; a "
    "greater least tilt would, and would lose the small tilts of who is in pain. Coming up on the "
    "elbows is a smaller press-up. Between cat and cow the phone is told to do another movement, "
    "and yet the cow of some bodies, which tips the hips as a bridge does, is counted. So says "
    "each exercise's own page of what it cannot tell apart, and so the bar is missed."
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
    head = ("Asked for", "Minutes of others", "Counted", "A minute", "In", "The same", "Bar")
    return table(head, [_other(row) for row in rows])


def _other(row: Row) -> tuple[str, ...]:
    counted, minutes = int(row["counted"]), float(row["minutes"])
    rate = f"{counted / minutes:.1f}"
    named = str(row["in"]) or "none"
    cells = str(row["exercise"]), f"{minutes}", str(counted), rate, named
    return (*cells, str(row["same"]), _met(not counted))


def _sum(rows: list[Row], name: str) -> int:
    return sum(int(row[name]) for row in rows)


def _most(rows: list[Row], name: str) -> float:
    return max(float(row[name]) for row in rows)


def _met(holds: bool) -> str:
    return "met" if holds else "missed"
