"""first"""

from .someone import Someone


def test_from_the_first_page_to_the_first_position_in_at_most_12_taps(someone: Someone) -> None:
    someone.comes_in()
    phone = someone.phone
    phone.follow("It has just seized")
    phone.type("42")
    phone.follow("Go on")
    for _ in range(6):
        phone.follow("None of these")
    phone.is_at("/positions/")
    assert phone.taps <= 12
