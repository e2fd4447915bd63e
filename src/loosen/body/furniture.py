"""Beds, chairs, tables, walls, a toilet: what the body lies, sits or leans on."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from loosen.vocabulary import Anchor, Prop

from .fitting import Fitted
from .solids import Solid, bar, box, prism

SEAT_HIGH = 0.268  # of stature: a seat or a bed as high as the hollow of the knee
SEAT_THICK_M, SEAT_HALF_M, CHAIR_BACK_M = 0.045, 0.215, 0.44
MATTRESS_M, FRAME_M = 0.17, 0.10
BED_LONG = 1.20  # of stature
BED_HALF_M = 0.47


def mat(body: Fitted) -> Iterator[Solid]:
    """Under the whole body, its top the floor."""
    low, high = body.whole()
    half = (float(high[0] - low[0]) / 2 + 0.10, max(0.34, float(high[1] - low[1]) / 2 + 0.06))
    middle = (float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
    yield box("mat", (*middle, -0.008), (*half, 0.008))


# --- beds ------------------------------------------------------------------------------------


def bed(body: Fitted) -> Iterator[Solid]:
    """Under who lies on it; along the left hand's side of who sits or stands at its edge."""
    match body.anchor:
        case Anchor.EDGE:
            yield from _bed_beside(body, top=0.0, edge=_edge_of_seat(body))
        case Anchor.FEET | Anchor.SEAT:
            yield from _bed_beside(body, top=_seat_top(body), edge=_edge_of_seat(body))
        case _:
            yield from _bed_under(body)


def _bed_under(body: Fitted) -> Iterator[Solid]:
    low, high = body.whole()
    head_is_low = body.at["skull"][0] < body.at["pelvis"][0]
    long = body.share(BED_LONG)
    start = float(low[0]) - 0.16 if head_is_low else float(high[0]) + 0.16 - long
    across = (float(low[1] + high[1]) / 2, max(BED_HALF_M, float(high[1] - low[1]) / 2 + 0.08))
    head = start - 0.03 if head_is_low else start + long + 0.03
    yield from _bed((start, start + long), across, 0.0, -body.share(SEAT_HIGH))
    yield box("bed-frame", (head, across[0], -0.08), (0.03, across[1], 0.36))


def _bed_beside(body: Fitted, *, top: float, edge: float) -> Iterator[Solid]:
    """Its long side ahead of who sits on it, its pillow end to the left."""
    long = body.share(BED_LONG)
    end = 0.62 * long
    middle, half = (end - long / 2, long / 2)
    floor = top - body.share(SEAT_HIGH) if body.anchor is Anchor.EDGE else 0.0
    yield from _bed((edge - 2 * BED_HALF_M, edge), (middle, half), top, floor)
    yield box(
        "bed-frame", (edge - BED_HALF_M, end + 0.03, (top + 0.28 + floor) / 2),
        (BED_HALF_M, 0.03, (top + 0.28 - floor) / 2),
    )  # fmt: skip


def _bed(
    along: tuple[float, float], across: tuple[float, float], top: float, floor: float
) -> Iterator[Solid]:
    """Legs, frame and mattress; `along` from and to, `across` a middle and half a width."""
    x, half_x = (along[0] + along[1]) / 2, (along[1] - along[0]) / 2
    y, half_y = across
    under = top - MATTRESS_M
    for side_x, side_y in product((-1, 1), repeat=2):
        foot = (x + side_x * (half_x - 0.05), y + side_y * (half_y - 0.05))
        yield bar("bed-frame", (*foot, floor), (*foot, under - FRAME_M), 0.05)
    yield box("bed-frame", (x, y, under - FRAME_M / 2), (half_x, half_y, FRAME_M / 2))
    yield box("bed", (x, y, top - MATTRESS_M / 2), (half_x, half_y, MATTRESS_M / 2))


def bed_ahead(body: Fitted) -> Iterator[Solid]:
    """Its long side before who leans on it."""
    top = min(body.low("forearm"), body.low("hand")) - 0.01
    start = body.mean("elbow", 0) - 0.14
    yield from _bed((start, start + 2 * BED_HALF_M), (0.0, body.share(BED_LONG) / 2), top, 0.0)


# --- seats -----------------------------------------------------------------------------------


def _seat_top(body: Fitted) -> float:
    """As high as who sits is; as a seat is for who stands before it."""
    if body.anchor is Anchor.SEAT:
        return min(body.low("buttock"), body.low("pelvis"))
    return min(body.share(SEAT_HIGH), body.low("buttock"))


