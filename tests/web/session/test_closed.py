"""A session that closes under a person: out of the position first, then why; never on."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.html import escape

from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Content,
    Lapsed,
    LapseReason,
    Onset,
    Permit,
    StepKind,
    StopKind,
)
from loosen.web.records.store import Draft
from loosen.web.site import visit as visits

from ..conftest import Clock
from .conftest import fresh_visit, press, session_of

Begin = Callable[..., str]
LAPSES = (
    LapseReason.TOO_OLD,
    LapseReason.CLOCK_WENT_BACK,
    LapseReason.ABOUT_YOU_CHANGED,
    LapseReason.CONTENT_CHANGED,
)
SHARP = {"pain": "8", "kind": StopKind.SHARP.value}


def in_an_exercise(client: Client, url: str) -> str:
    """Goes to the first exercise; its id."""
    while (step := session_of(url).step) is not None and step.kind is not StepKind.EXERCISE:
        press(client, url, "skip")
    assert step is not None
    return step.item_id


@pytest.fixture
def lapse(hands: Clock, monkeypatch: pytest.MonkeyPatch, content: Content) -> Callable[..., None]:
    """Lets the clearance lapse for the named reason, with the session still on."""

    def lapses(reason: LapseReason) -> None:
        match reason:
            case LapseReason.TOO_OLD:
                hands.go_on(minutes=11)
            case LapseReason.CLOCK_WENT_BACK:
                hands.go_on(hours=-24)
            case LapseReason.ABOUT_YOU_CHANGED:
                fact = Answers(by_question={"weight-kg": Answer(number=95)})
                said = AnswersGiven(occasion=AnswersFor.ABOUT_YOU, answers=fact)
                fresh_visit().record(Draft(payload=said))
            case _:
                newer = replace(content, version="a newer version")
                monkeypatch.setattr(visits, "load_content", lambda: newer)
        standing = fresh_visit().standing
        assert isinstance(standing, Lapsed)
        assert standing.reason is reason

    return lapses


@pytest.fixture
def begin_late(ready: Client, begin: Begin, hands: Clock) -> Begin:
    """Begins ten minutes before the day of the check is over."""

    def begun() -> str:
        hands.go_on(hours=23, minutes=50)
        for url in ("/session/start/", "/session/start/moment/"):
            ready.post(url, {"say": "none", "form_id": str(uuid4())})
        return begin()

    return begun


def tells_the_way_out(page: str, content: Content, exercise_id: str) -> bool:
    return all(escape(line.text) in page for line in content.exercises[exercise_id].out)


@pytest.mark.parametrize("reason", LAPSES)
def test_stop_tells_the_way_out_of_this_position_whatever_has_lapsed(
    ready: Client,
    begin_late: Begin,
    content: Content,
    lapse: Callable[..., None],
    reason: LapseReason,
) -> None:
    url = begin_late()
    exercise_id = in_an_exercise(ready, url)
    lapse(reason)
    assert press(ready, url, "stop") == f"{url}stop/"
    assert tells_the_way_out(ready.get(f"{url}stop/").content.decode(), content, exercise_id)


@pytest.mark.parametrize("reason", LAPSES)
def test_after_a_lapse_a_stop_asks_all_and_leaves_exercise_closed(
    ready: Client, begin_late: Begin, lapse: Callable[..., None], reason: LapseReason
) -> None:
    url = begin_late()
    in_an_exercise(ready, url)
    lapse(reason)
    press(ready, url, "stop")
    assert "What kind of pain" in ready.get(f"{url}stop/").content.decode()
    ready.post(f"{url}stop/", SHARP)
    page = ready.get(f"{url}stop/").content.decode()
    assert all(word in page for word in ("Peeing", "Chest pain", "faint", "None of these"))
    answer = ready.post(f"{url}stop/", {"say": "none", "form_id": str(uuid4())})
    assert answer["Location"] == f"{url}after/"
    assert ready.get(f"{url}after/").status_code == 200
    assert Permit.EXERCISE not in fresh_visit().permits
    assert ready.get(url)["Location"] == f"{url}after/"


@pytest.mark.parametrize("reason", LAPSES)
def test_a_restored_tab_of_a_step_that_is_closed_now_tells_the_way_out_and_keeps_stop(
    ready: Client,
    begin_late: Begin,
    content: Content,
    lapse: Callable[..., None],
    reason: LapseReason,
) -> None:
    url = begin_late()
    exercise_id = in_an_exercise(ready, url)
    lapse(reason)
    answer = ready.get(url)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert tells_the_way_out(page, content, exercise_id)
    assert escape(content.phrases[f"lapsed-{reason.value}"].text) in page
    assert 'value="stop"' in page
    assert "Done - next" not in page
    assert not any(escape(one.text) in page for one in content.exercises[exercise_id].moves)


def test_a_sign_told_meanwhile_closes_the_exercise_and_tells_the_way_out(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    exercise_id = in_an_exercise(ready, url)
    yes = Answer(value=AnswerValue.YES)
    fresh_visit().answer(AnswersFor.ABOUT_YOU, {"fever": yes}, form_id=uuid4())
    answer = ready.get(url)
    assert answer.status_code == 403
    assert tells_the_way_out(answer.content.decode(), content, exercise_id)


def test_a_session_left_for_too_long_still_has_stop_and_tells_the_way_out_when_pressed(
    ready: Client, begin: Begin, content: Content, hands: Clock
) -> None:
    url = begin()
    exercise_id = in_an_exercise(ready, url)
    hands.go_on(minutes=31)
    page = ready.get(url).content.decode()
    assert not tells_the_way_out(page, content, exercise_id)
    assert 'value="stop"' in page
    press(ready, url, "stop")
    assert tells_the_way_out(ready.get(f"{url}stop/").content.decode(), content, exercise_id)


def test_a_session_that_a_new_fact_closes_tells_the_way_out(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    exercise_id = in_an_exercise(ready, url)
    yes = {"recent-vertebral-fracture": Answer(value=AnswerValue.YES)}
    fresh_visit().answer(AnswersFor.ABOUT_YOU, yes, form_id=uuid4())
    page = ready.get(url).content.decode()
    assert "Let us start anew" in page
    assert tells_the_way_out(page, content, exercise_id)


def test_a_closed_step_looked_at_again_tells_the_way_out_of_that_one(
    ready: Client, begin_late: Begin, content: Content, hands: Clock
) -> None:
    url = begin_late()
    exercise_id = in_an_exercise(ready, url)
    index = session_of(url).state.step_index
    while (step := session_of(url).step) is not None and step.kind is not StepKind.WALK:
        press(ready, url, "skip")
    hands.go_on(minutes=11)
    page = ready.get(f"{url}?step={index}").content.decode()
    assert tells_the_way_out(page, content, exercise_id)


def test_nothing_that_moves_is_told_where_help_is_urgent(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    exercise_id = in_an_exercise(ready, url)
    new = Answer(value=AnswerValue.YES, onset=Onset.NEW)
    fresh_visit().answer(AnswersFor.RESCREEN, {"bladder-change": new}, form_id=uuid4())
    answer = ready.get(url)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert not tells_the_way_out(page, content, exercise_id)
    assert "/urgent/" in page
    assert press(ready, url, "stop") == f"{url}stop/"
    assert ready.get(f"{url}stop/")["Location"] == "/urgent/"
