"""Heat, cold and massage as a person comes to them."""

from loosen.vocabulary import RemedyUsed
from loosen.web.site import clock
from loosen.web.site.visit import Visit


def now() -> Visit:
    return Visit(clock.moment())


def uses() -> list[RemedyUsed]:
    return [payload for _, payload in now().entries.of(RemedyUsed)]


def ready(person, kind: str = "heat") -> None:
    """Everything answered, and the moment as well; the remedy's page is open."""
    person.all_cards()
    person.go(f"/{kind}/")
    assert person.url.startswith("/session/start/moment/")
    person.tap(say="none")
    person.go(f"/{kind}/")


def begin(person, kind: str = "heat") -> None:
    ready(person, kind)
    person.tap(f"/{kind}/start/", minutes="usual")
    assert person.url.startswith(f"/{kind}/on/")
