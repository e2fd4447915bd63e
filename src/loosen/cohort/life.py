"""One life in one arm: the person, the record, what they feel, and who watches."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from loosen import triage
from loosen.response import Learned
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerValue,
    Content,
    DatedDecision,
    DatedNote,
    Decision,
    MedicineScreen,
    Onset,
)

from .arms import Arm
from .clocks import START
from .feeling import Feeling
from .people import Somebody
from .record import Record
from .watch import Watch

SPREADING = "leg-symptoms-spreading"
# Ours: the most that is possible at this much pain.
ABLE = ((8.5, "lie-only"), (7.0, "sit"), (5.0, "stand"), (0.0, "walk"))


@dataclass(frozen=True, slots=True)
class Told:
    """A whole set of answers, and what the rooms make of it.

    The same ones are given on many days: a decision on them differs in its date alone (a test
    holds `triage` to that), so that it is made once and dated anew.
    """

    answers: Answers
    about_digest: str
    screen: MedicineScreen
    decision: Decision


@dataclass(slots=True)
class Today:
    """What happened on a day."""

    opened: bool = False
    sessions: int = 0
    moved: bool = False
    stage: str = ""
    urgency: int = 4
    heat_and_cold: int = 0
    doses: int = 0
    told_0_10: int | None = None
    is_sore: bool = False


@dataclass(slots=True)
class Life:
    """Everything that goes on from day to day."""

    who: Somebody
    arm: Arm
    content: Content
    record: Record
    feeling: Feeling
    watch: Watch = field(default_factory=Watch)
    decisions: list[DatedDecision] = field(default_factory=list)
    notes: list[DatedNote] = field(default_factory=list)
    sent_with: frozenset[str] = frozenset()
    spreads_until: int = -1
    next_due: int | None = None
    told: Told | None = None
    today: Today = field(default_factory=Today)
    session_id: UUID | None = None
    session_on: date | None = None
    sessions: int = 0
    reviewed: set[str] = field(default_factory=set)
    is_told_the_truth: bool = False
    swallows_today: bool = False
    learned: Learned | None = None
    tried: set[tuple[str, datetime, float]] = field(default_factory=set)
    visits: tuple[int, int] = (0, 0)
    believed: Counter[str] = field(default_factory=Counter)
    unseen_skin: list[tuple[UUID, int]] = field(default_factory=list)
    _asked: dict[tuple[str, tuple[str, ...]], Told] = field(default_factory=dict)

    def at(self, minute: int) -> datetime:
        """The device's clock."""
        return self.who.clock.reads(minute)

    def offset(self, minute: int) -> int:
        """The device's zone."""
        return self.who.clock.offset(minute)

    def local_day(self, minute: int) -> date:
        """The person's day by the device."""
        return self.who.clock.local(minute).date()

    def answers_on(self, day: int) -> Told:
        """What the person answers on that day: themselves, and what is there on that day alone."""
        able = able_at(self.feeling.level(day))
        key = (able, tuple(self._there(day)))
        if key not in self._asked:
            self._asked[key] = self._told(*key)
        return self._asked[key]

    def _there(self, day: int) -> Iterator[str]:
        """The questions to which the answer is yes on that day and not on every day."""
        for coming in (self.who.sign, self.who.begins):
            if coming is not None and coming.is_there(day):
                yield coming.question_id
        if day < self.spreads_until:
            yield SPREADING

    def _told(self, able: str, there: tuple[str, ...]) -> Told:
        by_question = {**self.who.answers, "can-do-now": Answer(choice=able)}
        for question_id in there:
            is_new = self.content.questions[question_id].asks_onset
            onset = Onset.NEW if is_new else None
            by_question[question_id] = Answer(value=AnswerValue.YES, onset=onset)
        answers = Answers(by_question=by_question)
        screen = triage.medicine_screen(answers, self.content, None)
        decision = triage.decide(answers, self.content, START)
        return Told(answers, triage.about_digest(answers, self.content), screen, decision)


def able_at(pain: float) -> str:
    """The most that is possible at this much pain."""
    return next(name for least, name in ABLE if pain >= least)


def new_life(
    who: Somebody, arm: Arm, content: Content, days: int, *, is_whole: bool = False
) -> Life:
    """A life before its first day."""
    owner_id = UUID(int=(who.number << 8) + list(Arm).index(arm) + 1)
    return Life(
        who=who,
        arm=arm,
        content=content,
        record=Record(owner_id, who.clock, content, is_whole=is_whole),
        feeling=Feeling(who, days),
    )
