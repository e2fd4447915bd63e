"""Someone who looks at a drawn figure, and what they can do with it."""

from collections.abc import Callable
from typing import Any

from . import people
from .conftest import OpenPhone
from .server import Hands, Server
from .someone import Someone

MOVE = "/library/cat-cow/"
Reader = Callable[..., Someone]


def reader_of(open_phone: OpenPhone, home: Server, hands: Hands) -> Reader:
    """Someone with everything open who looks at a move, with wishes of their own."""

    def opened(**wishes: Any) -> Someone:
        someone = Someone(open_phone(**wishes), home, hands)
        someone.given(people.screened)
        someone.given(people.awake)
        someone.comes_in()
        someone.phone.go(MOVE)
        return someone

    return opened


def do(someone: Someone, name: str) -> None:
    """Taps the figure's button of this name."""
    someone.phone.tap(someone.phone.page.locator(f"[data-do={name}]"))
