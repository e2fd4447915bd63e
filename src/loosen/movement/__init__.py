"""Frames of a camera, or readings of a phone -> repetitions, holds, range, tempo, cues.

Runs on the standard library alone, on the server, on the command line and in the page; only
`recording` needs NumPy, and is imported by whoever reads files.
Must never diagnose, nor guess what it cannot see: "cannot see" is a value of its own.
"""

from .counting import Counted, count_offline
from .cues import Cue, CueKind, Target
from .quality import Unseen
from .repetitions import Counting, RepCounter, Turn
from .replay import replay
from .result import Refusal, SetFold, SetResult, TimedCue
from .session import CameraCoach, Seen
from .standing import Standing
from .ways import Repetition

__all__ = [
    "CameraCoach",
    "Counted",
    "Counting",
    "Cue",
    "CueKind",
    "Refusal",
    "RepCounter",
    "Repetition",
    "Seen",
    "SetFold",
    "SetResult",
    "Standing",
    "Target",
    "TimedCue",
    "Turn",
    "Unseen",
    "count_offline",
    "replay",
]
