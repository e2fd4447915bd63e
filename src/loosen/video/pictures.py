"""A picture as a JPEG file, by the same library that reads the videos."""

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .extra import load

FINE = 4  # of the encoder's scale from 2, best, to 31


def as_jpeg(rgba: NDArray[np.uint8]) -> bytes:
    """The bytes of a JPEG."""
    library: Any = load("av")
    codec = library.CodecContext.create("mjpeg", "w")
    codec.height, codec.width = rgba.shape[:2]
    codec.pix_fmt, codec.time_base = "yuvj420p", Fraction(1, 1)
    codec.options = {"qmin": str(FINE), "qmax": str(FINE)}
    frame = library.VideoFrame.from_ndarray(rgba, format="rgba")
    frame = frame.reformat(format="yuvj420p")
    frame.pts = 0
    return b"".join(bytes(one) for one in (*codec.encode(frame), *codec.encode(None)))
