"""What flesh is made of: ellipsoids that go with a bone, in runs that are drawn as one."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a part is made of; the drawing gives each its colour."""

    SKIN = "skin"
    SHIRT = "shirt"
    TROUSERS = "trousers"
    HAIR = "hair"
    EAR = "ear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """An ellipsoid that goes with a segment: `at` a joint, moved by `offset` in its frame."""

    joint: str
    segment: str
    offset: tuple[float, float, float]
    radii: tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of blobs drawn as one piece. `side` is empty for what lies in the middle.

    `joined`: how many blobs at its start run into the part that it grows from, unparted.
    """

    name: str
    tone: Tone
    blobs: tuple[Blob, ...]
    side: str = ""
    joined: int = 0
