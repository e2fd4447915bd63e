"""The person's mask, packed 64 pixels wide: the back's edge is read from it."""

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary.frames import MASK_WIDE, MOST_ROWS

from .crop import Crop
from .models import Floats

FINER = 2  # places looked at in each pixel of the mask, each way


def mask_rows(size_px: tuple[int, int]) -> int:
    """How many rows a mask has, so that its pixels are square."""
    wide, high = size_px
    return min(max(round(MASK_WIDE * high / wide), 1), MOST_ROWS)


def packed_mask(mask: Floats, crop: Crop, size_px: tuple[int, int]) -> bytes:
    """The mask of the crop as one of the whole picture, eight bytes a row."""
    places, rows = _places(size_px)
    side = mask.shape[0]
    shares = crop.inward(places) * side
    cells = np.floor(shares).astype(np.int64)
    is_in = ((cells >= 0) & (cells < side)).all(axis=1)
    np.clip(cells, 0, side - 1, out=cells)
    is_person = is_in & (mask[cells[:, 1], cells[:, 0], 0] > 0)  # half, before the sigmoid
    votes = is_person.reshape(rows, FINER, MASK_WIDE, FINER).sum(axis=(1, 3))
    return np.packbits(votes * 2 >= FINER * FINER, axis=1).tobytes()


def _places(size_px: tuple[int, int]) -> tuple[Floats, int]:
    """Pixels of the picture under the finer places of the mask, by rows."""
    wide, high = size_px
    rows = mask_rows(size_px)
    x = (np.arange(MASK_WIDE * FINER) + 0.5) * wide / (MASK_WIDE * FINER)
    y = (np.arange(rows * FINER) + 0.5) * high / (rows * FINER)
    across, down = np.meshgrid(x, y)
    return np.stack([across.ravel(), down.ravel()], axis=1).astype(np.float32), rows


def unpacked(mask64: bytes) -> NDArray[np.bool_]:
    """The mask as (rows, 64)."""
    bits = np.unpackbits(np.frombuffer(mask64, dtype=np.uint8))
    return bits.reshape(-1, MASK_WIDE).astype(np.bool_)
