"""What the drawn figure does in an item: joint angles, contacts and goals. No coordinates.

Angles are degrees from the upright body with arms down; flexion is positive, also to the left and
away from the middle. `lean` and `roll` turn the whole trunk: at -90 `lean` it lies on its back,
and then with 90 `roll` on its left side. Palms face back, so that a wrist bent up points the
fingers ahead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from .checks import require, require_range

# The least and most of a joint, degrees. Ours, a little wider than the usual clinical ranges
# (American Academy of Orthopaedic Surgeons, recalled), because kneeling folds a knee further.
ANGLES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "lean": (-180, 180),
        "roll": (-180, 180),
        "turn": (-180, 180),
        "lumbar": (-40, 60),
        "lumbar_side": (-30, 30),
        "lumbar_turn": (-15, 15),
        "thorax": (-25, 50),
        "thorax_side": (-30, 30),
        "thorax_turn": (-45, 45),
        "neck": (-60, 60),
        "neck_side": (-45, 45),
        "neck_turn": (-80, 80),
        "hip": (-30, 140),
        "hip_out": (-30, 60),
        "hip_turn": (-45, 60),
        "knee": (0, 160),
        "ankle": (-80, 30),
        "shoulder": (-60, 185),
        "shoulder_out": (-45, 180),
        "shoulder_turn": (-90, 90),
        "elbow": (0, 155),
        "wrist": (-80, 90),
    }
)
TRUNK_ANGLES = tuple(ANGLES)[:12]
LIMB_ANGLES = tuple(ANGLES)[12:]


class Side(StrEnum):
    """A side of the body."""

    LEFT = "left"
    RIGHT = "right"


class Limb(StrEnum):
    """What can be held somewhere: hands and feet."""

    HAND_LEFT = "hand-left"
    HAND_RIGHT = "hand-right"
    FOOT_LEFT = "foot-left"
    FOOT_RIGHT = "foot-right"


class Hold(StrEnum):
    """Where a hand or foot stays while the rest moves."""

    FREE = "free"
    FLOOR = "floor"  # the palm or the sole, where it came down first
    FLOOR_THERE = "floor-there"  # the same, where it has moved to since
    TOES = "toes"  # the ball of the foot on the floor
    SHIN = "shin"  # the knee and the shin on the floor
    INSTEP = "instep"  # the top of the foot on the floor, the knee off it
    FOREARM = "forearm"  # the elbow and the forearm on the floor
    HEEL = "heel"  # the heel alone on the floor
    WALL = "wall"
    STEP = "step"  # the sole on a low step
    SEAT = "seat"
    OWN_SHIN = "own-shin"  # a hand around the shin of its side
    OTHER_SHIN = "other-shin"
    OWN_THIGH = "own-thigh"
    OTHER_THIGH = "other-thigh"
    OTHER_FOOT = "other-foot"  # a foot against the inside of its fellow
    BACK_OF_THIGH = "back-of-thigh"
    BACK_OF_OTHER_THIGH = "back-of-other-thigh"
    OWN_HIP = "own-hip"
    BELLY = "belly"
    HEAD = "head"
    OTHER_SHOULDER = "other-shoulder"
    CHEST = "chest"
    LOW_BACK = "low-back"
    BACK_OF_HIP = "back-of-hip"


class Anchor(StrEnum):
    """What carries the body and does not slide; who lies rests on the lowest point."""

    PELVIS = "pelvis"
    UPPER_BACK = "upper-back"
    SEAT = "seat"
    EDGE = "edge"  # on the edge of a bed, the legs over it: the ground is the mattress
    FEET = "feet"
    KNEES = "knees"
    HANDS_AND_KNEES = "hands-and-knees"


class Prop(StrEnum):
    """What stands in the drawing beside the body; its size follows the body."""

    MAT = "mat"
    CHAIR = "chair"  # under who sits on it
    CHAIR_AHEAD = "chair-ahead"  # its seat before the hands or the knees
    CHAIR_BESIDE = "chair-beside"  # its back under the right hand
    CHAIR_UNDER_CALVES = "chair-under-calves"
    BED = "bed"  # under who lies or sits on it
    BED_AHEAD = "bed-ahead"  # to lean on, kneeling
    TABLE = "table"  # to lean on, sitting
    WORKTOP = "worktop"  # to lean on, standing
    WALL_AHEAD = "wall-ahead"
    WALL_BEHIND = "wall-behind"
    WALL_BESIDE = "wall-beside"
    STEP = "step"  # under the raised foot
    TOILET = "toilet"
    RAIL = "rail"  # under the left hand
    CAR_SEAT = "car-seat"
    PILLOW_HEAD = "pillow-head"
    PILLOW_KNEES = "pillow-knees"
    PILLOW_BETWEEN_KNEES = "pillow-between-knees"
    PILLOW_BELLY = "pillow-belly"
    PILLOW_BACK = "pillow-back"
    PILLOW_PILE = "pillow-pile"  # to lean back on
    PILLOW_ARMS = "pillow-arms"  # under folded arms, on a table or a bed
    PILLOW_HUGGED = "pillow-hugged"
    PILLOW_SHINS = "pillow-shins"  # under who kneels
    TOWEL_BACK = "towel-back"  # rolled, behind the low back
    RUG = "rug"  # over who lies
    PHONE = "phone"  # in the left hand


class Working(StrEnum):
    """What works in a movement, softly marked on the figure."""

    LOW_BACK = "low-back"
    UPPER_BACK = "upper-back"
    BELLY = "belly"
    BUTTOCKS = "buttocks"
    THIGHS = "thighs"
    HIPS = "hips"


class Mover(StrEnum):
    """What the arrow on a card follows, where it is not what moves farthest."""

    NOTHING = "nothing"
    AHEAD = "ahead"  # the whole body goes forward
    HEAD = "head"
    CHEST = "chest"
    BREASTBONE = "breastbone"  # the same from before, where the back would hide it
    PELVIS = "pelvis"
    HAND_LEFT = "hand-left"
    HAND_RIGHT = "hand-right"
    KNEE_LEFT = "knee-left"
    KNEE_RIGHT = "knee-right"
    FOOT_LEFT = "foot-left"
    FOOT_RIGHT = "foot-right"
    PELVIS_TURN = "pelvis-turn"
    CHEST_TURN = "chest-turn"


HANDS = (Limb.HAND_LEFT, Limb.HAND_RIGHT)
FEET = (Limb.FOOT_LEFT, Limb.FOOT_RIGHT)
LIMBS_NAMED: Mapping[str, tuple[Limb, ...]] = MappingProxyType(
    {"hands": HANDS, "feet": FEET, **{limb.value: (limb,) for limb in Limb}}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPose:
    """A pose that the body passes through: only what differs from the figure's start.

    `at`: its phase, above 0 and up to 1. `angles`: degrees, by the name of a joint, for both
    sides or with `_left` or `_right`. `holds`: by `hands`, `feet`, or `hand-left` and so on.
    """

    at: float
    angles: Mapping[str, float] = field(default_factory=dict)
    holds: Mapping[str, Hold] = field(default_factory=dict)
    label: str = ""

    def __post_init__(self) -> None:
        require(0 < self.at <= 1, f"at must be above 0 and at most 1, not {self.at:g}")
        object.__setattr__(self, "angles", checked_angles(self.angles))
        object.__setattr__(self, "holds", checked_holds(self.holds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What the figure does in one item, from phase 0 to 1 and back to its start.

    `start`: the angles of the first pose; what is not named is 0. `keys` empty: a still. A last
    key below 1 is followed by the start again. `view_deg`: from where it is seen best: 0 is the
    body's right side, 90 its front, 180 its left. `tilt_deg`: how far down the eye looks.
    `arrow`: what the arrow follows; None: what moves farthest. `is_pregnant`: shown on a woman
    with a bump. `step`: in a transfer, the step it shows.
    """

    anchor: Anchor
    start: Mapping[str, float]
    holds: Mapping[str, Hold] = field(default_factory=dict)
    keys: tuple[KeyPose, ...] = ()
    props: tuple[Prop, ...] = ()
    region: Working | None = None
    view_deg: float = 0
    tilt_deg: float = 10
    arrow: Mover | None = None
    is_pregnant: bool = False
    step: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", checked_angles(self.start))
        object.__setattr__(self, "holds", checked_holds(self.holds))
        phases = [key.at for key in self.keys]
        require(phases == sorted(set(phases)), "keys must be in the order of their phase")
        require_range("view_deg", self.view_deg, -180, 360)
        require_range("tilt_deg", self.tilt_deg, 0, 60)


