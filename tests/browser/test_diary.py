"""The diary in a hand: the body tapped, the same again, a word put right, a danger sign told."""

import pytest

from loosen.vocabulary import PainFelt, PlacePain, Sat

from . import people
from .someone import Someone

LOCKED = 403
CLOSED = ("/today/", "/session/start/", "/heat/", "/cold/", "/massage/", "/library/bridge/")


@pytest.fixture
def at_home(someone: Someone) -> Someone:
    """Someone with nothing found, who opens the diary."""
    someone.given(people.screened)
    someone.comes_in()
    someone.phone.go("/diary/")
    return someone


def taps_place(someone: Someone, place: str) -> None:
    someone.phone.tap(someone.phone.page.locator(f".body-map__spot--{place}"))


def test_pain_at_two_places_in_seven_taps_and_each_has_its_score(at_home: Someone) -> None:
    phone = at_home.phone
    phone.taps = 0
    phone.follow("Note something")
    phone.follow("Pain")
    taps_place(at_home, "low-back-left")
    taps_place(at_home, "calf-left")
    phone.follow("Go on")
    at_home.chooses("low-back-left", "6")
    phone.follow("Save")
    assert phone.taps == 7
    phone.sees("Low back, left: 6 of 10")
    (felt,) = at_home.recorded(PainFelt)
    assert felt.places == (
        PlacePain(place_id="low-back-left", pain_0_10=6),
        PlacePain(place_id="calf-left", pain_0_10=None),
    )

    phone.go("/diary/note/pain/")
    tapped = phone.page.locator(".body-map input:checked")
    assert [one.get_attribute("value") for one in tapped.all()] == ["low-back-left", "calf-left"]


def test_the_same_again_is_one_tap_and_a_wrong_one_is_put_right(at_home: Someone) -> None:
    phone = at_home.phone
    phone.go("/diary/note/sitting/")
    phone.page.locator('[name="minutes"]').fill("45")
    phone.follow("Save")
    at_home.waits(hours=2)
    phone.go("/diary/")
    phone.follow("Sat for 45 minutes")
    assert at_home.recorded(Sat) == [Sat(minutes=45), Sat(minutes=45)]

    phone.follow("Correct it")
    assert phone.page.locator('[name="minutes"]').input_value() == "45"
    phone.page.locator('[name="minutes"]').fill("20")
    phone.follow("Save")
    phone.sees("Put right: Sat for 20 minutes")
    assert len(at_home.recorded(Sat)) == 3, "what was said before is kept"


def test_a_danger_sign_told_in_the_diary_closes_all_and_asks_at_once(at_home: Someone) -> None:
    phone = at_home.phone
    assert phone.go("/today/") == 200
    at_home.waits(hours=1)
    phone.go("/diary/note/")
    phone.follow("Something new or worse")
    at_home.chooses("signs", "saddle-numbness")
    phone.follow("Check it now")
    phone.is_at("/screen/saddle/")

    for closed in CLOSED:
        phone.go(closed)
        assert phone.path.startswith("/screen/saddle/"), closed
    assert phone.go("/emergency/") == 200

    phone.go("/today/")
    at_home.tells("saddle-numbness", "yes", "new-or-worse-within-14-days")
    at_home.says_no_to_the_rest()
    phone.is_at("/urgent/")
    for closed in CLOSED:
        assert phone.go(closed) == LOCKED or phone.path.startswith("/urgent/"), closed
    assert phone.go("/diary/") == 200
