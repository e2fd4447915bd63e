"""Entries and corrections: what was answered, done and felt, and when what is allowed next.

Every function folds the entries it is handed and keeps nothing. Hand it `standing(entries)`
where several are called, so that the record is sorted once.

Must never forget or rewrite an entry.
"""

from .activities import ActivityChange, activity_changes, mean_activity_change
from .amounts_read import read_amount_ug, read_units
from .corrections import check_entry
from .course import Course, course
from .deeds import Done, all_done
from .dose_after import after_dose
from .dose_suits import intake_is_known
from .doses import (
    dose_verdict,
    doses_taken,
    medicine_days,
    too_much_so_far,
    usual_doses,
)
from .flares import days_watched
from .pain import PainScore, latest_pain, pain_scores
from .sessions import SessionState, may_resume, session_state, sessions
from .skin import SkinGate, skin_gate
from .standing import Standing, joined, standing
from .thermal import (
    MovementGate,
    ThermalGate,
    movement_gate,
    open_heat_and_cold,
    thermal_gate,
)
from .told import (
    answers_so_far,
    banned_items,
    clinician_notes,
    dated_decisions,
    episode_began_on,
    favourite_items,
    kept_position,
    last_moment,
    reviews_seen,
    short_set_asked_at,
    still_to_say,
    walks,
)
from .told_when import answers_told
from .tries import Pairing, tries
from .wishes import goes_by_own_record, kept_as_usual
from .wraps import only_short_heat, wrap_gate, wrap_room_s

__all__ = [
    "ActivityChange",
    "Course",
    "Done",
    "MovementGate",
    "PainScore",
    "Pairing",
    "SessionState",
    "SkinGate",
    "Standing",
    "ThermalGate",
    "activity_changes",
    "after_dose",
    "all_done",
    "answers_so_far",
    "answers_told",
    "banned_items",
    "check_entry",
    "clinician_notes",
    "course",
    "dated_decisions",
    "days_watched",
    "dose_verdict",
    "doses_taken",
    "episode_began_on",
    "favourite_items",
    "goes_by_own_record",
    "intake_is_known",
    "joined",
    "kept_as_usual",
    "kept_position",
    "last_moment",
    "latest_pain",
    "may_resume",
    "mean_activity_change",
    "medicine_days",
    "movement_gate",
    "only_short_heat",
    "open_heat_and_cold",
    "pain_scores",
    "read_amount_ug",
    "read_units",
    "reviews_seen",
    "session_state",
    "sessions",
    "short_set_asked_at",
    "skin_gate",
    "standing",
    "still_to_say",
    "thermal_gate",
    "too_much_so_far",
    "tries",
    "usual_doses",
    "walks",
    "wrap_gate",
    "wrap_room_s",
]