def checked_angles(angles: Mapping[str, float]) -> Mapping[str, float]:
    """Angles that exist and that a person can take; raises `ValueError` with all that are not."""
    wrong = [said for name, deg in angles.items() if (said := _wrong_angle(name, deg))]
    if any(joint_of(name) is None for name in angles):
        wrong.append(f"known are {', '.join(ANGLES)}")
    require(not wrong, "; ".join(wrong))
    return MappingProxyType(dict(angles))


def _wrong_angle(name: str, deg: float) -> str:
    joint = joint_of(name)
    if joint is None:
        return f"{name} is no joint"
    least, most = ANGLES[joint]
    return "" if least <= deg <= most else f"{name} must be from {least} to {most}, not {deg:g}"


def joint_of(name: str) -> str | None:
    """`hip_left` -> `hip`; None for a name that is no angle."""
    joint = name.removesuffix("_left").removesuffix("_right")
    is_known = joint in ANGLES and (joint == name or joint in LIMB_ANGLES)
    return joint if is_known else None


def checked_holds(holds: Mapping[str, Hold]) -> Mapping[str, Hold]:
    """Holds of limbs that exist; raises `ValueError` with all that do not."""
    wrong = [name for name in holds if name not in LIMBS_NAMED]
    known = ", ".join(LIMBS_NAMED)
    require(not wrong, f"{', '.join(wrong)} is nothing that can be held; known are {known}")
    return MappingProxyType(dict(holds))
