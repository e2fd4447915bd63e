"""A car's front seat in the open door of a small car."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from loosen.vocabulary import Anchor

from .fitting import Fitted
from .skeleton import SIDES
from .solids import NO_LIGHT, Solid, bar, box, prism

SEAT_HIGH = 0.285  # of stature, above the street
BEHIND_HEELS = 0.19  # of stature: the seat's middle behind who stands before it
FLOOR_M, WAIST_M, ROOF_M = 0.23, 0.78, 1.55  # above the street
DOOR_REAR_M, DOOR_FRONT_M = -0.54, 0.70  # of the door's opening, from the seat's middle
NEAR_M, FAR_M = -0.30, 0.46
BONNET_M, BOOT_M = 0.78, 0.66  # before and behind the door
SCREEN_TOP_M = 0.24  # where the roof ends in front, from the seat's middle
WHEEL_M, HUB_M, TYRE_WIDE_M = 0.29, 0.15, 0.06
IN_FRONT_M = 2.0  # how much nearer than all of the body what lies before it counts
Profile = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Car:
    """Where the seat is, metres: its middle, its height; that of the street.

    `has_them_in`: the one who sits on it has both feet in the car.
    """

    x: float
    y: float
    top: float
    street: float
    has_them_in: bool = False

    def up(self, above_m: float) -> float:
        """A height above the street."""
        return self.street + above_m


def car_seat(body: Fitted) -> Iterator[Solid]:
    """The car heads along x; who gets in or out sits or stands at its right, facing out of it.

    Who sits in it sits behind its near side.
    """
    car = _car(body)
    yield from _far_side(car)
    yield from _seat(car)
    for piece in _near_side(car):
        yield replace(piece, is_under=False, over_m=IN_FRONT_M) if car.has_them_in else piece


def _car(body: Fitted) -> Car:
    hip_x, hip_y = (float(value) for value in body.at["pelvis"][:2])
    if body.anchor is Anchor.FEET:
        behind = body.mean("ankle", 1) + body.share(BEHIND_HEELS)
        top = min(body.share(SEAT_HIGH), body.low("buttock"))
        return Car(x=body.mean("ankle", 0), y=behind, top=top, street=0.0)
    top = min(body.low("buttock"), body.low("pelvis"))
    is_in = min(float(body.at[f"ankle-{side}"][0]) for side in SIDES) > hip_x + 0.3
    if is_in:
        return Car(x=hip_x + 0.10, y=hip_y, top=top, street=-FLOOR_M, has_them_in=True)
    return Car(x=hip_x + 0.05, y=hip_y, top=top, street=0.0)


def _far_side(car: Car) -> Iterator[Solid]:
    """What is seen through the door: floor, far door, roof, windscreen and dashboard."""
    rear, front = car.x + DOOR_REAR_M, car.x + DOOR_FRONT_M
    near, far = car.y + NEAR_M, car.y + FAR_M
    sill, waist, roof = (car.up(part) for part in (FLOOR_M, WAIST_M, ROOF_M))
    screen = car.x + SCREEN_TOP_M
    yield _wall("car-inside", [(rear, sill), (front, sill), (front, waist), (rear, waist)], far)
    yield box("car-inside", (car.x, car.y, sill - 0.02), (0.62, FAR_M, 0.02))
    yield bar("car-inside", (rear, far, waist), (rear - 0.06, far, roof), 0.06)
    yield bar("car-inside", (rear - 0.06, far, roof), (screen, far, roof), 0.05)
    yield bar("car-inside", (screen, far, roof), (front + 0.06, far, waist), 0.05)
    dash = [(front - 0.10, waist - 0.20), (front + 0.04, waist - 0.20), (front + 0.04, waist)]
    yield prism("car-seat", [*dash, (front - 0.06, waist)], (near + 0.04, far))


def _near_side(car: Car) -> Iterator[Solid]:
    """The frame of the open door, between boot and bonnet with their wheels."""
    rear, front, near = car.x + DOOR_REAR_M, car.x + DOOR_FRONT_M, car.y + NEAR_M
    sill, waist, roof = (car.up(part) for part in (FLOOR_M, WAIST_M, ROOF_M))
    yield from _boot(car)
    yield from _bonnet(car)
    top = [(rear - BOOT_M + 0.16, roof - 0.05), (rear, roof), (car.x + SCREEN_TOP_M, roof)]
    yield prism(
        "car",
        [*top, (car.x + 0.02, roof + 0.06), (rear - 0.30, roof + 0.04)],
        (near, car.y + FAR_M),
        lit=(2, 3, 4),
    )
    yield bar("car", (car.x + SCREEN_TOP_M, near, roof), (front + 0.05, near, waist), 0.06)
    yield bar("car", (rear - 0.02, near, waist), (rear - 0.05, near, roof), 0.07)
    yield bar("car", (rear - 0.05, near, sill - 0.06), (front + 0.05, near, sill - 0.06), 0.11)


def _boot(car: Car) -> Iterator[Solid]:
    """Behind the door: the rear wing, its window and its wheel."""
    rear, near = car.x + DOOR_REAR_M, car.y + NEAR_M
    low, waist, roof = car.up(FLOOR_M - 0.10), car.up(WAIST_M), car.up(ROOF_M)
    tail = rear - BOOT_M
    yield _wall(
        "car-inside",
        [(tail + 0.08, waist), (rear, waist), (rear - 0.03, roof), (tail + 0.18, roof - 0.05)],
        near + 0.02,
    )
    yield bar("car", (tail + 0.06, near, waist), (tail + 0.19, near, roof - 0.03), 0.08)
    wing = [(tail + 0.04, low), (rear, low), (rear, waist), (tail + 0.02, waist)]
    yield _wall("car", [*wing, (tail - 0.03, waist - 0.14)], near)
    yield from _wheel(car, (tail + rear) / 2 - 0.02)


def _bonnet(car: Car) -> Iterator[Solid]:
    """Before the door: the front wings under the bonnet, a lamp and a wheel."""
    front, near = car.x + DOOR_FRONT_M, car.y + NEAR_M
    low, waist = car.up(FLOOR_M - 0.10), car.up(WAIST_M)
    nose = front + BONNET_M
    wing = [(front, low), (nose - 0.03, low), (nose, low + 0.20), (nose - 0.06, waist - 0.10)]
    yield prism("car", [*wing, (front, waist)], (near, car.y + FAR_M), lit=(3, 4))
    yield box("car-inside", (nose - 0.05, near + 0.07, waist - 0.19), (0.05, 0.07, 0.04))
    yield from _wheel(car, front + BONNET_M / 2 + 0.04)


def _wheel(car: Car, x: float) -> Iterator[Solid]:
    near = car.y + NEAR_M
    yield _disc("car-seat", (x, near - TYRE_WIDE_M, car.up(WHEEL_M)), WHEEL_M)
    yield _disc("car-seat-top", (x, near - 2 * TYRE_WIDE_M, car.up(WHEEL_M)), HUB_M)


def _disc(tone: str, hub: tuple[float, float, float], radius: float) -> Solid:
    angle = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    rim = np.stack([np.cos(angle), np.zeros_like(angle), np.sin(angle)], axis=-1) * radius
    inner = rim + np.array([0.0, TYRE_WIDE_M, 0.0])
    corners = np.concatenate([rim, inner]) + np.array(hub)
    return Solid(tone=tone, corners=corners, lit=NO_LIGHT)


def _wall(tone: str, profile: Profile, y: float) -> Solid:
    """A thin upright sheet along the car."""
    return prism(tone, profile, (y, y + 0.03))


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
