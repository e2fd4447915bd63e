"""One pair of scores, before and after: what `ledger` finds and `response` learns from."""

from dataclasses import dataclass
from datetime import datetime

from .checks import require, require_range, require_utc

NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """Pain before and after one kind of help, or after a stretch in which nothing was done.

    `kind` is the id of what was done (an exercise, position, remedy, `walk` or `session`);
    empty where nothing was: such pairs teach what time alone brings. `minutes` lie between the
    two scores. `local_hour` is the hour of the person's day at the first (0 up to 24).
    `days_in` counts from the first day of the episode. `others`: further kinds done or still
    at work between the two scores; `on_medicine`: a dose was working.
    """

    kind: str
    at: datetime
    before_0_10: int
    after_0_10: int
    minutes: float
    local_hour: float
    days_in: float
    others: tuple[str, ...] = ()
    on_medicine: bool = False

    def __post_init__(self) -> None:
        require_utc("at", self.at)
        require_range("before_0_10", self.before_0_10, 0, 10)
        require_range("after_0_10", self.after_0_10, 0, 10)
        require(self.minutes > 0, "minutes must be more than none")
        require_range("local_hour", self.local_hour, 0, 24)
        require(self.days_in >= 0, "days_in must not be negative")
