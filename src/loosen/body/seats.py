"""What the body sits on, stands up from or holds on to: chairs, a toilet, a rail."""

from collections.abc import Iterator

from loosen.vocabulary import Anchor

from .fitting import HIGH, Fitted
from .solids import Solid, bar, box, prism

SEAT_HIGH = 0.268  # of stature: as high as the hollow of the knee
SEAT_THICK_M, SEAT_HALF_M, CHAIR_BACK_M = 0.045, 0.215, 0.44
# How high hands lie that lean on a seat, of stature, and between which heights they do lean on it.
HANDS_ON_SEAT, LEANS_TO, LEANS_WITHIN_M = 0.30, 0.40, 0.12
BEFORE_BACK_M = 0.05  # the buttocks of who leans forward, from a chair's back
HOLLOW_OF_KNEE = 0.035  # of stature: behind the middle of the knee
CHAIR_APART_M = 0.14  # from who does not lean on it
RAIL_HIGH, RAIL_ASIDE = 0.475, 0.15  # of stature
# The hips behind the seat's front edge, of stature: sat back, and with the feet drawn in to rise.
SAT_BACK, SAT_FORWARD = 0.165, 0.085
FEET_DRAWN_IN = 0.03


def seat_top(body: Fitted) -> float:
    """As high as who sits is; as a seat is for who stands before it."""
    if body.anchor is Anchor.SEAT:
        return min(body.low("buttock"), body.low("pelvis"))
    return min(body.share(SEAT_HIGH), body.low("buttock"))


def edge_of_seat(body: Fitted) -> float:
    """The seat's front: a hand before the hips of who sits; behind the calves of who stands."""
    if body.anchor not in (Anchor.SEAT, Anchor.EDGE):
        return body.mean("ankle", 0) - body.share(0.035)
    if body.anchor is Anchor.EDGE:
        return float(body.at["pelvis"][0]) + body.share(SAT_BACK)
    is_forward = body.mean("knee", 0) - body.mean("ankle", 0) > body.share(FEET_DRAWN_IN)
    return float(body.at["pelvis"][0]) + body.share(SAT_FORWARD if is_forward else SAT_BACK)


def chair_under(body: Fitted) -> Iterator[Solid]:
    """A chair under who sits, or behind who stands."""
    edge = edge_of_seat(body)
    if body.anchor is Anchor.SEAT:  # who leans far forward sits no farther back than its back
        edge = min(edge, body.low("buttock", 0) + 2 * SEAT_HALF_M - BEFORE_BACK_M)
    yield from _chair(edge - SEAT_HALF_M, seat_top(body))


def chair_ahead(body: Fitted) -> Iterator[Solid]:
    """A chair, its back ahead: its seat under the hands, or beyond who does not lean on it."""
    as_held = body.share(HANDS_ON_SEAT)
    top = min(body.low("hand"), as_held)
    if as_held - top > LEANS_WITHIN_M or body.high("hand") > body.share(LEANS_TO):
        beyond = float(body.whole()[HIGH, 0]) + CHAIR_APART_M + SEAT_HALF_M
        yield from _chair(beyond, body.share(SEAT_HIGH), facing=-1)
        return
    yield from _chair(body.mean("wrist", 0) + 0.10, top, facing=-1)


def chair_beside(body: Fitted) -> Iterator[Solid]:
    """A chair on the right that faces as the body does, its back under the right hand."""
    x, y, _ = (float(value) for value in body.at["wrist-right"])
    top = body.low("hand-right") - CHAIR_BACK_M
    yield from _chair(x + SEAT_HALF_M + 0.03, top, aside=y - 0.06)


def chair_under_calves(body: Fitted) -> Iterator[Solid]:
    """A chair whose seat carries the calves, from the hollow of the knees on."""
    edge = body.mean("knee", 0) + body.share(HOLLOW_OF_KNEE)
    yield from _chair(edge + SEAT_HALF_M, body.low("shank"), facing=-1)


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
    top, edge = seat_top(body), edge_of_seat(body) + 0.02
    rear, rim = edge - 0.46, top - 0.03
    bowl = [(rear, rim), (edge, rim), (edge - 0.02, rim - 0.10), (edge - 0.17, 0.0), (rear, 0.0)]
    yield prism("china", bowl, (-0.15, 0.15))
    yield box("china", (rear - 0.07, 0.0, top + 0.14), (0.085, 0.20, 0.21))
    yield box("china", (rear - 0.07, 0.0, top + 0.36), (0.095, 0.21, 0.014))
    yield box("lid", ((rear + edge) / 2 + 0.01, 0.0, top - 0.014), ((edge - rear) / 2, 0.19, 0.014))
    yield box("lid", (rear + 0.035, 0.0, top + 0.20), (0.012, 0.18, 0.20), pitch_deg=-8.0)


def rail(body: Fitted) -> Iterator[Solid]:
    """A firm rail at the left hand's side, on two posts."""
    x, y = body.mean("ankle", 0), max(float(body.at["wrist-left"][1]), body.share(RAIL_ASIDE))
    top = body.share(RAIL_HIGH)
    yield bar("rail", (x - 0.62, y, top), (x + 0.46, y, top), 0.035)
    for post in (x - 0.60, x + 0.44):
        yield bar("rail", (post, y, 0.0), (post, y, top), 0.03)
