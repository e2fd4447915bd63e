"""What stands beside the body, fitted to it: furniture, pillows, a car, a phone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from loosen.vocabulary import Prop

from .car import car_seat
from .cushions import CUSHIONS
from .fitting import Fitted, fitted
from .flesh import shapes_of
from .furniture import FURNITURE
from .motion import Motion
from .physique import Physique
from .skeleton import Pose
from .solids import Solid, box

FLOOR = -1  # the layer of what lies on the floor


def solids(motion: Motion, physique: Physique, keyed: Pose) -> tuple[Solid, ...]:
    """All pieces of all props of a motion, each fitted to that of its key poses that uses it.

    A prop that is named later lies over one that is named before it; a mat under all.
    """
    shapes = shapes_of(keyed, physique)
    bodies = [
        fitted(keyed, shapes, physique, motion, instant) for instant in range(len(motion.keys))
    ]
    return tuple(
        replace(piece, layer=FLOOR if prop is Prop.MAT else layer)
        for layer, prop in enumerate(motion.props)
        for piece in FITTED[prop](min(bodies, key=USED.get(prop, _first)))
    )


def _first(body: Fitted) -> float:
    return 0.0


def _short(body: Fitted) -> float:
    low, high = body.whole()
    return float(low[0] - high[0])


def _feet_low(body: Fitted) -> float:
    return -min(float(body.at[f"ankle-{side}"][2]) for side in ("left", "right"))


# Which key pose uses the prop: that in which this is least; all else stands there from the start.
USED: Mapping[Prop, Callable[[Fitted], float]] = {
    Prop.MAT: _short,
    Prop.STEP: _feet_low,
    Prop.WALL_BEHIND: lambda body: float(body.at["pelvis"][0]),
    Prop.PILLOW_HEAD: lambda body: float(body.at["skull"][2]),
}


def phone(body: Fitted) -> Iterator[Solid]:
    """In the left hand, along its palm; the fingers lie over it."""
    x, y, z = (float(value) for value in body.bounds["hand-left"].mean(axis=0))
    along = body.at["wrist-left"] - body.at["elbow-left"]
    pitch = float(np.degrees(np.arctan2(along[0], along[2])))
    inward = 0.03 if y < body.at["t8"][1] else -0.03
    yield box("phone", (x, y + inward, z), (0.036, 0.009, 0.072), pitch_deg=pitch, is_under=False)


FITTED: Mapping[Prop, Callable[[Fitted], Iterator[Solid]]] = {
    **FURNITURE,
    **CUSHIONS,
    Prop.CAR_SEAT: car_seat,
    Prop.PHONE: phone,
}
