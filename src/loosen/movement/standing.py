"""How things stand with a set after a frame."""

from enum import StrEnum


class Standing(StrEnum):
    """How things stand after a frame."""

    CANNOT_SEE = "cannot-see"
    NOT_IN_PLACE = "not-in-place"
    SETTLING = "settling"
    READY = "ready"
    OUT = "out"
    OTHER_MOVEMENT = "other-movement"
