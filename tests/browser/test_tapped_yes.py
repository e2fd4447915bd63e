"""A "Yes" on a card, and then another way: the card comes back until it is answered."""

from . import people
from .someone import Someone


def test_who_taps_yes_and_goes_elsewhere_comes_back_to_say_which(someone: Someone) -> None:
    someone.given(people.screened)
    someone.comes_in()
    someone.phone.go("/screen/legs/")
    someone.phone.follow("Yes")
    second = someone.phone.path
    someone.phone.go("/today/")
    assert someone.phone.path == second
    someone.phone.follow("None of these")
    someone.phone.go("/library/")
    someone.phone.is_at("/library/")
