"""What was told, for the tests of the diary."""

from typing import Any

from loosen.vocabulary import Content
from loosen.web.records.store import Draft
from loosen.web.session.forms import ALL_CLEAR
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from ..session.conftest import answer_all


def now() -> Visit:
    return Visit(clock.moment())


def answers_all(content: Content) -> None:
    """Every question answered without any sign, and wide awake; quicker than card by card."""
    answer_all(now(), content)
    now().record(Draft(payload=ALL_CLEAR))


def told(kind: type) -> list[Any]:
    return [payload for _, payload in now().entries.of(kind)]


def note(person: Any, kind: str, **fields: object) -> str:
    person.go(f"/diary/note/{kind}/")
    return person.tap(**fields)
