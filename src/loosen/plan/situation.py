"""Everything a plan is made from, gathered once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loosen.ledger import MovementGate, Standing
from loosen.vocabulary import (
    Clearance,
    Content,
    Estimates,
    Permit,
    Person,
    PlanStage,
    Reason,
)

from .history import History
from .judging import Judged, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The person, the record and the moment, with what follows from them for every step.

    `permits`: what the clearance and the moment's state permit together. `held`: the session
    that today may not ask more than. `is_rest_day`: strength work rests today. `done_today`: how
    often each item was led through today. `uses`: the sessions that had each exercise.
    `estimates`: those that may order the plan. `to_find_out`: what is tried out today.
    `load_most`: where something is learned, the load of the plan as it would be without it.
    """

    content: Content
    clearance: Clearance
    permits: frozenset[Permit]
    moment_is_clear: bool
    person: Person
    log: Standing
    history: History
    estimates: Estimates
    at: datetime
    utc_offset_min: int
    seed: int
    stage: PlanStage
    stage_reasons: tuple[Reason, ...]
    held: Judged | None
    dropped_until: datetime | None
    is_rest_day: bool
    must_be_seen: bool
    movement: MovementGate
    done_today: Mapping[str, int]
    uses: Mapping[str, list[Use]]
    to_find_out: frozenset[str] = frozenset()
    turn: str = ""
    load_most: int | None = None

    @property
    def is_dropped(self) -> bool:
        """True while exercise is dropped after a session that was too much."""
        return self.dropped_until is not None and self.at < self.dropped_until

    def local(self, when: datetime) -> datetime:
        """The wall clock of an instant, as a UTC-marked value to reckon with."""
        return when + timedelta(minutes=self.utc_offset_min)

    def today(self) -> date:
        """The local day of the plan."""
        return self.local(self.at).date()


def shuffled(item_id: str, seed: int) -> str:
    """A place among equals that depends on the seed alone."""
    return hashlib.sha256(f"{seed} {item_id}".encode()).hexdigest()
