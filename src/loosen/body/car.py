"""A car's front seat, with so much of the car as says that it is one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from loosen.vocabulary import Anchor

from .fitting import Fitted
from .skeleton import SIDES
from .solids import NO_LIGHT, Solid, bar, prism

SEAT_HIGH = 0.285  # of stature, above the street
FLOOR_M, WAIST_M, ROOF_M = 0.22, 0.74, 1.46  # above the street
DOOR_REAR_M, DOOR_FRONT_M = -0.46, 0.66  # of the door's opening, from the seat's middle
NEAR_M, FAR_M = -0.36, 0.44
BONNET_M = 0.92
WHEEL_M, TYRE_WIDE_M = 0.31, 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Car:
    """Where the seat is, metres: its middle, its height; that of the street."""

    x: float
    y: float
    top: float
    street: float


def car_seat(body: Fitted) -> Iterator[Solid]:
    """The car heads along x; who gets in or out sits or stands at its right, facing out of it."""
    car = _car(body)
    yield from _far_side(car)
    yield from _seat(car)
    yield from _near_side(car)


def _car(body: Fitted) -> Car:
    hip_x, hip_y = (float(value) for value in body.at["pelvis"][:2])
    if body.anchor is Anchor.FEET:
        behind = body.mean("ankle", 1) + body.share(0.16)
        top = min(body.share(SEAT_HIGH), body.low("buttock"))
        return Car(x=body.mean("ankle", 0), y=behind, top=top, street=0.0)
    top = min(body.low("buttock"), body.low("pelvis"))
    is_inside = min(float(body.at[f"ankle-{side}"][0]) for side in SIDES) > hip_x + 0.3
    street = -FLOOR_M if is_inside else 0.0
    return Car(x=hip_x + 0.05, y=hip_y, top=top, street=street)


def _far_side(car: Car) -> Iterator[Solid]:
    """The other door with its window, the floor, and the bonnet."""
    rear, front, far = car.x + DOOR_REAR_M, car.x + DOOR_FRONT_M, car.y + FAR_M
    sill, waist, roof = (car.street + part for part in (FLOOR_M, WAIST_M, ROOF_M))
    inside = [(rear, sill), (front, sill), (front, waist), (rear, waist)]
    yield prism("car-inside", inside, (far, far + 0.02))
    floor = [(rear, sill - 0.04), (front, sill - 0.04), (front, sill), (rear, sill)]
    yield prism("car-inside", floor, (car.y + NEAR_M, far))
    yield bar("car-inside", (rear + 0.10, far, roof), (car.x + 0.26, far, roof), 0.05)
    yield bar("car-inside", (car.x + 0.26, far, roof), (front + 0.05, far, waist), 0.05)


def _near_side(car: Car) -> Iterator[Solid]:
    """The frame of the open door, the wing with its wheel."""
    rear, front, near = car.x + DOOR_REAR_M, car.x + DOOR_FRONT_M, car.y + NEAR_M
    sill, waist, roof = (car.street + part for part in (FLOOR_M, WAIST_M, ROOF_M))
    over_rear, over_front = (rear + 0.10, near, roof), (car.x + 0.26, near, roof)
    yield bar("car", (rear, near, waist), over_rear, 0.07)
    yield bar("car", over_rear, over_front, 0.06)
    yield bar("car", over_front, (front + 0.05, near, waist), 0.06)
    yield bar("car", (rear, near, sill - 0.05), (front, near, sill - 0.05), 0.09)
    quarter = [(rear - 0.26, sill - 0.08), (rear, sill - 0.08), (rear, waist), (rear - 0.26, waist)]
    yield prism("car", quarter, (near, near + 0.04))
    nose = front + BONNET_M
    wing = [
        *((front, sill - 0.08), (nose - 0.03, sill - 0.08), (nose, sill + 0.12)),
        *((nose - 0.08, waist - 0.12), (front, waist)),
    ]
    yield prism("car", wing, (near, car.y + FAR_M), lit=(3, 4))
    hub = (front + 0.56, near - 0.01, car.street + WHEEL_M)
    yield _wheel("car-seat", hub, WHEEL_M)
    yield _wheel("car-seat-top", (hub[0], hub[1] - TYRE_WIDE_M, hub[2]), 0.16)


def _wheel(tone: str, hub: tuple[float, float, float], radius: float) -> Solid:
    angle = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    rim = np.stack([np.cos(angle), np.zeros_like(angle), np.sin(angle)], axis=-1) * radius
    inner = rim + np.array([0.0, TYRE_WIDE_M, 0.0])
    corners = np.concatenate([rim, inner]) + np.array(hub)
    return Solid(tone=tone, corners=corners, lit=NO_LIGHT)


def _seat(car: Car) -> Iterator[Solid]:
    """Its foot, the cushion, the back and the head-rest."""
    across, rear, top = (car.y - 0.24, car.y + 0.24), car.x - 0.24, car.top
    floor, front = car.street + FLOOR_M, car.x + 0.26
    foot = [(rear, floor), (front - 0.06, floor), (front, top - 0.13), (rear, top - 0.16)]
    yield prism("car-seat", foot, across)
    cushion = [(rear - 0.06, top - 0.16), (front, top - 0.13), (front + 0.01, top)]
    yield prism("car-seat", [*cushion, (rear - 0.04, top - 0.02)], across, lit=(2, 3))
    head = rear - 0.20
    back = [(rear - 0.14, top - 0.10), (rear + 0.01, top - 0.04), (head, top + 0.58)]
    yield prism("car-seat", [*back, (head - 0.12, top + 0.56)], across, lit=(1, 2))
    rest = [(head - 0.10, top + 0.60), (head + 0.01, top + 0.60), (head - 0.02, top + 0.77)]
    yield prism(
        "car-seat", [*rest, (head - 0.13, top + 0.77)], (car.y - 0.13, car.y + 0.13), lit=(1, 2)
    )
