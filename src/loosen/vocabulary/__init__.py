"""The nouns that cross rooms: frozen, self-checking, on the standard library alone.

Must never decide, read files or know the time.
"""

from .answers import (
    NO_ANSWERS,
    Answer,
    AnsweredBy,
    Answers,
    AnswerValue,
    Onset,
)
from .compared import Compared, Lead
from .decisions import (
    Clearance,
    ClinicianNote,
    DatedDecision,
    DatedNote,
    Decision,
    FiredRule,
    GentleMovement,
    Lapsed,
    LapseReason,
    Permit,
    Reason,
    Route,
    Urgency,
)
from .diary_payloads import (
    BodyPlace,
    ComparisonBegun,
    ComparisonEnded,
    FunctionMeasure,
    FunctionTold,
    OrderWished,
    PlacePain,
    Sat,
    Scored,
    SkinAsked,
    Slept,
    Trigger,
    TriggerMet,
)
from .doses import (
    AfterDose,
    AnswerTold,
    DoseAnswer,
    DoseAsk,
    DoseVerdict,
    Excess,
    IngredientDay,
    MedicineScreen,
)
from .entries import (
    PAYLOAD_OF_KIND,
    Entry,
    EntryKind,
)
from .errors import (
    AnswersError,
    ContentError,
    ForeignDataError,
    LedgerError,
    LoosenError,
    MovementError,
    PlanError,
    Problem,
    SettingsError,
)
from .estimates import (
    NO_ESTIMATES,
    Estimate,
    Estimates,
    Strength,
)
from .exercises import (
    Exercise,
    Fault,
    StageDose,
    Tempo,
    Variant,
)
from .figures import (
    Anchor,
    Figure,
    Hold,
    KeyPose,
    Limb,
    Mover,
    Prop,
    Side,
    Working,
)
from .guides import (
    Explanation,
    Position,
    Remedy,
    RemedyKind,
    Transfer,
    Wrap,
)
from .items import (
    Ability,
    Bias,
    Equipment,
    Instruction,
    PlanStage,
    Posture,
)
from .loads import (
    Condition,
    Effect,
    Load,
    OnItem,
    OnLoad,
)
from .medicine_payloads import (
    UG_PER_MG,
    Amount,
    DoseTaken,
    IntakeTold,
    MedicineForm,
    MedicineWord,
)
from .medicines import (
    Caution,
    CautionEffect,
    Family,
    Ingredient,
    Limit,
    PackStrength,
    Product,
)
from .payloads import (
    AnswersFor,
    AnswersGiven,
    CourseTold,
    DecisionMade,
    Got,
    LegChange,
    LegsNoted,
    MomentAsked,
    NoteTaken,
    PainFelt,
    PainWhen,
    Payload,
    PositionTried,
    Preference,
    ReviewSeen,
    Walked,
    Withdrawn,
)
from .plans import (
    Checkpoint,
    CheckpointKind,
    Dose,
    PainLimits,
    Person,
    Plan,
    Refusal,
    Step,
    StepKind,
    StepResult,
)
from .provenance import (
    Certainty,
    Mark,
    Provenance,
    Source,
)
from .questions import (
    Card,
    Form,
    NotSure,
    Question,
    QuestionKind,
    Stage,
)
from .regions import (
    Line,
    Phrase,
    Region,
    Threshold,
    Whom,
)
from .remedy_payloads import FeelingBack, HeatSetting, PackPlace, RemedyUsed, Skin
from .rules import (
    Call,
    Finding,
    Rule,
    Term,
)
from .session_payloads import (
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepOutcome,
    StopKind,
)
from .set_payloads import CountedBy, SetMeasured, SetPart
from .shelf import (
    Content,
    Item,
)
from .tries import NOTHING, Try
from .unwire import (
    from_plain,
    parse_json,
)
from .watched import Association, DayWatched, Link, Watched
from .wire import (
    canonical_json,
    to_plain,
)

# Names are read like words, several to a line.
# fmt: off
__all__ = [
    "NOTHING", "NO_ANSWERS", "NO_ESTIMATES", "PAYLOAD_OF_KIND", "UG_PER_MG", "Ability",
    "AfterDose", "Amount", "Anchor", "Answer", "AnswerTold", "AnswerValue", "AnsweredBy",
    "Answers", "AnswersError", "AnswersFor", "AnswersGiven", "Association", "Bias", "BodyPlace",
    "Call", "Card", "Caution", "CautionEffect", "Certainty", "Checkpoint", "CheckpointKind",
    "Clearance", "ClinicianNote", "Compared", "ComparisonBegun", "ComparisonEnded", "Condition",
    "Content", "ContentError", "CountedBy", "CourseTold", "DatedDecision", "DatedNote",
    "DayWatched", "Decision", "DecisionMade", "Dose", "DoseAnswer", "DoseAsk", "DoseTaken",
    "DoseVerdict", "Effect", "Entry", "EntryKind", "Equipment", "Estimate", "Estimates",
    "Excess", "Exercise", "Explanation", "Family", "Fault", "FeelingBack", "Figure", "Finding",
    "FiredRule", "ForeignDataError", "Form", "FunctionMeasure", "FunctionTold",
    "GentleMovement", "Got", "HeatSetting", "Hold", "Ingredient", "IngredientDay",
    "Instruction", "IntakeTold", "Item", "KeyPose", "LapseReason", "Lapsed", "Lead",
    "LedgerError", "LegChange", "LegsNoted", "Limb", "Limit", "Line", "Link", "Load",
    "LoosenError", "Mark", "MedicineForm", "MedicineScreen", "MedicineWord", "MomentAsked",
    "MovementError", "Mover", "NotSure", "NoteTaken", "OnItem", "OnLoad", "Onset",
    "OrderWished", "PackPlace", "PackStrength", "PainFelt", "PainLimits", "PainWhen", "Payload",
    "Permit", "Person", "Phrase", "PlacePain", "Plan", "PlanError", "PlanStage", "Position",
    "PositionTried", "Posture", "Preference", "Problem", "Product", "Prop", "Provenance",
    "Question", "QuestionKind", "Reason", "Refusal", "Region", "Remedy", "RemedyKind",
    "RemedyUsed", "ReviewSeen", "Route", "Rule", "Sat", "Scored", "SessionEnd", "SessionEnded",
    "SessionStarted", "SessionStopped", "SetMeasured", "SetPart", "SettingsError", "Side",
    "Skin", "SkinAsked", "Slept", "Source", "Stage", "StageDose", "Step", "StepEnded",
    "StepKind", "StepOutcome", "StepResult", "StopKind", "Strength", "Tempo", "Term",
    "Threshold", "Transfer", "Trigger", "TriggerMet", "Try", "Urgency", "Variant", "Walked",
    "Watched", "Whom", "Withdrawn", "Working", "Wrap", "canonical_json", "from_plain",
    "parse_json", "to_plain",
]
# fmt: on
