"""A car's front seat, with so much of the car as says that it is one."""

from collections.abc import Iterator

from loosen.vocabulary import Anchor

from .fitting import Fitted
from .solids import Solid, bar, prism

SEAT_HIGH = 0.285  # of stature, above the street
FLOOR_M, ROOF_M = 0.20, 1.32  # above the street


def car_seat(body: Fitted) -> Iterator[Solid]:
    """The car heads along x; who gets in or out sits or stands at its right, facing out of it."""
    x, y, top, street = _place(body)
    yield from _shell(x, y, street)
    yield from _seat(x, y, top, street + FLOOR_M)


def _place(body: Fitted) -> tuple[float, float, float, float]:
    """The seat's middle, its height, and that of the street."""
    hip_x, hip_y = (float(value) for value in body.at["pelvis"][:2])
    if body.anchor is Anchor.FEET:
        behind = body.mean("ankle", 1) + body.share(0.16)
        return body.mean("ankle", 0), behind, min(body.share(SEAT_HIGH), body.low("buttock")), 0.0
    top = min(body.low("buttock"), body.low("pelvis"))
    is_inside = body.mean("ankle", 0) > hip_x + 0.2
    street = -FLOOR_M if is_inside else 0.0
    return hip_x + 0.05, hip_y, top, street


def _shell(x: float, y: float, street: float) -> Iterator[Solid]:
    """The far side of the body shell: sill, pillars, roof, windscreen, wheel."""
    far, near = y + 0.42, y - 0.26
    sill, roof = street + FLOOR_M, street + ROOF_M
    rear, front, waist = x - 0.62, x + 0.95, street + 0.62
    yield prism(
        "car",
        [(rear, sill - 0.06), (rear, waist), (front + 0.45, waist), (front + 0.5, sill - 0.06)],
        (far, far + 0.02),
    )  # fmt: skip
    yield bar("car", (rear, far, sill), (rear + 0.06, far, roof), 0.06)
    yield bar("car", (rear + 0.06, far, roof), (x + 0.35, far, roof), 0.06)
    yield bar("car", (x + 0.35, far, roof), (front, far, street + 0.64), 0.05)
    yield prism(
        "car", [(rear, sill - 0.09), (front, sill - 0.09), (front, sill), (rear, sill)], (near, far)
    )


def _seat(x: float, y: float, top: float, floor: float) -> Iterator[Solid]:
    across = (y - 0.24, y + 0.24)
    back = x - 0.24
    yield prism(
        "car-seat",
        [(back, floor), (x + 0.20, floor), (x + 0.26, top - 0.13), (back, top - 0.16)],
        across,
    )
    yield prism(
        "car-seat",
        [
            (back - 0.06, top - 0.16),
            (x + 0.26, top - 0.13),
            (x + 0.27, top + 0.0),
            (back - 0.04, top - 0.02),
        ],
        across,
        lit=(2, 3),
    )
    lean = 0.20
    yield prism(
        "car-seat",
        [
            (back - 0.14, top - 0.10),
            (back + 0.01, top - 0.04),
            (back - lean, top + 0.58),
            (back - lean - 0.12, top + 0.56),
        ],
        across,
        lit=(1, 2),
    )
    head = (back - lean - 0.04, top + 0.60)
    yield prism(
        "car-seat",
        [
            (head[0] - 0.06, head[1]),
            (head[0] + 0.05, head[1]),
            (head[0] + 0.02, head[1] + 0.17),
            (head[0] - 0.09, head[1] + 0.17),
        ],
        (y - 0.13, y + 0.13),
        lit=(1, 2),
    )
