"""What items are made of: abilities, equipment, postures, stages, instructions."""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require_range, require_text


class Ability(StrEnum):
    """What the person can do now; an item names what it needs."""

    LIE = "lie"
    ROLL = "roll"
    SIT = "sit"
    STAND = "stand"
    WALK = "walk"
    ALL_FOURS = "all-fours"
    FLOOR = "floor"


class Equipment(StrEnum):
    """What is to hand."""

    HEAT = "heat"
    COLD = "cold"
    MAT = "mat"
    CHAIR = "chair"
    BED = "bed"
    PILLOW = "pillow"
    BALL = "ball"


class Posture(StrEnum):
    """The posture an item is done in; decides how to come out of it."""

    ON_BACK = "on-back"
    ON_SIDE = "on-side"
    ON_FRONT = "on-front"
    ALL_FOURS = "all-fours"
    SITTING = "sitting"
    STANDING = "standing"

    @property
    def is_lying(self) -> bool:
        """True on the back, the side or the front."""
        return self in {Posture.ON_BACK, Posture.ON_SIDE, Posture.ON_FRONT}


class PlanStage(StrEnum):
    """The stages of the evidence file, 5.2."""

    SETTLE = "settle"
    MOVE = "move"
    RANGE = "range"
    STRENGTH = "strength"
    PREVENT = "prevent"

    @property
    def rank(self) -> int:
        """0 for settle to 4 for prevent."""
        return _STAGE_RANKS[self]


_STAGE_RANKS = {stage: rank for rank, stage in enumerate(PlanStage)}


class Bias(StrEnum):
    """The direction an exercise favours; matched with what eases the person (5.2 stage 2)."""

    NEUTRAL = "neutral"
    FLEXION = "flexion"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One written and spoken instruction; `pause_s` is how long to stay before the next."""

    text: str
    pause_s: int = 0

    def __post_init__(self) -> None:
        require_text("text", self.text)
        require_range("pause_s", self.pause_s, 0, 3600)
