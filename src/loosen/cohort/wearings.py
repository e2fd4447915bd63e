"""Sets of bodies that do not exist, as a phone on their belly or back feels them.

Made by a seed, never stored; the phone's own tilt is exact beside it. What a sensor adds: noise,
a lasting error, rounding as browsers do it, jitter, gaps, and each maker's own way of counting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from loosen.body import Motion as Figure
from loosen.body import Physique
from loosen.body.worn import Course, Wearing, carried, felt, put_on, risen_deg
from loosen.vocabulary.frames import Motion, Vector
from loosen.vocabulary.measures import PhonePlace

Array = NDArray[np.float64]
STEP_S = 0.005
PHASES = 401
SMOOTH = 15  # steps; nothing with flesh on it turns round at once
CHANGES_S = 2.0  # from one doing to the next
STEPS_PER_S, BOB_M = 1.8, 0.025  # walking, with the phone in the hand
BREATHS_PER_S = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What carries the phone at evenly spread phases of one movement, and where its keys are.

    Posing is slow: made once for a body and a movement, it serves for every set of theirs.
    """

    keys: tuple[float, ...]
    course: Course


def tabled(figure: Figure, physique: Physique, place: PhonePlace) -> Table:
    """The movement of this body, as the phone in this place goes along with it."""
    course = carried(figure, physique, place, np.linspace(0.0, 1.0, PHASES))
    return Table(keys=tuple(key.at for key in figure.keys), course=course)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """How one movement is done. `depths`: of each repetition, as a share of the whole way."""

    table: Table
    depths: tuple[float, ...] = (1.0,) * 5
    way_s: float = 2.0
    hold_s: float = 2.0
    pause_s: float = 1.0
    before_s: float = 4.5
    after_s: float = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """The phone is in the hand of somebody who walks, or is put down, or picked up."""

    for_s: float = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensor:
    """What the phone makes of it. `sense`: 1 where the acceleration at rest points up, else -1.

    `turning`: deg, rad or none. `rounding`: to so many m/s2 and deg/s, 0 for none.
    """

    rate_hz: float = 60.0
    jitter: float = 0.0
    noise_m_s2: float = 0.0
    noise_deg_s: float = 0.0
    bias_m_s2: float = 0.0
    bias_deg_s: float = 0.0
    rounding: float = 0.0
    gap_s: float = 0.0
    gap_share: float = 0.0
    sense: int = 1
    turning: str = "deg"
    breath_deg: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """The readings, the exact tilt at each (degrees over that of the first rest; NaN where the
    phone is not worn), and when each repetition was all the way out: (from, until) seconds."""

    motions: tuple[Motion, ...]
    tilt_deg: Array
    held: tuple[tuple[float, float], ...]


def worn(doings: Sequence[Doing | Carrying], wearing: Wearing, sensor: Sensor, seed: int) -> Worn:
    """What the phone feels of one thing done after the other; the same seed, the same readings."""
    chance = np.random.default_rng(seed)
    parts: list[Course] = []
    is_worn: list[NDArray[np.bool_]] = []
    held: list[tuple[float, float]] = []
    for doing in doings:
        now_s = sum(len(one) for one in is_worn) * STEP_S
        part, spans = _part(doing, chance)
        if parts:
            change = _between(parts[-1], part)
            parts.append(change)
            is_worn.append(np.zeros(len(change.at), dtype=bool))
            now_s += len(change.at) * STEP_S
        parts.append(part)
        is_worn.append(_still_worn(len(part.at), isinstance(doing, Doing)))
        held += [(start + now_s, end + now_s) for start, end in spans]
    course = _smoothed(parts)
    return _read(course, np.concatenate(is_worn), wearing, sensor, tuple(held), chance)


def _still_worn(count: int, is_on: bool) -> NDArray[np.bool_]:
    """Where it lies as it was put; at both ends it is just being put on or taken off."""
    found = np.full(count, is_on)
    found[: 2 * SMOOTH] = found[-2 * SMOOTH :] = False
    return found


