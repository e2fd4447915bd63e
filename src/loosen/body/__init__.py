"""One three-dimensional figure: physique and key poses -> joints, outline, pictures.

Knows about bodies, never about people or plans.
"""

from .cards import PEOPLE, card, film, main_phase, sheet
from .motion import Motion, motion_of
from .outline import View
from .physique import LARGE_MAN, LARGE_WOMAN, MAN, WOMAN, Build, Physique, Ratios
from .pose import Posed, phases_of, pose
from .soundness import faults_of

__all__ = [
    "LARGE_MAN",
    "LARGE_WOMAN",
    "MAN",
    "PEOPLE",
    "WOMAN",
    "Build",
    "Motion",
    "Physique",
    "Posed",
    "Ratios",
    "View",
    "card",
    "faults_of",
    "film",
    "main_phase",
    "motion_of",
    "phases_of",
    "pose",
    "sheet",
]
