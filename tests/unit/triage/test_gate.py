"""The gate before a session, and what the moment's state leaves open."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from loosen.triage import Gate, GateNeed, permits_now, session_gate
from loosen.vocabulary import (
    AnswerValue,
    Clearance,
    Content,
    Lapsed,
    LapseReason,
    MomentAsked,
    Permit,
    Urgency,
)

NO = AnswerValue.NO
CLEAR = MomentAsked(drowsy=NO, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO)
DROWSY = MomentAsked(
    drowsy=AnswerValue.NOT_SURE, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO
)
JUST_NOW, LONG_AGO = timedelta(minutes=30), timedelta(minutes=30, seconds=1)


def gate(
    content: Content,
    at: datetime,
    *,
    short_set: timedelta | None = JUST_NOW,
    moment_age: timedelta | None = JUST_NOW,
    moment: MomentAsked | None = CLEAR,
) -> Gate:
    """The gate, the short set and the moment having been asked so long ago."""
    return session_gate(
        short_set_at=None if short_set is None else at - short_set,
        moment_at=None if moment_age is None else at - moment_age,
        moment=moment,
        at=at,
        content=content,
    )


def test_both_asked_half_an_hour_ago_and_a_clear_head_open_the_gate(
    content: Content, noon: datetime
) -> None:
    assert gate(content, noon).is_open


@pytest.mark.parametrize("asked", [None, LONG_AGO, -timedelta(seconds=1)])
def test_a_short_set_not_asked_too_old_or_ahead_of_the_clock_is_missing(
    content: Content, noon: datetime, asked: timedelta | None
) -> None:
    assert gate(content, noon, short_set=asked).needs == (GateNeed.SHORT_SET,)


@pytest.mark.parametrize("asked", [None, LONG_AGO, -timedelta(seconds=1)])
def test_a_moment_not_asked_too_old_or_ahead_of_the_clock_is_missing(
    content: Content, noon: datetime, asked: timedelta | None
) -> None:
    assert gate(content, noon, moment_age=asked).needs == (GateNeed.MOMENT,)


def test_not_sure_about_being_drowsy_keeps_the_gate_shut(content: Content, noon: datetime) -> None:
    assert gate(content, noon, moment=DROWSY).needs == (GateNeed.MOMENT_NOT_CLEAR,)


def test_everything_that_is_missing_is_told_at_once(content: Content, noon: datetime) -> None:
    shut = gate(content, noon, short_set=None, moment_age=None, moment=None)
    assert shut.needs == (GateNeed.SHORT_SET, GateNeed.MOMENT)
    assert not shut.is_open


def test_every_need_and_every_lapse_has_its_sentence(content: Content) -> None:
    wanted = {f"gate-{need}" for need in GateNeed} | {f"lapsed-{why}" for why in LapseReason}
    assert wanted <= content.phrases.keys()


@pytest.fixture
def cleared(noon: datetime) -> Clearance:
    return Clearance(
        decision_id=UUID(int=1),
        owner_id=UUID(int=2),
        urgency=Urgency.U4,
        permits=frozenset(Permit),
        limits=(),
        reasons=(),
        opened_by=frozenset(),
        decided_at=noon,
        expires_at=noon + timedelta(hours=24),
        content_version="test",
    )


def test_a_clear_head_keeps_every_permit(cleared: Clearance) -> None:
    assert permits_now(cleared, CLEAR) == frozenset(Permit)
    assert permits_now(cleared, None) == frozenset(Permit)


def test_a_head_that_is_not_clear_keeps_positions_and_the_emergency_card(
    cleared: Clearance,
) -> None:
    assert permits_now(cleared, DROWSY) == {Permit.POSITION, Permit.EMERGENCY_CARD}


def test_a_head_that_is_not_clear_opens_nothing_that_was_shut() -> None:
    shut = Lapsed(reason=LapseReason.TOO_OLD, permits=frozenset({Permit.EMERGENCY_CARD}))
    assert permits_now(shut, DROWSY) == {Permit.EMERGENCY_CARD}
