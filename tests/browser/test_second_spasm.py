"""Three weeks on it seizes again: after the danger signs it starts from what helped last time."""

import pytest

from . import people
from .someone import Someone

CALVES = "calves-on-chair"


@pytest.fixture
def eased_once(someone: Someone) -> Someone:
    """Someone who got through a first week, and is well for three."""
    someone.given(lambda: people.a_week(someone.hands))
    someone.comes_in()
    someone.waits(hours=21 * 24)
    return someone


def test_a_second_spasm_starts_from_what_helped_last_time(eased_once: Someone) -> None:
    phone = eased_once.phone
    phone.go("/")
    phone.sees("We start from what helped last time.")
    eased_once.has_just_seized()
    eased_once.answers_first_cards()

    phone.is_at("/last-time/")
    assert phone.heading == "What helped you last time"
    phone.sees("You said that it helped, 6 of 6 times.")
    phone.sees("Opens after the other questions")
    assert phone.page.locator('a[href="/heat/"]').count() == 0

    phone.tap(phone.link(f"/positions/{CALVES}/"))
    phone.is_at(f"/positions/{CALVES}/")
    phone.sees("Get in")


def test_a_danger_sign_goes_before_what_helped(eased_once: Someone) -> None:
    phone = eased_once.phone
    phone.go("/")
    eased_once.has_just_seized()
    eased_once.says_yes_on_the_card("saddle-numbness", onset="new-or-worse-within-14-days")
    phone.is_at("/urgent/")
    assert phone.go("/last-time/") == 403
