"""A whole recording at once: the plain batch reference, by the very parts that run live."""

from collections.abc import Iterable

from loosen.vocabulary.frames import Frame, Motion
from loosen.vocabulary.measures import CameraMeasure, PhoneMeasure

from .cues import Target
from .phone import PhoneCoach
from .result import SetFold, SetResult
from .session import CameraCoach


def replay(
    frames: Iterable[Frame],
    measure: CameraMeasure,
    *,
    target: Target | None = None,
    range_: float = 0.0,
) -> SetResult:
    """What the coach would have made of these frames, one after the other."""
    coach = CameraCoach(measure=measure, target=target, range_=range_)
    fold = SetFold(measure=measure)
    for frame in frames:
        fold.update(coach.update(frame))
    return fold.result()


def replay_felt(
    motions: Iterable[Motion],
    measure: PhoneMeasure,
    *,
    target: Target | None = None,
    range_: float = 0.0,
    sense: int = 0,
) -> SetResult:
    """What the coach would have made of these readings of a phone that is worn."""
    coach = PhoneCoach(measure=measure, target=target, range_=range_, sense=sense)
    fold = SetFold(measure=measure)
    for motion in motions:
        fold.update(coach.update(motion))
    return fold.result()
