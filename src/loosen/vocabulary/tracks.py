"""A movement baked: where every joint is and how every segment lies, by phase.

Phase, not time: dose and tempo change from stage to stage, and a hold costs nothing. Standard
library alone, so that whoever plays a track needs no arithmetic on arrays.
"""

import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from .checks import require, require_range
from .figures import Working

PLACE_M = 0.0001  # what one step of a place means, metres
TURN_UNIT = 32767  # what a quaternion's 1 is written as
PLACE_PARTS, TURN_PARTS = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackKey:
    """A key pose: its phase, the frame that shows it, and its few words (or none)."""

    at: float
    frame: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSolid:
    """A convex thing beside the body: its corners and those of its lit face, as `places` are."""

    tone: str
    corners: str
    lit: str
    is_under: bool
    layer: int
    over_m: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One movement of one body. Between two keys the frames follow the eased phase evenly.

    `places`: frames x joints x 3, in steps of 0.1 mm; `turns`: frames x segments x 4, quaternions
    (x, y, z, w) as shares of 32767; both 16-bit, little-endian, in base64. `main` and `low`: the
    phases between which it goes up and down, once it goes.
    """

    id: str
    body: str
    view_deg: float
    tilt_deg: float
    main: float
    low: float
    region: Working | None
    keys: tuple[TrackKey, ...]
    solids: tuple[TrackSolid, ...]
    joints: int
    segments: int
    places: str
    turns: str

    def __post_init__(self) -> None:
        require_range("main", self.main, 0, 1)
        require_range("low", self.low, 0, 1)
        require(bool(self.keys) and self.keys[0].frame == 0, "the first key must be frame 0")
        require(
            len(unpacked(self.places)) == self.frames * self.joints * PLACE_PARTS,
            "places must hold three numbers a joint and frame",
        )
        require(
            len(unpacked(self.turns)) == self.frames * self.segments * TURN_PARTS,
            "turns must hold four numbers a segment and frame",
        )

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return self.keys[-1].frame + 1

    def places_m(self, frame: int) -> list[tuple[float, ...]]:
        """Where the joints are in a frame, metres."""
        return [
            tuple(value * PLACE_M for value in one)
            for one in _rows(self.places, frame, self.joints, PLACE_PARTS)
        ]

    def quaternions(self, frame: int) -> list[tuple[float, ...]]:
        """How the segments lie in a frame: (x, y, z, w)."""
        return [
            tuple(value / TURN_UNIT for value in one)
            for one in _rows(self.turns, frame, self.segments, TURN_PARTS)
        ]


def packed(values: Sequence[int]) -> str:
    """Whole numbers from -32768 to 32767 as 16-bit base64."""
    return b64encode(_little(array("h", values)).tobytes()).decode("ascii")


def unpacked(text: str) -> "array[int]":
    """The numbers again. Raises `ValueError` where the text is no such thing."""
    read = array("h")
    read.frombytes(b64decode(text, validate=True))
    return _little(read)


def _little(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _rows(text: str, frame: int, count: int, parts: int) -> list[tuple[int, ...]]:
    numbers = unpacked(text)
    start = frame * count * parts
    return [tuple(numbers[start + row * parts : start + (row + 1) * parts]) for row in range(count)]
