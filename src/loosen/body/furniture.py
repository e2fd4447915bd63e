"""Mats, tables, walls, a step: what the body lies, leans or steps on; and all furniture by name."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from loosen.vocabulary import Prop

from .beds import bed, bed_ahead
from .fitting import Fitted
from .seats import chair_ahead, chair_beside, chair_under, chair_under_calves, rail, toilet
from .solids import Solid, bar, box

TOES_CLEAR_M = 0.09  # so that no foot is painted over a cupboard, seen a little from before


def mat(body: Fitted) -> Iterator[Solid]:
    """Under the whole body, its top the floor."""
    low, high = body.whole()
    half = (float(high[0] - low[0]) / 2 + 0.10, max(0.34, float(high[1] - low[1]) / 2 + 0.06))
    middle = (float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
    yield box("mat", (*middle, -0.008), (*half, 0.008))


def table(body: Fitted) -> Iterator[Solid]:
    """A table under the forearms or the hands, or under the pillow that they lie on."""
    top = min(body.low("hand"), body.low("forearm")) - _pillow_m(body)
    start = min(body.mean("wrist", 0), body.mean("elbow", 0)) - 0.12
    for x, y in product((start + 0.05, start + 0.80), (-0.44, 0.44)):
        yield bar("wood", (x, y, 0.0), (x, y, top - 0.03), 0.045)
    yield box("seat", (start + 0.425, 0.0, top - 0.018), (0.45, 0.50, 0.018))


def _pillow_m(body: Fitted) -> float:
    return 0.10 if Prop.PILLOW_ARMS in body.props else 0.0


def worktop(body: Fitted) -> Iterator[Solid]:
    """A kitchen's worktop under the forearms or the hands, cupboards below it."""
    top = min(body.low("hand"), body.low("forearm"))
    start = min(body.mean("wrist", 0), body.mean("elbow", 0)) - 0.03
    front, rear = max(start + 0.06, body.high("foot", 0) + TOES_CLEAR_M), start + 0.62
    middle, half = (front + rear) / 2, (rear - front) / 2
    yield box("bed", (middle, 0.0, top / 2 + 0.03), (half, 0.60, top / 2 - 0.07))
    yield box("bed-frame", (middle + 0.02, 0.0, 0.045), (half - 0.04, 0.58, 0.045))
    yield box("seat", (start + 0.32, 0.0, top - 0.02), (0.33, 0.63, 0.02))


def wall_beside(body: Fitted) -> Iterator[Solid]:
    """A wall at the left shoulder or elbow."""
    side = max(float(body.at["shoulder-left"][1]), float(body.at["elbow-left"][1])) + 0.06
    yield _wall((0.0, side), (0.6, 0.03), body)


def wall_ahead(body: Fitted) -> Iterator[Solid]:
    """A wall at the hands or the elbows."""
    place = max(body.mean("wrist", 0), body.mean("elbow", 0)) + 0.08
    yield _wall((place, 0.0), (0.03, 0.5), body)


def wall_behind(body: Fitted) -> Iterator[Solid]:
    """A wall at the back."""
    place = float(min(body.at["t8"][0], body.at["pelvis"][0])) - 0.115
    yield _wall((place, 0.0), (0.03, 0.5), body)


def _wall(place: tuple[float, float], half: tuple[float, float], body: Fitted) -> Solid:
    high = body.share(0.56)
    return box("wall", (*place, high), (*half, high))


def step(body: Fitted) -> Iterator[Solid]:
    """A step under the foot that is raised."""
    high = max(
        (body.at[f"ankle-{side}"] for side in ("left", "right")), key=lambda at: float(at[2])
    )
    top = max(float(high[2]) - body.share(0.039), 0.05)
    yield box("seat", (float(high[0]) + 0.10, 0.0, top / 2), (0.22, 0.3, top / 2))


FURNITURE: Mapping[Prop, Callable[[Fitted], Iterator[Solid]]] = {
    Prop.MAT: mat,
    Prop.BED: bed,
    Prop.BED_AHEAD: bed_ahead,
    Prop.CHAIR: chair_under,
    Prop.CHAIR_AHEAD: chair_ahead,
    Prop.CHAIR_BESIDE: chair_beside,
    Prop.CHAIR_UNDER_CALVES: chair_under_calves,
    Prop.TOILET: toilet,
    Prop.RAIL: rail,
    Prop.TABLE: table,
    Prop.WORKTOP: worktop,
    Prop.WALL_AHEAD: wall_ahead,
    Prop.WALL_BEHIND: wall_behind,
    Prop.WALL_BESIDE: wall_beside,
    Prop.STEP: step,
}
