"""When a clearance stands and when it lapses.

A clearance is a leave for one day, on the facts it rested on, for the person it was given to.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from loosen import triage
from loosen.vocabulary import (
    NO_ANSWERS,
    Clearance,
    Content,
    Lapsed,
    LapseReason,
    Permit,
    Urgency,
)

from .standing import (
    AT,
    CARD_ONLY,
    EVERYTHING,
    RESTING,
    SOMEONE_ELSE,
    YES,
    decided,
    screen,
    stands,
)


def test_a_clear_and_complete_screen_opens_everything_for_a_day(content: Content) -> None:
    answers = screen(content)
    standing = stands(content, answers, decided(content, answers))
    assert isinstance(standing, Clearance)
    assert standing.urgency is Urgency.U4
    assert standing.permits == EVERYTHING
    assert standing.expires_at == AT + timedelta(hours=24)


def test_somebody_who_was_never_asked_has_the_emergency_card_alone(content: Content) -> None:
    assert stands(content, NO_ANSWERS) == Lapsed(
        reason=LapseReason.NEVER_SCREENED, permits=CARD_ONLY
    )


@pytest.mark.parametrize(
    ("hours", "lapses"),
    [(0, False), (23.99, False), (24, True), (24 * 365, True)],
)
def test_a_clearance_lapses_after_a_day(content: Content, hours: float, lapses: bool) -> None:
    answers = screen(content)
    made = decided(content, answers)
    standing = stands(content, answers, made, at=AT + timedelta(hours=hours))
    reason = standing.reason if isinstance(standing, Lapsed) else None
    assert reason is (LapseReason.TOO_OLD if lapses else None)


def test_the_day_is_the_one_listed_for_review(content: Content) -> None:
    assert timedelta(hours=content.threshold("clearance-lasts-h")) == triage.CLEARANCE_LASTS


def test_a_clock_that_went_back_lapses_it(content: Content) -> None:
    answers = screen(content)
    standing = stands(content, answers, decided(content, answers), at=AT - timedelta(seconds=1))
    assert standing == Lapsed(reason=LapseReason.CLOCK_WENT_BACK, permits=CARD_ONLY)


def test_a_clock_that_went_back_is_not_mended_by_an_older_decision(content: Content) -> None:
    answers = screen(content)
    older = decided(content, answers, AT - timedelta(hours=2))
    ahead = decided(content, answers, AT + timedelta(hours=1))
    standing = stands(content, answers, ahead, older)
    assert standing == Lapsed(reason=LapseReason.CLOCK_WENT_BACK, permits=CARD_ONLY)


def test_a_change_in_about_you_lapses_it(content: Content) -> None:
    made = decided(content, screen(content))
    standing = stands(content, screen(content, osteoporosis=YES), made)
    assert standing == Lapsed(reason=LapseReason.ABOUT_YOU_CHANGED, permits=CARD_ONLY)


def test_new_content_lapses_it(content: Content) -> None:
    answers = screen(content)
    newer = replace(content, version="newer")
    standing = stands(newer, answers, decided(content, answers))
    assert standing == Lapsed(reason=LapseReason.CONTENT_CHANGED, permits=CARD_ONLY)


def test_it_is_of_no_use_to_another_person(content: Content) -> None:
    answers = screen(content)
    standing = stands(content, answers, decided(content, answers), owner_id=SOMEONE_ELSE)
    assert standing == Lapsed(reason=LapseReason.OTHER_OWNER, permits=CARD_ONLY)


def test_a_later_decision_for_somebody_else_lapses_it(content: Content) -> None:
    answers = screen(content)
    mine = decided(content, answers)
    theirs = replace(decided(content, answers, AT + timedelta(minutes=1)), owner_id=SOMEONE_ELSE)
    standing = stands(content, answers, mine, theirs, at=AT + timedelta(minutes=2))
    assert standing == Lapsed(reason=LapseReason.OTHER_OWNER, permits=CARD_ONLY)


def test_an_imported_decision_clears_nobody(content: Content) -> None:
    answers = screen(content)
    imported = replace(decided(content, answers), imported=True)
    standing = stands(content, answers, imported)
    assert standing == Lapsed(reason=LapseReason.NEVER_SCREENED, permits=CARD_ONLY)


@pytest.mark.parametrize(
    ("left_open", "permits"), [("chest_pain", CARD_ONLY), ("weight_loss", RESTING)]
)
def test_an_unfinished_screen_leaves_what_its_part_permits(
    content: Content, left_open: str, permits: frozenset[Permit]
) -> None:
    answers = screen(content, **{left_open: None})
    standing = stands(content, answers, decided(content, answers))
    assert standing == Lapsed(reason=LapseReason.INCOMPLETE, permits=permits)


@pytest.mark.parametrize(
    ("tapped", "permits"), [("chest-pain", CARD_ONLY), ("weight-loss", RESTING)]
)
def test_a_yes_of_which_it_was_not_said_which_opens_its_questions_again(
    content: Content, tapped: str, permits: frozenset[Permit]
) -> None:
    answers = screen(content)
    made = decided(content, answers)
    standing = stands(content, answers, made, still_to_say=frozenset({tapped}))
    assert standing == Lapsed(reason=LapseReason.INCOMPLETE, permits=permits)


def test_a_tapped_yes_neither_lowers_an_emergency_nor_opens_what_has_lapsed(
    content: Content,
) -> None:
    tapped = frozenset({"weight-loss"})
    ill = screen(content, saddle_numbness=YES)
    standing = stands(content, ill, decided(content, ill), still_to_say=tapped)
    assert isinstance(standing, Clearance)
    assert (standing.urgency, standing.permits) == (Urgency.U1, CARD_ONLY)
    well = screen(content)
    late = AT + timedelta(hours=24)
    lapsed = stands(content, well, decided(content, well), at=late, still_to_say=tapped)
    assert lapsed == Lapsed(reason=LapseReason.TOO_OLD, permits=CARD_ONLY)


def test_an_emergency_stands_before_everything_is_answered(content: Content) -> None:
    answers = screen(content, saddle_numbness=YES, weight_loss=None)
    standing = stands(content, answers, decided(content, answers))
    assert isinstance(standing, Clearance)
    assert standing.urgency is Urgency.U1
    assert standing.permits == CARD_ONLY


def test_a_new_danger_sign_ends_the_clearance_before_it(content: Content) -> None:
    clear, ill = screen(content), screen(content, leg_weakness=YES)
    first = decided(content, clear)
    second = decided(content, ill, AT + timedelta(minutes=5), before=clear)
    standing = stands(content, ill, first, second, at=AT + timedelta(minutes=6))
    assert standing.permits == CARD_ONLY
    assert second.new_signs == {"leg-weakness"}


def test_of_two_decisions_made_at_once_the_later_told_counts(content: Content) -> None:
    clear, ill = screen(content), screen(content, leg_weakness=YES)
    standing = stands(content, ill, decided(content, clear), decided(content, ill))
    assert standing.permits == CARD_ONLY


def test_a_sign_told_after_the_clock_went_back_is_not_covered_by_the_clearance_before_it(
    content: Content,
) -> None:
    clear, ill = screen(content), screen(content, leg_weakness=YES)
    ahead = decided(content, clear, AT + timedelta(hours=1))
    told_later = decided(content, ill, AT, before=clear)
    standing = stands(content, ill, ahead, told_later, at=AT + timedelta(hours=2))
    assert standing == Lapsed(reason=LapseReason.CLOCK_WENT_BACK, permits=CARD_ONLY)
