"""A new user whose back has just seized: how far it is to something that eases it."""

import pytest

from loosen.vocabulary import AnswersGiven, PositionTried

from .someone import Someone

MOST_TAPS = 12


def test_from_the_first_page_to_the_first_position_in_at_most_12_taps(someone: Someone) -> None:
    someone.comes_in()
    assert someone.phone.taps == 0

    someone.has_just_seized()
    someone.answers_first_cards()

    someone.phone.is_at("/positions/")
    someone.phone.sees("Get in")
    assert 8 < someone.phone.taps <= MOST_TAPS


def test_none_of_these_is_stored_as_a_no_to_each_question(someone: Someone) -> None:
    someone.comes_in()
    someone.has_just_seized()
    someone.answers_first_cards()

    told = [given.answers.by_question for given in someone.recorded(AnswersGiven)]
    answers = {question: one for card in told for question, one in card.items()}
    assert answers.pop("age-years").number == someone.age_years
    assert {one.value for one in answers.values()} == {"no"}
    assert {"saddle-numbness", "both-legs", "chest-pain", "too-much-medicine"} <= set(answers)


def test_the_emergency_number_is_on_every_screen_of_minute_one(someone: Someone) -> None:
    someone.comes_in()
    calls = someone.phone.page.locator('a[href^="tel:"]')
    assert calls.count() > 0
    someone.has_just_seized()
    for _ in range(7):
        assert calls.first.is_visible()
        someone.tells_age() if "/age/" in someone.phone.path else someone.says_none()
    someone.phone.is_at("/positions/")
    assert calls.first.is_visible()


def test_a_position_that_helps_is_kept_and_offered_first(someone: Someone) -> None:
    someone.comes_in()
    someone.has_just_seized()
    someone.answers_first_cards()
    first = someone.phone.heading

    someone.says_of_the_position("no")
    second = someone.phone.heading
    assert second != first
    someone.phone.sees("First, come out of the last one")
    someone.says_of_the_position("keep")

    someone.phone.sees("Kept")
    assert [(one.helped, one.kept) for one in someone.recorded(PositionTried)] == [
        (False, False),
        (True, True),
    ]
    someone.phone.go("/positions/")
    assert someone.phone.heading == second


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("I can't move at all", "Call for help"),
        ("I'm alone", "Call for help"),
        ("Someone is helping me", "lift"),
    ],
)
def test_each_way_of_not_coping_leads_somewhere(someone: Someone, words: str, says: str) -> None:
    someone.comes_in()
    someone.phone.follow(words)
    someone.phone.sees(says)
    someone.phone.follow(someone.phone.link("/screen/"))
    someone.phone.is_at("/screen/age/")
