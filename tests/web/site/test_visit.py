"""What a request knows of the person, and the lock on a page."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from loosen import triage
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersError,
    AnswersFor,
    AnswerValue,
    Clearance,
    Content,
    DecisionMade,
    EntryKind,
    Lapsed,
    LapseReason,
    MomentAsked,
    Onset,
    Permit,
    Question,
    QuestionKind,
    Stage,
    Urgency,
)
from loosen.web.records.models import OwnerRecord
from loosen.web.records.preferences import Preferences
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.guards import needs
from loosen.web.site.locked import locked_page
from loosen.web.site.visit import Visit, VisitRequest

NO = Answer(value=AnswerValue.NO)
CALM = AnswerValue.NO
CLEAR = {
    "drowsy": CALM,
    "drinking": CALM,
    "sedating_medicine": CALM,
    "faint": CALM,
    "unwell": CALM,
}


def visit_now() -> Visit:
    return Visit(clock.moment())


def calm_answer(question: Question) -> Answer:
    match question.kind:
        case QuestionKind.YES_NO:
            return NO
        case QuestionKind.NUMBER:
            return Answer(number={"age-years": 40.0, "weight-kg": 70.0}[question.id])
        case QuestionKind.CHOICE:
            return Answer(choice=question.choices[-1].id)


def tell_all(visit: Visit, changed: Mapping[str, Answer] | None = None) -> None:
    """Answers whatever is open, calmly but for what is given, as a person would, card by card."""
    given = dict(changed or {})
    while asked := triage.open_questions(visit.answers, visit.content, Stage.NOW) or (
        triage.open_questions(visit.answers, visit.content, Stage.FULL)
    ):
        answers = {one.id: given.get(one.id, calm_answer(one)) for one in asked}
        visit.answer(AnswersFor.SCREEN, answers, form_id=uuid4())


@pytest.fixture
def visit(owner: OwnerRecord) -> Visit:
    return visit_now()


# --- what is known ---------------------------------------------------------------------------


def test_a_new_person_may_see_the_emergency_card_alone(visit: Visit) -> None:
    assert visit.standing == Lapsed(
        reason=LapseReason.NEVER_SCREENED, permits=frozenset({Permit.EMERGENCY_CARD})
    )
    assert visit.permits == {Permit.EMERGENCY_CARD}


def test_calm_answers_open_everything(visit: Visit) -> None:
    tell_all(visit)
    assert isinstance(visit.standing, Clearance)
    assert visit.permits == frozenset(Permit)
    assert isinstance(visit_now().standing, Clearance), "another request finds the same"


def test_a_danger_sign_closes_at_once(visit: Visit) -> None:
    tell_all(visit)
    numb = Answer(value=AnswerValue.YES, onset=Onset.NEW)
    visit.answer(AnswersFor.LEG_NOTE, {"saddle-numbness": numb}, form_id=uuid4())
    assert isinstance(visit.standing, Clearance)
    assert visit.standing.urgency is Urgency.U0 or visit.standing.urgency is Urgency.U1
    assert visit.permits == {Permit.EMERGENCY_CARD}


def test_a_clearance_is_over_after_a_day(visit: Visit, hands: Any) -> None:
    tell_all(visit)
    hands.go_on(hours=24)
    later = visit_now()
    assert later.standing == Lapsed(
        reason=LapseReason.TOO_OLD, permits=frozenset({Permit.EMERGENCY_CARD})
    )


def test_wrong_answers_are_refused_whole(visit: Visit) -> None:
    with pytest.raises(AnswersError) as caught:
        visit.answer(
            AnswersFor.SCREEN,
            {"age-years": Answer(number=400), "no-such-question": NO},
            form_id=uuid4(),
        )
    assert len(caught.value.problems) == 2
    assert visit.entries == ()


def test_the_same_card_sent_twice_is_one_decision(visit: Visit) -> None:
    form_id = uuid4()
    for _ in range(2):
        visit_now().answer(AnswersFor.SCREEN, {"age-years": Answer(number=40)}, form_id=form_id)
    kinds = [entry.kind for entry in visit_now().history]
    assert kinds == [EntryKind.ANSWERS, EntryKind.DECISION]


def test_a_decision_does_not_rest_on_yesterdays_no(visit: Visit, hands: Any) -> None:
    tell_all(visit)
    hands.go_on(hours=25)
    later = visit_now()
    weight = later.answers.by_question["weight-kg"].number
    later.answer(
        AnswersFor.ABOUT_YOU, {"weight-kg": Answer(number=(weight or 0) + 1)}, form_id=uuid4()
    )
    assert not isinstance(later.standing, Clearance)
    made = [entry.payload for entry in later.entries if entry.kind is EntryKind.DECISION][-1]
    assert isinstance(made, DecisionMade)
    assert "saddle-numbness" in made.decision.to_ask


def test_feeling_drowsy_leaves_positions_until_it_is_asked_again(visit: Visit, hands: Any) -> None:
    tell_all(visit)
    drowsy = MomentAsked(**{**CLEAR, "drowsy": AnswerValue.NOT_SURE})
    visit.record(Draft(payload=drowsy))
    assert visit.permits == {Permit.EMERGENCY_CARD, Permit.POSITION}
    visit.record(Draft(payload=MomentAsked(**CLEAR)))
    assert visit.permits == frozenset(Permit)
    visit.record(Draft(payload=drowsy))
    hands.go_on(minutes=31)
    assert visit_now().permits == frozenset(Permit), "then the gate before a session asks again"


def test_the_region_is_the_chosen_one_then_the_clocks_then_the_one_that_knows_nothing(
    owner: OwnerRecord, hands: Any
) -> None:
    with clock.clock_set(hands, ZoneInfo("Europe/London")):
        assert visit_now().region.id == "uk"
        owner.keep_preferences(Preferences(region="us"))
        assert visit_now().region.id == "us"
        owner.keep_preferences(Preferences(region="gone"))
        assert visit_now().region.id == "uk"
    with clock.clock_set(hands, ZoneInfo("Asia/Kathmandu")):
        assert visit_now().region.id == "other"


def test_an_entry_keeps_the_wall_clock_of_its_moment(owner: OwnerRecord, hands: Any) -> None:
    with clock.clock_set(hands, ZoneInfo("Asia/Kathmandu")):
        [entry] = visit_now().record(Draft(payload=MomentAsked(**CLEAR)))
    assert (entry.utc_offset_min, entry.zone) == (345, "Asia/Kathmandu")


# --- the lock --------------------------------------------------------------------------------


@needs(Permit.EXERCISE, Permit.POSITION)
def exercise_page(request: VisitRequest) -> HttpResponse:
    return HttpResponse("the exercise itself")


def ask(visit: Visit) -> HttpResponse:
    request = RequestFactory().get("/")
    request.visit = visit  # type: ignore[attr-defined]  # the middleware sets it
    return exercise_page(request)  # type: ignore[arg-type]  # it is a visit's request now


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_a_locked_page_does_not_run_and_says_why(visit: Visit) -> None:
    answer = ask(visit)
    assert answer.status_code == 403
    assert "the exercise itself" not in words(answer)
    assert visit.content.phrases["lapsed-never-screened"].text in words(answer)
    assert 'href="/screen/"' in words(answer)


def test_an_open_page_runs(visit: Visit) -> None:
    tell_all(visit)
    assert words(ask(visit)) == "the exercise itself"


@pytest.mark.parametrize("reason", list(LapseReason))
def test_each_lapse_has_its_words(visit: Visit, reason: LapseReason) -> None:
    visit.__dict__["standing"] = Lapsed(reason=reason, permits=frozenset({Permit.EMERGENCY_CARD}))
    page = locked_page(visit)
    assert page.why == (visit.content.phrases[f"lapsed-{reason.value}"].text,)
    assert page.opens is not None
    assert [way.url for way in page.allowed] == ["/emergency/"]


def sign_of(urgency: Urgency, content: Content) -> tuple[str, Answer]:
    """A question whose yes alone makes a rule of this level fire."""
    for question in content.questions.values():
        if question.kind is not QuestionKind.YES_NO or not question.is_sign:
            continue
        onset = Onset.NEW if question.asks_onset else None
        yes = Answer(value=AnswerValue.YES, onset=onset)
        if fires(question, yes, content) is urgency:
            return question.id, yes
    raise AssertionError(f"no single sign leads to {urgency}")


def fires(question: Question, yes: Answer, content: Content) -> Urgency | None:
    calm = {one.id: calm_answer(one) for one in content.questions.values()}
    answers = Answers(by_question={**calm, question.id: yes})
    decision = triage.decide(answers, content, datetime(2026, 11, 22, tzinfo=UTC))
    return None if decision.routes - {"ordinary"} else decision.urgency


@pytest.mark.parametrize(
    ("urgency", "url"),
    [(Urgency.U0, "/urgent/"), (Urgency.U1, "/urgent/"), (Urgency.U2, "/clinician/")],
)
def test_a_danger_sign_is_named_with_what_to_do(visit: Visit, urgency: Urgency, url: str) -> None:
    question_id, yes = sign_of(urgency, visit.content)
    tell_all(visit, {question_id: yes})
    page = locked_page(visit)
    assert page.why
    assert page.opens is not None
    assert page.opens.url == url
    assert ask(visit).status_code == 403


def test_under_sixteen_nothing_is_offered_to_open_it(visit: Visit) -> None:
    tell_all(visit, {"age-years": Answer(number=15)})
    page = locked_page(visit)
    assert visit.content.phrases["locked-under-16"].text in page.why
    assert page.opens is None


def test_thoughts_of_self_harm_lead_to_somebody_to_talk_to(visit: Visit) -> None:
    tell_all(visit, {"self-harm-thoughts": Answer(value=AnswerValue.YES)})
    page = locked_page(visit)
    assert page.opens is not None
    assert page.opens.url == "/urgent/talk/"


def test_not_being_clear_headed_is_said_as_such(visit: Visit) -> None:
    tell_all(visit)
    visit.record(Draft(payload=MomentAsked(**{**CLEAR, "faint": AnswerValue.YES})))
    page = locked_page(visit)
    assert page.why == (visit.content.phrases["gate-moment-not-clear"].text,)
