"""What helped is learned as the record grows, and anew where something of it was put right."""

from datetime import timedelta

import pytest

from loosen import ledger, response
from loosen.vocabulary import Entry, PainFelt, PainWhen, PositionTried, Withdrawn
from loosen.web.records.store import Draft
from loosen.web.site import clock, learned
from loosen.web.site.visit import Visit

LAID = PositionTried(position_id="half-sitting", helped=None, kept=False)


def now() -> Visit:
    return Visit(clock.moment())


def says(pain: int) -> Entry:
    felt = PainFelt(pain_0_10=pain, occasion=PainWhen.DIARY)
    return now().record(Draft(payload=felt))[0]


def lies(hands) -> Entry:
    says(7)
    hands.go_on(minutes=5)
    now().record(Draft(payload=LAID))
    hands.go_on(minutes=15)
    return says(3)


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries each walk through a whole record had."""
    walks: list[int] = []

    class Counting(ledger.Pairing):
        def __init__(self, log: ledger.Standing, content: object) -> None:
            walks.append(len(log))
            super().__init__(log, content)  # type: ignore[arg-type]  # - the same content

    monkeypatch.setattr(ledger, "Pairing", Counting)
    return walks


def as_a_whole(visit: Visit) -> object:
    pairs = ledger.tries(ledger.standing(tuple(visit.history)), visit.content)
    day = visit.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return response.learn(pairs, visit.content, day)


def test_as_it_grows_it_is_walked_once_and_is_what_the_whole_says(owner, hands, walked) -> None:
    says(6)
    assert now().estimates.by_kind == {}
    for _ in range(12):
        hands.go_on(hours=3)
        lies(hands)
        assert now().estimates == as_a_whole(now())
    assert walked == [1]


def test_what_is_taken_back_is_learned_no_more(owner, hands, walked) -> None:
    for _ in range(6):
        hands.go_on(hours=3)
        last = lies(hands)
    assert now().estimates.by_kind["half-sitting"].n == 6
    before = len(walked)
    now().record(Draft(payload=Withdrawn(), supersedes=last.id))
    assert now().estimates.by_kind["half-sitting"].n == 5
    assert now().estimates == as_a_whole(now())
    assert len(walked) == before + 1


def test_what_is_told_late_is_learned_as_well(owner, hands) -> None:
    lies(hands)
    assert now().estimates.by_kind["half-sitting"].n == 1
    late = now().now - timedelta(minutes=18)
    now().record(Draft(payload=PositionTried(
        position_id="calves-on-chair", helped=None, kept=False), happened_at=late))  # fmt: skip
    assert now().estimates == as_a_whole(now())


def test_of_two_people_each_has_their_own(owner, hands, walked) -> None:
    lies(hands)
    assert now().estimates.by_kind["half-sitting"].n == 1
    assert owner.pk in learned._KEPT
    assert len(learned._KEPT) <= learned.OWNERS_KEPT
