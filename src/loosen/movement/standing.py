"""How things stand with a set after a frame of the camera or a reading of the phone."""

from enum import StrEnum


class Standing(StrEnum):
    """How things stand after a frame."""

    CANNOT_SEE = "cannot-see"
    NOT_IN_PLACE = "not-in-place"
    SETTLING = "settling"
    READY = "ready"
    OUT = "out"
    OTHER_MOVEMENT = "other-movement"


class Unfelt(StrEnum):
    """Why a reading of the phone cannot be judged."""

    NO_SENSOR = "no-sensor"  # it tells nothing, or always the same
    MOVED = "phone-moved"  # shaken, slid, dropped or picked up
    GAP = "no-readings"  # none came for a while
