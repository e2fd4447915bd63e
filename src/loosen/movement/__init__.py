"""Frames of a camera, or readings of a phone -> repetitions, holds, range, tempo, cues.

Runs on the standard library alone, on the server, on the command line and in the page; only
`recording`, `motions` and `npz` need NumPy, and are imported by whoever reads files.
Must never diagnose, nor guess what it cannot see: "cannot see" is a value of its own.
"""

from .counting import AnyCounter, Counted, count_of_many, count_offline, count_online
from .cues import Cue, CueKind, Target
from .end_rule import end_rule_of, slouch_rule_of
from .ending import Advice, Close, EndRule
from .phases import Phase
from .phone import PhoneCoach
from .quality import Unseen
from .recognised_record import recognition_record
from .recognised_sets import RecognisedSet, Recognition, Stretch, recognise_sets, stretches_of
from .recognition import Recognised, Recogniser
from .record import set_record
from .regularity import Periodic
from .repetitions import RepCounter
from .replay import replay, replay_felt
from .result import Refusal, SetFold, SetResult, TimedCue, symmetry_between
from .session import CameraCoach, Seen
from .sitting import Seated, SittingCoach
from .sitting_record import SittingResult, sitting_record, watch_sitting
from .sitting_trace import Moment, SittingTrace
from .slouch import Sitting, SlouchRule, SlouchWatch
from .standing import Standing, Unfelt
from .turns import Counting, Turn
from .values import Form, Held, Range, Regularity, Symmetry, Tempo
from .ways import Repetition
from .why import why_words

__all__ = [
    "Advice",
    "AnyCounter",
    "CameraCoach",
    "Close",
    "Counted",
    "Counting",
    "Cue",
    "CueKind",
    "EndRule",
    "Form",
    "Held",
    "Moment",
    "Periodic",
    "Phase",
    "PhoneCoach",
    "Range",
    "Recognised",
    "RecognisedSet",
    "Recogniser",
    "Recognition",
    "Refusal",
    "Regularity",
    "RepCounter",
    "Repetition",
    "Seated",
    "Seen",
    "SetFold",
    "SetResult",
    "Sitting",
    "SittingCoach",
    "SittingResult",
    "SittingTrace",
    "SlouchRule",
    "SlouchWatch",
    "Standing",
    "Stretch",
    "Symmetry",
    "Target",
    "Tempo",
    "TimedCue",
    "Turn",
    "Unfelt",
    "Unseen",
    "count_of_many",
    "count_offline",
    "count_online",
    "end_rule_of",
    "recognise_sets",
    "recognition_record",
    "replay",
    "replay_felt",
    "set_record",
    "sitting_record",
    "slouch_rule_of",
    "stretches_of",
    "symmetry_between",
    "watch_sitting",
    "why_words",
]
