"""What stands beside the body, fitted to it: mats, beds, chairs, walls, pillows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from loosen.vocabulary import Prop

from .flesh import Shape
from .physique import Physique
from .rotations import Array
from .skeleton import Pose
from .solids import Solid

SEAT_M, BED_M = 0.05, 0.50


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What props are fitted to: the body's places at one instant, metres."""

    at: dict[str, Array]
    low: dict[str, float]
    span: tuple[float, float]
    stature_m: float


def solids(
    props: Sequence[Prop], pose: Pose, shapes: Sequence[Shape], physique: Physique, instant: int = 0
) -> tuple[Solid, ...]:
    """All pieces of all props for a pose; floors first."""
    body = _standing(pose, shapes, physique, instant)
    return tuple(piece for prop in props for piece in _pieces(prop, body))


def _standing(pose: Pose, shapes: Sequence[Shape], physique: Physique, instant: int) -> Standing:
    low: dict[str, float] = {}
    for shape in shapes:
        name = shape.part.name
        low[name] = min(low.get(name, np.inf), float(shape.lowest()[instant]))
    along = np.concatenate([shape.centres[instant][:, 0] for shape in shapes])
    return Standing(
        at={name: place[instant] for name, place in pose.at.items()},
        low=low,
        span=(float(along.min()), float(along.max())),
        stature_m=physique.stature_m,
    )


def _pieces(prop: Prop, body: Standing) -> Iterator[Solid]:
    if prop in CUSHIONS:
        yield _cushion(*CUSHIONS[prop](body))
    else:
        yield from FITTED[prop](body)


def _mean(body: Standing, joint: str, axis: int) -> float:
    return float(np.mean([body.at[f"{joint}-{side}"][axis] for side in ("left", "right")]))


def _box(tone: str, across: tuple[float, float], top: float, half_y: float) -> Solid:
    """From the floor, or from below where the top is the floor itself, up to `top`."""
    middle = (across[0] + across[1]) / 2
    return Solid(
        tone=tone,
        middle=(middle, 0.0, top / 2),
        half=((across[1] - across[0]) / 2, half_y, top / 2),
        is_under=True,
    )


def _mat(body: Standing) -> Iterator[Solid]:
    start, end = body.span
    half = (end - start) / 2 + 0.14
    yield Solid(
        tone="mat",
        middle=((start + end) / 2, 0.0, -0.008),
        half=(half, 0.34, 0.008),
        is_under=True,
    )


def _bed(body: Standing) -> Iterator[Solid]:
    lies = body.low["chest"] < 0.25
    if not lies:
        top = min(body.low["buttock"], body.low["pelvis"])
        edge = float(body.at["pelvis"][0]) + 0.16
        yield _box("bed", (edge - 1.1, edge), top, 0.85)
        return
    start, end = body.span
    middle, half = (start + end) / 2, (end - start) / 2 + 0.16
    yield Solid(tone="bed", middle=(middle, 0, -0.11), half=(half, 0.45, 0.11), is_under=True)
    yield Solid(tone="bed-frame", middle=(middle, 0, -0.27), half=(half, 0.45, 0.05), is_under=True)


def _bed_ahead(body: Standing) -> Iterator[Solid]:
    start = _mean(body, "elbow", 0) - 0.10
    yield _box("bed", (start, start + 1.3), _mean(body, "elbow", 2) - 0.04, 0.45)


def _chair_under(body: Standing) -> Iterator[Solid]:
    yield from _chair(float(body.at["pelvis"][0]) + 0.06, _seat_m(body), back=True)


def _stool_under(body: Standing) -> Iterator[Solid]:
    yield from _chair(float(body.at["pelvis"][0]) + 0.06, _seat_m(body), back=False)


def _chair_ahead(body: Standing) -> Iterator[Solid]:
    top = min(0.46, _mean(body, "wrist", 2) - 0.02)
    yield from _chair(_mean(body, "wrist", 0) + 0.12, top, back=True, facing=-1)


def _chair_under_calves(body: Standing) -> Iterator[Solid]:
    yield from _chair(_mean(body, "ankle", 0) - 0.05, body.low["shank"], back=True, facing=-1)


def _seat_m(body: Standing) -> float:
    return min(body.low["buttock"], body.low["pelvis"])


def _chair(middle: float, top: float, *, back: bool, facing: int = 1) -> Iterator[Solid]:
    """Seat, legs and back; `facing` 1 faces forward as the body does."""
    half = 0.21
    for x, y in product((-1, 1), repeat=2):
        leg = (middle + x * (half - 0.025), y * (half - 0.02), (top - SEAT_M) / 2)
        yield Solid(
            tone="wood", middle=leg, half=(0.018, 0.018, max(top - SEAT_M, 0.02) / 2), is_under=True
        )
    if back:
        yield Solid(
            tone="wood",
            middle=(middle - facing * (half + 0.01), 0.0, top + 0.24),
            half=(0.018, half - 0.02, 0.24),
            is_under=True,
        )
    yield Solid(
        tone="seat",
        middle=(middle, 0.0, top - SEAT_M / 2),
        half=(half, half, SEAT_M / 2),
        is_under=True,
    )


