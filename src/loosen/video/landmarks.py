"""Reads a person's 33 landmarks in a crop, sharpened on the heat maps, and where to look next."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary.frames import LANDMARKS

from .crop import Crop, between
from .detection import sigmoid
from .models import HEAT, MASK, POINTS, PRESENCE, Floats, Model

SIDE = 256
LEAST_PRESENCE = 0.5
HIPS, REACH = 33, 34  # two more points than landmarks: they say where the next crop is
AROUND = 3  # cells of the heat map on each side of a landmark
LEAST_HEAT = 0.5
LEAST_SIDE = 4.0  # pixels; less is no person


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """A person: `rows` (33, 4) x, y, z, visibility, where x, y and z are in pixels.

    `crop`: where they were read; `mask`: the person in it, (256, 256), before the sigmoid.
    """

    rows: Floats
    presence: float
    crop: Crop
    next_crop: Crop
    mask: Floats


def read_pose(model: Model, picture: NDArray[np.uint8], crop: Crop) -> Pose | None:
    """The person in this crop of the picture (height, width, 4); None where there is none."""
    square = crop.cut(picture, SIDE, is_black_beyond=False)
    square *= np.float32(1 / 255)
    model.run(square)
    presence = float(model.output(PRESENCE)[0])
    if not presence >= LEAST_PRESENCE:
        return None
    raw = model.output(POINTS).reshape(-1, 5)
    shares: Floats = raw[:, :2] / np.float32(SIDE)
    places = crop.outward(sharpened(shares, model.output(HEAT)))
    next_crop = between(places[HIPS], places[REACH])
    if not LEAST_SIDE <= next_crop.side < float("inf"):
        return None
    deep, seen = raw[:, 2:3] * (crop.side / SIDE), sigmoid(raw[:, 3:4])
    rows = np.concatenate([places, deep, seen], axis=1)[:LANDMARKS]
    return Pose(
        rows=rows, presence=presence, crop=crop, next_crop=next_crop, mask=model.output(MASK)
    )


def sharpened(shares: Floats, heat: Floats) -> Floats:
    """Each landmark moved to the middle of its own heat, where that is hot enough."""
    side = heat.shape[0]
    centres = (shares * side).astype(np.int64)
    steps = np.arange(-AROUND, AROUND + 1)
    columns, rows = centres[:, :1] + steps, centres[:, 1:] + steps
    x, y = columns[:, np.newaxis, :], rows[:, :, np.newaxis]
    is_in = (x >= 0) & (x < side) & (y >= 0) & (y < side)
    numbers = np.arange(len(shares))[:, np.newaxis, np.newaxis]
    near = heat[np.clip(y, 0, side - 1), np.clip(x, 0, side - 1), numbers]
    warmth = np.where(is_in, sigmoid(near), 0)
    total = warmth.sum(axis=(1, 2))
    middle = np.stack([(warmth * x).sum(axis=(1, 2)), (warmth * y).sum(axis=(1, 2))], axis=1)
    is_hot = (warmth.max(axis=(1, 2)) >= LEAST_HEAT) & ((centres >= 0) & (centres < side)).all(1)
    moved = middle / np.maximum(total, np.float32(1e-9))[:, np.newaxis] / side
    result: Floats = np.where(is_hot[:, np.newaxis], moved, shares).astype(np.float32)
    return result
