"""How far counting by a worn phone can be trusted: python -m benchmarks.accuracy_tilt --write.

Puts a phone on the drawn figure, whose tilt is known exactly, and writes the figures that a part of
docs/reference/accuracy-movement.md is made from. Nothing is stored but the figures.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import process_time

import numpy as np
from numpy.typing import NDArray

from loosen.body import Build, Physique, motion_of
from loosen.body.worn import Wearing
from loosen.cohort.wearings import Carrying, Doing, Sensor, Table, Worn, tabled, worn
from loosen.library.current import load_content
from loosen.movement import PhoneCoach, Seen, SetFold, SetResult
from loosen.vocabulary.measures import PhoneMeasure, PhonePlace

OUT = Path(__file__).resolve().parents[1] / "docs" / "making" / "accuracy-tilt.json"
WEARINGS = 10  # of each exercise in each condition, each another body
REPS = 5
HALF = (1.0, 1.0, 0.5, 1.0, 0.5)
UNKNOWN = 0
OTHER_BODIES = 3  # that do every other movement, each in a tempo of its own
SAME_MOVEMENT = {"pelvic-tilt", "bed-pelvic-tilt"}  # the very same, on the floor and in bed
WALKS_S, LIES_REPS = 60.0, 20
REAL = Sensor(
    noise_m_s2=0.05, noise_deg_s=0.15, bias_m_s2=0.1, bias_deg_s=0.4, jitter=0.5, breath_deg=1.0
)
Row = dict[str, str | int | float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One way of being worn and of telling it. `sense`: what the coach is told of the sign."""

    name: str
    sensor: Sensor = REAL
    is_askew: bool = False
    sense: int = 1
    depths: tuple[float, ...] = (1.0,) * REPS
    is_carried: bool = False


CONDITIONS = (
    Condition(name="a sensor without faults, a body that does not breathe", sensor=Sensor()),
    Condition(name="noise and a lasting error, no breath", sensor=replace(REAL, breath_deg=0.0)),
    Condition(name="noise, and a breath of 1 degree (so in all below)"),
    Condition(name="put on askew, by up to 20 degrees", is_askew=True),
    Condition(name="100 readings a second", sensor=replace(REAL, rate_hz=100)),
    Condition(name="10 readings a second", sensor=replace(REAL, rate_hz=10)),
    Condition(name="rounded as browsers do", sensor=replace(REAL, rounding=0.1)),
    Condition(name="gaps of half a second, a quarter of the time",
              sensor=replace(REAL, gap_s=0.5, gap_share=0.25)),
    Condition(name="gaps of a second, a third of the time",
              sensor=replace(REAL, gap_s=1.0, gap_share=0.33)),
    Condition(name="the sign is not known, and turned round",
              sensor=replace(REAL, sense=-1), sense=UNKNOWN),
    Condition(name="turning in radians", sensor=replace(REAL, turning="rad")),
    Condition(name="no turning, the pull alone", sensor=replace(REAL, turning="none")),
    Condition(name="two of five by half", depths=HALF),
    Condition(name="walking in, and picked up at the end", is_carried=True),
)  # fmt: skip


def main() -> int:
    """Prints the figures, and writes them when asked."""
    found = {
        "wearings": WEARINGS,
        "rows": [_row(id_, one) for one in CONDITIONS for id_ in _by_phone()],
        "others": [_others(id_) for id_ in _by_phone()],
        "carried": _carried(),
        "reading_us": _cost_us(),
    }
    text = json.dumps(found, indent=1) + "\n"
    if "--write" in sys.argv:
        OUT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def _by_phone() -> list[str]:
    return [one.id for one in load_content().exercises.values() if one.measuring.phone]


def _measure(id_: str) -> PhoneMeasure:
    phone = load_content().exercises[id_].measuring.phone
    if phone is None:
        raise ValueError(f"{id_} is not measured by phone")
    return phone


@cache
def _table(id_: str, place: PhonePlace, number: int) -> Table:
    figure = load_content().exercises[id_].figure
    if figure is None:
        raise ValueError(f"{id_} has no figure")
    chance = random.Random(f"body {number}")
    body = Physique(
        build=chance.choice((Build.WOMAN, Build.MAN)),
        stature_m=chance.uniform(1.5, 1.95),
        girth=chance.uniform(0.9, 1.4),
        range=chance.uniform(0.75, 1.0),
    )
    return tabled(motion_of(id_, figure), body, place)


# --- sets of the right movement --------------------------------------------------------------


def _row(id_: str, condition: Condition) -> Row:
    off: list[int] = []
    partials = refused = 0
    still: list[float] = []
    moving: list[float] = []
    told: list[float] = []
    holds: list[float] = []
    for number in range(WEARINGS):
        chance = random.Random(f"{id_} {condition.name} {number}")
        readings = _worn(id_, condition, number, chance)
        seen, fold = _felt(id_, readings, condition.sense)
        result = fold.result()
        whole = sum(one >= 1 for one in condition.depths)
        off.append(result.count - whole)
        refused += result.refused is not None
        partials += abs(len(result.partials) - (len(condition.depths) - whole))
        quiet, all_ = _errors(readings, seen)
        still += quiet.tolist()
        moving += all_.tolist()
        told.append(_told_share(readings, seen))
        holds += _holds_off(condition, readings, result)
    return {
        "exercise": id_,
        "condition": condition.name,
        "sets": WEARINGS,
        "exact": sum(one == 0 for one in off),
        "too_many": sum(max(one, 0) for one in off),
        "too_few": sum(max(-one, 0) for one in off),
        "partials_off": partials,
        "refused": refused,
        "told_percent": round(100 * sum(told) / len(told), 1),
        **_spread("still", still),
        **_spread("moving", moving),
        "hold_median_s": round(float(np.median(holds)), 2) if holds else -1,
        "hold_worst_s": round(max(holds), 2) if holds else -1,
    }


