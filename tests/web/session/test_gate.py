"""Before a session: the short set, the moment and pain now; then it begins, once."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from loosen import ledger
from loosen.vocabulary import (
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Entry,
    MomentAsked,
    Onset,
    PainFelt,
    SessionStarted,
)
from loosen.web.session.forms import MOMENT_WORDS

from ..conftest import Clock
from .conftest import fresh_visit, press

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]
START = "/session/start/"
MOMENT = "/session/start/moment/"


def test_nobody_who_was_not_screened_gets_to_the_gate(visitor: Client) -> None:
    assert visitor.get(START).status_code == 403


def test_just_screened_only_the_moment_is_asked(cleared: Client) -> None:
    assert cleared.get(START)["Location"] == MOMENT
    assert "drowsy" in cleared.get(MOMENT).content.decode()


def test_after_half_an_hour_the_short_set_is_asked_again(ready: Client, hands: Clock) -> None:
    hands.go_on(minutes=31)
    page = ready.get(START).content.decode()
    assert "Peeing" in page
    assert "None of these" in page


def test_none_of_these_opens_the_way_to_the_moment(
    ready: Client, hands: Clock, entries: Entries
) -> None:
    hands.go_on(minutes=31)
    answer = ready.post(START, {"say": "none", "form_id": str(uuid4())})
    assert answer["Location"] == START
    given = [one.payload for one in entries() if isinstance(one.payload, AnswersGiven)][-1]
    assert given.occasion is AnswersFor.BEFORE_SESSION
    assert {one.value for one in given.answers.by_question.values()} == {AnswerValue.NO}
    assert ready.get(START)["Location"] == MOMENT


def test_a_new_sign_at_the_gate_leads_to_urgent_help(ready: Client, hands: Clock) -> None:
    hands.go_on(minutes=31)
    said = {"leg-weakness": "yes", "leg-weakness.onset": Onset.NEW.value, "rest": "no"}
    answer = ready.post(START, {**said, "form_id": str(uuid4())})
    assert answer["Location"] == "/urgent/"
    assert ready.get(START).status_code == 403


def test_an_empty_card_is_sent_back_with_words(ready: Client, hands: Clock) -> None:
    hands.go_on(minutes=31)
    answer = ready.post(START, {"rest": "no", "form_id": str(uuid4())})
    assert answer.status_code == 422


def test_wide_awake_and_sober_the_session_may_begin(cleared: Client) -> None:
    answer = cleared.post(MOMENT, {"say": "none", "form_id": str(uuid4())})
    assert answer["Location"] == START
    assert "Start the session" in cleared.get(START).content.decode()


@pytest.mark.parametrize("what", sorted(MOMENT_WORDS))
@pytest.mark.parametrize("said", ["yes", "not-sure"])
def test_anything_but_a_plain_no_leaves_rest_alone(cleared: Client, what: str, said: str) -> None:
    told = dict.fromkeys(MOMENT_WORDS, "no") | {what: said, "form_id": str(uuid4())}
    assert cleared.post(MOMENT, told)["Location"] == MOMENT
    assert "Just rest" in cleared.get(MOMENT).content.decode()
    assert cleared.get(START)["Location"] == MOMENT
    assert cleared.get("/breathing/slow-breathing/").status_code == 403


def test_a_moment_with_a_question_left_open_is_kept_and_asked_again(
    cleared: Client, entries: Entries
) -> None:
    answer = cleared.post(MOMENT, {"drowsy": "no", "form_id": str(uuid4())})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="field__error"') == len(MOMENT_WORDS) - 1
    assert "checked" in answer.content.decode()
    assert not [one for one in entries() if isinstance(one.payload, MomentAsked)]


def test_the_session_keeps_its_plan_and_the_pain_it_was_made_with(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    begin(pain="6")
    begun = [one.payload for one in entries() if isinstance(one.payload, SessionStarted)]
    assert [one.pain_0_10 for one in begun] == [6]
    assert begun[0].plan.steps


def test_pain_left_blank_begins_as_unknown(ready: Client, begin: Begin) -> None:
    url = begin(pain="")
    state = ledger.sessions(fresh_visit().entries)[-1]
    assert str(state.session_id) in url
    assert state.baseline_0_10 is None


def test_the_begin_form_sent_twice_begins_one_session(ready: Client, entries: Entries) -> None:
    form = {"form_id": str(uuid4()), "pain": "5"}
    first, second = ready.post(START, form), ready.post(START, form)
    assert first["Location"] == second["Location"]
    assert len([one for one in entries() if isinstance(one.payload, SessionStarted)]) == 1
    assert len([one for one in entries() if isinstance(one.payload, PainFelt)]) == 1


def test_a_pain_of_11_begins_nothing(ready: Client, entries: Entries) -> None:
    answer = ready.post(START, {"form_id": str(uuid4()), "pain": "11"})
    assert answer.status_code == 422
    assert "Pain goes from 0 to 10." in answer.content.decode()
    assert not [one for one in entries() if isinstance(one.payload, SessionStarted)]


def test_a_session_that_still_runs_goes_on(ready: Client, begin: Begin) -> None:
    url = begin()
    assert ready.get(START)["Location"] == url


def test_a_session_that_is_over_does_not_stand_in_the_way(ready: Client, begin: Begin) -> None:
    press(ready, begin(), "end")
    assert "Start the session" in ready.get(START).content.decode()


def test_whoever_came_for_heat_is_led_back_to_it(cleared: Client) -> None:
    for_heat = f"{MOMENT}?then=/heat/"
    answer = cleared.post(for_heat, {"say": "not-sure", "form_id": str(uuid4())})
    assert answer["Location"] == f"{MOMENT}?which=yes&then=%2Fheat%2F"
    answer = cleared.post(for_heat, {"say": "none", "form_id": str(uuid4())})
    assert answer["Location"] == "/heat/"


def test_the_moment_leads_to_no_page_of_somebody_else(cleared: Client) -> None:
    elsewhere = f"{MOMENT}?then=//example.org/"
    answer = cleared.post(elsewhere, {"say": "none", "form_id": str(uuid4())})
    assert answer["Location"] == START
