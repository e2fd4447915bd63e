"""Heat, cold and massage: ended at one tap, not taken back while open, closed after a stop."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from loosen.vocabulary import Answer, AnswersFor, AnswerValue, RemedyUsed, Skin, StopKind
from loosen.web.ease.thermal import to_end_url
from loosen.web.records.store import Draft

from .conftest import begin, now, ready, set_up, uses


def stops_a_session(person) -> str:
    """Begins one and presses Stop; the address where the signs are asked."""
    person.go("/session/start/")
    person.tap(pain="5")
    session = person.url
    person.tap(do="stop")
    assert person.url == f"{session}stop/"
    return person.url


@pytest.mark.parametrize("kind", ["heat", "cold", "massage"])
def test_after_a_stop_the_signs_are_asked_before_anything_goes_on_the_skin(person, kind) -> None:
    ready(person, kind)
    page = person.text
    stop_url = stops_a_session(person)
    person.go(f"/{kind}/")
    assert person.url == stop_url
    person.text = page
    person.tap(f"/{kind}/start/", minutes="usual")
    assert person.url == stop_url
    assert uses() == []


def test_heat_opens_once_the_signs_were_asked_after_the_stop(person) -> None:
    ready(person)
    stops_a_session(person)
    person.tap(pain="8", kind=StopKind.SHARP.value)
    person.tap(say="none")
    person.go("/heat/")
    assert person.url == "/heat/"
    assert person.status == 200


def test_a_due_look_can_be_passed_by_with_one_tap_that_ends_it(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=5)
    person.go(person.url)
    person.tap(**buttons(person)["It is off"])
    [use] = uses()
    assert use.ended_at > use.started_at
    assert use.skin is Skin.NOT_LOOKED
    assert "feel as it did before?" in person.text
    person.go("/heat/")
    assert person.status == 403


def test_heat_can_be_ended_with_one_tap_at_any_time(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=1)
    person.tap(**buttons(person)["It is off"])
    [use] = uses()
    assert use.ended_at > use.started_at


def test_what_was_said_of_the_skin_counts_where_it_is_ended_early(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=5)
    person.go(person.url)
    person.tap(skin="numb", **buttons(person)["It is off"])
    assert uses()[0].skin is Skin.NUMB
    assert "look after your skin" in person.text


def buttons(person) -> dict[str, dict[str, str]]:
    """What each button of the page sends, by its words."""
    found = re.findall(r'<button[^>]*type="submit"([^>]*)>(?:<svg.*?</svg>)?([^<]+)<', person.text)
    named = re.compile(r'name="([^"]*)" value="([^"]*)"')
    return {words: dict(named.findall(sent)) for sent, words in found}


def test_the_answers_to_the_look_at_the_skin_are_the_contents(person, hands, content) -> None:
    begin(person)
    hands.go_on(minutes=5)
    person.go(person.url)
    assert all(content.phrases[f"skin-{one.value}"].text in person.text for one in Skin)


def last_use():
    return list(now().entries.of(RemedyUsed))[-1][0]


def takes_back(person) -> None:
    """Tries to take the last use back, as an old page would: without being offered it."""
    url = f"/data/entry/{last_use().id}/withdraw/"
    person.tap(url, form_id=str(uuid4()), why="")


@pytest.mark.parametrize("kind", ["heat", "cold", "massage"])
def test_what_is_on_cannot_be_taken_back_and_the_page_leads_to_its_end(person, kind) -> None:
    begin(person, kind)
    on = person.url
    takes_back(person)
    assert len(uses()) == 1
    assert "This is not over yet." in person.text
    assert "Take it back" not in person.text
    person.go(re.findall(r'href="([^"]*)">(?:<svg.*?</svg>)?Finish it first', person.text)[0])
    assert person.url == on


def test_heat_is_taken_back_only_once_the_skin_is_as_before(person, hands) -> None:
    begin(person)
    hands.go_on(minutes=5)
    person.tap(do="off")
    after = person.url
    takes_back(person)
    assert len(uses()) == 1
    person.go("/cold/")
    assert person.status == 403
    person.go(after)
    person.tap(back="yes")
    takes_back(person)
    assert uses() == []


def test_every_heat_or_cold_that_is_still_open_is_ended_before_it_is_taken_back(person) -> None:
    """A file may bring a second one; the earlier is no less open for it."""
    begin(person)
    heat = last_use()
    visit = now()
    used = {"started_at": visit.now, "ended_at": visit.now, "felt_better": None}
    visit.record(Draft(payload=RemedyUsed(remedy_id="cold", skin=Skin.NOT_LOOKED, **used)))
    assert to_end_url(heat, now()) == f"/heat/after/{heat.id}/"


def test_heat_that_is_changed_for_a_person_never_runs_the_longest(person, hands) -> None:
    """A page from before the condition was told offers the longest still."""
    ready(person)
    old = person.text
    thin = {"thin-skin": Answer(value=AnswerValue.YES)}
    now().answer(AnswersFor.ABOUT_YOU, thin, form_id=uuid4())
    person.text = old
    person.tap("/heat/start/", **set_up(minutes="most"))
    assert person.url.startswith("/heat/on/")
    hands.go_on(minutes=16)
    assert "Take it off now" in person.go(person.url)


@pytest.mark.parametrize("back", [timedelta(minutes=3), timedelta(hours=1)])
def test_a_clock_that_went_back_ends_it_and_never_makes_it_longer(person, hands, back) -> None:
    """By little the answers still count, by much they do not: it is over either way."""
    person.all_cards()
    hands.go_on(minutes=10)
    begin(person)
    hands.at -= back
    person.go(person.url)
    assert "<h1>Take it off now" in person.text
    assert "The clock of this computer went back" in person.text


def test_a_clock_that_is_set_right_by_a_little_makes_it_no_longer(person, hands) -> None:
    person.all_cards()
    hands.go_on(minutes=10)
    begin(person)
    hands.go_on(seconds=-30)
    person.go(person.url)
    assert 'data-seconds-left="900"' in person.text