def _holds_off(condition: Condition, readings: Worn, result: SetResult) -> list[float]:
    """By how much each hold was off, seconds; none where the count is not exact."""
    pairs = zip(readings.held, condition.depths, strict=True)
    held = [span for span, depth in pairs if depth >= 1]
    if result.count != len(held):
        return []
    spans = zip(result.repetitions, held, strict=True)
    return [abs(one.hold_s - (end - start)) for one, (start, end) in spans]


def _spread(name: str, errors: list[float]) -> Row:
    """The middle, what 95 of 100 readings keep, and the worst of all, degrees."""
    return {
        f"{name}_median_deg": round(float(np.median(errors)), 2),
        f"{name}_p95_deg": round(float(np.percentile(errors, 95)), 2),
        f"{name}_worst_deg": round(max(errors), 2),
    }


def _worn(id_: str, condition: Condition, number: int, chance: random.Random) -> Worn:
    place = _measure(id_).place
    askew = 1.0 if condition.is_askew else 0.0
    wearing = Wearing(
        place=place,
        yaw_deg=askew * chance.uniform(-20, 20),
        roll_deg=askew * chance.uniform(-12, 12),
        slope_deg=askew * chance.uniform(-10, 10),
        is_face_down=chance.random() < 0.5,
    )
    doing = Doing(
        table=_table(id_, place, number),
        depths=condition.depths,
        way_s=chance.uniform(1.2, 2.6),
        hold_s=chance.uniform(1, 4),
    )
    around = (Carrying(for_s=10.0),) if condition.is_carried else ()
    return worn((*around, doing, *around), wearing, condition.sensor, chance.randrange(2**31))


def _felt(id_: str, readings: Worn, sense: int) -> tuple[list[Seen], SetFold]:
    coach, fold = PhoneCoach(measure=_measure(id_), sense=sense), SetFold(measure=_measure(id_))
    seen = [coach.update(one) for one in readings.motions]
    for one in seen:
        fold.update(one)
    return seen, fold


def _errors(readings: Worn, seen: list[Seen]) -> tuple[Floats, Floats]:
    """By how much each tilt was off that was told: while it was held, and all the way."""
    at = np.array([one.t_s for one in seen])
    told = np.array([np.nan if one.value is None else one.value for one in seen])
    off = np.abs(told - readings.tilt_deg)
    is_held = np.zeros(len(at), dtype=bool)
    for start, end in readings.held:
        is_held |= (at > start + 0.3) & (at < end)
    return off[is_held & np.isfinite(off)], off[np.isfinite(off)]


def _told_share(readings: Worn, seen: list[Seen]) -> float:
    """Of the readings while it was worn, from the first tilt told on: those that told one."""
    told = np.array([one.value is not None for one in seen])
    is_worn = np.isfinite(readings.tilt_deg)
    is_worn[: int(np.argmax(told))] = False
    return float(told[is_worn].mean())


# --- everything else -------------------------------------------------------------------------


def _others(id_: str) -> Row:
    """Every other drawn movement with the phone worn as for this one: what was counted in vain."""
    counted, same, minutes, guilty = 0, 0, 0.0, list[str]()
    for other, place in _drawn(id_):
        for number in range(OTHER_BODIES):
            chance = random.Random(f"{other} as {id_} {number}")
            doing = Doing(
                table=_table(other, place, number),
                depths=(1.0,) * 3,
                way_s=chance.uniform(1.2, 2.6),
                hold_s=chance.uniform(1, 4),
            )
            readings = worn((doing,), Wearing(place=place), REAL, chance.randrange(2**31))
            _, fold = _felt(id_, readings, 1)
            count = fold.result().count
            if {id_, other} == SAME_MOVEMENT:
                same += count
                continue
            counted += count
            minutes += readings.motions[-1].t_s / 60
            guilty += [other] if count else []
    return {
        "exercise": id_,
        "minutes": round(minutes, 1),
        "counted": counted,
        "same": same,
        "in": ", ".join(dict.fromkeys(guilty)),
    }


def _drawn(id_: str) -> Iterator[tuple[str, PhonePlace]]:
    for other in load_content().exercises.values():
        if other.id != id_ and other.figure is not None and other.figure.keys:
            yield other.id, _measure(id_).place


def _carried() -> Row:
    """Walking about with it, and lying still with it: what was counted in vain, by all."""
    counted, minutes = 0, 0.0
    for id_ in _by_phone():
        place = _measure(id_).place
        lies = Doing(table=_table(id_, place, 1), depths=(0.01,) * LIES_REPS)
        for seed in range(3):
            doings = (Carrying(for_s=WALKS_S), lies, Carrying(for_s=WALKS_S))
            readings = worn(doings, Wearing(place=place), REAL, seed)
            _, fold = _felt(id_, readings, 1)
            counted += fold.result().count + len(fold.result().partials)
            minutes += readings.motions[-1].t_s / 60
    return {"minutes": round(minutes, 1), "counted": counted}


def _cost_us() -> float:
    """What one reading costs, microseconds of one core: the best of three."""
    id_ = "bridge"
    motions = _worn(id_, CONDITIONS[2], 0, random.Random(1)).motions
    best = float("inf")
    for _ in range(3):
        coach = PhoneCoach(measure=_measure(id_), sense=1)
        began_s = process_time()
        for one in motions:
            coach.update(one)
        best = min(best, (process_time() - began_s) / len(motions) * 1e6)
    return round(best, 1)


if __name__ == "__main__":
    raise SystemExit(main())
