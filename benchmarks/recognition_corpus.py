"""Recordings for recognition: every drawn thing, by bodies of all kinds, each with its truth.

What no camera measures, getting down and up, lying still, and views that show nonsense are there
as well: of all these the right answer is that it is unknown.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loosen.body import Build, Motion, Physique, motion_of
from loosen.body.filming import Camera
from loosen.cli.figures import figures_in
from loosen.cohort.recordings import Doing, Filming, recorded
from loosen.vocabulary import Content, Figure, Posture
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView, Signal

ASIDE_DEG, TILT_DEG, ROLL_DEG = 20.0, 10.0, 5.0
BIAS_TORSOS = 0.08
RATES_HZ = (10.0, 15.0, 24.0, 30.0)
MASKED_HZ = 8.0
MASKED_LIKE = "all-fours"
TWIN = {"bed-knee-rolls": "knee-rolls"}  # the same on a bed: the camera sees no bed
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One recording. `label` holds from `from_s` to `until_s`; before and after it is unknown."""

    name: str
    label: str
    frames: tuple[Frame, ...]
    from_s: float
    until_s: float


def examples(content: Content, seed: str, bodies: int, masked_bodies: int) -> Iterator[Example]:
    """Every drawn thing, so many times; those on all fours with the person's mask, which is slow.

    Each recording is of a body of its own.
    """
    for id_, figure in figures_in(content):
        if not figure.keys:
            continue
        for number in range(masked_bodies if _is_masked(content, id_) else bodies):
            chance = random.Random(f"{seed} {id_} {number}")
            yield _example(content, id_, figure, chance, is_nonsense=False)
        if _has_blind_end(content, id_):
            chance = random.Random(f"{seed} {id_} nonsense")
            yield _example(content, id_, figure, chance, is_nonsense=True)


def _is_masked(content: Content, id_: str) -> bool:
    exercise = content.exercises.get(id_)
    return (
        exercise is not None
        and exercise.measuring.camera is not None
        and exercise.posture is Posture.ALL_FOURS
    )


def _has_blind_end(content: Content, id_: str) -> bool:
    """Whether turning the camera by a quarter shows nonsense: not where it faces who sits."""
    exercise = content.exercises.get(id_)
    if exercise is None or exercise.measuring.camera is None or _is_masked(content, id_):
        return False
    is_front = exercise.measuring.camera.view is CameraView.FRONT
    return exercise.posture is Posture.ON_SIDE or not is_front


def _label(content: Content, id_: str) -> str:
    named = TWIN.get(id_, id_)
    exercise = content.exercises.get(named)
    return named if exercise is not None and exercise.measuring.camera is not None else UNKNOWN


def _example(
    content: Content, id_: str, figure: Figure, chance: random.Random, *, is_nonsense: bool
) -> Example:
    masked = _is_masked(content, id_)
    motion = motion_of(id_, figure)
    doing = Doing(
        reps=2 if masked else 3,
        way_s=chance.uniform(1.2, 2.4),
        hold_s=chance.uniform(0.5, 2.5),
        before_s=chance.choice((2.5, 2.5, 9.0)),
        after_s=chance.uniform(0.5, 3),
    )
    filming = Filming(
        frames_per_s=MASKED_HZ if masked else chance.choice(RATES_HZ),
        jitter_s=0.02,
        noise_px=chance.uniform(0, 1.5),
    )
    camera = _camera(content, id_, chance, is_nonsense=is_nonsense)
    seed = chance.randrange(2**31)
    record = recorded(motion, _body(chance), camera, doing, filming, seed, with_mask=masked)
    return Example(
        name=f"{id_}{' from its end' if is_nonsense else ''}",
        label=UNKNOWN if is_nonsense else _label(content, id_),
        frames=_biased(record.frames, chance.uniform(0, BIAS_TORSOS), chance),
        from_s=doing.before_s,
        until_s=_ends_s(motion, doing),
    )


def _ends_s(motion: Motion, doing: Doing) -> float:
    ways = len(motion.keys) - 1
    holds = sum(one.at < 1 for one in motion.keys[1:])
    once_s = ways * doing.way_s + holds * doing.hold_s + (ways - holds) * doing.pause_s
    return doing.before_s + doing.reps * once_s - doing.pause_s


def _camera(content: Content, id_: str, chance: random.Random, *, is_nonsense: bool) -> Camera:
    exercise = content.exercises.get(TWIN.get(id_, id_))
    measure = exercise.measuring.camera if exercise is not None else None
    on_side = exercise is not None and exercise.posture is Posture.ON_SIDE
    faces = measure is not None and measure.view is CameraView.FRONT and not on_side
    turn_deg = 90.0 if faces else 0.0
    if measure is None or measure.view is CameraView.SIDE:
        turn_deg += chance.choice((0, 180))
    if is_nonsense:
        turn_deg += 90
    near = measure is not None and measure.signal is Signal.BACK_CURVE
    return Camera(
        turn_deg=turn_deg + chance.uniform(-ASIDE_DEG, ASIDE_DEG),
        tilt_deg=chance.uniform(0, TILT_DEG),
        roll_deg=chance.uniform(-ROLL_DEG, ROLL_DEG),
        wide_m=1.8 if near else 2.5,
        is_mirrored=chance.random() < 0.5,
    )


def _body(chance: random.Random) -> Physique:
    return Physique(
        build=chance.choice((Build.WOMAN, Build.MAN)),
        stature_m=chance.uniform(1.5, 1.95),
        girth=chance.uniform(0.9, 1.4),
        range=chance.uniform(0.75, 1.0),
    )


def _biased(frames: tuple[Frame, ...], torsos: float, chance: random.Random) -> tuple[Frame, ...]:
    """Every landmark off by the same all the time, each by its own."""
    wide, high = frames[0].size_px
    torso = max(_torso_px(frame) for frame in frames[:: max(1, len(frames) // 20)])
    off = [
        (chance.gauss(0, 0.5) * torsos * torso / wide, chance.gauss(0, 0.5) * torsos * torso / high)
        for _ in range(33)
    ]
    return tuple(
        replace(
            frame,
            lm=tuple(
                (x + a, y + b, z, v) for (x, y, z, v), (a, b) in zip(frame.lm, off, strict=True)
            ),
        )
        for frame in frames
    )


def _torso_px(frame: Frame) -> float:
    wide, high = frame.size_px
    (lx, ly), (rx, ry) = frame.lm[11][:2], frame.lm[12][:2]
    (hx, hy), (ix, iy) = frame.lm[23][:2], frame.lm[24][:2]
    across, down = (lx + rx - hx - ix) / 2 * wide, (ly + ry - hy - iy) / 2 * high
    return float((across**2 + down**2) ** 0.5)
