"""Words for the values that entries hold; one table for each, complete by test."""

from loosen.vocabulary import (
    AnswersFor,
    AnswerValue,
    BodyPlace,
    CountedBy,
    FunctionMeasure,
    GentleMovement,
    Got,
    LegChange,
    Onset,
    PainWhen,
    SessionEnd,
    Skin,
    StepOutcome,
    StopKind,
    Trigger,
)

VALUES: dict[AnswerValue, str] = {
    AnswerValue.YES: "yes",
    AnswerValue.NO: "no",
    AnswerValue.NOT_SURE: "not sure",
    AnswerValue.DOES_NOT_APPLY: "does not apply",
}
ONSETS: dict[Onset, str] = {
    Onset.NEW: "new or worse in the last 14 days",
    Onset.WEEKS: "for 15 days to 3 months, not worse",
    Onset.LONG: "for over 3 months, no change",
    Onset.UNKNOWN: "start not known",
}
OCCASIONS: dict[AnswersFor, str] = {
    AnswersFor.SCREEN: "Answers on danger signs",
    AnswersFor.ABOUT_YOU: "Answers about you",
    AnswersFor.RESCREEN: "Answers, asked again",
    AnswersFor.BEFORE_SESSION: "Answers before you moved",
    AnswersFor.AFTER_STOP: "Answers after you stopped",
    AnswersFor.LEG_NOTE: "Answers about your legs",
    AnswersFor.MEDICINES: "Answers about medicines",
}
GENTLE: dict[GentleMovement, str] = {
    GentleMovement.YES: "Gentle movement is fine.",
    GentleMovement.NO: "No gentle movement for now.",
    GentleMovement.NOT_SURE: "You were not sure what they said about movement.",
}
MOMENT: dict[str, str] = {
    "drowsy": "Drowsy",
    "drinking": "Had a drink",
    "sedating_medicine": "Took medicine that makes you sleepy",
    "faint": "Faint",
    "unwell": "Unwell",
}
PAIN_WHEN: dict[PainWhen, str] = {
    PainWhen.BEFORE_SESSION: "Before a session.",
    PainWhen.BETWEEN_STEPS: "Between two steps.",
    PainWhen.REPEATED: "After a step that you did again.",
    PainWhen.AFTER_SESSION: "After a session.",
    PainWhen.LATER: "30 to 60 minutes after a session.",
    PainWhen.MORNING: "The next morning.",
    PainWhen.CHECK_IN: "When we asked how you are.",
    PainWhen.AFTER_STOP: "After you stopped.",
    PainWhen.AFTER_POSITION: "After a position.",
    PainWhen.BEFORE_REMEDY: "Before heat, cold, breathing or massage.",
    PainWhen.AFTER_REMEDY: "After heat, cold, breathing or massage.",
    PainWhen.LATER_REMEDY: "30 to 60 minutes after heat, cold, breathing or massage.",
    PainWhen.DIARY: "In the diary.",
}
LEGS: dict[LegChange, str] = {
    LegChange.NONE: "Nothing in your legs.",
    LegChange.MOVING_UP: "It moved up, toward the back.",
    LegChange.SAME: "It stayed the same.",
    LegChange.MOVING_DOWN: "It moved further down.",
    LegChange.NEW: "It was new.",
}
STEPS: dict[StepOutcome, str] = {
    StepOutcome.DONE: "done",
    StepOutcome.SKIPPED: "skipped",
    StepOutcome.EASED: "made easier",
    StepOutcome.STOPPED: "stopped",
}
STOPS: dict[StopKind, str] = {
    StopKind.SHARP: "The pain was sharp or caught you.",
    StopKind.WORSE: "More of the same pain.",
    StopKind.NEW: "A new pain.",
    StopKind.LEG: "Pain into the leg.",
    StopKind.OTHER: "Something else.",
}
SESSION_ENDS: dict[SessionEnd, str] = {
    SessionEnd.COMPLETED: "You finished a session",
    SessionEnd.EARLY: "You ended a session early",
    SessionEnd.STOPPED: "A session ended with a stop",
}
SKIN: dict[Skin, str] = {
    Skin.NORMAL: "Skin as before.",
    Skin.PINK: "Skin evenly pink.",
    Skin.MARKED: "Marks on the skin.",
    Skin.NUMB: "Skin numb.",
    Skin.NOT_LOOKED: "You did not look at the skin.",
}
HELPED: dict[bool | None, str] = {
    True: "It helped.",
    False: "It did not help.",
    None: "You did not say if it helped.",
}
SOURCES: dict[Got, str] = {
    Got.SELF_REPORT: "You told us",
    Got.TIMER: "By the timer",
    Got.CAMERA: "By the camera",
    Got.PHONE_SENSOR: "By the phone's sensor",
    Got.CLINICIAN: "From a clinician",
    Got.IMPORT: "From a file",
}
COUNTED_BY: dict[CountedBy, str] = {
    CountedBy.CAMERA: "by the camera",
    CountedBy.PHONE: "by the phone's sensor",
    CountedBy.TAP: "by you",
    CountedBy.TIMER: "by the clock",
}
TRIGGERS: dict[Trigger, str] = {
    Trigger.LIFTING: "Lifting",
    Trigger.BENDING: "Bending",
    Trigger.TWISTING: "Twisting",
    Trigger.LONG_SITTING: "Sitting for long",
    Trigger.LONG_STANDING: "Standing for long",
    Trigger.DRIVING: "Driving",
    Trigger.SPORT: "Sport",
    Trigger.COUGH_OR_SNEEZE: "A cough or a sneeze",
    Trigger.POOR_SLEEP: "Poor sleep",
    Trigger.STRESS: "Stress",
    Trigger.COLD_OR_DAMP: "Cold or damp",
    Trigger.OTHER: "Something else",
}
FUNCTION: dict[FunctionMeasure, str] = {
    FunctionMeasure.PSFS: "What you can do",
    FunctionMeasure.PEG: "Pain, joy and activity",
    FunctionMeasure.CONFIDENCE: "How sure you feel",
    FunctionMeasure.GLOBAL_CHANGE: "How it changed overall",
}
PLACES: dict[BodyPlace, str] = {
    BodyPlace.UPPER_BACK: "Upper back",
    BodyPlace.LOW_BACK_LEFT: "Low back, left",
    BodyPlace.LOW_BACK_MIDDLE: "Low back, middle",
    BodyPlace.LOW_BACK_RIGHT: "Low back, right",
    BodyPlace.BUTTOCK_LEFT: "Left buttock",
    BodyPlace.BUTTOCK_RIGHT: "Right buttock",
    BodyPlace.GROIN: "Groin",
    BodyPlace.THIGH_LEFT: "Back of the left thigh",
    BodyPlace.THIGH_RIGHT: "Back of the right thigh",
    BodyPlace.CALF_LEFT: "Left calf",
    BodyPlace.CALF_RIGHT: "Right calf",
    BodyPlace.FOOT_LEFT: "Left foot",
    BodyPlace.FOOT_RIGHT: "Right foot",
}
# The seven steps of global change: 1 is worst, 7 is best.
CHANGE: dict[int, str] = {
    7: "Gone, or as good as gone",
    6: "Much better",
    5: "A little better",
    4: "About the same",
    3: "A little worse",
    2: "Much worse",
    1: "As bad as it could be",
}
# The items of the measures that we ask ourselves; what the person named stands as they wrote it.
ITEMS: dict[str, str] = {
    "pain": "Pain on the whole",
    "joy": "In the way of joy",
    "activity": "In the way of what you do",
    "confidence": "Sure that you can",
    "change": "How your back is now",
}


def place_words(place_id: str) -> str:
    """The words of a place; the id where a later program named one that we do not know."""
    return PLACES[BodyPlace(place_id)] if place_id in list(BodyPlace) else place_id
