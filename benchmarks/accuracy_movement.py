"""How far the engine by camera can be trusted: python -m benchmarks.accuracy_movement --write.

Films the drawn figure, whose truth is exact, and writes the figures that
docs/reference/accuracy-movement.md is made from. Nothing is stored but the figures.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from loosen.body import Build, Motion, Physique, motion_of
from loosen.body.filming import Camera
from loosen.cohort.recordings import Doing, Filming, Recording, recorded
from loosen.library.current import load_content
from loosen.movement import replay
from loosen.vocabulary import Content, Exercise, Posture
from loosen.vocabulary.measures import CameraMeasure, CameraView, Signal

OUT = Path(__file__).resolve().parents[1] / "docs" / "making" / "accuracy-movement.json"
BODIES = 6
TWO_A_CYCLE = frozenset({"knee-rolls"})  # the figure rolls to both sides
OTHERS_FOR_S = 60
Row = dict[str, str | int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One way of being seen. `aside_deg`: how far off the best view the camera may stand."""

    name: str
    filming: Filming
    aside_deg: float = 0.0
    tilt_deg: float = 0.0
    roll_deg: float = 0.0
    is_wrong_view: bool = False


CONDITIONS = (
    Condition(name="clean, 30 frames a second", filming=Filming(frames_per_s=30)),
    Condition(name="clean, 15 frames a second", filming=Filming(frames_per_s=15)),
    Condition(name="clean, 10 frames a second", filming=Filming(frames_per_s=10)),
    Condition(
        name="shaking landmarks, camera up to 15 degrees aside",
        filming=Filming(noise_px=1.5, jitter_s=0.02), aside_deg=15, tilt_deg=10, roll_deg=5,
    ),
    Condition(name="gaps of half a second, a quarter of the time",
              filming=Filming(gap_s=0.5, gap_share=0.25)),
    Condition(name="gaps of a second, a third of the time",
              filming=Filming(gap_s=1.0, gap_share=0.33)),
    Condition(name="left and right mistaken six times a minute",
              filming=Filming(swaps_per_min=6)),
    Condition(name="from the feet or the back", filming=Filming(), is_wrong_view=True),
)  # fmt: skip


def main() -> int:
    """Prints the figures, and writes them when asked."""
    content = load_content()
    measured = [one for one in content.exercises.values() if one.measuring.camera]
    found = {
        "bodies": BODIES,
        "rows": [row for one in measured for row in _rows(one)],
        "others": [_others(one, content) for one in measured],
    }
    text = json.dumps(found, indent=1) + "\n"
    if "--write" in sys.argv:
        OUT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def _rows(exercise: Exercise) -> Iterator[Row]:
    for condition in CONDITIONS:
        has_mask = _measure(exercise).signal is Signal.BACK_CURVE
        bodies = BODIES // 2 if has_mask else BODIES  # a mask takes long to paint
        yield _row(exercise, condition, bodies)


def _row(exercise: Exercise, condition: Condition, bodies: int) -> Row:
    off: list[int] = []
    holds: list[float] = []
    refused = 0
    for number in range(bodies):
        chance = random.Random(f"{exercise.id} {condition.name} {number}")
        doing = Doing(reps=5, way_s=chance.uniform(1.2, 2.6), hold_s=chance.uniform(1, 4))
        record = _recorded(exercise, condition, doing, chance)
        result = replay(record.frames, _measure(exercise))
        refused += result.refused is not None
        truth = doing.reps * (2 if exercise.id in TWO_A_CYCLE else 1)
        off.append(result.count - truth)
        if result.count == truth:
            holds += [abs(one.hold_s - doing.hold_s) for one in result.repetitions]
    ranked = sorted(holds)
    return {
        "exercise": exercise.id,
        "view": _measure(exercise).view.value,
        "condition": condition.name,
        "sets": bodies,
        "exact": sum(one == 0 for one in off),
        "within_one": sum(abs(one) <= 1 for one in off),
        "too_many": sum(max(one, 0) for one in off),
        "too_few": sum(max(-one, 0) for one in off),
        "refused": refused,
        "hold_median_s": round(ranked[len(ranked) // 2], 3) if ranked else -1,
        "hold_worst_s": round(ranked[-1], 3) if ranked else -1,
    }


def _measure(exercise: Exercise) -> CameraMeasure:
    camera = exercise.measuring.camera
    if camera is None:
        raise ValueError(f"{exercise.id} is not measured by camera")
    return camera


def _motion(exercise: Exercise) -> Motion:
    if exercise.figure is None:
        raise ValueError(f"{exercise.id} has no figure")
    return motion_of(exercise.id, exercise.figure)


def _camera(exercise: Exercise) -> Camera:
    measure = _measure(exercise)
    faces = measure.view is CameraView.FRONT and exercise.posture is not Posture.ON_SIDE
    wide_m = 1.8 if measure.signal is Signal.BACK_CURVE else 2.5
    return Camera(turn_deg=90.0 if faces else 0.0, wide_m=wide_m)


def _recorded(
    exercise: Exercise, condition: Condition, doing: Doing, chance: random.Random
) -> Recording:
    camera, aside = _camera(exercise), condition.aside_deg
    turn_deg = camera.turn_deg + chance.uniform(-aside, aside)
    if condition.is_wrong_view:
        turn_deg += 90
    elif _measure(exercise).view is CameraView.SIDE:
        turn_deg += chance.choice((0, 180))
    seen = replace(
        camera,
        turn_deg=turn_deg,
        tilt_deg=chance.uniform(0, condition.tilt_deg),
        roll_deg=chance.uniform(-condition.roll_deg, condition.roll_deg),
        is_mirrored=chance.random() < 0.5,
    )
    with_mask = _measure(exercise).signal is Signal.BACK_CURVE
    seed = chance.randrange(2**31)
    return recorded(
        _motion(exercise), _body(chance), seen, doing, condition.filming, seed, with_mask=with_mask
    )


def _body(chance: random.Random) -> Physique:
    return Physique(
        build=chance.choice((Build.WOMAN, Build.MAN)),
        stature_m=chance.uniform(1.5, 1.95),
        girth=chance.uniform(0.9, 1.4),
        range=chance.uniform(0.75, 1.0),
    )


def _others(exercise: Exercise, content: Content) -> Row:
    """Every other drawn movement, seen as this one has to be seen: what was counted in vain."""
    measure, counted, minutes, guilty = _measure(exercise), 0, 0.0, set[str]()
    with_mask = measure.signal is Signal.BACK_CURVE
    for other in content.exercises.values():
        if other.id == exercise.id or other.figure is None or not other.figure.keys:
            continue
        record = recorded(
            _motion(other), Physique(), _camera(exercise), Doing(reps=3),
            Filming(frames_per_s=10 if with_mask else 15, noise_px=0.7), 7, with_mask=with_mask,
        )  # fmt: skip
        count = replay(record.frames, measure).count
        counted += count
        minutes += record.frames[-1].t_s / OTHERS_FOR_S
        guilty |= {other.id} if count else set()
    return {
        "exercise": exercise.id,
        "minutes": round(minutes, 1),
        "counted": counted,
        "in": ", ".join(sorted(guilty)),
    }


if __name__ == "__main__":
    raise SystemExit(main())
