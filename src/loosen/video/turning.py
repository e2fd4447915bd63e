"""How a picture is meant to be held: what the camera wrote down as the display matrix."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

NAME, NUMBERS = "DISPLAYMATRIX", 9


def matrix_of(frame: Any) -> tuple[int, int, int, int] | None:
    """Where x and y go: (x to x, x to y, y to x, y to y); None where it stays as it is."""
    held = frame.side_data.get(NAME)
    if held is None:
        return None
    numbers = np.frombuffer(bytes(held), dtype=np.int32)
    if len(numbers) < NUMBERS:
        return None
    a, b, _, c, d = (int(one) for one in numbers[:5])
    return a, b, c, d


def turned(
    picture: NDArray[np.uint8], matrix: tuple[int, int, int, int] | None
) -> NDArray[np.uint8]:
    """The picture (height, width, 4) turned by quarters and mirrored as the matrix says."""
    if matrix is None:
        return picture
    a, b, c, d = matrix
    if abs(b) + abs(c) > abs(a) + abs(d):  # a quarter turn: rows become columns
        picture, a, d = picture.transpose(1, 0, 2), c, b
    rows, columns = (-1 if d < 0 else 1), (-1 if a < 0 else 1)
    return np.ascontiguousarray(picture[::rows, ::columns])
