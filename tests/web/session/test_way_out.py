"""Nothing goes on past a sign, and the way out is never closed."""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from loosen import triage
from loosen.vocabulary import (
    Answer,
    AnswersFor,
    AnswerValue,
    Entry,
    LegChange,
    RemedyUsed,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    Skin,
    StepEnded,
    StepKind,
    StepOutcome,
    StopKind,
)
from loosen.web.records.store import Draft

from ..conftest import Clock
from .conftest import fresh_visit, press, session_of

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]
START = "/session/start/"
SHARP = {"pain": "8", "kind": StopKind.SHARP.value}
NONE = {"say": "none"}
YES = Answer(value=AnswerValue.YES)


def to_an_exercise(client: Client, url: str) -> None:
    while (step := session_of(url).step) is not None and step.kind is not StepKind.EXERCISE:
        press(client, url, "skip")


def outcomes(entries: Entries) -> list[StepOutcome]:
    return [one.payload.outcome for one in entries() if isinstance(one.payload, StepEnded)]


def told(client: Client, question_id: str) -> None:
    fresh_visit().answer(AnswersFor.ABOUT_YOU, {question_id: YES}, form_id=uuid4())


def test_stop_on_the_question_after_a_step_stops_and_does_not_go_on(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    to_an_exercise(ready, url)
    press(ready, url, "done")
    assert session_of(url).asks_pain
    assert press(ready, url, "stop") == f"{url}stop/"
    assert outcomes(entries)[-1] is StepOutcome.STOPPED
    assert ready.get(url)["Location"] == f"{url}stop/"


def test_stop_in_a_tab_that_is_behind_still_stops(ready: Client, begin: Begin) -> None:
    url = begin()
    press(ready, url, "skip")
    answer = ready.post(url, {"do": "stop", "step": "0", "turn": "0"})
    assert answer["Location"] == f"{url}stop/"
    assert session_of(url).is_stopping


def test_stop_works_when_the_day_of_the_check_runs_out_in_mid_session(
    ready: Client, begin: Begin, hands: Clock
) -> None:
    hands.go_on(hours=23, minutes=50)
    ready.post(START, {**NONE, "form_id": str(uuid4())})
    ready.post("/session/start/moment/", {**NONE, "form_id": str(uuid4())})
    url = begin()
    hands.go_on(minutes=11)
    assert ready.get(url).status_code == 403
    answer = ready.post(url, {"do": "stop", "step": "0", "turn": "0"})
    assert answer["Location"] == f"{url}stop/"


def test_who_leaves_after_a_stop_is_asked_the_signs_before_the_next_session(
    ready: Client, begin: Begin
) -> None:
    url = begin()
    press(ready, url, "stop")
    ready.post(f"{url}stop/", SHARP)
    assert ready.get(START)["Location"] == f"{url}stop/"
    assert ready.get(f"{url}after/")["Location"] == f"{url}stop/"
    ready.post(f"{url}stop/", {**NONE, "form_id": str(uuid4())})
    assert ready.get(f"{url}after/").status_code == 200
    assert ready.get(START).status_code == 200


def test_a_check_half_an_hour_later_does_not_ask_the_signs_of_the_stop_again(
    ready: Client, begin: Begin, hands: Clock
) -> None:
    url = begin()
    press(ready, url, "stop")
    ready.post(f"{url}stop/", SHARP)
    ready.post(f"{url}stop/", {**NONE, "form_id": str(uuid4())})
    hands.go_on(minutes=40)
    ready.post(f"{url}later/", {"pain": "5"})
    assert ready.get(f"{url}after/").status_code == 200


def test_new_leg_symptoms_call_for_the_short_set_even_if_it_was_just_asked(
    ready: Client, hands: Clock
) -> None:
    hands.go_on(minutes=1)
    ready.post("/today/legs/", {"change": LegChange.NEW.value, "form_id": str(uuid4())})
    closed = ready.get(START)
    assert closed["Location"] == "/screen/"
    visit = fresh_visit()
    asked = {question.id for question in triage.short_set(visit.content)}
    assert visit.still_to_say.by_question.keys() == asked - set()


def test_legs_that_are_quiet_ask_nothing_more(ready: Client, hands: Clock) -> None:
    hands.go_on(minutes=1)
    ready.post("/today/legs/", {"change": LegChange.MOVING_UP.value, "form_id": str(uuid4())})
    assert "Start the session" in ready.get(START).content.decode()


def test_a_session_is_not_led_on_past_a_condition_that_was_told_meanwhile(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    to_an_exercise(ready, url)
    at = session_of(url)
    told(ready, "recent-vertebral-fracture")
    assert session_of(url).is_outdated
    page = ready.get(url)
    assert "Let us start anew" in page.content.decode()
    assert "You changed a fact about you" in page.content.decode()
    posted = {"do": "done", "step": str(at.state.step_index), "turn": str(at.turn)}
    before = len(entries())
    assert "Let us start anew" in ready.post(url, posted).content.decode()
    assert len(entries()) == before
    assert ready.get(START).status_code == 200


def test_a_sign_told_meanwhile_leaves_an_old_form_of_the_exercise_unrecorded(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    to_an_exercise(ready, url)
    at = session_of(url)
    told(ready, "fever")
    posted = {"do": "done", "step": str(at.state.step_index), "turn": str(at.turn), "asked": "1"}
    before = len(entries())
    assert ready.post(url, {**posted, "pain": "3"}).status_code == 403
    assert len(entries()) == before


def test_cold_taken_in_mid_session_holds_the_exercise_until_the_feeling_is_back(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    to_an_exercise(ready, url)
    visit = fresh_visit()
    cold = {"remedy_id": "cold", "started_at": visit.now, "ended_at": visit.now}
    used = RemedyUsed(skin=Skin.NOT_LOOKED, felt_better=None, **cold)
    [entry] = visit.record(Draft(payload=used))
    assert ready.get(url)["Location"] == f"/cold/after/{entry.id}/"
    before = len(entries())
    press(ready, url, "done")
    assert len(entries()) == before


def test_after_a_stop_a_sign_for_today_takes_walks_and_sessions_off_what_comes_later(
    ready: Client, begin: Begin
) -> None:
    url = begin(pain="8")
    later = [point.title for point in session_of(url).plan.checkpoints]
    walk = fresh_visit().content.phrases["later-walk"].text
    assert walk in later
    press(ready, url, "end")
    ready.post(f"{url}after/", {"pain": "8"})
    assert walk in ready.get(f"{url}after/").content.decode()
    told(ready, "fever")
    assert walk not in ready.get(f"{url}after/").content.decode()


def test_a_session_that_began_later_elsewhere_does_not_hide_a_stop_whose_signs_were_not_asked(
    ready: Client, begin: Begin, hands: Clock
) -> None:
    url = begin()
    press(ready, url, "stop")
    ready.post(f"{url}stop/", SHARP)
    hands.go_on(minutes=1)
    other = SessionStarted(session_id=uuid4(), plan=session_of(url).plan, pain_0_10=3)
    ended = SessionEnded(session_id=other.session_id, how=SessionEnd.COMPLETED)
    fresh_visit().record(Draft(payload=other), Draft(payload=ended))
    assert ready.get(START)["Location"] == f"{url}stop/"
