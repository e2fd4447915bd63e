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
    if kind != "massage":
        skin(person, kind)


def skin(person, kind: str = "heat", **said: str) -> None:
    """The skin is whole and has nothing on it, unless it is said."""
    assert person.url.startswith(f"/{kind}/skin/")
    person.tap(**{"broken_or_numb": "no", "patch_or_rub": "no", **said})


def set_up(kind: str = "heat", **said: str) -> dict[str, str]:
    """A pack as it should lie."""
    pack = {"place": "low-back-middle", "layer": "on"} if kind != "massage" else {}
    warm = {"setting": "low"} if kind == "heat" else {}
    return {"minutes": "usual", **pack, **warm, **said}


def begin(person, kind: str = "heat", **said: str) -> None:
    ready(person, kind)
    person.tap(f"/{kind}/start/", **set_up(kind, **said))
    assert person.url.startswith(f"/{kind}/on/")
