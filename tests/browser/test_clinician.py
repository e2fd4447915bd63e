"""What a clinician said opens what a sign of today keeps closed, and nothing else does."""

from datetime import date, timedelta

import pytest

from loosen.vocabulary import Answer, AnswerValue, Onset

from . import people
from .someone import Someone

WEAK_FOR_LONG = Answer(value=AnswerValue.YES, onset=Onset.LONG)
LOCKED = 403


@pytest.fixture
def waiting(someone: Someone) -> Someone:
    """Someone with a leg that has been weak for years, who has answered everything."""
    someone.given(lambda: people.screened({"leg-weakness": WEAK_FOR_LONG}))
    someone.comes_in()
    return someone


def tells_of_the_clinician(someone: Someone, gentle: str, days: int = 30) -> None:
    """From a locked page to the note, filled in and saved."""
    assert someone.phone.go("/heat/") == LOCKED
    someone.phone.follow(someone.phone.link("/clinician/"))
    today: date = someone.hands.at.date()
    for sign in someone.phone.page.locator('label:has(input[name="signs"])').all():
        someone.phone.tap(sign)
    someone.phone.page.locator('[name="seen_on"]').fill(str(today))
    someone.chooses("gentle", gentle)
    someone.phone.page.locator('[name="until"]').fill(str(today + timedelta(days=days)))
    someone.phone.follow("Save what they said")
    someone.phone.is_at("/screen/result/")


def test_an_old_unchanged_sign_opens_once_a_clinician_has_said_yes(waiting: Someone) -> None:
    tells_of_the_clinician(waiting, "yes")

    assert waiting.phone.go("/today/") == 200
    waiting.phone.sees("The next hour")
    waiting.starts_a_session(4)
    assert waiting.player.place.startswith("Step 1 of")


@pytest.mark.parametrize("word", ["no", "not-sure"])
def test_only_a_clear_yes_opens(waiting: Someone, word: str) -> None:
    tells_of_the_clinician(waiting, word)
    assert waiting.phone.go("/heat/") == LOCKED
    assert waiting.phone.go("/positions/") == 200
    waiting.phone.go("/today/")
    waiting.phone.sees("Nothing to do but rest")


def test_the_word_does_not_outlast_its_day(waiting: Someone) -> None:
    tells_of_the_clinician(waiting, "yes", days=0)
    assert waiting.phone.go("/library/") == 200
    assert waiting.phone.go("/today/walk/") == 200
    waiting.waits(hours=13)
    assert waiting.phone.go("/today/walk/") == LOCKED


def test_the_same_sign_new_or_worse_closes_it_again(waiting: Someone) -> None:
    tells_of_the_clinician(waiting, "yes")
    waiting.phone.go("/screen/legs/")
    waiting.says_yes_on_the_card("leg-weakness", onset="new-or-worse-within-14-days")
    waiting.phone.is_at("/urgent/")
    assert waiting.phone.go("/today/") == LOCKED


def test_a_sign_of_this_moment_is_no_matter_for_a_note(someone: Someone) -> None:
    someone.given(lambda: people.screened({"saddle-numbness": people.NEW}, only_now=True))
    someone.comes_in()
    someone.phone.go("/clinician/")
    someone.phone.is_at("/urgent/")


def test_whether_a_sign_is_worse_is_asked_with_the_sign_and_voids_the_word(
    someone: Someone,
) -> None:
    someone.given(lambda: people.screened({"weight-loss": Answer(value=AnswerValue.YES)}))
    someone.comes_in()
    tells_of_the_clinician(someone, "yes")
    someone.phone.go("/screen/body-signs/?which=yes")
    worse = someone.phone.page.get_by_text("Is it new or worse since then?")
    assert worse.is_visible(), "yes is tapped already"
    someone.chooses("weight-loss", "no")
    assert not worse.is_visible()
    someone.chooses("weight-loss", "not-sure")
    assert worse.is_visible()
    someone.chooses("weight-loss", "yes")
    someone.chooses("weight-loss.worse", "not-sure")
    someone.says_no_to_the_rest()
    assert someone.phone.go("/heat/") == LOCKED