# --- what is done ----------------------------------------------------------------------------


def _part(
    doing: Doing | Carrying, chance: np.random.Generator
) -> tuple[Course, list[tuple[float, float]]]:
    if isinstance(doing, Carrying):
        return _carried(doing.for_s, chance), []
    corners, spans = _script(doing)
    times = np.arange(0.0, corners[-1][0], STEP_S)
    phases = np.interp(times, [one for one, _ in corners], [one for _, one in corners]) % 1.0
    return _at(doing.table.course, phases), spans


def _script(doing: Doing) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Phase by time at its corners; a repetition that is not whole turns back where it ends."""
    keys = list(doing.table.keys)
    corners, spans = [(0.0, 0.0), (doing.before_s, 0.0)], []
    now, begun = doing.before_s, 0.0
    for depth in doing.depths:
        ways = keys if depth >= 1 else [0.0, keys[1] * depth, 0.0]
        for _, there in pairwise(ways):
            now += doing.way_s
            corners.append((now, begun + there))
            is_back = there in {0.0, 1.0}
            stays_s = doing.pause_s if is_back else doing.hold_s
            if not is_back:
                spans.append((now, now + stays_s))
            now += stays_s
            corners.append((now, begun + there))
        begun += ways[-1]
    corners.append((now + doing.after_s, begun))
    return corners, spans


def _at(table: Course, phases: Array) -> Course:
    where = phases * (PHASES - 1)
    before = np.minimum(where.astype(int), PHASES - 2)
    part = where - before
    at = table.at[before] + part[:, None] * (table.at[before + 1] - table.at[before])
    turn = part[:, None, None] * (table.frame[before + 1] - table.frame[before])
    return Course(at=at, frame=table.frame[before] + turn)


def _carried(for_s: float, chance: np.random.Generator) -> Course:
    """In the hand: upright, bobbing, turning a little this way and that."""
    times = np.arange(0.0, for_s, STEP_S)
    bob = BOB_M * np.sin(2 * np.pi * STEPS_PER_S * times + chance.uniform(0, 6))
    at = np.stack([0.9 * (times - for_s), 0.01 * np.sin(9 * times), 1.1 + bob], axis=-1)
    lean = np.radians(25 + 12 * np.sin(2.1 * times + chance.uniform(0, 6)))
    swing = np.radians(15 * np.sin(2 * np.pi * STEPS_PER_S / 2 * times))
    x, one = np.stack([np.cos(lean), np.sin(swing), -np.sin(lean)], axis=-1), np.zeros((len(at), 3))
    one[:, 1] = 1.0
    return Course(at=at, frame=_squared(np.stack([x, one, np.cross(x, one)], axis=-1)))


def _between(before: Course, after: Course) -> Course:
    """From where one ends to where the next begins."""
    part = np.linspace(0.0, 1.0, int(CHANGES_S / STEP_S))
    eased = (part * part * (3 - 2 * part))[:, None]
    at = before.at[-1] + eased * (after.at[0] - before.at[-1])
    frame = before.frame[-1] + eased[:, :, None] * (after.frame[0] - before.frame[-1])
    return Course(at=at, frame=frame)


def _smoothed(parts: Sequence[Course]) -> Course:
    at = np.concatenate([one.at for one in parts])
    frame = np.concatenate([one.frame for one in parts]).reshape(len(at), 9)
    for _ in range(2):
        at, frame = _eased(at), _eased(frame)
    return Course(at=at, frame=_squared(frame.reshape(-1, 3, 3)))


def _eased(values: Array) -> Array:
    """The mean over a moment, the ends held."""
    half = SMOOTH // 2
    held = np.concatenate([values[:1].repeat(half, 0), values, values[-1:].repeat(half, 0)])
    sums = np.cumsum(np.concatenate([np.zeros_like(held[:1]), held]), axis=0)
    return np.asarray((sums[SMOOTH:] - sums[:-SMOOTH]) / SMOOTH)


def _squared(frame: Array) -> Array:
    """Axes at right angles again, the second and third kept best."""
    z = frame[..., 2] / np.linalg.norm(frame[..., 2], axis=-1, keepdims=True)
    y = frame[..., 1] - z * np.sum(frame[..., 1] * z, axis=-1, keepdims=True)
    y = y / np.linalg.norm(y, axis=-1, keepdims=True)
    return np.stack([np.cross(y, z), y, z], axis=-1)


# --- what the sensor makes of it -------------------------------------------------------------


def _read(
    course: Course,
    is_worn: NDArray[np.bool_],
    wearing: Wearing,
    sensor: Sensor,
    held: tuple[tuple[float, float], ...],
    chance: np.random.Generator,
) -> Worn:
    grid = np.arange(len(course.at)) * STEP_S
    breath = sensor.breath_deg * np.sin(2 * np.pi * BREATHS_PER_S * grid + chance.uniform(0, 6))
    exact = felt(put_on(course, wearing, breath), STEP_S)
    risen = np.where(is_worn, risen_deg(course, breath), np.nan)
    first = int(np.argmax(is_worn))
    risen -= risen_deg(course, np.zeros(len(grid)))[first + int(CHANGES_S / STEP_S)]
    times = _times(float(grid[-1]), sensor, chance)
    acceleration, rotation = (
        np.stack([np.interp(times, grid, one[:, axis]) for axis in range(3)], axis=-1)
        for one in exact
    )
    acceleration, rotation = _spoilt(acceleration, rotation, sensor, chance)
    truth = risen[np.minimum((times / STEP_S).round().astype(int), len(grid) - 1)]
    turns = [_vector(one) for one in rotation] if sensor.turning != "none" else [None] * len(times)
    motions = tuple(
        Motion(t_s=float(t_s), acceleration=_vector(pull), rotation=turn)
        for t_s, pull, turn in zip(times, acceleration, turns, strict=True)
    )
    return Worn(motions=motions, tilt_deg=truth, held=held)


def _spoilt(
    acceleration: Array, rotation: Array, sensor: Sensor, chance: np.random.Generator
) -> tuple[Array, Array]:
    """A lasting error, noise and rounding; then signs and units as this maker has them."""
    shape = acceleration.shape
    acceleration = acceleration + chance.uniform(-1, 1, 3) * sensor.bias_m_s2
    acceleration = acceleration + chance.normal(0, 1, shape) * sensor.noise_m_s2
    rotation = rotation + chance.uniform(-1, 1, 3) * sensor.bias_deg_s
    rotation = rotation + chance.normal(0, 1, shape) * sensor.noise_deg_s
    if sensor.rounding:
        acceleration = (acceleration / sensor.rounding).round() * sensor.rounding
        rotation = (rotation / sensor.rounding).round() * sensor.rounding
    return acceleration * sensor.sense, np.radians(
        rotation
    ) if sensor.turning == "rad" else rotation


def _times(ends_s: float, sensor: Sensor, chance: np.random.Generator) -> Array:
    step_s = 1 / sensor.rate_hz
    times = np.arange(0.0, ends_s, step_s)
    times = times + chance.uniform(-0.45, 0.45, len(times)) * min(sensor.jitter, 1.0) * step_s
    times = np.maximum(times, 0.0)
    if sensor.gap_s <= 0 or sensor.gap_share <= 0:
        return times
    keeps = np.ones(len(times), dtype=bool)
    between_s = sensor.gap_s * (1 - sensor.gap_share) / sensor.gap_share
    begins = chance.uniform(0, between_s)
    while begins < ends_s:
        keeps &= (times < begins) | (times >= begins + sensor.gap_s)
        begins += sensor.gap_s + between_s * chance.uniform(0.5, 1.5)
    return times[keeps]


def _vector(row: Array) -> Vector:
    x, y, z = row.tolist()
    return x, y, z
