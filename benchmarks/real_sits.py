"""Sit-to-stand of real people, judged by the camera engine, from every side and at every pace."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from loosen.cohort.misreading import Model
from loosen.library.current import load_content
from loosen.movement import replay

from .movement_sets import REAL, measure_of
from .real_bodies import Array, Sets, as_recorded, from_the_seat
from .real_filming import FRONT_DEG, SIDE, Seen, filmed

SIT_TO_STAND = 5  # the number of the movement
REPETITIONS = 10
Found = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One way of being seen. `rests_s`: sits so long before the first; None: begins standing."""

    name: str
    model: Model = REAL
    seen: Seen = SIDE
    rests_s: float | None = 0.0
    is_wrong: bool = False

    @property
    def reps(self) -> int:
        """Who begins and ends standing comes back to the seat once less often."""
        if self.is_wrong:
            return 0
        return REPETITIONS - (self.rests_s is None)


CONDITIONS = (
    *(Condition(name=f"clean, {rate} frames a second", model=Model(frames_per_s=rate))
      for rate in (30, 15, 10)),
    Condition(name="gaps of half a second, a quarter of the time",
              model=Model(frames_per_s=15, gap_s=0.5, gap_share=0.25)),
    Condition(name="joints off, far limbs guessed"),
    Condition(name="joints off, 10 frames a second", model=replace(REAL, frames_per_s=10)),
    Condition(name="sits still for two seconds first", rests_s=2.0),
    Condition(name="begins and ends standing, as recorded", rests_s=None),
    Condition(name="20 degrees from before", seen=Seen(turn_deg=20)),
    Condition(name="20 degrees from behind", seen=Seen(turn_deg=-20)),
    Condition(name="30 degrees from before", seen=Seen(turn_deg=30)),
    Condition(name="30 degrees from behind", seen=Seen(turn_deg=-30)),
    Condition(name="low, looks up by 20 degrees", seen=Seen(tilt_deg=-20)),
    Condition(name="high, looks down by 20 degrees", seen=Seen(tilt_deg=20)),
    Condition(name="1.5 m away", seen=Seen(away_m=1.5)),
    Condition(name="3.5 m away", seen=Seen(away_m=3.5)),
    Condition(name="from the front", is_wrong=True,
              seen=Seen(turn_deg=FRONT_DEG, is_either=False)),
    Condition(name="from the back", is_wrong=True,
              seen=Seen(turn_deg=FRONT_DEG + 180, is_either=False)),
)  # fmt: skip


def sits(sets: Sets, people: Sequence[int]) -> Found:
    """By condition, and by person with right and poor apart, the wrong views left out."""
    found = [
        one
        for condition in CONDITIONS
        for person in people
        for is_correct in (True, False)
        for one in _judged(sets, condition, person, is_correct)
    ]
    right_view = [one for one in found if not one["is_wrong"]]
    return {
        "conditions": [
            {"is_wrong": one.is_wrong,
             **_row(one.name, [of for of in found if of["condition"] == one.name])}
            for one in CONDITIONS
        ],
        "people_apart": [
            {"correct": is_correct, **_row(str(person), [
                one for one in right_view
                if (one["person"], one["correct"]) == (person, is_correct)
            ])}
            for person in people for is_correct in (True, False)
        ],
    }  # fmt: skip


def _judged(
    sets: Sets, condition: Condition, person: int, is_correct: bool
) -> Iterator[dict[str, Any]]:
    places = _places(sets[SIT_TO_STAND, person, is_correct], condition)
    name = f"{condition.name} {person} {is_correct}"
    frames = filmed(places, condition.seen, condition.model, name)
    result = replay(frames, measure_of(load_content().exercises["sit-to-stand"]))
    yield {
        "condition": condition.name, "person": person, "correct": is_correct,
        "is_wrong": condition.is_wrong, "off": result.count - condition.reps,
        "refused": result.refused is not None,
        "refused_in_s": result.refusals[0].start_s if result.refusals else -1.0,
    }  # fmt: skip


def _places(repetitions: Sequence[Array], condition: Condition) -> Array:
    if condition.rests_s is None:
        return as_recorded(repetitions)
    return from_the_seat(repetitions, condition.rests_s)


def _row(name: str, found: Sequence[Found]) -> Found:
    off = [one["off"] for one in found]
    refused = [one for one in found if one["refused"]]
    return {
        "name": name,
        "sets": len(found),
        "exact": sum(one == 0 for one in off),
        "within_one": sum(abs(one) <= 1 for one in off),
        "too_many": sum(max(one, 0) for one in off),
        "too_few": sum(max(-one, 0) for one in off),
        "refused": len(refused),
        "refused_in_s": round(max((one["refused_in_s"] for one in refused), default=-1), 2),
    }
