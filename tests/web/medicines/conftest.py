"""Medicines as a person comes to them."""

from dataclasses import replace

import pytest

from loosen import ledger
from loosen.vocabulary import DoseTaken, Entry
from loosen.web.records.models import OwnerRecord
from loosen.web.site import clock
from loosen.web.site.visit import Visit

IBUPROFEN = "/medicines/add/uk-ibuprofen-200/"


def now() -> Visit:
    return Visit(clock.moment())


def doses() -> list[tuple[Entry, DoseTaken]]:
    return list(ledger.doses_taken(now().entries))


@pytest.fixture(autouse=True)
def in_the_uk(owner: OwnerRecord) -> None:
    """Numbers, packs and limits of the United Kingdom."""
    owner.keep_preferences(replace(owner.read_preferences(), region="uk"))


def took(person, units: object = 2, url: str = IBUPROFEN, **more: object) -> None:
    person.go(url)
    person.tap(url, units=units, do="took", **more)
