"""That nothing needs urgent care now is said only while that is what the answers mean."""

from uuid import uuid4

import pytest

from loosen.vocabulary import Answer, AnswersFor, AnswerValue, Onset
from loosen.web.site import clock
from loosen.web.site.visit import Visit

NEW = Answer(value=AnswerValue.YES, onset=Onset.NEW)
YES = Answer(value=AnswerValue.YES)


def tells(**said: Answer) -> None:
    given = {key.replace("_", "-"): one for key, one in said.items()}
    visit = Visit(clock.moment())
    visit.answer(AnswersFor.RESCREEN, given, form_id=uuid4())


@pytest.fixture
def calm(content) -> str:
    return content.phrases["nothing-urgent"].text


def test_the_words_are_there_where_nothing_was_told(person, calm) -> None:
    person.all_cards()
    for url in ("/since/", "/screen/result/", "/positions/?first=1"):
        assert calm in person.go(url), url


@pytest.mark.parametrize("url", ["/since/", "/screen/result/", "/positions/?first=1"])
def test_a_restored_tab_says_nothing_calm_of_a_sign_for_today(person, calm, url) -> None:
    person.all_cards()
    tells(fever=YES)
    assert calm not in person.go(url)
    assert person.status == 200


@pytest.mark.parametrize("url", ["/since/", "/screen/result/"])
def test_a_restored_tab_leads_to_help_once_a_sign_is_urgent(person, calm, url) -> None:
    person.all_cards()
    tells(saddle_numbness=NEW)
    assert calm not in person.go(url)
    assert person.url == "/urgent/"


def test_yesterdays_result_is_not_shown_as_todays(person, calm, hands) -> None:
    person.all_cards()
    hands.go_on(hours=25)
    assert calm not in person.go("/screen/result/")
    assert person.url == "/screen/again/"


def test_nothing_is_said_of_answers_before_minute_one_is_answered(person, calm) -> None:
    person.go("/screen/")
    person.tap(**{"age-years": 40})
    assert calm not in person.go("/screen/result/")
    assert person.url.startswith("/screen/saddle/")


def test_under_sixteen_the_result_stays_within_reach_after_a_day(person, hands) -> None:
    person.first_cards(age=15)
    hands.go_on(hours=25)
    person.go("/screen/result/")
    assert person.status == 200
