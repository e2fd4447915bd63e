"""The rest of a session, laid out for a device that may lose the computer."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from loosen.vocabulary import AnswersFor, Entry, RemedyUsed, Skin, StepKind
from loosen.web.records.store import Draft
from loosen.web.session.ahead import CHANGED_URL, SCORES, next_pages, steps_ahead, url_at
from loosen.web.session.step_page import ELSEWHERE

from .conftest import fresh_visit, press, session_of, some_sign

Begin = Callable[..., str]
KEEP = {"loosen-keep": "1"}
HIDDEN = re.compile(r'name="(step|turn)" value="(\d+)"')


def page_of(client: Client, url: str) -> str:
    answer = client.get(url, headers=KEEP)
    assert answer.status_code == 200, url
    return str(answer.content.decode())


def test_the_page_ahead_sends_what_the_real_page_would(ready: Client, begin: Begin) -> None:
    url = begin()
    ahead = [step.index for step in steps_ahead(session_of(url), fresh_visit())]
    assert len(ahead) >= 3
    pages = {index: page_of(ready, url_at(session_of(url), index)) for index in ahead}
    for index in ahead:
        real = ready.get(url).content.decode()
        assert HIDDEN.findall(pages[index]) == HIDDEN.findall(real), index
        assert re.findall(r"<h1.*?</h1>", pages[index]) == re.findall(r"<h1.*?</h1>", real)
        press(ready, url, "skip")


def test_ahead_pain_is_always_asked_with_the_step(ready: Client, begin: Begin) -> None:
    url = begin()
    page = page_of(ready, url_at(session_of(url), 1))
    assert '<input type="hidden" name="asked" value="1" data-asked>' in page
    assert 'value="easier"' not in page


def test_whoever_comes_by_themselves_is_led_to_the_session(ready: Client, begin: Begin) -> None:
    url = begin()
    answer = ready.get(url_at(session_of(url), 2))
    assert (answer.status_code, answer["Location"]) == (302, url)


@pytest.mark.parametrize("step", ["", "-1", "99", "1000000", "x", "\u0663"])
def test_a_step_that_there_is_not_is_locked(step: str, ready: Client, begin: Begin) -> None:
    answer = ready.get(f"{begin()}ahead/", {"step": step}, headers=KEEP)
    assert answer.status_code == 403


def test_the_way_ends_before_heat_and_cold(ready: Client, begin: Begin) -> None:
    place = session_of(begin())
    kinds = [step.kind for step in place.plan.steps]
    ahead = [step.kind for step in steps_ahead(place, fresh_visit())]
    assert set(kinds) & set(ELSEWHERE), "this plan has warmth in it"
    assert ahead == kinds[: len(ahead)]
    assert kinds[len(ahead)] in ELSEWHERE
    last = next_pages(place, fresh_visit())[len(ahead) - 1]
    assert last.to["skip"][""] == "/away/?why=elsewhere"


@pytest.mark.parametrize("pain", SCORES)
def test_a_score_leads_on_only_where_the_computer_would_leave_the_plan_as_it_is(
    pain: int | None, ready: Client, begin: Begin
) -> None:
    url = begin(pain="3")
    place = session_of(url)
    said = "" if pain is None else str(pain)
    leads_to = next_pages(place, fresh_visit())[0].to["done"][said]
    press(ready, url, "done", pain=said, asked="1")
    is_same = session_of(url).plan == place.plan
    assert leads_to == (url_at(place, 1) if is_same else CHANGED_URL)


def test_both_kinds_of_score_are_among_them(ready: Client, begin: Begin) -> None:
    to = next_pages(session_of(begin(pain="3")), fresh_visit())[0].to["done"]
    assert CHANGED_URL in to.values()
    assert len(set(to.values())) == 2
    assert to["10"] == CHANGED_URL


def test_while_pain_is_open_its_answer_leads_to_the_step_in_hand(
    ready: Client, begin: Begin
) -> None:
    url = begin(pain="3")
    press(ready, url, "done")
    place = session_of(url)
    assert place.asks_pain
    [asked] = [one for one in next_pages(place, fresh_visit()) if one.step == "0"]
    assert asked.to["done"]["3"] == url_at(place, 1)


def test_stop_leads_to_the_way_out_of_that_very_step(ready: Client, begin: Begin) -> None:
    url = begin()
    place = session_of(url)
    step = next(one for one in place.plan.steps if one.kind is StepKind.POSITION)
    item = fresh_visit().content.positions[step.item_id]
    form = next(one for one in next_pages(place, fresh_visit()) if one.step == str(step.index))
    page = page_of(ready, form.to["stop"][""])
    assert item.out[0].text in page
    assert "Call at once if" in page


def test_nothing_is_laid_out_once_a_danger_sign_was_told(
    ready: Client, begin: Begin, entries: Callable[[], tuple[Entry, ...]]
) -> None:
    url = begin()
    ahead = url_at(session_of(url), 1)
    visit = fresh_visit()
    known = some_sign(visit.content)
    visit.answer(AnswersFor.RESCREEN, known, form_id=entries()[0].id)
    assert ready.get(ahead, headers=KEEP).status_code == 403


def test_no_movement_lies_ahead_while_skin_is_still_cold(ready: Client, begin: Begin) -> None:
    url = begin()
    while (step := session_of(url).step) is not None and step.kind is not StepKind.EXERCISE:
        press(ready, url, "skip")
    assert any(step.dose for step in steps_ahead(session_of(url), fresh_visit()))
    visit = fresh_visit()
    used = {"started_at": visit.now, "ended_at": visit.now, "felt_better": None}
    visit.record(Draft(payload=RemedyUsed(remedy_id="cold", skin=Skin.NOT_LOOKED, **used)))
    assert not any(step.dose for step in steps_ahead(session_of(url), fresh_visit()))
