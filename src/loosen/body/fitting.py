"""What props are fitted to: where a body is at one instant, and how far its parts reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from loosen.vocabulary import Anchor, Prop

from .flesh import Shape
from .motion import Motion
from .physique import Physique
from .rotations import Array
from .skeleton import Pose

LOW, HIGH = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A body at one instant, metres: joints `at` (3,), and `bounds` (2, 3) of each part's flesh.

    A part that there is on both sides has its bounds by its name, and with `-left`, `-right`.
    """

    at: Mapping[str, Array]
    bounds: Mapping[str, Array]
    anchor: Anchor
    props: tuple[Prop, ...]
    stature_m: float

    def low(self, part: str, axis: int = 2) -> float:
        """The least that a part's flesh reaches along an axis."""
        return float(self.bounds[part][LOW, axis])

    def high(self, part: str, axis: int = 2) -> float:
        """The most that a part's flesh reaches along an axis."""
        return float(self.bounds[part][HIGH, axis])

    def mean(self, joint: str, axis: int) -> float:
        """The middle of a joint that there is on both sides."""
        return float(np.mean([self.at[f"{joint}-{side}"][axis] for side in ("left", "right")]))

    def whole(self) -> Array:
        """The bounds (2, 3) of the whole body."""
        every = np.stack(list(self.bounds.values()))
        return np.stack([every[:, LOW].min(axis=0), every[:, HIGH].max(axis=0)])

    def share(self, of_stature: float) -> float:
        """A share of stature, in metres."""
        return of_stature * self.stature_m


def fitted(
    pose: Pose, shapes: Sequence[Shape], physique: Physique, motion: Motion, instant: int
) -> Fitted:
    """The body at an instant, for props to be fitted to."""
    bounds: dict[str, Array] = {}
    for shape in shapes:
        one = _bounds(shape, instant)
        for name in {shape.part.name, f"{shape.part.name}-{shape.part.side}".rstrip("-")}:
            known = bounds.get(name, one)
            bounds[name] = np.stack([np.minimum(known[0], one[0]), np.maximum(known[1], one[1])])
    return Fitted(
        at={name: place[instant] for name, place in pose.at.items()},
        bounds=bounds,
        anchor=motion.anchor,
        props=motion.props,
        stature_m=physique.stature_m,
    )


def _bounds(shape: Shape, instant: int) -> Array:
    centres = shape.centres[instant]
    reach = np.linalg.norm(shape.axes[instant], axis=-1)
    return np.stack([(centres - reach).min(axis=0), (centres + reach).max(axis=0)])
