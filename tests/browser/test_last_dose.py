"""A day of ibuprofen in the UK: logged by thumb, warned of at the last permitted dose."""

import pytest

from loosen.vocabulary import DoseTaken

from . import people
from .someone import Someone

PACK = "/medicines/add/uk-ibuprofen-200/"


@pytest.fixture
def told_all(someone: Someone) -> Someone:
    """Someone whom ibuprofen suits, by what they told."""

    def before() -> None:
        people.screened()
        people.suits()

    someone.given(before)
    someone.comes_in()
    return someone


def logs_first_dose(someone: Someone, tablets: int) -> None:
    """From the pack in hand."""
    someone.phone.go(PACK)
    someone.phone.page.locator('[name="units"]').fill(str(tablets))
    someone.phone.follow("It is the same. I took it")


def logs_again(someone: Someone) -> None:
    """One tap on the page of medicines."""
    someone.phone.go("/medicines/")
    someone.phone.follow("I took it")


def test_the_last_permitted_dose_is_said_as_it_is_logged(told_all: Someone) -> None:
    phone = told_all.phone
    logs_first_dose(told_all, 2)
    assert phone.heading == "Logged"
    told_all.waits(hours=5)
    logs_again(told_all)
    assert phone.heading == "Logged"
    told_all.waits(hours=5)
    logs_again(told_all)
    assert phone.heading == "That was the last one for now"
    phone.sees("12:00 tomorrow")
    phone.sees("in 14 h")

    phone.go("/medicines/")
    phone.sees("1,200 mg of at most 1,200 mg, in 3 doses")
    phone.follow("May I take it now?")
    phone.sees("Have you taken any other medicine in the last 24 hours?")
    told_all.chooses("taken", "no")
    phone.follow("Go on")
    assert phone.heading == "Not yet"
    phone.sees("12:00 tomorrow")


def test_one_more_is_kept_and_says_what_to_do(told_all: Someone) -> None:
    phone = told_all.phone
    logs_first_dose(told_all, 2)
    for _ in range(3):
        told_all.waits(hours=5)
        logs_again(told_all)
    assert phone.heading == "You had too much. Take no more"
    assert len(told_all.recorded(DoseTaken)) == 4

    phone.follow("Undo: I did not take it")
    phone.sees("It no longer counts.")
    phone.go("/medicines/history/")
    assert phone.page.locator("main .list-row").count() == 3
