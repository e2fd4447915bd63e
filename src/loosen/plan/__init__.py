"""Decision + record + content -> today's plan; how it adapts, and what the day after says.

`build` makes the plan. While a session runs, `running_plan(state)` is the plan to show: it lays
every result over the plan the session began on, so that it resumes anywhere. A step that ended
`EASED` was swapped: its easier version now stands in the same place and is done next.

Must never exceed the ledger or override triage.
"""

from .adapting import Zone, after_step, running_plan, zone_of
from .build import build
from .checkpoints import reviews
from .comparing import (
    Comparison,
    LeftOut,
    Missed,
    comparable,
    comparison_now,
    pairs_of,
    turns_drawn,
)
from .days import DayAfter, day_after
from .learning import told_by_record
from .person import conditions_from, person_from
from .reach import within_reach
from .replay import NO_REPLAY, Helped, Replay, replay
from .stages import stage_now
from .verdict import Verdict, asked_for, verdict

__all__ = [
    "NO_REPLAY",
    "Comparison",
    "DayAfter",
    "Helped",
    "LeftOut",
    "Missed",
    "Replay",
    "Verdict",
    "Zone",
    "after_step",
    "asked_for",
    "build",
    "comparable",
    "comparison_now",
    "conditions_from",
    "day_after",
    "pairs_of",
    "person_from",
    "replay",
    "reviews",
    "running_plan",
    "stage_now",
    "told_by_record",
    "turns_drawn",
    "verdict",
    "within_reach",
    "zone_of",
]
