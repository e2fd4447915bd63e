"""Stop, it hurts: frozen, out of this position, what kind, the signs; never on by itself."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.html import escape

from loosen.plan import conditions_from
from loosen.vocabulary import (
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Content,
    Entry,
    Onset,
    PositionTried,
    SessionEnd,
    SessionStopped,
    StepKind,
    StopKind,
)
from loosen.web.records.store import Draft

from .conftest import fresh_visit, press, session_of

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]
SHARP = {"pain": "8", "kind": StopKind.SHARP.value}


def stop_in_exercise(client: Client, url: str) -> str:
    """Presses Stop at the first exercise; the exercise's id."""
    while (step := session_of(url).step) is not None and step.kind is not StepKind.EXERCISE:
        press(client, url, "skip")
    assert step is not None
    press(client, url, "stop")
    return step.item_id


def test_stop_tells_the_way_out_of_this_very_exercise(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    exercise = content.exercises[stop_in_exercise(ready, url)]
    page = ready.get(f"{url}stop/").content.decode()
    assert all(escape(line.text) in page for line in exercise.out)


def test_stop_in_a_change_of_place_tells_the_way_out_of_its_posture(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    step = session_of(url).step
    assert step is not None
    press(ready, url, "stop")
    page = ready.get(f"{url}stop/").content.decode()
    alike = [one for one in content.positions.values() if one.posture is step.posture]
    first = min(alike, key=lambda one: one.order)
    assert all(escape(line.text) in page for line in first.out)


def test_stop_at_the_question_after_a_walk_does_not_tell_the_way_out_of_bed(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    while (step := session_of(url).step) is not None and step.kind is not StepKind.CHECK_IN:
        press(ready, url, "skip")
    assert session_of(url).plan.steps[-2].kind is StepKind.WALK
    press(ready, url, "stop")
    page = ready.get(f"{url}stop/").content.decode()
    assert escape(content.positions["standing-lean"].out[0].text) in page
    assert escape(content.positions["on-side-with-pillow"].out[0].text) not in page


def test_stop_in_a_step_looked_at_again_tells_the_way_out_of_that_one(
    ready: Client, begin: Begin, content: Content
) -> None:
    url = begin()
    while (step := session_of(url).step) is not None and step.kind is not StepKind.WALK:
        press(ready, url, "skip")
    at = session_of(url)
    again = next(one for one in at.plan.steps if one.kind is StepKind.EXERCISE)
    pressed = {"do": "stop", "step": str(again.index), "turn": str(at.turn)}
    stop_url = ready.post(url, pressed)["Location"]
    out = content.exercises[again.item_id].out
    for page in (ready.get(stop_url), ready.post(stop_url, {"pain": "8"})):
        assert all(escape(line.text) in page.content.decode() for line in out)
    assert session_of(url).is_stopping


@pytest.mark.parametrize("at", ["99", "-1", "x", "", "1e1", "²"])
def test_a_made_up_step_in_the_address_tells_the_way_out_of_the_one_in_hand(
    ready: Client, begin: Begin, content: Content, at: str
) -> None:
    url = begin()
    exercise = content.exercises[stop_in_exercise(ready, url)]
    page = ready.get(f"{url}stop/", {"at": at}).content.decode()
    assert all(escape(line.text) in page for line in exercise.out)


def test_a_stopped_session_never_goes_on_by_itself(ready: Client, begin: Begin) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    assert ready.get(url)["Location"] == f"{url}stop/"
    ready.post(f"{url}stop/", SHARP)
    ready.post(f"{url}stop/", {"say": "none", "form_id": str(uuid4())})
    assert ready.get(url)["Location"] == f"{url}after/"
    assert session_of(url).state.ended is SessionEnd.STOPPED


def test_what_kind_of_pain_has_to_be_said(ready: Client, begin: Begin) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    answer = ready.post(f"{url}stop/", {"pain": "8"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Please answer this." in page
    assert 'value="8" checked' in page


def test_the_stop_is_kept_with_its_pain_and_kind_once(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    ready.post(f"{url}stop/", SHARP)
    ready.post(f"{url}stop/", {**SHARP, "kind": StopKind.NEW.value})
    stops = [one.payload for one in entries() if isinstance(one.payload, SessionStopped)]
    assert [(one.pain_0_10, one.kind) for one in stops] == [(8, StopKind.SHARP)]


def test_then_the_signs_are_asked_with_chest_and_breath(ready: Client, begin: Begin) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    ready.post(f"{url}stop/", SHARP)
    assert ready.get(f"{url}after/", follow=True).status_code == 200
    page = ready.get(f"{url}stop/").content.decode()
    assert all(word in page for word in ("Peeing", "Chest pain", "faint", "None of these"))


def test_a_new_sign_after_a_stop_leads_to_urgent_help(ready: Client, begin: Begin) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    ready.post(f"{url}stop/", SHARP)
    said = {"bladder-change": "yes", "bladder-change.onset": Onset.NEW.value, "rest": "no"}
    answer = ready.post(f"{url}stop/", {**said, "form_id": str(uuid4())})
    assert answer["Location"] == "/urgent/"
    assert ready.get(f"{url}after/")["Location"] == "/urgent/"
    assert ready.get("/session/start/").status_code == 403


def test_the_kept_position_is_offered(ready: Client, begin: Begin, content: Content) -> None:
    kept = content.positions["calves-on-chair"]
    tried = PositionTried(position_id=kept.id, helped=True, kept=True)
    fresh_visit().record(Draft(payload=tried))
    url = begin()
    stop_in_exercise(ready, url)
    ready.post(f"{url}stop/", SHARP)
    ready.post(f"{url}stop/", {"say": "none", "form_id": str(uuid4())})
    page = ready.get(f"{url}after/").content.decode()
    assert f"/positions/{kept.id}/" in page
    assert escape(kept.title) in page


def test_the_stop_page_of_a_session_that_runs_leads_back_to_it(ready: Client, begin: Begin) -> None:
    url = begin()
    assert ready.get(f"{url}stop/")["Location"] == url


def test_a_stop_for_the_leg_is_told_to_the_screen_and_none_of_these_keeps_it(
    ready: Client, begin: Begin
) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    ready.post(f"{url}stop/", {"pain": "7", "kind": StopKind.LEG.value})
    page = ready.get(f"{url}stop/?which=yes").content.decode()
    assert "bladder-change" in page
    assert "leg-symptoms-spreading" not in page
    ready.post(f"{url}stop/", {"say": "none", "form_id": str(uuid4())})
    assert ready.get(f"{url}after/").status_code == 200
    visit = fresh_visit()
    told = visit.answers.get("leg-symptoms-spreading")
    assert told is not None
    assert told.value is AnswerValue.YES
    assert "leg-symptoms-spreading" in conditions_from(visit.answers, visit.content)


def test_another_kind_of_stop_still_asks_about_the_leg(ready: Client, begin: Begin) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    ready.post(f"{url}stop/", SHARP)
    page = ready.get(f"{url}stop/?which=yes").content.decode()
    assert "leg-symptoms-spreading" in page


def test_a_stop_for_the_leg_sent_twice_is_told_once(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    stop_in_exercise(ready, url)
    for _ in range(2):
        ready.post(f"{url}stop/", {"pain": "7", "kind": StopKind.LEG.value})
    kinds = [one.payload for one in entries() if isinstance(one.payload, AnswersGiven)]
    assert [one.occasion for one in kinds].count(AnswersFor.AFTER_STOP) == 1
