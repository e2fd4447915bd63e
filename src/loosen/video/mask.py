"""The person's mask, packed 64 pixels wide: the back's edge is read from it.

As the page packs it: one bit for each of 64 by so many places, by the pixel in its middle.
"""

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary.frames import MASK_WIDE, MOST_ROWS

from .crop import Crop
from .detection import sigmoid
from .models import Floats

PERSON = 0.5


def mask_rows(size_px: tuple[int, int]) -> int:
    """How many rows a mask has, so that its pixels are square."""
    wide, high = size_px
    return min(max(round(MASK_WIDE * high / wide), 1), MOST_ROWS)


def packed_mask(mask: Floats, crop: Crop, size_px: tuple[int, int]) -> bytes:
    """The mask of the crop as one of the whole picture, eight bytes a row."""
    places = crop.inward(_middles(size_px)) * mask.shape[0]
    is_in = ((places >= 0) & (places <= mask.shape[0] - 1)).all(axis=1)
    is_person = is_in & (_between(mask[:, :, 0], places) >= PERSON)
    return np.packbits(is_person.reshape(-1, MASK_WIDE), axis=1).tobytes()


def _middles(size_px: tuple[int, int]) -> Floats:
    """The pixels of the picture in the middle of each place, by rows."""
    (wide, high), rows = size_px, mask_rows(size_px)
    x = np.floor((np.arange(MASK_WIDE) + 0.5) * wide / MASK_WIDE)
    y = np.floor((np.arange(rows) + 0.5) * high / rows)
    across, down = np.meshgrid(x, y)
    return np.stack([across.ravel(), down.ravel()], axis=1).astype(np.float32)


def _between(mask: Floats, places: Floats) -> Floats:
    """How surely each place is of the person, from the four cells round it."""
    last = mask.shape[0] - 1
    x, y = np.clip(np.floor(places), 0, last - 1).astype(np.int64).T
    right, low = np.clip(places - np.stack([x, y], axis=1), 0, 1).T
    above = sigmoid(mask[y, x]) * (1 - right) + sigmoid(mask[y, x + 1]) * right
    below = sigmoid(mask[y + 1, x]) * (1 - right) + sigmoid(mask[y + 1, x + 1]) * right
    found: Floats = above * (1 - low) + below * low
    return found


def unpacked(mask64: bytes) -> NDArray[np.bool_]:
    """The mask as (rows, 64)."""
    bits = np.unpackbits(np.frombuffer(mask64, dtype=np.uint8))
    return bits.reshape(-1, MASK_WIDE).astype(np.bool_)
