"""Every address, fetched and posted in every state, gives nothing that the state does not permit.

The addresses come from the resolver, so a new page is covered the day it is added; a new kind
of argument fails here until it is given samples.
"""

import html
import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from loosen import triage
from loosen.triage.permits import RESTING
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswerValue,
    Content,
    EntryKind,
    MomentAsked,
    Onset,
    Permit,
    QuestionKind,
    RemedyUsed,
    SessionStarted,
    Skin,
    Stage,
)
from loosen.web.records.store import Draft
from loosen.web.session.beginning import plan_now
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from .addresses import COLD_ID, HEAT_ID, SESSION_ID, addresses

YES = Answer(value=AnswerValue.YES)
NEW = Answer(value=AnswerValue.YES, onset=Onset.NEW)
NO = AnswerValue.NO
CHOICES = {"sex": "female", "company": "alone", "can-do-now": "walk", "what-eases": "neither"}
TO_HAND = {"have-heat", "have-cold", "have-mat", "have-chair", "have-bed", "have-pillow"}
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
GUARDED = {
    EntryKind.SESSION_STARTED: Permit.EXERCISE,
    EntryKind.STEP_ENDED: Permit.EXERCISE,
    EntryKind.WALK: Permit.EXERCISE,
    EntryKind.POSITION: Permit.POSITION,
}


def now() -> Visit:
    return Visit(clock.moment())


def usual_answers(content: Content, stages: tuple[Stage, ...], **yes: Answer) -> dict[str, Answer]:
    """A clear answer to every question that is asked, but for those named."""
    given: dict[str, Answer] = {key.replace("_", "-"): one for key, one in yes.items()}
    while True:
        still_open = [
            question
            for stage in stages
            for question in triage.open_questions(Answers(by_question=given), content, stage)
        ]
        if not still_open:
            return given
        given |= {question.id: usual(question.id, question.kind) for question in still_open}


def usual(question_id: str, kind: QuestionKind) -> Answer:
    match kind:
        case QuestionKind.NUMBER:
            return Answer(number=40.0 if question_id == "age-years" else 70.0)
        case QuestionKind.CHOICE:
            return Answer(choice=CHOICES[question_id])
        case QuestionKind.YES_NO:
            return YES if question_id in TO_HAND else Answer(value=NO)


def screened(content: Content, *stages: Stage, **yes: Answer) -> None:
    """A person who answered these stages just now."""
    given = usual_answers(content, stages or tuple(Stage), **yes)
    now().answer(AnswersFor.SCREEN, given, form_id=uuid4())


# --- the states ------------------------------------------------------------------------------


def nothing(_content: Content) -> None:
    """Nobody asked yet."""


def clear(**yes: Answer) -> Callable[[Content], None]:
    """The whole screen, with these answers among it."""
    return lambda content: screened(content, **yes)


def first_cards(**yes: Answer) -> Callable[[Content], None]:
    """The cards of minute one alone."""
    return lambda content: screened(content, Stage.NOW, **yes)


def drowsy(content: Content) -> None:
    screened(content)
    told = dict.fromkeys(("drinking", "sedating_medicine", "faint", "unwell"), NO)
    now().record(Draft(payload=MomentAsked(drowsy=AnswerValue.YES, **told)))


def tapped(card_id: str) -> Callable[[Content], None]:
    """The whole screen, then a yes on a card, and not to which of its questions."""

    def taps(content: Content) -> None:
        screened(content)
        of_card = [one.id for one in content.questions.values() if one.card == card_id]
        now().tap(AnswersFor.RESCREEN, of_card, AnswerValue.YES, form_id=uuid4())

    return taps


STATES: dict[str, Callable[[Content], None]] = {
    "never-screened": nothing,
    "first-cards-only": first_cards(),
    "U0": clear(chest_pain=YES),
    "U1": clear(saddle_numbness=NEW),
    "U1-before-all-is-answered": first_cards(saddle_numbness=NEW),
    "U2": clear(fever=YES),
    "U3": clear(leg_symptoms_one_side=YES),
    "U4": clear(),
    "under-16": clear(age_years=Answer(number=15.0)),
    "self-harm": clear(self_harm_thoughts=YES),
    "fracture-possible": clear(serious_accident=YES),
    "drowsy": drowsy,
    "yes-tapped-in-minute-one": tapped("legs"),
    "yes-tapped-later": tapped("body-signs"),
    "about-you-changed": clear(),
    "a-day-later": clear(),
    "clock-went-back": clear(),
}
EXPECTED: dict[str, frozenset[Permit]] = {
    "never-screened": frozenset({Permit.EMERGENCY_CARD}),
    "U0": frozenset({Permit.EMERGENCY_CARD}),
    "U1": frozenset({Permit.EMERGENCY_CARD}),
    "under-16": frozenset({Permit.EMERGENCY_CARD}),
    "self-harm": frozenset({Permit.EMERGENCY_CARD}),
    "fracture-possible": frozenset({Permit.EMERGENCY_CARD}),
    "drowsy": frozenset({Permit.EMERGENCY_CARD, Permit.POSITION}),
    "yes-tapped-in-minute-one": frozenset({Permit.EMERGENCY_CARD}),
    "yes-tapped-later": RESTING,
    "a-day-later": frozenset({Permit.EMERGENCY_CARD}),
    "about-you-changed": frozenset({Permit.EMERGENCY_CARD}),
    "clock-went-back": frozenset({Permit.EMERGENCY_CARD}),
    "U4": frozenset(Permit),
}


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, visitor: Client, content: Content, hands) -> str:
    """The person is in this state, and was in a session and in a heat before it."""
    name = str(request.param)
    if name != "never-screened":
        begin_things(content)
    hands.go_on(days=2)
    STATES[name](content)
    if name == "a-day-later":
        hands.go_on(hours=24)
    if name == "clock-went-back":
        hands.go_on(hours=-1)
    if name == "about-you-changed":
        hands.go_on(hours=2)
        now().answer(AnswersFor.ABOUT_YOU, {"weight-kg": Answer(number=71.0)}, form_id=uuid4())
    return name