def _edge_of_seat(body: Fitted) -> float:
    """The seat's front: a hand before the hips of who sits; behind the calves of who stands."""
    if body.anchor in (Anchor.SEAT, Anchor.EDGE):
        return float(body.at["pelvis"][0]) + body.share(0.165)
    return body.mean("ankle", 0) - body.share(0.035)


def chair_under(body: Fitted) -> Iterator[Solid]:
    """A chair under who sits, or behind who stands."""
    yield from _chair(_edge_of_seat(body) - SEAT_HALF_M, _seat_top(body))


def chair_ahead(body: Fitted) -> Iterator[Solid]:
    """A chair whose seat is under the hands; its back ahead."""
    top = min(body.low("hand"), body.share(0.30))
    yield from _chair(body.mean("wrist", 0) + 0.10, top, facing=-1)


def chair_beside(body: Fitted) -> Iterator[Solid]:
    """A chair on the right that faces as the body does, its back under the right hand."""
    x, y, _ = (float(value) for value in body.at["wrist-right"])
    top = body.low("hand-right") - CHAIR_BACK_M
    yield from _chair(x + SEAT_HALF_M + 0.03, top, aside=y - 0.06)


def chair_under_calves(body: Fitted) -> Iterator[Solid]:
    """A chair whose seat carries the calves."""
    yield from _chair(body.mean("ankle", 0) - 0.06, body.low("shank"), facing=-1)


def _chair(middle: float, top: float, *, facing: int = 1, aside: float = 0.0) -> Iterator[Solid]:
    """Four legs, a seat, a back of two posts and a rest; `facing` 1 faces as the body does.

    `aside`: how far to the left, metres.
    """
    half, under = SEAT_HALF_M, top - SEAT_THICK_M
    rear = middle - facing * (half - 0.02)
    high = top + CHAIR_BACK_M
    for y in (aside - half + 0.025, aside + half - 0.025):
        front = middle + facing * (half - 0.03)
        yield bar("wood", (front, y, 0.0), (front, y, under), 0.036)
        yield bar("wood", (rear, y, 0.0), (rear, y, top), 0.036)
        yield bar("wood", (rear, y, top), (rear - facing * 0.05, y, high), 0.036)
    rest = (rear - facing * 0.04, aside, high - 0.09)
    yield box("seat", rest, (0.016, half - 0.01, 0.10), pitch_deg=-facing * 6.0)
    yield box("seat", (middle, aside, top - SEAT_THICK_M / 2), (half, half, SEAT_THICK_M / 2))


def toilet(body: Fitted) -> Iterator[Solid]:
    """A bowl that narrows to its foot, a seat, the raised lid and the cistern."""
    top, edge = _seat_top(body), _edge_of_seat(body) + 0.02
    rear, rim = edge - 0.46, top - 0.03
    bowl = [(rear, rim), (edge, rim), (edge - 0.02, rim - 0.10), (edge - 0.17, 0.0), (rear, 0.0)]
    yield prism("china", bowl, (-0.15, 0.15))
    yield box("china", (rear - 0.07, 0.0, top + 0.14), (0.085, 0.20, 0.21))
    yield box("china", (rear - 0.07, 0.0, top + 0.36), (0.095, 0.21, 0.014))
    yield box("lid", ((rear + edge) / 2 + 0.01, 0.0, top - 0.014), ((edge - rear) / 2, 0.19, 0.014))
    yield box("lid", (rear + 0.035, 0.0, top + 0.20), (0.012, 0.18, 0.20), pitch_deg=-8.0)


def rail(body: Fitted) -> Iterator[Solid]:
    """A firm rail under the left hand, on a post."""
    x, y, _ = (float(value) for value in body.at["wrist-left"])
    top = body.low("hand-left")
    yield bar("rail", (x - 0.45, y, top), (x + 0.12, y, top), 0.035)
    for post in (x - 0.42, x + 0.09):
        yield bar("rail", (post, y, 0.0), (post, y, top), 0.03)


# --- tables, walls, a step -------------------------------------------------------------------


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
    yield box("bed", (start + 0.34, 0.0, top / 2 + 0.03), (0.28, 0.60, top / 2 - 0.07))
    yield box("bed-frame", (start + 0.36, 0.0, 0.045), (0.24, 0.58, 0.045))
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
