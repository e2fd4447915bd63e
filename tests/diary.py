"""A person's record, written for tests: each call adds one entry, minutes after the start."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Entry,
    EntryKind,
    FeelingBack,
    Got,
    PainFelt,
    PainWhen,
    Payload,
    Plan,
    RemedyUsed,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    Skin,
    StepEnded,
    StepOutcome,
)

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OWNER = UUID(int=1)
DEVICE = UUID(int=2)
KIND_OF = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}
MIN_PER_DAY = 24 * 60


def minute(count: float) -> datetime:
    """The instant so many minutes after the start."""
    return START + timedelta(minutes=count)


class Diary:
    """Entries in the order in which they are written; ids count up from 1000."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._sessions = 0

    def add(self, payload: Payload, at: float = 0, **changes: object) -> Entry:
        """One entry, told when it happened unless `changes` say otherwise."""
        number = len(self.entries) + 1
        fields: dict[str, object] = {
            "id": UUID(int=1000 + number),
            "device_id": DEVICE,
            "seq": number,
            "owner_id": OWNER,
            "kind": KIND_OF[type(payload)],
            "happened_at": minute(at),
            "recorded_at": minute(at),
            "utc_offset_min": 0,
            "zone": "UTC",
            "source": Got.SELF_REPORT,
            "payload": payload,
            "content_version": "test",
        }
        entry = Entry(**{**fields, **changes})  # type: ignore[arg-type]  # - a test names its fields
        self.entries.append(entry)
        return entry

    def pain(self, pain_0_10: int | None, at: float, **where: object) -> Entry:
        """A score of the check-in, or of another occasion named in `where`."""
        fields = {"occasion": PainWhen.CHECK_IN, **where}
        return self.add(PainFelt(pain_0_10=pain_0_10, **fields), at)  # type: ignore[arg-type]  # - as above

    def remedy(
        self,
        remedy_id: str,
        ended: float,
        *,
        skin: Skin = Skin.NORMAL,
        feeling_back: bool = True,
        minutes: float = 15,
    ) -> Entry:
        """Heat or cold that ended so many minutes after the start."""
        used = RemedyUsed(
            remedy_id=remedy_id,
            started_at=minute(ended - minutes),
            ended_at=minute(ended),
            skin=skin,
            felt_better=None,
            feeling_back=feeling_back,
        )
        return self.add(used, ended)

    def feeling_back(self, entry: Entry, at: float) -> Entry:
        """The skin after a remedy was looked at and is as before."""
        return self.add(FeelingBack(remedy_entry_id=entry.id), at)

    def session(
        self,
        plan: Plan,
        at: float,
        *,
        before: int | None,
        after: int | None,
        outcome: StepOutcome = StepOutcome.DONE,
    ) -> UUID:
        """A whole session: every step ended alike, the score after it told (None: skipped)."""
        self._sessions += 1
        session_id = UUID(int=5000 + self._sessions)
        self.add(SessionStarted(session_id=session_id, plan=plan, pain_0_10=before), at)
        for step in plan.steps:
            ended = StepEnded(session_id=session_id, step_index=step.index, outcome=outcome)
            self.add(ended, at + 1 + step.index)
        end = at + 2 + len(plan.steps)
        self.pain(after, end, occasion=PainWhen.AFTER_SESSION, session_id=session_id)
        self.add(SessionEnded(session_id=session_id, how=SessionEnd.COMPLETED), end)
        return session_id

    def morning(self, pain_0_10: int | None, day: int, *, woke: bool = False) -> Entry:
        """The next morning's score, that many days after the start (at the same hour)."""
        return self.pain(
            pain_0_10, day * MIN_PER_DAY - 60, occasion=PainWhen.MORNING, woke_at_night=woke
        )


def kinds(entries: object) -> list[EntryKind]:
    """The kinds of some entries, for short comparisons."""
    assert isinstance(entries, tuple | list)
    return [entry.kind for entry in entries]


def given(**values: AnswerValue) -> AnswersGiven:
    """What was told on a screen; `leg_weakness` stands for the question `leg-weakness`."""
    answers = {key.replace("_", "-"): Answer(value=value) for key, value in values.items()}
    return AnswersGiven(occasion=AnswersFor.SCREEN, answers=Answers(by_question=answers))
