"""Who asks, when, and what is known of them: `request.visit`, each part worked out on demand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse

from loosen import ledger, plan, triage
from loosen.library.current import load_content
from loosen.triage.gate import GATE_THRESHOLD
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Clearance,
    Content,
    Decision,
    DecisionMade,
    Entry,
    Estimates,
    Lapsed,
    MomentAsked,
    Permit,
    Person,
    Region,
)
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.preferences import Preferences
from loosen.web.records.store import Draft

from . import clock, late
from .answering import (
    about_digest,
    all_understood,
    answers_that_count,
    is_decision_due,
    still_to_say,
)
from .learned import estimates_of
from .places import region_of

ON_TIME = timedelta(0)
MEANT = frozenset({AnswerValue.YES, AnswerValue.NOT_SURE})
# What a visit works out of the entries; forgotten once something new is recorded.
FROM_ENTRIES = (
    *("entries", "answers", "still_to_say", "standing", "moment_asked", "permits", "person"),
    "estimates",
)


class Visit:
    """One request's view of the person. Nothing is read before a page asks for it.

    `late_by`: what was entered so long ago on a device that could not send it; see `late`.
    """

    def __init__(self, moment: clock.Moment, late_by: timedelta = ON_TIME) -> None:
        self._arrived_at = moment.at
        self._late_by = late_by
        self.utc_offset_min = moment.utc_offset_min
        self.zone = moment.zone
        self.recorded = 0

    @cached_property
    def now(self) -> datetime:
        """The instant (UTC) that this visit stands for: the clock's, or when it was entered.

        What is late never falls before the last decision, so that it cannot go behind its back.
        """
        if self._late_by <= ON_TIME:
            return self._arrived_at
        decided = [one.decided_at for one in ledger.dated_decisions(self.entries)]
        entered_at = max([self._arrived_at - self._late_by, *decided])
        return min(entered_at, self._arrived_at)

    @cached_property
    def content(self) -> Content:
        """All content."""
        return load_content()

    @cached_property
    def owner(self) -> OwnerRecord:
        """The person of this computer."""
        return store.owner_here(self._arrived_at)

    @cached_property
    def preferences(self) -> Preferences:
        """What the person chose about the pages."""
        return self.owner.read_preferences()

    @cached_property
    def region(self) -> Region:
        """The chosen region, else the one of the computer's zone, else `other`."""
        return region_of(self.preferences.region, self.zone, self.content)

    @cached_property
    def entries(self) -> ledger.Standing:
        """What stands of the record: corrected and withdrawn entries left out."""
        return store.standing_of(self.owner)

    @property
    def history(self) -> tuple[Entry, ...]:
        """Everything ever recorded, in order of arrival."""
        return store.entries_of(self.owner)

    @cached_property
    def answers(self) -> Answers:
        """All answers so far that this content's questions still allow."""
        return self.entries.once(all_understood, self.content)

    @cached_property
    def still_to_say(self) -> Answers:
        """Questions asked of this person of which one was tapped, and it was not said which."""
        return self.entries.once(still_to_say, self.content)

    @cached_property
    def standing(self) -> Clearance | Lapsed:
        """The clearance that holds now, or why there is none."""
        return self._standing(frozenset(self.still_to_say.by_question))

    def _standing(self, still_to_say: frozenset[str]) -> Clearance | Lapsed:
        return triage.clearance(
            ledger.dated_decisions(self.entries),
            ledger.clinician_notes(self.entries),
            self.now,
            owner_id=self.owner.pk,
            content=self.content,
            about_digest=self.entries.once(about_digest, self.content),
            utc_offset_min=self.utc_offset_min,
            still_to_say=still_to_say,
        )

    @property
    def decision(self) -> Decision | None:
        """The last decision made here; an imported one says nothing about now."""
        own = [dated for dated in ledger.dated_decisions(self.entries) if not dated.imported]
        return own[-1].decision if own else None

    @cached_property
    def moment_asked(self) -> tuple[MomentAsked, datetime] | None:
        """The moment's state as last asked, with when (UTC)."""
        return ledger.last_moment(self.entries)

    @property
    def moment(self) -> MomentAsked | None:
        """The moment's state, as long as it is fresh enough to count; then it is asked again."""
        if self.moment_asked is None:
            return None
        state, asked_at = self.moment_asked
        lasts = timedelta(minutes=self.content.threshold(GATE_THRESHOLD))
        return state if self.now - asked_at <= lasts else None

    @cached_property
    def permits(self) -> frozenset[Permit]:
        """What is open now."""
        return triage.permits_now(self.standing, self.moment)

    @cached_property
    def person(self) -> Person:
        """The person as the plan sees them."""
        limits = self.standing.limits if isinstance(self.standing, Clearance) else ()
        return plan.person_from(self.answers, self.content, limits, self.entries, self.now)

    @cached_property
    def estimates(self) -> Estimates:
        """What helped this person so far, as far as their record tells."""
        return estimates_of(self.entries, self.content, self.now)

    # --- recording ---------------------------------------------------------------------------

    @property
    def stamp(self) -> store.Stamp:
        """When, where and under which content this visit records."""
        return store.Stamp(
            at=self._arrived_at,
            happened_at=self.now,
            utc_offset_min=self.utc_offset_min,
            zone=self.zone,
            content_version=self.content.version,
        )

    def record(self, *drafts: Draft) -> tuple[Entry, ...]:
        """Records all drafts or none (`LedgerError`); what was worked out before is forgotten."""
        entries = store.record(self.owner, self.stamp, *drafts)
        self.recorded += len(entries)
        for name in FROM_ENTRIES:
            self.__dict__.pop(name, None)
        return entries

    @property
    def under_word(self) -> frozenset[str]:
        """The signs of which it is asked whether they are worse than a clinician saw them."""
        notes = [told.note for told in ledger.clinician_notes(self.entries)]
        today = (self.now + timedelta(minutes=self.utc_offset_min)).date()
        return triage.signs_under_word(self.answers, notes, self.content, today)

    def answer(
        self,
        occasion: AnswersFor,
        given: Mapping[str, Answer],
        *,
        form_id: UUID,
        worse: Answers = NO_ANSWERS,
    ) -> tuple[Entry, ...]:
        """Records answers and the decision that follows from what still counts, together.

        `worse` as in `AnswersGiven`. Raises `AnswersError` with every problem of the answers;
        nothing is recorded then.
        """
        before = self.answers
        after = before.with_answers(given)
        triage.check_answers(after, self.content)
        said = AnswersGiven(occasion=occasion, answers=Answers(by_question=given), worse=worse)
        drafts = [Draft(payload=said, form_id=form_id)]
        news = triage.new_signs(before, after, self.content, worse=worse)
        if is_decision_due(before, given, news, self._standing(frozenset())):
            drafts.append(Draft(payload=self._decision_after(given, news), follows=True))
        known = {entry.id for entry in self.entries}
        entries = self.record(*drafts)
        if entries[0].id not in known or self._holds(given):
            return entries
        # The back button brought a form that was sent before; what it says counts anew.
        again = uuid5(form_id, f"after {len(known)}")
        return self.record(replace(drafts[0], form_id=again), *drafts[1:])

    def _holds(self, given: Mapping[str, Answer]) -> bool:
        """Whether every yes and not sure of these stands; a no that was taken back stays so.

        What a device sends late, and twice, is no new word.
        """
        if self._late_by > ON_TIME:
            return True
        meant = {key: one for key, one in given.items() if one.value in MEANT}
        return all(self.answers.get(key) == one for key, one in meant.items())

    def tap(
        self,
        occasion: AnswersFor,
        question_ids: Iterable[str],
        tapped: AnswerValue,
        *,
        form_id: UUID,
    ) -> tuple[Entry, ...]:
        """Records that yes or not sure was tapped to one of these; which is still to be said.

        Sent twice it is once; tapped again after an answer it counts again.
        """
        one_of = Answers(by_question=dict.fromkeys(question_ids, Answer(value=tapped)))
        said = AnswersGiven(occasion=occasion, answers=NO_ANSWERS, one_of=one_of)
        answered = sum(
            bool(given.answers.by_question) for _, given in self.entries.of(AnswersGiven)
        )
        tap_id = uuid5(form_id, f"tapped {tapped.value} {answered}")
        return self.record(Draft(payload=said, id=tap_id))

    def _decision_after(self, given: Mapping[str, Answer], news: frozenset[str]) -> DecisionMade:
        """The decision on what still counts of the answers before, with these laid over them."""
        counted = answers_that_count(self.entries, self.answers, self.content, self.now)
        after = self.answers.with_answers(given)
        return DecisionMade(
            decision=triage.decide(counted.with_answers(given), self.content, self.now),
            about_digest=triage.about_digest(after, self.content),
            new_signs=news,
        )


class VisitRequest(HttpRequest):
    """A request after the door: it has a visit."""

    visit: Visit


class VisitMiddleware:
    """Puts the visit on the request; costs nothing until a page looks at it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Takes the time once, so that a page cannot fall between two instants."""
        late_by = late.late_by(request)
        visit = Visit(clock.moment(), late_by or ON_TIME)
        request.visit = visit  # type: ignore[attr-defined]  # see VisitRequest
        response = self.get_response(request)
        return response if late_by is None else late.receipt(response, visit.recorded)
