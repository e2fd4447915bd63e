"""The day after: yesterday's answers no longer open anything until they are asked anew."""

import pytest

from . import people
from .someone import Someone

LOCKED = 403


@pytest.fixture
def a_day_on(someone: Someone) -> Someone:
    """Someone who answered everything yesterday."""
    someone.given(people.screened)
    someone.comes_in()
    someone.waits(hours=24, minutes=1)
    return someone


def test_a_lapsed_day_is_renewed_by_the_short_set_and_the_list_of_changes(
    a_day_on: Someone,
) -> None:
    phone = a_day_on.phone
    assert phone.go("/today/") == LOCKED
    phone.follow("Answer the questions")
    phone.sees("Has any of this begun?")
    a_day_on.says_none()
    assert phone.heading == "Has any of this changed?"
    phone.follow("Go on")

    assert phone.go("/today/") == 200
    phone.sees("The next hour")


def test_what_has_changed_is_asked_again_card_by_card(a_day_on: Someone) -> None:
    phone = a_day_on.phone
    phone.go("/screen/")
    a_day_on.says_none()
    a_day_on.phone.tap(phone.page.locator('label:has(input[value="how-it-began"])'))
    phone.follow("Go on")
    phone.is_at("/screen/how-it-began/")
    a_day_on.says_none()
    assert phone.heading == "Has any of this changed?"
    phone.follow("Go on")
    assert phone.go("/today/") == 200


def test_a_new_sign_on_the_next_day_locks_at_once(a_day_on: Someone) -> None:
    a_day_on.phone.go("/screen/")
    a_day_on.says_yes_on_the_card("bladder-change", onset="new-or-worse-within-14-days")
    a_day_on.phone.is_at("/urgent/")


def test_a_back_that_seizes_again_asks_the_first_cards_anew(a_day_on: Someone) -> None:
    a_day_on.phone.go("/")
    a_day_on.has_just_seized()
    a_day_on.answers_first_cards()
    a_day_on.phone.is_at("/positions/")


def test_past_the_worst_asks_how_it_went_and_leads_to_today(someone: Someone) -> None:
    someone.comes_in()
    someone.is_past_the_worst()
    someone.answers_first_cards()
    someone.answers_the_rest()
    someone.phone.is_at("/since/")
    someone.phone.page.locator('[name="began_on"]').fill("2026-11-12")
    someone.chooses("direction", "a little better")
    someone.player.tells_pain(3)
    someone.phone.follow(someone.phone.page.locator("form.screen .actions button"))
    someone.phone.is_at("/today/")
    someone.phone.sees("The next hour")
