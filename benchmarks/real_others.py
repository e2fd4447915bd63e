"""Real movements that nobody asked for, before each exercise; and what they are recognised as."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from loosen.library.current import load_content
from loosen.movement import recognise_sets, replay
from loosen.vocabulary import Exercise, Posture
from loosen.vocabulary.frames import Frame

from .movement_sets import REAL, measure_of, view_of
from .real_bodies import Sets, as_recorded
from .real_filming import FRONT_DEG, Seen, filmed
from .real_sits import SIT_TO_STAND
from .ui_prmd import MOVEMENTS

MODEL = replace(REAL, frames_per_s=10)
VIEWS = {
    "side": Seen(turn_deg=15.0),
    "faces": Seen(turn_deg=FRONT_DEG + 10.0, is_either=False),
}
SQUAT = 1  # the number of the deep squat: without the chair it is the same as sitting down
REFUSED_S = 2.0
Found = dict[str, Any]


def others(sets: Sets, people: Sequence[int]) -> Found:
    """By exercise: what was counted in movements that are not it; a squat before the seat apart."""
    measured = [one for one in load_content().exercises.values() if one.measuring.camera]
    found = [
        tried
        for number in range(1, len(MOVEMENTS) + 1)
        for person in people
        for is_correct in (True, False)
        for tried in _tried(sets, measured, number, person, is_correct)
    ]
    near = [one for one in found if _is_near(one)]
    other = [one for one in found if not _is_near(one) and not _is_itself(one)]
    return {
        "exercises": [
            _row(one, [tried for tried in other if tried["exercise"] == one.id])
            for one in measured
        ],
        "squat": {
            "sets": len(near),
            "done": 10 * len(near),
            "counted": sum(one["counted"] for one in near),
            "refused": sum(not one["counted"] for one in near),
        },
    }  # fmt: skip


def _tried(
    sets: Sets, measured: Sequence[Exercise], number: int, person: int, is_correct: bool
) -> Iterator[Found]:
    name = f"{MOVEMENTS[number - 1]} {person} {is_correct}"
    places = as_recorded(sets[number, person, is_correct])
    seen = {view: filmed(places, eye, MODEL, f"{name} {view}") for view, eye in VIEWS.items()}
    for exercise in measured:
        frames = seen[view_of(exercise)]
        result = replay(frames, measure_of(exercise))
        first_s = result.refusals[0].start_s if result.refusals else frames[-1].t_s
        yield {
            "exercise": exercise.id, "movement": number, "minutes": frames[-1].t_s / 60,
            "counted": result.count, "partials": len(result.partials),
            "elsewhere": exercise.posture is not Posture.STANDING, "refused_in_s": first_s,
        }  # fmt: skip


def _is_near(one: Found) -> bool:
    return bool(one["exercise"] == "sit-to-stand" and one["movement"] == SQUAT)


def _is_itself(one: Found) -> bool:
    return bool(one["exercise"] == "sit-to-stand" and one["movement"] == SIT_TO_STAND)


def _row(exercise: Exercise, tried: Sequence[Found]) -> Found:
    elsewhere = [one for one in tried if one["elsewhere"]]
    counted = Counter[str]()
    for one in tried:
        counted[MOVEMENTS[one["movement"] - 1]] += one["counted"]
    return {
        "exercise": exercise.id,
        "minutes": round(sum(one["minutes"] for one in tried), 1),
        "counted": counted.total(),
        "in": ", ".join(f"{name} {count}" for name, count in counted.items() if count),
        "partials": sum(one["partials"] for one in tried),
        "elsewhere": len(elsewhere),
        "in_time": sum(one["refused_in_s"] <= REFUSED_S for one in elsewhere),
    }


# --- recognised ------------------------------------------------------------------------------


def recognised(sets: Sets, people: Sequence[int]) -> list[Found]:
    """By movement: of its time, how much was said to be which exercise; and what was counted."""
    measures = {
        one.id: measure_of(one)
        for one in load_content().exercises.values()
        if one.measuring.camera is not None
    }
    return [
        _said(MOVEMENTS[number - 1], [
            filmed(as_recorded(sets[number, person, is_correct]), VIEWS["side"], MODEL,
                   f"which {number} {person} {is_correct}")
            for person in people for is_correct in (True, False)
        ], measures)
        for number in range(1, len(MOVEMENTS) + 1)
    ]  # fmt: skip


def _said(name: str, recordings: Sequence[Sequence[Frame]], measures: Mapping[str, Any]) -> Found:
    lasts, counted = dict[str, float](), 0
    for frames in recordings:
        found = recognise_sets(frames, measures)
        for stretch in found.stretches:
            what = stretch.exercise or "unknown"
            lasts[what] = lasts.get(what, 0.0) + stretch.end_s - stretch.start_s
        counted += sum(one.result.count for one in found.sets)
    return {
        "movement": name,
        "recordings": len(recordings),
        "seconds": round(sum(lasts.values())),
        "said": {what: round(for_s) for what, for_s in sorted(lasts.items()) if round(for_s)},
        "counted": counted,
    }
