"""Pairs of scores, before and after: what the record can teach about each kind of help.

Both scores lie within the hour, never a day apart (evidence file, 7.3): over days the pain falls
by itself. A pair in which nothing was done teaches what time alone brings; it counts only where
no help from before can still be at work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    NOTHING,
    Content,
    CourseTold,
    DoseTaken,
    Entry,
    PainFelt,
    PainWhen,
    SessionStarted,
    Try,
)

from .at_work import AtWork
from .deeds import RunningSteps, kind_done, pain_told, time_done
from .standing import Standing, standing

SESSION = "session"
"""The kind of help that a whole session is."""
OF_A_REMEDY = frozenset({PainWhen.AFTER_REMEDY, PainWhen.LATER_REMEDY})
ENDS_A_SESSION = frozenset({PainWhen.AFTER_SESSION, PainWhen.AFTER_STOP})
MINUTE = timedelta(minutes=1)


def tries(entries: Sequence[Entry], content: Content) -> tuple[Try, ...]:
    """All pairs in the order of their second scores.

    A helped pair names what was done last between its scores; `others` is what was done besides.
    A session is a pair of its own beside those of its steps. Scores at one instant, or with a
    clock that went back between them, make no pair.
    """
    return standing(entries).once(_all_tries, content)


def _all_tries(log: Standing, content: Content) -> tuple[Try, ...]:
    return Pairing(log, content).pairs


class Pairing:
    """The pairs of a record, and what it takes to go on from there as it grows."""

    def __init__(self, log: Standing, content: Content) -> None:
        self._log = log
        self._walk = _Walk(log, content)
        self.pairs = tuple(pair for entry in log for pair in self._walk.take(entry))
        """Of the record it began with."""

    def more(self, log: Standing) -> tuple[Try, ...] | None:
        """The pairs that this record has beyond the last one; the same work however long it is.

        None where it is not that record with more at its end (something was put right, taken
        back, or told late), or where what is new tells of a time before the last score: then
        pairs that were found may not stand, and all has to be walked anew.
        """
        known = len(self._log)
        if log[:known] != self._log or log.successors != self._log.successors:
            return None
        self._log = log
        found: list[Try] = []
        for entry in log[known:]:
            if not self._walk.may_add(entry):
                return None
            found += self._walk.take_new(entry)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Score:
    """A score and when it was told; `day` counts from the first day of its episode."""

    pain_0_10: int
    at: datetime
    utc_offset_min: int
    day: int


class _Walk:
    """One walk through the record: pairs each score with the one before it, or with its own."""

    def __init__(self, log: Standing, content: Content) -> None:
        self._log = log
        self._most = MINUTE * content.threshold("try-most-min")
        self._quiet_least = MINUTE * content.threshold("quiet-least-min")
        self._at_work = AtWork(log, content)
        self._days = _Days(timedelta(days=content.threshold("episode-gap-days")))
        self._steps = RunningSteps()
        self._last: _Score | None = None
        self._latest: datetime | None = None
        self._done: list[str] = []
        self._before_session: dict[UUID, tuple[_Score, int]] = {}
        self._before_remedy: dict[UUID, tuple[_Score, int]] = {}
        self._told: set[UUID] = set()
        self._all_done: list[str] = []

    def may_add(self, entry: Entry) -> bool:
        """Nothing that was found so far would have been otherwise, had this been known."""
        if not isinstance(entry.payload, DoseTaken) and not kind_done(entry, self._steps):
            return True
        begun_at, _ = time_done(entry)
        is_later = self._latest is None or begun_at > self._latest
        return is_later and self._at_work.is_after_all(entry)

    def take_new(self, entry: Entry) -> Iterator[Try]:
        """The pairs that end with an entry which nothing before could know of."""
        self._at_work.add(entry, kind_done(entry, self._steps))
        yield from self.take(entry)

    def take(self, entry: Entry) -> Iterator[Try]:
        """The pairs that end with this entry."""
        day = self._days.day_of(entry)
        kind = kind_done(entry, self._steps)
        if kind:
            self._all_done.append(kind)
            self._done.append(kind)
        pain = pain_told(entry)
        if pain is not None:
            score = _Score(
                pain_0_10=pain, at=entry.happened_at, utc_offset_min=entry.utc_offset_min, day=day
            )
            yield from self._pairs(entry, score)
            self._last, self._done = score, []
            self._latest = max(score.at, self._latest) if self._latest else score.at
            self._remember(entry, score)
        self._steps.take(entry)

    def _remember(self, entry: Entry, score: _Score) -> None:
        """A score that another one will be compared with, and what was done up to it."""
        so_far = len(self._all_done)
        match entry.payload:
            case SessionStarted(session_id=session_id):
                self._before_session[session_id] = (score, so_far)
            case PainFelt(occasion=PainWhen.BEFORE_SESSION, session_id=UUID() as session_id):
                self._before_session[session_id] = (score, so_far)
            case PainFelt(occasion=PainWhen.BEFORE_REMEDY, of_entry=UUID() as of_entry):
                self._before_remedy[self._log.stands_for(of_entry)] = (score, so_far)
            case _:
                return

    def _pairs(self, entry: Entry, score: _Score) -> Iterator[Try]:
        of_a_remedy = self._of_a_remedy(entry)
        if of_a_remedy is not None:
            yield from self._between(*of_a_remedy, score)
        elif self._done and self._last is not None:
            yield from self._between(self._last, len(self._all_done) - len(self._done), score)
        elif self._last is not None:
            yield from self._quiet(self._last, score)
        yield from self._whole_session(entry, score)

    def _of_a_remedy(self, entry: Entry) -> tuple[_Score, int] | None:
        """The score before the remedy that this one is the first to come after."""
        felt = entry.payload
        if not isinstance(felt, PainFelt) or felt.occasion not in OF_A_REMEDY:
            return None
        of_entry = felt.of_entry and self._log.stands_for(felt.of_entry)
        return self._before_remedy.pop(of_entry, None) if of_entry else None

    def _between(self, before: _Score, done_from: int, after: _Score) -> Iterator[Try]:
        """The pair of two scores with all that was done between them."""
        kinds = list(dict.fromkeys(reversed(self._all_done[done_from:])))
        if kinds:
            yield from self._pair(kinds[0], before, after, others=tuple(sorted(kinds[1:])))

    def _quiet(self, before: _Score, after: _Score) -> Iterator[Try]:
        is_long = after.at - before.at >= self._quiet_least
        if is_long and not self._at_work.help_between(before.at, after.at):
            yield from self._pair(NOTHING, before, after)

    def _whole_session(self, entry: Entry, score: _Score) -> Iterator[Try]:
        felt = entry.payload
        if not isinstance(felt, PainFelt) or felt.occasion not in ENDS_A_SESSION:
            return
        begun = self._before_session.pop(felt.session_id, None) if felt.session_id else None
        if begun is not None:
            yield from self._pair(SESSION, begun[0], score)

    def _pair(
        self, kind: str, before: _Score, after: _Score, others: tuple[str, ...] = ()
    ) -> Iterator[Try]:
        between = after.at - before.at
        if not timedelta(0) < between <= self._most:
            return
        local = before.at + before.utc_offset_min * MINUTE
        yield Try(
            kind=kind,
            at=before.at,
            before_0_10=before.pain_0_10,
            after_0_10=after.pain_0_10,
            minutes=between / MINUTE,
            local_hour=local.hour + local.minute / 60,
            days_in=before.day,
            others=others,
            on_medicine=self._at_work.medicine_at(after.at),
        )


class _Days:
    """Counts local days from the first of an episode, as the episodes of the record begin."""

    def __init__(self, gap: timedelta) -> None:
        self._gap = gap
        self._last: datetime | None = None
        self._began: date | None = None

    def day_of(self, entry: Entry) -> int:
        """The day of the episode in which the entry lies; never less than 0."""
        today = (entry.happened_at + entry.utc_offset_min * MINUTE).date()
        if self._last is None or entry.happened_at - self._last >= self._gap:
            self._began = None
        self._last = entry.happened_at
        told = _told_day(entry)
        if told is not None and told <= today:
            self._began = told
        self._began = self._began or today
        return max((today - self._began).days, 0)


def _told_day(entry: Entry) -> date | None:
    match entry.payload:
        case CourseTold(began_on=text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                return None
        case _:
            return None
