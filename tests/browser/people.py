"""Example people for pictures and stories, put into the store at the clock of the pages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

from loosen import triage
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    AnswersFor,
    AnswerValue,
    FunctionMeasure,
    FunctionTold,
    LegChange,
    LegsNoted,
    Onset,
    PainFelt,
    PainWhen,
    PlacePain,
    PositionTried,
    Question,
    QuestionKind,
    RemedyUsed,
    Sat,
    Scored,
    SessionEnd,
    Skin,
    SkinAsked,
    Slept,
    Stage,
    StepOutcome,
    StopKind,
    Trigger,
    TriggerMet,
    Walked,
)
from loosen.web.medicines.told import of_product
from loosen.web.records.store import Draft
from loosen.web.session import beginning, drafts
from loosen.web.session.forms import ALL_CLEAR
from loosen.web.session.place import Place, place_of
from loosen.web.session.step_page import guide_of
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from .server import Hands

SPACE = UUID("6b1d2f44-52a4-4c1b-9c2e-1c6f1d0c7a11")
NUMBERS = {"age-years": 44.0, "weight-kg": 78.0}
CHOICES = {
    "sex": "female",
    "company": "alone",
    "can-do-now": "walk",
    "what-eases": "bending-forward",
}
YES = Answer(value=AnswerValue.YES)
NEW = Answer(value=AnswerValue.YES, onset=Onset.NEW)
Said = Mapping[str, Answer]


def visit() -> Visit:
    """The person as the pages see them now."""
    return Visit(clock.moment())


def answered(question: Question, said: Said) -> Answer:
    """What was said of it; else the answer of somebody without any sign."""
    if question.id in said:
        return said[question.id]
    match question.kind:
        case QuestionKind.NUMBER:
            return Answer(number=NUMBERS[question.id])
        case QuestionKind.CHOICE:
            return Answer(choice=CHOICES[question.id])
        case QuestionKind.YES_NO:
            has = question.id.startswith("have-")
            return YES if has else Answer(value=AnswerValue.NO)


def screened(said: Said | None = None, *, only_now: bool = False) -> None:
    """Every question of both stages answered, or of minute one alone."""
    here = visit()
    answers = NO_ANSWERS
    for stage in (Stage.NOW,) if only_now else (Stage.NOW, Stage.FULL):
        while still_open := triage.open_questions(answers, here.content, stage):
            given = {one.id: answered(one, said or {}) for one in still_open}
            answers = answers.with_answers(given)
    here.answer(AnswersFor.SCREEN, answers.by_question, form_id=uuid5(SPACE, str(here.now)))


def took(product_id: str, units: float, *, hours_ago: float) -> None:
    """A dose, told late."""
    here = visit()
    dose = of_product(here.content.products[product_id], units)
    here.record(Draft(payload=dose, happened_at=here.now - timedelta(hours=hours_ago)))


def suits() -> None:
    """The questions on medicines, each answered with no, in the United Kingdom."""
    here = visit()
    here.owner.keep_preferences(replace(here.preferences, region="uk"))
    questions = triage.medicine_questions(here.answers, here.content)
    given = {one.id: answered(one, {}) for one in questions}
    visit().answer(AnswersFor.RESCREEN, given, form_id=uuid5(SPACE, f"suits {here.now}"))


def awake() -> None:
    """Wide awake and sober, as told at this moment."""
    visit().record(Draft(payload=ALL_CLEAR))


def whole_skin() -> None:
    """Skin that is whole, feels normal and has nothing on it, as told at this moment."""
    no = AnswerValue.NO
    visit().record(Draft(payload=SkinAsked(broken_or_numb=no, patch_or_rub=no)))


def begun(pain: int | None) -> str:
    """A session begun now; its id."""
    here = visit()
    return str(beginning.begin(here, uuid5(SPACE, f"form {here.now}"), pain))


def on_the_clock(pain: int | None) -> str:
    """A session at its first step that is not read line by line; those before it are skipped."""
    session_id = begun(pain)
    while (step := at(session_id).step) is not None:
        if not guide_of(visit().content.item(step.item_id)).is_by_lines:
            break
        visit().record(drafts.step_ended(at(session_id), step, StepOutcome.SKIPPED))
    return session_id


def at(session_id: str) -> Place:
    """Where the session stands."""
    found = place_of(visit(), UUID(session_id))
    assert found is not None
    return found


def does(session_id: str, pain: int | None, *, steps: int) -> None:
    """The next steps, each done, with the same pain told after it."""
    for _ in range(steps):
        place = at(session_id)
        if place.step is None:
            return
        step = place.step
        visit().record(
            drafts.step_ended(place, step, StepOutcome.DONE),
            drafts.pain_at_step(place, step.index, place.turn, pain),
        )


def ends(session_id: str, pain: int | None) -> None:
    """The session at its end, with the pain after it."""
    place = at(session_id)
    visit().record(
        drafts.ended(place, SessionEnd.COMPLETED),
        drafts.pain_after(place.session_id, pain, PainWhen.AFTER_SESSION),
    )


def presses_stop(session_id: str) -> None:
    """Stop, it hurts: pressed, and nothing told yet."""
    place = at(session_id)
    assert place.step is not None
    visit().record(drafts.step_ended(place, place.step, StepOutcome.STOPPED))


def tells_stop(session_id: str, pain: int, kind: StopKind) -> None:
    """What kind of pain it was."""
    visit().record(*drafts.stopped(at(session_id), pain, kind))


# --- a week ----------------------------------------------------------------------------------


BEFORE_AND_AFTER = ((8, 7), (7, 6), (6, 5), (6, 4), (5, 4), (4, 3))


def a_week(hands: Hands) -> None:
    """Six days of sessions with the pain going down, warmth, walks and positions."""
    now = hands.at
    for day, (before, after) in enumerate(BEFORE_AND_AFTER):
        hands.at = now - timedelta(days=len(BEFORE_AND_AFTER) - day, hours=2)
        screened()
        awake()
        session_id = begun(before)
        hands.at += timedelta(minutes=1)
        does(session_id, before, steps=20)
        hands.at += timedelta(minutes=20)
        ends(session_id, after)
        _rest_of_the_day(hands, after)
    hands.at = now
    screened()
    awake()


def _rest_of_the_day(hands: Hands, pain: int) -> None:
    hands.at += timedelta(minutes=40)
    began = hands.at - timedelta(minutes=16)
    warmth = RemedyUsed(
        remedy_id="heat", started_at=began, ended_at=hands.at, skin=Skin.PINK, felt_better=True
    )
    visit().record(
        Draft(payload=warmth),
        Draft(payload=Walked(minutes=6)),
        Draft(payload=PositionTried(position_id="calves-on-chair", helped=True, kept=True)),
        Draft(payload=PainFelt(pain_0_10=pain, occasion=PainWhen.CHECK_IN)),
    )


Seed = Callable[[Hands], str]


def notes(hands: Hands) -> None:
    """Some of what the diary takes, over two days."""
    pain = PainFelt(
        pain_0_10=4,
        occasion=PainWhen.DIARY,
        places=(
            PlacePain(place_id="low-back-left", pain_0_10=5),
            PlacePain(place_id="buttock-left", pain_0_10=2),
        ),
        worst_24h_0_10=6,
        average_24h_0_10=3,
    )
    visit().record(Draft(payload=pain), Draft(payload=Slept(hours=6.5, woken=2)))
    hands.go_on(hours=5)
    visit().record(
        Draft(payload=Sat(minutes=90)),
        Draft(payload=TriggerMet(trigger=Trigger.LONG_SITTING)),
        Draft(payload=LegsNoted(change=LegChange.NONE)),
    )
    hands.go_on(hours=12)
    told = FunctionTold(
        measure=FunctionMeasure.PSFS,
        scores=(Scored(item="Put on socks", score=3), Scored(item="Sit at my desk", score=5)),
    )
    eased = replace(pain, pain_0_10=3, worst_24h_0_10=5, average_24h_0_10=3)
    visit().record(Draft(payload=told), Draft(payload=eased), Draft(payload=Slept(hours=7)))