def begin_things(content: Content) -> None:
    """Two days before: a session left open and a heat that nobody ended."""
    screened(content)
    visit = now()
    plan = plan_now(visit)
    visit.record(
        Draft(payload=SessionStarted(session_id=SESSION_ID, plan=plan, pain_0_10=4)),
        Draft(payload=used("heat", visit), id=HEAT_ID),
        Draft(payload=used("cold", visit), id=COLD_ID),
    )


def used(remedy_id: str, visit: Visit) -> RemedyUsed:
    at = {"started_at": visit.now, "ended_at": visit.now}
    return RemedyUsed(remedy_id=remedy_id, skin=Skin.NOT_LOOKED, felt_better=None, **at)


def marks(content: Content) -> dict[Permit, set[str]]:
    """Sentences that teach how; each must stay off a page unless its permit is open."""
    taught: dict[Permit, list[str]] = {
        Permit.EXERCISE: [
            step.text for one in content.exercises.values() for step in (*one.into, *one.moves)
        ],
        Permit.POSITION: [
            step.text for one in content.positions.values() for step in (*one.into, *one.out)
        ],
        Permit.TRANSFER: [step.text for one in content.transfers.values() for step in one.steps],
    }
    for one in content.remedies.values():
        steps = [step.text for step in (*one.before, *one.steps)]
        taught.setdefault(one.permit, []).extend(steps)
    return {permit: only_there(permit, taught) for permit in taught}


def only_there(permit: Permit, taught: dict[Permit, list[str]]) -> set[str]:
    """Long enough to be a sentence, and taught under this permit alone."""
    elsewhere = {text for other, texts in taught.items() if other is not permit for text in texts}
    return {text for text in taught[permit] if len(text) > 20 and text not in elsewhere}


# --- the proofs ------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_no_address_teaches_what_is_closed(state: str, visitor: Client, content: Content) -> None:
    permits = now().permits
    assert permits == EXPECTED.get(state, permits)
    closed = [(permit, text) for permit, texts in marks(content).items() for text in texts]
    closed = [(permit, text) for permit, text in closed if permit not in permits]
    found = []
    for url in addresses(content):
        response = visitor.get(url)
        assert response.status_code < 500, url
        shown = html.unescape(response.content.decode())
        found += [(url, permit.value, text) for permit, text in closed if text in shown]
    assert found == []


@pytest.mark.django_db(transaction=True)
def test_no_form_of_an_older_page_records_what_is_closed(
    state: str, visitor: Client, content: Content
) -> None:
    """A restored tab or the back button brings back an open page; its form is refused."""
    permits = now().permits
    for url in addresses(content):
        if url.startswith(("/screen/", "/about/", "/data/", "/clinician/")):
            continue  # answering and correcting is always open, and may change the state
        before = now().history
        response = visitor.post(url, OLD_FORM | {"form_id": str(uuid4())})
        assert response.status_code < 500, url
        added = now().history[len(before) :]
        kinds = {entry.kind for entry in added}
        assert {GUARDED[kind] for kind in kinds & GUARDED.keys()} <= permits, url
        assert not begun_remedies(added, content) - permits, url


OLD_FORM = {"did": "keep", "pain": "3", "minutes": "5", "change": "same", "do": "ban"}
OLD_FORM |= {"saw_clinician": "yes", "settling": "yes", "helped": "yes", "back": "no"}


def begun_remedies(added: tuple, content: Content) -> set[Permit]:
    """The permits of the remedies that these entries began (ending one is always allowed)."""
    return {
        content.remedies[entry.payload.remedy_id].permit
        for entry in added
        if isinstance(entry.payload, RemedyUsed) and entry.supersedes is None
    }


@pytest.mark.django_db(transaction=True)
def test_the_marks_are_on_the_open_pages(visitor: Client, content: Content, hands) -> None:
    """The proof would notice: with everything open each kind of sentence is really shown."""
    screened(content)
    shown = {url: html.unescape(visitor.get(url).content.decode()) for url in addresses(content)}
    for permit in (Permit.EXERCISE, Permit.POSITION, Permit.TRANSFER, Permit.BREATHING):
        assert any(text in page for text in marks(content)[permit] for page in shown.values())
