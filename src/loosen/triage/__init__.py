"""Answers -> Decision: urgency, what it permits, reasons, what is still to ask; clearances.

Must never suggest treatment, know the time or lower an urgency for one more "yes".
"""

from .check import check_answers
from .clearance import CLEARANCE_LASTS, clearance, may_be_opened
from .decide import decide
from .findings import counts_as_yes, holds, is_yes
from .gate import Gate, GateNeed, session_gate
from .medicines import medicine_asked_again, medicine_questions, medicine_screen
from .noted import answers_by_course, answers_by_legs, answers_by_stop
from .permits import permits_now
from .screen import asked_anew, cards, open_questions, short_set
from .signs import about_digest, new_signs, signs_under_word

__all__ = [
    "CLEARANCE_LASTS",
    "Gate",
    "GateNeed",
    "about_digest",
    "answers_by_course",
    "answers_by_legs",
    "answers_by_stop",
    "asked_anew",
    "cards",
    "check_answers",
    "clearance",
    "counts_as_yes",
    "decide",
    "holds",
    "is_yes",
    "may_be_opened",
    "medicine_asked_again",
    "medicine_questions",
    "medicine_screen",
    "new_signs",
    "open_questions",
    "permits_now",
    "session_gate",
    "short_set",
    "signs_under_word",
]
