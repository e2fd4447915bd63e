"""What could count a step for the person: an eye, or a reason why nothing can."""

from dataclasses import dataclass

from loosen.vocabulary import Content, Exercise, Reason, Step, StepKind
from loosen.vocabulary.measures import MeasuredBy

OFFERS: dict[MeasuredBy, str] = {
    MeasuredBy.CAMERA: "Let the camera count",
    MeasuredBy.PHONE: "Let this phone count",
    MeasuredBy.BOTH: "Let the camera or this phone count",
    MeasuredBy.TIMER: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachOffer:
    """What could count a step: the words of the button, or why nothing can; both may be empty."""

    label: str = ""
    uncounted: tuple[Reason, ...] = ()


NO_OFFER = CoachOffer()


def exercise_of(step: Step | None, content: Content) -> Exercise | None:
    """The exercise of a step that is one."""
    if step is None or step.kind is not StepKind.EXERCISE:
        return None
    return content.exercises.get(step.item_id)


def coach_offer(step: Step, content: Content) -> CoachOffer:
    """What its page offers; nothing for a step that is no exercise."""
    exercise = exercise_of(step, content)
    if exercise is None:
        return NO_OFFER
    label = OFFERS[exercise.measuring.by]
    return CoachOffer(label=label, uncounted=() if label else (why_of(exercise),))


def why_of(exercise: Exercise) -> Reason:
    """Why this counts it and nothing else, as its own file says."""
    measuring = exercise.measuring
    return Reason(id="measuring", text=measuring.why, provenance=measuring.provenance)
