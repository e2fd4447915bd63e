"""How an exercise is measured: by which eye, in which view, by which signal, and what it cannot."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from .checks import require, require_id, require_range, require_text, require_unique
from .provenance import Provenance


class MeasuredBy(StrEnum):
    """What counts for the person."""

    CAMERA = "camera"
    PHONE = "phone"
    BOTH = "both"
    TIMER = "timer"  # and the voice: nothing measures


class CameraView(StrEnum):
    """From where the camera has to look."""

    SIDE = "side"
    FRONT = "front"  # at the front of the body, also of one that lies on its side


class Signal(StrEnum):
    """The named signals of the engine; each says its unit there."""

    HIP_RISE = "hip-rise"
    HIP_LINE = "hip-line"
    HIP_ANGLE = "hip-angle"
    HIP_ANGLE_LEAST = "hip-angle-least"
    HIP_ANGLE_MOST = "hip-angle-most"
    HIP_EXTENSION = "hip-extension"
    KNEE_ANGLE = "knee-angle"
    KNEE_ANGLE_LEAST = "knee-angle-least"
    KNEE_ANGLE_MOST = "knee-angle-most"
    KNEE_RISE = "knee-rise"
    KNEE_RISE_LEAST = "knee-rise-least"
    KNEE_GAP = "knee-gap"
    KNEES_ABOVE_ANKLES = "knees-above-ankles"
    KNEES_AHEAD = "knees-ahead"
    ANKLE_AWAY = "ankle-away"
    ANKLE_GAP = "ankle-gap"
    ANKLE_RISE = "ankle-rise"
    ANKLE_RISE_LEAST = "ankle-rise-least"
    WRIST_RISE = "wrist-rise"
    SHOULDER_STACK = "shoulder-stack"
    SHOULDER_RISE = "shoulder-rise"
    HEEL_TO_HIP = "heel-to-hip"
    TRUNK_LEAN = "trunk-lean"
    TRUNK_LEVEL = "trunk-level"
    TRUNK_TURN = "trunk-turn"
    TRUNK_YAW = "trunk-yaw"
    HEAD_FORWARD = "head-forward"
    HEAD_RISE = "head-rise"
    ELBOW_RISE = "elbow-rise"
    FACE_UP = "face-up"
    FEET_APART = "feet-apart"
    BACK_CURVE = "back-curve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """A signal that has to stay between two values.

    `from_rest`: they are of its change from the person's own rest.
    """

    signal: Signal
    least: float | None = None
    most: float | None = None
    from_rest: bool = False

    def __post_init__(self) -> None:
        require_bounds(self.least, self.most)

    def holds(self, value: float) -> bool:
        """Whether the value is within both bounds."""
        least, most = self.least, self.most
        return (least is None or least <= value) and (most is None or value <= most)


def require_bounds(least: float | None, most: float | None) -> None:
    """Refuse two bounds that are both missing, or the wrong way round."""
    require(least is not None or most is not None, "least or most must be given")
    require(least is None or most is None or least < most, "least must be below most")


class SideBy(StrEnum):
    """How it is seen which side of the body makes a repetition."""

    HIGHER_ANKLE = "higher-ankle"
    BENT_HIP = "bent-hip"
    STRAIGHT_KNEE = "straight-knee"
    KNEES_FALL = "knees-fall"  # to which side
    UPPER = "upper"  # of who lies on the other side
    LOWER = "lower"
    TURN = "turn"  # to which side


# From the side, a roll toward the eye looks other than one away from it; how far a trunk turns
# toward the eye is a guess. Their sides are told, not compared.
NOT_COMPARED = frozenset({SideBy.KNEES_FALL, SideBy.TURN})
# Of these the model guesses the depth: they count and name the side, but measure nothing.
GUESSED = frozenset({Signal.TRUNK_TURN, Signal.TRUNK_YAW, Signal.KNEES_AHEAD, Signal.FEET_APART})


class Moment(StrEnum):
    """When in a movement a fault is looked for."""

    ALL_THE_WAY = "all-the-way"
    FAR_OUT = "far-out"  # held, or at the turn


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFault:
    """A fault that the numbers show: a signal outside these values at that moment.

    `from_rest`: the values are of its change from the person's own rest.
    """

    id: str
    signal: Signal
    cue: str
    moment: Moment = Moment.FAR_OUT
    least: float | None = None
    most: float | None = None
    from_rest: bool = False

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("cue", self.cue)
        require_bounds(self.least, self.most)

    def passed(self, value: float) -> float | None:
        """The bound that the value is beyond; None where it keeps both."""
        if self.least is not None and value < self.least:
            return self.least
        return self.most if self.most is not None and value > self.most else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraMeasure:
    """What a camera has to see: from where, in which posture, by which signal.

    `sign`: 1 where the movement makes the signal larger, else -1. `least`: the smallest amplitude
    that counts, in the signal's unit. `posture`: what has to hold before anything counts;
    `stays`: what has to hold all the way,
    and `far_out` at the turn, or it is another movement. `cannot_judge`: what this view does not
    show, in words for people. `sides`: how left is told from right, where each makes its own.
    """

    view: CameraView
    signal: Signal
    sign: int
    least: float
    posture: tuple[Within, ...]
    stays: tuple[Within, ...]
    cannot_judge: tuple[str, ...]
    far_out: tuple[Within, ...] = ()
    faults: tuple[SeenFault, ...] = ()
    sides: SideBy | None = None

    def __post_init__(self) -> None:
        require(self.sign in {1, -1}, f"sign must be 1 or -1, not {self.sign}")
        require(self.least > 0, f"least must be above 0, not {self.least}")
        require(bool(self.posture), "posture must not be empty: nothing counts out of place")
        require(bool(self.cannot_judge), "cannot_judge must not be empty: no view shows all")
        places = (*self.posture, *self.stays)
        require(not any(one.from_rest for one in places), "from_rest is for faults and far_out")
        require_unique("faults", [one.id for one in self.faults])


class PhoneView(StrEnum):
    """From where a phone measures, beside the views of a camera."""

    WORN = "phone"


class PhoneSignal(StrEnum):
    """What a phone measures, beside the signals of a camera."""

    TILT = "phone-tilt"  # degrees from its rest


View: TypeAlias = CameraView | PhoneView


class PhonePlace(StrEnum):
    """Where on the body the phone lies, its top to the head."""

    BELLY = "belly"  # below the navel
    BETWEEN_BLADES = "between-blades"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneMeasure:
    """What the phone's own sensor has to feel: worn where, which tilt, how much of it.

    `sign`: 1 where the movement lifts the phone's top over its foot, -1 where it lets it down.
    From `least_deg` on it counts; beyond `most_deg` it is another movement, and so it is where a
    degree of it lifts the phone by less than `least_lift_mm_deg`, or by more than the most.
    """

    worn: str
    place: PhonePlace
    sign: int
    least_deg: float
    most_deg: float
    cannot_judge: tuple[str, ...]
    least_lift_mm_deg: float | None = None
    most_lift_mm_deg: float | None = None

    def __post_init__(self) -> None:
        require_text("worn", self.worn)
        require(self.sign in {1, -1}, f"sign must be 1 or -1, not {self.sign}")
        require_range("least_deg", self.least_deg, 1, 90)
        require_range("most_deg", self.most_deg, self.least_deg + 1, 90)
        for name in ("least_lift_mm_deg", "most_lift_mm_deg"):
            lift = getattr(self, name)
            require(lift is None or 0 < lift < 20, f"{name} must be above 0 and below 20")
        require(bool(self.cannot_judge), "cannot_judge must not be empty: no sensor shows all")

    @property
    def view(self) -> PhoneView:
        """From where it measures."""
        return PhoneView.WORN

    @property
    def signal(self) -> PhoneSignal:
        """The one number that is counted."""
        return PhoneSignal.TILT

    @property
    def faults(self) -> tuple[SeenFault, ...]:
        """None: one tilt shows no fault of form."""
        return ()


Measure: TypeAlias = CameraMeasure | PhoneMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """By what an exercise is measured, and why it is not measured by more."""

    by: MeasuredBy
    why: str
    provenance: Provenance
    camera: CameraMeasure | None = None
    phone: PhoneMeasure | None = None

    def __post_init__(self) -> None:
        require_text("why", self.why)
        has = (self.camera is not None, self.phone is not None)
        needs, words = NEEDS[self.by]
        require(has == needs, f"by {self.by.value} needs {words}")


NEEDS = {
    MeasuredBy.CAMERA: ((True, False), "the table camera and not the table phone"),
    MeasuredBy.PHONE: ((False, True), "the table phone and not the table camera"),
    MeasuredBy.BOTH: ((True, True), "the tables camera and phone"),
    MeasuredBy.TIMER: ((False, False), "neither the table camera nor the table phone"),
}
