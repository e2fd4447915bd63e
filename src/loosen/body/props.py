"""What stands beside the body, fitted to it: furniture, pillows, a car, a phone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from loosen.vocabulary import Prop

from .car import car_seat
from .cushions import CUSHIONS
from .fitting import Fitted, fitted
from .flesh import Shape
from .furniture import FURNITURE
from .motion import Motion
from .physique import Physique
from .skeleton import Pose
from .solids import Solid, box

FLOOR = -1  # the layer of what lies on the floor


def solids(
    motion: Motion, pose: Pose, shapes: Sequence[Shape], physique: Physique, instant: int = 0
) -> tuple[Solid, ...]:
    """All pieces of all props of a motion, fitted to its pose at an instant.

    A prop that is named later lies over one that is named before it; a mat under all.
    """
    body = fitted(pose, shapes, physique, motion, instant)
    return tuple(
        replace(piece, layer=FLOOR if prop is Prop.MAT else layer)
        for layer, prop in enumerate(motion.props)
        for piece in FITTED[prop](body)
    )


def phone(body: Fitted) -> Iterator[Solid]:
    """In the left hand."""
    x, y, z = (float(value) for value in body.bounds["hand-left"].mean(axis=0))
    yield box("phone", (x, y, z), (0.038, 0.010, 0.072), pitch_deg=20.0, is_under=False)


FITTED: Mapping[Prop, Callable[[Fitted], Iterator[Solid]]] = {
    **FURNITURE,
    **CUSHIONS,
    Prop.CAR_SEAT: car_seat,
    Prop.PHONE: phone,
}
