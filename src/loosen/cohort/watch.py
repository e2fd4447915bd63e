"""Watches over a life and counts what must never be: written without the rooms it watches.

Numbers and rows are typed from the evidence file; times are true minutes, whatever the device's
clock says. What a person does against advice is no fault of the product: it is counted apart,
and still reckoned with in what comes after. `checked` counts how often each thing was looked at,
because a zero that nothing could have raised says nothing.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from loosen.vocabulary import Answer

from .cupboard import Cupboard, Dose
from .matrix import barred, has
from .signs import SIGNS, URGENT, Sign

# 3.1, 3.2: at most 20 minutes; heat an hour apart, cold two; four a day (ours); 20 min between.
LONGEST_MIN = 20
GAP_MIN = {"heat": 60, "cold": 120}
MOST_24H = 4
OTHER_PAUSE_MIN = 20
DAY_MIN = 24 * 60
ASKED_WITHIN_MIN = 30
# 5.6: two points more later or the next morning is too much; then 48 hours without exercise.
RED_RISE, AMBER_RISE, DROP_MIN = 2, 1, 48 * 60
LOOKS_BACK_MIN = (
    28 * DAY_MIN
)  # after four weeks without a session nothing is left to be held to (ours)
RESTFUL = frozenset({"position", "breathing", "transfer", "check-in"})
MOVING = frozenset({"exercise", "walk"})


class Breach(StrEnum):
    """What must never happen."""

    MEDICINE = "medicine limits"
    SKIN = "skin limits"
    SKIN_ASKED = "heat or cold with the skin not asked after"
    CLEARANCE = "clearance"
    CONTRAINDICATION = "contraindications"
    CAUTION = "medicine against a caution"
    LOAD = "load after worse pain"
    URGENT = "urgent advice on the day it is told"


@dataclass(slots=True)
class LastSession:
    """What the next one is held against."""

    began_at: int
    load: int
    before: int | None
    before_the_day: int | None
    rise: int = 0
    was_stopped: bool = False


@dataclass(slots=True)
class Watch:
    """One life's counts and what they are judged by."""

    checked: Counter[Breach] = field(default_factory=Counter)
    found: Counter[Breach] = field(default_factory=Counter)
    against_advice: int = 0
    sign_told_on: int | None = None
    days_to_advice: int | None = None
    told: Mapping[str, Answer] = field(default_factory=dict)
    local_day: int = 0
    word_until: int = -1
    skin_told_at: int = -(10**9)
    is_skin_clear: bool = False
    barred_at: dict[int | None, frozenset[str]] = field(default_factory=dict)
    screened_at: int = -(10**9)
    moment_at: int = -(10**9)
    is_clear_headed: bool = False
    uses: list[tuple[str, int]] = field(default_factory=list)
    skin_open: set[int] = field(default_factory=set)
    cold_open: set[int] = field(default_factory=set)
    first_on: int = -1
    before_the_day: int | None = None
    now: LastSession | None = None
    last: LastSession | None = None
    red_until: int = -1
    cupboard: Cupboard = field(default_factory=Cupboard)

    def look(self, breach: Breach, *, is_well: bool) -> None:
        """One thing checked."""
        self.checked[breach] += 1
        if not is_well:
            self.found[breach] += 1

    # --- what was told ---

    def screened(self, minute: int, told: Mapping[str, Answer], local_day: int) -> None:
        """All questions were answered, on that day of the person's own."""
        if told is not self.told:
            self.barred_at.clear()
        self.screened_at, self.told, self.local_day = minute, told, local_day

    def asked_moment(self, minute: int, *, is_clear: bool) -> None:
        """How the person is at this moment."""
        self.moment_at, self.is_clear_headed = minute, is_clear

    def advised(self, sign: Sign, rank: int, day: int) -> None:
        """A danger sign was told on that day, and this is how grave the product took it.

        From the day on which it was told first to the first urgent advice the days are counted.
        """
        self.sign_told_on = day if self.sign_told_on is None else self.sign_told_on
        is_urgent = rank <= sign.rank_at_most
        if is_urgent and self.days_to_advice is None:
            self.days_to_advice = day - self.sign_told_on
        self.look(Breach.URGENT, is_well=is_urgent)

    def noted(self, *, is_yes: bool, until_day: int) -> None:
        """A clinician's word on the sign: only a yes opens, and only until that day (2.6)."""
        self.word_until = until_day if is_yes else -1

    def got_worse(self) -> None:
        """The sign is new or worse since the clinician's word, which is void now."""
        self.word_until = -1

    def legs_noted(self) -> None:
        """Leg symptoms are the same, worse or new: all must be asked again before movement."""
        self.screened_at = -(10**9)

    def gravest(self) -> int:
        """The gravest of the signs told last that no clinician's word opens; 4 for none."""
        ranks = [one.rank_at_most for one in SIGNS if has(self.told, one.question_id, "")]
        rank = min(ranks, default=4)
        return 4 if rank == URGENT and self.local_day <= self.word_until else rank

    def _barred(self, pain_0_10: int | None) -> frozenset[str]:
        """What the matrix bars for what was told last; looked up once for each score."""
        if pain_0_10 not in self.barred_at:
            self.barred_at[pain_0_10] = barred(self.told, pain_0_10)
        return self.barred_at[pain_0_10]

    # --- what was done ---

    def began(self, minute: int, load: int, before: int | None) -> None:
        """A session began on a plan of this load."""
        is_asked = minute - self.screened_at <= ASKED_WITHIN_MIN >= minute - self.moment_at
        self.look(Breach.CLEARANCE, is_well=is_asked and self.is_clear_headed)
        if self.last is not None and minute - self.last.began_at < LOOKS_BACK_MIN:
            is_worse = self.last.was_stopped or self.last.rise >= AMBER_RISE
            self.look(Breach.LOAD, is_well=not is_worse or load <= self.last.load)
        if self.first_on != self.local_day:
            self.first_on, self.before_the_day = self.local_day, before
        self.now = LastSession(minute, load, before, self.before_the_day)

    def did(self, kind: str, item_id: str, minute: int, pain_0_10: int | None) -> None:
        """A step was done as the product led through it."""
        gravest = self.gravest()
        may = gravest > URGENT or (gravest == URGENT and kind in RESTFUL)
        is_fresh = minute - self.screened_at < DAY_MIN
        self.look(Breach.CLEARANCE, is_well=may and is_fresh)
        is_barred = item_id in self._barred(pain_0_10)
        self.look(Breach.CONTRAINDICATION, is_well=not is_barred)
        if kind in MOVING:
            self.look(Breach.SKIN, is_well=not self.cold_open)
            self.last = self.now  # 5.6 speaks of movement: a session without any is no measure
        if kind == "exercise":
            self.look(Breach.LOAD, is_well=minute >= self.red_until)

    def asked_skin(self, minute: int, *, is_clear: bool) -> None:
        """The skin was asked after, before heat or cold."""
        self.skin_told_at, self.is_skin_clear = minute, is_clear

    def used(self, remedy_id: str, start: int, end: int, *, was_allowed: bool) -> None:
        """Heat or cold from start to end."""
        if remedy_id not in GAP_MIN:
            return
        if was_allowed:
            self.look(Breach.SKIN, is_well=self._may_use(remedy_id, start, end))
            is_asked = start - self.skin_told_at <= ASKED_WITHIN_MIN
            self.look(Breach.SKIN_ASKED, is_well=is_asked and self.is_skin_clear)
        else:
            self.against_advice += 1
        self.uses.append((remedy_id, end))
        self.skin_open.add(end)
        if remedy_id == "cold":
            self.cold_open.add(end)

    def _may_use(self, remedy_id: str, start: int, end: int) -> bool:
        same = [ended for used, ended in self.uses if used == remedy_id]
        other = [ended for used, ended in self.uses if used != remedy_id]
        of_day = [ended for ended in same if ended > start - DAY_MIN]
        return (
            end - start <= LONGEST_MIN
            and not self.skin_open
            and all(start - ended >= GAP_MIN[remedy_id] for ended in same)
            and all(start - ended >= OTHER_PAUSE_MIN for ended in other)
            and len(of_day) < MOST_24H
        )

    def skin_is_back(self, end: int) -> None:
        """The skin after the session that ended then was looked at, and is as before."""
        self.skin_open.discard(end)
        self.cold_open.discard(end)
        self.uses = self.uses[-12:]

    def stopped(self, minute: int) -> None:
        """A session was stopped for pain."""
        self.red_until = minute + DROP_MIN
        if self.last is not None:
            self.last.was_stopped = True

    def scored(
        self, minute: int, pain_0_10: int | None, *, woke: bool = False, is_morning: bool = False
    ) -> None:
        """Pain told later, or the next morning, after the session that was last.

        5.6 starts the day's comparison from the score before it: the morning is held against
        that of the day's first session, and what comes later against the session's own.
        """
        if self.last is None or self.last is not self.now:
            return
        before = self.last.before_the_day if is_morning else self.last.before
        rise = 0 if pain_0_10 is None or before is None else pain_0_10 - before
        self.last.rise = max(self.last.rise, RED_RISE if woke else rise)
        if woke or rise >= RED_RISE:
            self.red_until = minute + DROP_MIN

    # --- medicine ---

    def allowed_dose(self, dose: Dose) -> None:
        """The product said yes to this one."""
        self.look(Breach.CLEARANCE, is_well=self.gravest() > URGENT)
        self.look(Breach.MEDICINE, is_well=self.cupboard.may_take(dose, self.told))
        self.look(Breach.CAUTION, is_well=self.cupboard.suits(dose, self.told))
