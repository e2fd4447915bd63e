"""A bed under who lies on it, beside who sits or stands at its edge, before who leans on it."""

from collections.abc import Iterator
from itertools import product

from loosen.vocabulary import Anchor, Prop

from .fitting import Fitted
from .seats import edge_of_seat, seat_top
from .solids import Solid, bar, box

MATTRESS_M, FRAME_M = 0.17, 0.10
LONG = 1.20  # of stature
HIGH = 0.268  # of stature: the mattress above the floor
HALF_M = 0.47  # of its width
LEFT_SHARE = 0.54  # of its length, to the left of who sits on it


def bed(body: Fitted) -> Iterator[Solid]:
    """Under who lies on it; along the left hand's side of who sits or stands at its edge."""
    match body.anchor:
        case Anchor.EDGE:
            yield from _bed_beside(body, top=0.0, floor=-body.share(HIGH))
        case Anchor.FEET | Anchor.SEAT:
            yield from _bed_beside(body, top=seat_top(body), floor=0.0)
        case _:
            yield from _bed_under(body)


def _bed_under(body: Fitted) -> Iterator[Solid]:
    low, high = body.whole()
    head_is_low = body.at["skull"][0] < body.at["pelvis"][0]
    long = max(body.share(LONG), float(high[0] - low[0]) + 0.25)
    spare = 0.34 if Prop.PILLOW_PILE in body.props else 0.17
    start = float(low[0]) - spare if head_is_low else float(high[0]) + spare - long
    across = (float(low[1] + high[1]) / 2, max(HALF_M, float(high[1] - low[1]) / 2 + 0.08))
    head = start - 0.03 if head_is_low else start + long + 0.03
    yield from _frame((start, start + long), across, 0.0, -body.share(HIGH))
    yield box("bed-frame", (head, across[0], -0.08), (0.03, across[1], 0.36))


def _bed_beside(body: Fitted, *, top: float, floor: float) -> Iterator[Solid]:
    """Its long side ahead of who sits on it, its pillow end to the left."""
    edge, long = edge_of_seat(body), body.share(LONG)
    end = LEFT_SHARE * long
    yield from _frame((edge - 2 * HALF_M, edge), (end - long / 2, long / 2), top, floor)
    board = (top + 0.28 + floor) / 2
    yield box("bed-frame", (edge - HALF_M, end + 0.03, board), (HALF_M, 0.03, board - floor))


def pillow_end(body: Fitted) -> tuple[float, float, float]:
    """The place on the mattress where the pillow lies, for who sits or stands at its edge."""
    top = 0.0 if body.anchor is Anchor.EDGE else seat_top(body)
    return edge_of_seat(body) - HALF_M, LEFT_SHARE * body.share(LONG) - 0.30, top


def _frame(
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
    pressed = 0.08 if Prop.PILLOW_ARMS in body.props else 0.01
    top = min(body.low("forearm"), body.low("hand")) - pressed
    start = body.mean("elbow", 0) - 0.14
    yield from _frame((start, start + 2 * HALF_M), (0.0, body.share(LONG) / 2), top, 0.0)