def _table(body: Standing) -> Iterator[Solid]:
    top = min(_mean(body, "wrist", 2), _mean(body, "elbow", 2)) - 0.035
    start = min(_mean(body, "wrist", 0), _mean(body, "elbow", 0)) - 0.10
    for x, y in product((start + 0.05, start + 0.75), (-0.42, 0.42)):
        yield Solid(
            tone="wood", middle=(x, y, top / 2), half=(0.022, 0.022, top / 2), is_under=True
        )
    yield Solid(
        tone="seat", middle=(start + 0.4, 0, top - 0.02), half=(0.42, 0.47, 0.02), is_under=True
    )


def _wall_beside(body: Standing) -> Iterator[Solid]:
    side = max(float(body.at["shoulder-left"][1]), float(body.at["elbow-left"][1])) + 0.06
    yield _wall((0.0, side), (0.6, 0.03), body)


def _wall_ahead(body: Standing) -> Iterator[Solid]:
    place = max(_mean(body, "wrist", 0), _mean(body, "elbow", 0)) + 0.08
    yield _wall((place, 0.0), (0.03, 0.5), body)


def _wall_behind(body: Standing) -> Iterator[Solid]:
    place = float(min(body.at["t8"][0], body.at["pelvis"][0])) - 0.115
    yield _wall((place, 0.0), (0.03, 0.5), body)


def _wall(place: tuple[float, float], half: tuple[float, float], body: Standing) -> Solid:
    high = body.stature_m * 0.56
    return Solid(tone="wall", middle=(*place, high), half=(*half, high), is_under=True)


def _step(body: Standing) -> Iterator[Solid]:
    ankles = [body.at[f"ankle-{side}"] for side in ("left", "right")]
    high = max(ankles, key=lambda ankle: float(ankle[2]))
    top = max(float(high[2]) - 0.039 * body.stature_m, 0.05)
    middle = float(high[0]) + 0.08
    yield _box("seat", (middle - 0.2, middle + 0.24), top, 0.3)


# --- cushions: a middle and half-sizes -------------------------------------------------------

Cushion = tuple[tuple[float, float, float], tuple[float, float, float]]


def _under_head(body: Standing) -> Cushion:
    x, y, z = _place(body, "skull")
    top = max(z - 0.03 * body.stature_m, 0.03)
    beyond = 0.02 * body.stature_m * float(np.sign(x - body.at["t4"][0]))
    return (x + beyond, y, top / 2), (0.17, 0.24, top / 2 + 0.012)


def _under_knees(body: Standing) -> Cushion:
    x, _, z = _knees(body)
    top = max(z - 0.035 * body.stature_m, 0.04)
    return (x, 0.0, top / 2), (0.15, 0.24, top / 2 + 0.01)


def _between_knees(body: Standing) -> Cushion:
    return _knees(body), (0.17, 0.12, 0.055)


def _under_belly(body: Standing) -> Cushion:
    x, y, z = _place(body, "l3")
    return (x, y, max(z - 0.075 * body.stature_m, 0.03)), (0.20, 0.24, 0.06)


def _behind_back(body: Standing) -> Cushion:
    x, y, z = _place(body, "l3")
    return (x - 0.085 * body.stature_m, y, z), (0.05, 0.17, 0.11)


def _place(body: Standing, joint: str) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in body.at[joint])
    return x, y, z


def _knees(body: Standing) -> tuple[float, float, float]:
    left, right = _place(body, "knee-left"), _place(body, "knee-right")
    return (left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2


def _cushion(middle: tuple[float, float, float], half: tuple[float, float, float]) -> Solid:
    return Solid(tone="pillow", middle=middle, half=half, is_round=True, is_under=True)


FITTED: Mapping[Prop, Callable[[Standing], Iterator[Solid]]] = {
    Prop.MAT: _mat,
    Prop.BED: _bed,
    Prop.BED_AHEAD: _bed_ahead,
    Prop.CHAIR: _chair_under,
    Prop.CAR_SEAT: _chair_under,
    Prop.TOILET: _stool_under,
    Prop.CHAIR_AHEAD: _chair_ahead,
    Prop.CHAIR_UNDER_CALVES: _chair_under_calves,
    Prop.TABLE: _table,
    Prop.WALL_AHEAD: _wall_ahead,
    Prop.WALL_BEHIND: _wall_behind,
    Prop.WALL_BESIDE: _wall_beside,
    Prop.STEP: _step,
}
CUSHIONS: Mapping[Prop, Callable[[Standing], Cushion]] = {
    Prop.PILLOW_HEAD: _under_head,
    Prop.PILLOW_KNEES: _under_knees,
    Prop.PILLOW_BETWEEN_KNEES: _between_knees,
    Prop.PILLOW_BELLY: _under_belly,
    Prop.PILLOW_BACK: _behind_back,
}
