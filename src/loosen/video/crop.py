"""A turned square of a picture: cut out for the model, and what it says put back."""

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

import numpy as np
from numpy.typing import NDArray

from .models import Floats

ROOM = 1.25  # of the circle round the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """Centre and side in pixels of the picture; `turn` in radians, clockwise as it is seen."""

    x: float
    y: float
    side: float
    turn: float

    def outward(self, points: Floats) -> Floats:
        """Points in shares of this square (n, 2), in pixels of the picture."""
        return ((points - 0.5) @ self._axes() + (self.x, self.y)).astype(np.float32)

    def inward(self, points: Floats) -> Floats:
        """Points in pixels of the picture (n, 2), in shares of this square."""
        axes = self._axes() / self.side**2
        return ((points - (self.x, self.y)) @ axes.T + 0.5).astype(np.float32)

    def _axes(self) -> NDArray[np.float64]:
        """Its own two sides as vectors of the picture."""
        along, across = self.side * cos(self.turn), self.side * sin(self.turn)
        return np.array([[along, across], [-across, along]])

    def cut(self, picture: NDArray[np.uint8], side: int, *, is_black_beyond: bool) -> Floats:
        """The square as (side, side, 3) of 0 to 255.

        Beyond the picture's edge it is black, or goes on as the edge is: each model wants its own.
        """
        high, wide = picture.shape[:2]
        framed = np.zeros((high + 2, wide + 2), dtype=np.uint32)  # an edge to reach beyond
        framed[1:-1, 1:-1] = np.ascontiguousarray(picture).view(np.uint32)[:, :, 0]
        x, y = self._places(side)
        left, right_share = _whole_and_rest(x, wide, int(is_black_beyond))
        top, low_share = _whole_and_rest(y, high, int(is_black_beyond))
        start = (top + 1) * (wide + 2) + left + 1
        blended = _blend(framed, start, right_share, low_share)
        return np.ascontiguousarray(blended.T).reshape(side, side, 3)

    def _places(self, side: int) -> tuple[Floats, Floats]:
        """The pixels of the picture under each pixel of the cut, by rows."""
        axes = self._axes() / side
        steps = np.arange(side) - side / 2
        x = self.x + steps[np.newaxis] * axes[0, 0] + steps[:, np.newaxis] * axes[1, 0]
        y = self.y + steps[np.newaxis] * axes[0, 1] + steps[:, np.newaxis] * axes[1, 1]
        return x.ravel().astype(np.float32), y.ravel().astype(np.float32)


def _whole_and_rest(places: Floats, end: int, beyond: int) -> tuple[NDArray[np.int32], Floats]:
    """The pixel before each place, and how far it is to the next; `beyond` the edge at most."""
    kept = np.clip(places, -beyond, end - 1 + beyond)
    whole = np.minimum(np.floor(kept).astype(np.int32), end - 1)
    return whole, kept - whole.astype(np.float32)


def _blend(
    framed: NDArray[np.uint32], start: NDArray[np.int32], right: Floats, low: Floats
) -> Floats:
    """Each place from the four pixels round it (a pixel is one number of four bytes)."""
    row, flat = framed.shape[1], framed.ravel()

    def at(offset: int) -> Floats:
        pixels = flat.take(start + offset).view(np.uint8).reshape(-1, 4)
        return pixels[:, :3].T.astype(np.float32, order="C")  # by colour: long rows are quick

    above = _toward(at(0), at(1), right)
    return _toward(above, _toward(at(row), at(row + 1), right), low)


def _toward(start: Floats, end: Floats, share: Floats) -> Floats:
    """Between the two, in the room that they have: fresh room costs more than the sum."""
    end -= start
    end *= share
    start += end
    return start


def between(hips: Floats, reach: Floats) -> Crop:
    """The square round the circle about the hips that goes through `reach`, turned upright."""
    dx, dy = float(reach[0] - hips[0]), float(reach[1] - hips[1])
    side = 2 * hypot(dx, dy) * ROOM
    return Crop(x=float(hips[0]), y=float(hips[1]), side=side, turn=atan2(dx, -dy))
