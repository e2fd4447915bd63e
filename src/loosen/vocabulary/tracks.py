"""A movement baked: where every joint is and how every segment lies, by phase.

Phase, not time: dose and tempo change from stage to stage, and a hold costs nothing. Standard
library alone, so that whoever plays a track needs no arithmetic on arrays.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise, repeat

from .checks import require, require_range
from .figures import Working

PLACE_M = 0.0001  # what one step of a place means, metres
TURN_UNIT = 8191  # what a quaternion's 1 is written as
PLACE_PARTS, TURN_PARTS = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackKey:
    """A key pose: its phase, and its few words (or none)."""

    at: float
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSolid:
    """A convex thing beside the body: its corners and those of its lit face, rows of three."""

    tone: str
    corners: str
    lit: str
    is_under: bool
    layer: int
    over_m: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One movement of one body; `body` names the table that it is drawn by.

    `phases`: of every frame. `places`: a row a frame, three numbers a joint, in units of 0.1 mm.
    `turns`: a row a frame, four numbers a segment: quaternions (x, y, z, w), 1 as 8191. Between
    two frames a cubic runs (`frontend/src/figure/track.ts`). `main` and `low`: the phases between
    which it goes up and down, once it goes.
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
    phases: tuple[float, ...]
    places: str
    turns: str

    def __post_init__(self) -> None:
        require_range("main", self.main, 0, 1)
        require_range("low", self.low, 0, 1)
        rising = sorted(set(self.phases))
        require(list(self.phases) == rising and bool(rising), "phases must rise")
        require(len(self.places_m()) == len(self.phases), "places must hold three numbers a joint")
        require(
            len(self.quaternions()) == len(self.phases), "turns must hold four numbers a segment"
        )

    def places_m(self) -> list[list[tuple[float, ...]]]:
        """Where the joints are, by frame and joint, metres."""
        rows = unpacked(self.places, self.joints * PLACE_PARTS)
        return [_grouped(row, PLACE_PARTS, PLACE_M) for row in rows]

    def quaternions(self) -> list[list[tuple[float, ...]]]:
        """How the segments lie, by frame and segment: (x, y, z, w)."""
        rows = unpacked(self.turns, self.segments * TURN_PARTS)
        return [_grouped(row, TURN_PARTS, 1 / TURN_UNIT) for row in rows]


def _grouped(row: Sequence[int], size: int, unit: float) -> list[tuple[float, ...]]:
    return [
        tuple(value * unit for value in row[start : start + size])
        for start in range(0, len(row), size)
    ]


# --- whole numbers as text ---------------------------------------------------------------------


def packed(rows: Sequence[Sequence[int]]) -> str:
    """Rows of 16-bit numbers as base64: by column the steps from row to row, small ones in a byte.

    A step is written with its sign last (0, -1, 1, -2 as 0, 1, 2, 3), seven bits a byte, the
    lowest first; the eighth bit says that more follow. After a step of 0 stands how many more of
    them follow: what rests while the rest moves costs next to nothing.
    """
    steps = (now - before for column in zip(*rows, strict=True) for before, now in _pairs(column))
    made = bytearray()
    for step, run in groupby(steps):
        if step:
            made.extend(b"".join(bytes(_bytes_of(_signed_last(one))) for one in run))
        else:
            made.extend((0, *_bytes_of(sum(1 for _ in run) - 1)))
    return b64encode(bytes(made)).decode("ascii")


def _pairs(column: Sequence[int]) -> Iterator[tuple[int, int]]:
    return pairwise((0, *column))


def _signed_last(step: int) -> int:
    return 2 * step if step >= 0 else -2 * step - 1


def _bytes_of(number: int) -> Iterator[int]:
    while number > 127:
        yield number & 127 | 128
        number >>= 7
    yield number


def unpacked(text: str, width: int) -> list[list[int]]:
    """The rows again, of so many numbers. Raises `ValueError` where they do not come out even."""
    steps = list(_steps(_numbers(b64decode(text, validate=True))))
    require(len(steps) % width == 0, f"the numbers do not fill rows of {width}")
    high = len(steps) // width
    columns = [accumulate(steps[n * high : (n + 1) * high]) for n in range(width)]
    return [list(row) for row in zip(*columns, strict=True)]


def _steps(numbers: Iterator[int]) -> Iterator[int]:
    for number in numbers:
        if number:
            yield -(number + 1) // 2 if number % 2 else number // 2
        else:
            yield from repeat(0, 1 + next(numbers, 0))


def _numbers(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0
    require(shift == 0, "the numbers end in the middle of one")
