"""What a camera or a phone took in at one moment: landmarks, the person's mask, a tilt."""

from dataclasses import dataclass
from typing import TypeAlias

from .checks import require, require_range

LANDMARKS = 33  # of the pose model, in its own order
MASK_WIDE = 64  # pixels; a row is eight bytes, the leftmost pixel its highest bit
MASK_ROW_BYTES = MASK_WIDE // 8
MOST_PX = 16_384
MOST_ROWS = 256

Landmark: TypeAlias = tuple[float, float, float, float]
Vector: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One picture as the pose model read it; `lm` is empty where it found nobody.

    `lm`: 33 landmarks (x, y, z, visibility); x and y as shares of the picture's width and height
    from its upper left corner, z in the scale of x, less is nearer; visibility from 0 to 1.
    `mask64`: the person's mask, 64 pixels wide, packed row by row, or None. `people`: how many
    the model saw, where it says so.
    """

    t_s: float
    lm: tuple[Landmark, ...]
    size_px: tuple[int, int]
    mask64: bytes | None = None
    people: int = 1

    def __post_init__(self) -> None:
        require(self.t_s == self.t_s and abs(self.t_s) < float("inf"), "t_s must be a time")
        require(len(self.lm) in {0, LANDMARKS}, f"lm must hold 0 or {LANDMARKS} landmarks")
        width, height = self.size_px
        require_range("size_px, its width", width, 16, MOST_PX)
        require_range("size_px, its height", height, 16, MOST_PX)
        if self.mask64 is not None:
            rows, rest = divmod(len(self.mask64), MASK_ROW_BYTES)
            require(rest == 0, f"mask64 must hold whole rows of {MASK_ROW_BYTES} bytes")
            require_range("the rows of mask64", rows, 1, MOST_ROWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """One reading of a phone's sensor: acceleration with gravity (m/s2) and turning (deg/s).

    In the phone's own axes: x to its right, y to its top, z out of its screen. Makers differ in
    the sign of the acceleration; `rotation` is None where the phone feels no turning.
    """

    t_s: float
    acceleration: Vector
    rotation: Vector | None = None

    def __post_init__(self) -> None:
        require(self.t_s == self.t_s and abs(self.t_s) < float("inf"), "t_s must be a time")
