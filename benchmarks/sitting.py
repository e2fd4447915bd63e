"""Who sinks on a chair and who does not: how often the nudge comes, and when."""

import random
from dataclasses import replace
from statistics import median

from loosen.body.filming import Camera
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.cohort.sitting import Manner, sitting
from loosen.library.current import load_content
from loosen.movement import SlouchWatch, slouch_rule_of
from loosen.vocabulary import Content

from .filmed import ASIDE_DEG, NOISE_PX, TILT_DEG, a_body, motion_of_exercise

SITTERS = 40
SEATED = "chair-knee-to-chest"  # its start is a person on a chair
BEFORE_S, WAY_S = 6.0, 3.0
AMOUNTS = (0.7, 1.3)
Row = dict[str, str | int | float]


def slouch_rows() -> list[Row]:
    """By how one sits."""
    content = load_content()
    return [_row(manner, content) for manner in Manner]


def _row(manner: Manner, content: Content) -> Row:
    after = [_nudged_after_s(manner, number, content) for number in range(SITTERS)]
    came = sorted(one for one in after if one is not None)
    return {
        "manner": manner.value,
        "sets": SITTERS,
        "nudged": len(came),
        "after_median_s": round(median(came), 1) if came else -1,
        "after_worst_s": round(came[-1], 1) if came else -1,
    }


def _nudged_after_s(manner: Manner, number: int, content: Content) -> float | None:
    """How long after the change of posture the nudge came; None where it did not."""
    chance = random.Random(f"{manner.value} {number} sits")
    seated = motion_of_exercise(content.exercises[SEATED])
    motion = sitting(seated, manner, chance.uniform(*AMOUNTS))
    frames = recorded(
        motion, a_body(chance), _camera(chance), _doing(manner),
        Filming(frames_per_s=3, noise_px=NOISE_PX, jitter_s=0.02), chance.randrange(2**31),
    ).frames  # fmt: skip
    watch = SlouchWatch(rule=slouch_rule_of(content))
    watch.take_baseline()
    said = [one.t_s for one in map(watch.update, frames) if one.is_nudge]
    return said[0] - BEFORE_S - WAY_S if said else None


def _camera(chance: random.Random) -> Camera:
    turn_deg = chance.choice((0, 180)) + chance.uniform(-ASIDE_DEG, ASIDE_DEG)
    return replace(Camera(wide_m=2.0), turn_deg=turn_deg, tilt_deg=chance.uniform(0, TILT_DEG))


def _doing(manner: Manner) -> Doing:
    is_short = manner in {Manner.REACHING, Manner.MOVING}
    way_s, hold_s = (1.0, 4.0) if is_short else (WAY_S, 40.0)
    return Doing(reps=1, before_s=BEFORE_S, way_s=way_s, hold_s=hold_s, after_s=1.0)
