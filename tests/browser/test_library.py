"""The library as people find something in it: by thumb, without script, on a laptop, at 68."""

from functools import partial

import pytest
from playwright.sync_api import expect

from loosen.vocabulary import Preference

from . import people
from .conftest import OpenPhone
from .measure import axe_finds, runs_over, small_targets
from .phone import LAPTOP, PHONE
from .server import Hands, Server
from .someone import Someone

THIN_BONES_AND_A_BAD_KNEE = {
    "osteoporosis": people.YES,
    "knee-problem": people.YES,
    "cannot-all-fours": people.YES,
    "cannot-get-to-floor": people.YES,
}


def unfolds(someone: Someone) -> None:
    """Opens what is under the line of the search."""
    someone.phone.tap(someone.phone.page.locator(".find__summary"))


def test_a_chair_is_found_without_any_script(
    open_phone: OpenPhone, home: Server, hands: Hands
) -> None:
    plain = Someone(open_phone(java_script_enabled=False), home, hands)
    plain.given(people.screened)
    plain.comes_in()
    plain.phone.go("/library/")
    unfolds(plain)
    plain.chooses("where", "chair")
    plain.chooses("without", "rotation")
    plain.phone.follow("Show these")
    plain.phone.sees("cow in a chair")
    plain.phone.sees("In a chair. Without turning")
    assert "Bridge" not in plain.phone.words
    assert "Seated twist" not in plain.phone.words
    plain.phone.follow("Show everything")
    plain.phone.sees("Bridge")


def test_at_68_with_thin_bones_and_a_bad_knee_the_bed_and_the_chair_are_left(
    someone: Someone,
) -> None:
    someone.given(partial(people.screened, THIN_BONES_AND_A_BAD_KNEE))
    someone.comes_in()
    someone.phone.go("/library/")
    unfolds(someone)
    someone.chooses("can", "now")
    someone.phone.follow("Show these")
    for title in ("Pelvic tilt in bed", "Knee rolls in bed", "cow in a chair"):
        someone.phone.sees(title)
    for title in ("Child's pose", "Side plank on your knees", "Both knees to chest"):
        assert title not in someone.phone.words

    someone.phone.follow(someone.phone.link("/library/chair-cat-cow/"))
    someone.phone.sees("Round only a very little.")
    someone.phone.follow(someone.phone.button("do", "favourite"))
    beside = someone.phone.page.locator(".page__aside")
    expect(beside).to_contain_text("One of your favourites.")
    [wish] = someone.recorded(Preference)
    assert (wish.item_id, wish.favourite) == ("chair-cat-cow", True)

    someone.phone.go("/today/")
    someone.starts_a_session(4)
    titles = someone.player.goes_to_the_end(4, 4, 4)
    assert "Pelvic tilt in bed" in titles


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_wrong_with_the_form_unfolded(
    open_phone: OpenPhone, home: Server, hands: Hands, viewport: object, theme: str
) -> None:
    viewer = Someone(
        open_phone(viewport=viewport, reduced_motion="reduce", color_scheme=theme), home, hands
    )
    viewer.given(people.screened)
    viewer.comes_in()
    viewer.phone.go("/library/?where=bed&only=favourites")
    unfolds(viewer)
    faults = axe_finds(viewer.phone) + runs_over(viewer.phone) + small_targets(viewer.phone)
    assert faults == []
