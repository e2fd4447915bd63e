"""A story for each urgency, for a child, and for somebody who cannot bear it any more."""

import pytest

from . import people
from .someone import Someone

RESTING = ("/positions/", "/transfers/", "/breathing/slow-breathing/", "/read/")
MOVING = ("/today/", "/session/start/", "/heat/", "/cold/", "/massage/")
LOCKED = 403


def are_locked(someone: Someone, paths: tuple[str, ...]) -> None:
    """Each of these says why it is closed; none shows what it would have shown."""
    for path in paths:
        assert someone.phone.go(path) == LOCKED, path
        assert someone.phone.page.locator(".locked").count() == 1, path


def are_open(someone: Someone, paths: tuple[str, ...]) -> None:
    for path in paths:
        assert someone.phone.go(path) == 200, path


@pytest.fixture
def seized(someone: Someone) -> Someone:
    """Someone at the first question."""
    someone.comes_in()
    someone.has_just_seized()
    return someone


def test_u0_call_now_with_what_to_say_and_nothing_else(seized: Someone) -> None:
    seized.answers_first_cards(until="chest-and-tummy")
    seized.says_yes_on_the_card("chest-pain")

    seized.phone.is_at("/urgent/")
    assert seized.phone.page.title().startswith("Call now")
    seized.phone.sees("Say this")
    seized.phone.sees("While you wait")
    numbers = seized.phone.page.locator('main a[href^="tel:"]')
    assert {link.get_attribute("href") for link in numbers.all()} >= {"tel:112", "tel:999"}
    are_locked(seized, RESTING + MOVING)
    are_open(seized, ("/emergency/",))


def test_u1_go_now_for_new_numbness_between_the_legs(seized: Someone) -> None:
    seized.answers_first_cards(until="saddle")
    seized.says_yes_on_the_card("saddle-numbness", onset="new-or-worse-within-14-days")

    seized.phone.is_at("/urgent/")
    assert seized.phone.page.title().startswith("Go now")
    are_locked(seized, RESTING + MOVING)


def test_after_a_bad_accident_no_change_of_position_is_suggested(seized: Someone) -> None:
    seized.answers_first_cards(until="injury")
    seized.says_yes_on_the_card("serious-accident")

    seized.phone.is_at("/urgent/")
    seized.phone.sees("Stay as you are.")
    are_locked(seized, ("/positions/", "/transfers/"))


def test_u2_rest_is_open_and_moving_waits_for_a_clinician(seized: Someone) -> None:
    seized.answers_first_cards(until="legs")
    seized.says_yes_on_the_card("leg-weakness", onset="over-3-months-unchanged")
    seized.answers_first_cards()

    seized.phone.is_at("/screen/result/")
    seized.phone.sees("You can say:")
    are_open(seized, RESTING)
    are_locked(seized, MOVING)


def test_u3_everything_is_open_and_a_clinician_is_named(someone: Someone) -> None:
    someone.given(people.screened)
    someone.comes_in()
    someone.phone.go("/screen/leg-and-course/")
    someone.says_yes_on_the_card("leg-symptoms-one-side")
    someone.phone.go("/screen/result/")

    assert someone.phone.heading == "See a clinician in the next days"
    are_open(someone, ("/today/", "/library/", "/positions/"))


def test_u4_nothing_urgent_is_said_and_never_that_one_is_safe(seized: Someone) -> None:
    seized.answers_first_cards()
    seized.phone.follow(seized.phone.link("/screen/"))
    seized.answers_the_rest()

    seized.phone.is_at("/screen/result/")
    seized.phone.sees("needs urgent care now")
    assert "safe" not in seized.phone.words.lower()
    seized.phone.follow(seized.phone.link("/today/"))
    seized.phone.sees("The next hour")


def test_under_16_gets_urgent_advice_only(seized: Someone) -> None:
    seized.age_years = 15
    seized.answers_first_cards()

    seized.phone.is_at("/screen/result/")
    seized.phone.sees("grown-up")
    are_locked(seized, RESTING + MOVING)
    are_open(seized, ("/emergency/",))


def test_under_16_with_a_danger_sign_is_told_to_call(seized: Someone) -> None:
    seized.age_years = 12
    seized.answers_first_cards(until="chest-and-tummy")
    seized.says_yes_on_the_card("sudden-severe-faint")
    seized.phone.is_at("/urgent/")


def test_thoughts_of_self_harm_lead_to_a_calm_page_with_somebody_to_talk_to(
    seized: Someone,
) -> None:
    seized.answers_first_cards(until="crisis")
    seized.says_yes_on_the_card("self-harm-thoughts", form="thoughts")

    seized.phone.is_at("/urgent/talk/")
    assert seized.phone.heading == "You do not have to bear this alone"
    seized.phone.sees("Somebody to talk to now")
    are_locked(seized, ("/heat/", "/session/start/"))
    seized.phone.go("/emergency/")
    assert "bear" not in seized.phone.words.lower()


def test_not_sure_of_a_nerve_sign_counts_as_yes(seized: Someone) -> None:
    seized.answers_first_cards(until="saddle")
    seized.phone.follow("Not sure")
    seized.tells("bladder-change", "not-sure")
    seized.says_no_to_the_rest()
    seized.phone.is_at("/urgent/")
