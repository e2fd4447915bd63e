"""What was told, for the tests of the diary."""

from typing import Any

from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def told(kind: type) -> list[Any]:
    return [payload for _, payload in now().entries.of(kind)]


def note(person: Any, kind: str, **fields: object) -> str:
    person.go(f"/diary/note/{kind}/")
    return person.tap(**fields)
