"""What was entered without the computer: recorded once, as of when it was entered."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from loosen import ledger
from loosen.vocabulary import AnswersFor, Entry, Lapsed, PositionTried, StepEnded
from loosen.web.session.place import Place

from ..conftest import NOON, Clock
from .conftest import fresh_visit, session_of, some_sign

Begin = Callable[..., str]
Entries = Callable[[], tuple[Entry, ...]]


def send(client: Client, url: str, age_s: object, place: Place | None = None, **form: object):  # type: ignore[no-untyped-def]  # Django's test answer has no type of its own
    """Sends a press of the step that `place` shows, so many seconds after it was entered."""
    if place is not None:
        form |= {"step": place.state.step_index, "turn": place.turn}
    return client.post(url, form, headers={"loosen-age-s": str(age_s)})


def steps(entries: Entries) -> list[Entry]:
    return [entry for entry in entries() if isinstance(entry.payload, StepEnded)]


def test_it_counts_from_when_it_was_entered(
    ready: Client, begin: Begin, entries: Entries, hands: Clock
) -> None:
    url = begin()
    hands.go_on(minutes=20)
    answer = send(ready, url, 15 * 60, session_of(url), do="skip")
    assert (answer.status_code, answer["Loosen-Recorded"]) == (204, "1")
    [entry] = steps(entries)
    assert entry.happened_at == NOON + timedelta(minutes=5)
    assert entry.recorded_at == NOON + timedelta(minutes=20)


def test_a_session_that_went_on_in_time_is_taken_when_the_computer_is_back_late(
    ready: Client, begin: Begin, entries: Entries, hands: Clock
) -> None:
    url = begin()
    place = session_of(url)
    hands.go_on(hours=3)
    assert send(ready, url, 2 * 3600 + 50 * 60, place, do="skip").status_code == 204
    assert send(ready, url, 2 * 3600 + 40 * 60, session_of(url), do="skip").status_code == 204
    assert len(steps(entries)) == 2
    assert not ledger.may_resume(session_of(url).state, hands.at, fresh_visit().content)


def test_one_that_was_left_too_long_is_not_taken(
    ready: Client, begin: Begin, entries: Entries, hands: Clock
) -> None:
    url = begin()
    place = session_of(url)
    hands.go_on(hours=3)
    answer = send(ready, url, 60, place, do="skip")
    assert "Loosen-Recorded" not in answer.headers
    assert steps(entries) == []


@pytest.mark.parametrize("said", ["done", "skip", "stop", "end"])
def test_sent_twice_it_is_recorded_once_and_both_are_told_so(
    said: str, ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    place = session_of(url)
    first = send(ready, url, 60, place, do=said, asked="1")
    once = entries()
    second = send(ready, url, 60, place, do=said, asked="1")
    assert (first.status_code, second.status_code) == (204, 204)
    assert int(first["Loosen-Recorded"]) >= 1
    assert int(second["Loosen-Recorded"]) >= 1
    assert entries() == once


def test_what_another_tab_did_otherwise_is_not_told_as_taken(
    ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    place = session_of(url)
    send(ready, url, 60, place, do="skip")
    late = send(ready, url, 60, place, do="done", asked="1")
    assert (late.status_code, late["Loosen-Recorded"]) == (204, "0")
    assert len(steps(entries)) == 1


def test_a_form_with_an_id_is_recorded_once(ready: Client, entries: Entries, hands: Clock) -> None:
    [position, *_] = fresh_visit().content.positions
    form = {"did": "keep", "form_id": str(uuid4())}
    hands.go_on(minutes=10)
    for _ in range(2):
        answer = send(ready, f"/positions/{position}/", 300, **form)
        assert (answer.status_code, answer["Loosen-Recorded"]) == (204, "1")
    tried = [entry for entry in entries() if isinstance(entry.payload, PositionTried)]
    assert [entry.happened_at for entry in tried] == [NOON + timedelta(minutes=5)]


def test_it_does_not_go_behind_the_back_of_a_sign_told_meanwhile(
    ready: Client, entries: Entries, hands: Clock
) -> None:
    hands.go_on(hours=1)
    visit = fresh_visit()
    visit.answer(AnswersFor.RESCREEN, some_sign(visit.content), form_id=uuid4())
    hands.go_on(minutes=1)
    before = entries()
    [position, *_] = fresh_visit().content.positions
    answer = send(ready, f"/positions/{position}/", 3600, did="keep", form_id=str(uuid4()))
    assert answer.status_code == 403
    assert entries() == before


def test_late_answers_count_from_when_they_were_given(ready: Client, hands: Clock) -> None:
    hands.go_on(hours=25)
    assert isinstance(fresh_visit().standing, Lapsed)
    send(ready, "/screen/again/", 30 * 60, say="none", form_id=str(uuid4()))
    decision = fresh_visit().decision
    assert decision is not None
    assert decision.decided_at == NOON + timedelta(hours=24, minutes=30)


@pytest.mark.parametrize("age", ["", "-5", "1e9", "soon", "9" * 12, "1.5"])
def test_an_age_that_is_none_is_now(
    age: str, ready: Client, begin: Begin, entries: Entries
) -> None:
    url = begin()
    assert send(ready, url, age, session_of(url), do="skip").status_code == 204
    assert steps(entries)[-1].happened_at == NOON


def test_what_is_sent_at_once_is_answered_with_a_page(ready: Client, begin: Begin) -> None:
    url = begin()
    place = session_of(url)
    form = {"step": place.state.step_index, "turn": place.turn, "do": "skip"}
    assert ready.post(url, form).status_code == 302
    assert ready.get(url, headers={"loosen-age-s": "60"}).status_code == 200


def test_answers_for_nobody_are_refused_and_said_so(visitor: Client) -> None:
    """Without a clearance a press is refused, and the device keeps it to show."""
    answer = send(visitor, f"/session/{uuid4()}/", 60, do="skip")
    assert answer.status_code in {403, 404}
