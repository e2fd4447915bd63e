"""A person who answered everything and may move, and the way into a session."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from loosen import triage
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswerValue,
    Content,
    Entry,
    Onset,
    Question,
    QuestionKind,
    Stage,
)
from loosen.web.records import store
from loosen.web.records.models import OwnerRecord
from loosen.web.records.store import Draft
from loosen.web.session import place
from loosen.web.session.forms import ALL_CLEAR
from loosen.web.site import clock
from loosen.web.site.visit import Visit

CHOICES = {
    "sex": "male",
    "company": "alone",
    "can-do-now": "walk",
    "what-eases": "not-sure",
}
NUMBERS = {"age-years": 44.0, "weight-kg": 80.0}


def well_answer(question: Question) -> Answer:
    """The answer of somebody without any sign, with everything to hand."""
    match question.kind:
        case QuestionKind.NUMBER:
            return Answer(number=NUMBERS[question.id])
        case QuestionKind.CHOICE:
            return Answer(choice=CHOICES[question.id])
        case QuestionKind.YES_NO:
            has = question.id.startswith("have-")
            return Answer(value=AnswerValue.YES if has else AnswerValue.NO)


def answer_all(visit: Visit, content: Content) -> None:
    """Answers whatever is asked of this person, card by card."""
    answers = Answers(by_question={})
    for stage in (Stage.NOW, Stage.FULL):
        while still_open := triage.open_questions(answers, content, stage):
            answers = answers.with_answers({one.id: well_answer(one) for one in still_open})
    visit.answer(AnswersFor.SCREEN, answers.by_question, form_id=uuid4())


def some_sign(content: Content) -> dict[str, Answer]:
    """A yes to the first question of the short set."""
    [one, *_] = triage.short_set(content)
    return {one.id: Answer(value=AnswerValue.YES, onset=Onset.NEW if one.asks_onset else None)}


def fresh_visit() -> Visit:
    return Visit(clock.moment())


@pytest.fixture
def cleared(visitor: Client, owner: OwnerRecord, content: Content) -> Client:
    """Screened just now, without any sign; the gate has still to ask about the moment."""
    answer_all(fresh_visit(), content)
    return visitor


@pytest.fixture
def ready(cleared: Client) -> Client:
    """The same, wide awake and sober."""
    fresh_visit().record(Draft(payload=ALL_CLEAR))
    return cleared


@pytest.fixture
def begin(ready: Client) -> Callable[..., str]:
    """Begins a session and gives its address."""

    def begun(pain: str = "5") -> str:
        answer = ready.post("/session/start/", {"form_id": str(uuid4()), "pain": pain})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    return begun


@pytest.fixture
def entries(owner: OwnerRecord) -> Callable[[], tuple[Entry, ...]]:
    """Everything recorded so far."""
    return lambda: store.entries_of(owner)


def session_of(url: str) -> place.Place:
    """The session of an address, as its entries tell it."""
    found = place.place_of(fresh_visit(), UUID(url.split("/")[2]))
    assert found is not None
    return found


def press(client: Client, url: str, do: str, **more: str) -> str:
    """Presses a button of the page that is open now; gives where it leads."""
    at = session_of(url)
    index = at.state.outcomes[-1].step_index if at.asks_pain else at.state.step_index
    posted = {"do": do, "step": str(index), "turn": str(at.turn), **more}
    return str(client.post(url, posted)["Location"])


def finish(client: Client, url: str, *, pain: str = "4") -> None:
    """Does every step that is left, telling the same pain after each."""
    while not session_of(url).is_over:
        press(client, url, "done", pain=pain, asked="1")
