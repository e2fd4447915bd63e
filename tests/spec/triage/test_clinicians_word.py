"""What a clinician's word opens, and what ends it.

An old, unchanged, examined sign does not lock a person out for ever; only a yes opens.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loosen import triage
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswerValue,
    Clearance,
    Content,
    GentleMovement,
    Urgency,
)

from .standing import (
    AT,
    CARD_ONLY,
    EVERYTHING,
    OLD_YES,
    RESTING,
    YES,
    decided,
    note,
    screen,
    stands,
)


def test_an_old_examined_sign_is_opened_by_a_clinicians_yes(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES)
    made = decided(content, answers)
    standing = stands(content, answers, made, notes=(note("a1-saddle-older"),))
    assert isinstance(standing, Clearance)
    assert standing.urgency is Urgency.U3
    assert standing.permits == EVERYTHING
    assert standing.opened_by == {"a1-saddle-older"}


@pytest.mark.parametrize("said", [GentleMovement.NO, GentleMovement.NOT_SURE])
def test_only_a_yes_opens(content: Content, said: GentleMovement) -> None:
    answers = screen(content, saddle_numbness=OLD_YES)
    made = decided(content, answers)
    standing = stands(content, answers, made, notes=(note("a1-saddle-older", said=said),))
    assert standing.permits == RESTING


def test_a_word_on_one_of_two_signs_opens_nothing(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES, weight_loss=YES)
    made = decided(content, answers)
    standing = stands(content, answers, made, notes=(note("a1-saddle-older"),))
    assert isinstance(standing, Clearance)
    assert standing.urgency is Urgency.U2
    assert standing.permits == RESTING


def test_words_from_two_visits_open_together(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES, weight_loss=YES)
    made = decided(content, answers)
    both = (note("a1-saddle-older"), note("d3-weight-loss"))
    assert stands(content, answers, made, notes=both).permits == EVERYTHING


def test_a_word_does_not_open_an_emergency(content: Content) -> None:
    answers = screen(content, saddle_numbness=YES)
    made = decided(content, answers)
    standing = stands(content, answers, made, notes=(note("a1-saddle-new"),))
    assert standing.permits == CARD_ONLY


def test_a_word_does_not_open_for_a_child(content: Content) -> None:
    answers = screen(content, age_years=Answer(number=15), weight_loss=YES)
    made = decided(content, answers)
    assert stands(content, answers, made, notes=(note("d3-weight-loss"),)).permits == CARD_ONLY


def test_a_sign_that_is_new_or_worse_voids_the_word(content: Content) -> None:
    before = screen(content, saddle_numbness=OLD_YES)
    after = screen(content, saddle_numbness=OLD_YES, worse_on_coughing=YES)
    said = note("a1-saddle-older", at=AT + timedelta(minutes=1))
    first = decided(content, before)
    later = decided(content, after, AT + timedelta(minutes=2), before=before)
    standing = stands(content, after, first, later, at=AT + timedelta(minutes=3), notes=(said,))
    assert later.new_signs == {"worse-on-coughing"}
    assert standing.permits == RESTING


def test_a_voided_word_stays_void_when_the_new_sign_has_gone(content: Content) -> None:
    before = screen(content, saddle_numbness=OLD_YES)
    ill = screen(content, saddle_numbness=OLD_YES, worse_on_coughing=YES)
    said = note("a1-saddle-older", at=AT + timedelta(minutes=1))
    decisions = (
        decided(content, before),
        decided(content, ill, AT + timedelta(minutes=2), before=before),
        decided(content, before, AT + timedelta(minutes=3), before=ill),
    )
    standing = stands(content, before, *decisions, at=AT + timedelta(minutes=4), notes=(said,))
    assert standing.permits == RESTING


def test_a_new_word_after_the_new_sign_opens_again(content: Content) -> None:
    before = screen(content, saddle_numbness=OLD_YES)
    ill = screen(content, saddle_numbness=OLD_YES, worse_on_coughing=YES)
    decisions = (
        decided(content, before),
        decided(content, ill, AT + timedelta(minutes=2), before=before),
    )
    words = (
        note("a1-saddle-older", at=AT + timedelta(minutes=1)),
        note("a1-saddle-older", at=AT + timedelta(minutes=3)),
    )
    standing = stands(content, ill, *decisions, at=AT + timedelta(minutes=4), notes=words)
    assert standing.permits == EVERYTHING


def test_asking_again_the_next_day_without_change_keeps_the_word(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES)
    said = note("a1-saddle-older", at=AT + timedelta(minutes=1))
    tomorrow = AT + timedelta(days=1)
    decisions = (
        decided(content, answers),
        decided(content, answers, tomorrow, before=answers),
    )
    assert stands(content, answers, *decisions, at=tomorrow, notes=(said,)).permits == EVERYTHING


def test_a_word_ends_on_its_last_day(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES)
    said = note("a1-saddle-older", days=1)
    on_it, after_it = AT + timedelta(days=1), AT + timedelta(days=2)
    assert said.note.until == date(2026, 11, 23)
    for day, permits in ((on_it, EVERYTHING), (after_it, RESTING)):
        made = decided(content, answers, day, before=answers)
        assert stands(content, answers, made, at=day, notes=(said,)).permits == permits


@pytest.mark.parametrize(
    ("hours_on", "utc_offset_h", "permits"),
    [
        (20, 0, RESTING),
        (20, -8, EVERYTHING),
        (14, 0, EVERYTHING),
        (14, 12, RESTING),
    ],
)
def test_the_last_day_ends_at_midnight_by_the_persons_own_clock(
    content: Content, hours_on: int, utc_offset_h: int, permits: frozenset[object]
) -> None:
    answers = screen(content, weight_loss=YES)
    said, now = note("d3-weight-loss", days=0), AT + timedelta(hours=hours_on)
    made = decided(content, answers)
    standing = stands(
        content, answers, made, at=now, notes=(said,), utc_offset_min=60 * utc_offset_h
    )
    assert standing.permits == permits


def test_the_last_word_counts_where_two_differ(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES)
    made = decided(content, answers)
    words = (
        note("a1-saddle-older", said=GentleMovement.NO, at=AT + timedelta(hours=2)),
        note("a1-saddle-older", at=AT + timedelta(hours=1)),
    )
    later = AT + timedelta(hours=3)
    assert stands(content, answers, made, at=later, notes=words).permits == RESTING


def test_a_word_recorded_ahead_of_the_clock_opens_nothing_yet(content: Content) -> None:
    answers = screen(content, saddle_numbness=OLD_YES)
    made = decided(content, answers)
    ahead = note("a1-saddle-older", at=AT + timedelta(hours=1))
    assert stands(content, answers, made, notes=(ahead,)).permits == RESTING


@pytest.mark.parametrize(
    ("worse", "permits"),
    [(AnswerValue.YES, RESTING), (AnswerValue.NOT_SURE, RESTING), (AnswerValue.NO, EVERYTHING)],
)
def test_the_same_sign_voids_the_word_once_it_may_be_worse(
    content: Content, worse: AnswerValue, permits: frozenset[object]
) -> None:
    answers = screen(content, weight_loss=YES)
    first, later = AT, AT + timedelta(days=1)
    told = Answers(by_question={"weight-loss": Answer(value=worse)})
    decisions = (
        decided(content, answers, first),
        decided(content, answers, later, before=answers, worse=told),
    )
    word = note("d3-weight-loss", at=first)
    assert stands(content, answers, *decisions, at=later, notes=(word,)).permits == permits


def test_a_sign_that_has_gone_is_not_worse_whatever_was_tapped_beside_it(content: Content) -> None:
    told = Answers(by_question={"weight-loss": YES})
    gone = screen(content)
    before = screen(content, weight_loss=YES)
    assert triage.new_signs(before, gone, content, worse=told) == set()


def test_a_sign_told_after_the_clock_was_set_back_voids_a_word_told_before_it(
    content: Content,
) -> None:
    before = screen(content, weight_loss=YES)
    ill = screen(content, weight_loss=YES, height_loss=YES)
    word = replace(note("d3-weight-loss", at=AT + timedelta(hours=2)), told_no=1)
    worse = replace(decided(content, ill, AT, before=before), told_no=2)
    again = replace(decided(content, before, AT + timedelta(hours=3), before=ill), told_no=3)
    now = AT + timedelta(hours=4)
    assert stands(content, before, worse, again, at=now, notes=(word,)).permits == RESTING


def test_a_word_told_after_the_clock_was_set_back_opens_over_a_sign_told_before_it(
    content: Content,
) -> None:
    ill = screen(content, weight_loss=YES)
    sign = replace(decided(content, ill, AT), told_no=1)
    word = replace(note("d3-weight-loss", at=AT - timedelta(hours=2)), told_no=2)
    assert stands(content, ill, sign, at=AT, notes=(word,)).permits == EVERYTHING


def test_a_yes_is_not_brought_back_by_a_no_that_lies_ahead_of_the_clock(content: Content) -> None:
    answers = screen(content, weight_loss=YES)
    ahead = note("d3-weight-loss", said=GentleMovement.NO, at=AT + timedelta(hours=5))
    words = (note("d3-weight-loss"), ahead)
    assert stands(content, answers, decided(content, answers), notes=words).permits == RESTING


def test_a_word_on_a_rule_that_no_clinician_may_open_opens_nothing(content: Content) -> None:
    rule = replace(content.rules["d3-weight-loss"], clinician_may_open=False)
    strict = replace(content, rules={**content.rules, rule.id: rule})
    answers = screen(strict, weight_loss=YES)
    made = decided(strict, answers)
    assert triage.may_be_opened(made.decision, strict) == set()
    assert triage.may_be_opened(made.decision, content) == {"d3-weight-loss"}
    standing = stands(strict, answers, made, notes=(note("d3-weight-loss"),))
    assert isinstance(standing, Clearance)
    assert standing.opened_by == set()
    assert standing.permits == RESTING


def test_worse_is_asked_of_signs_under_a_running_yes_that_are_not_asked_since_when(
    content: Content,
) -> None:
    answers = screen(content, weight_loss=YES, saddle_numbness=OLD_YES, height_loss=YES)
    words = [note("d3-weight-loss", days=1).note, note("a1-saddle-older", days=1).note]

    def asked(said: Answers, days: int = 0) -> frozenset[str]:
        on = AT.date() + timedelta(days=days)
        return triage.signs_under_word(said, words, content, on)

    assert asked(answers) == {"weight-loss"}
    assert asked(answers, days=2) == set()
    assert asked(screen(content)) == set()
    assert asked(NO_ANSWERS) == set()


@pytest.mark.parametrize("said", [GentleMovement.NO, GentleMovement.NOT_SURE])
def test_where_no_word_opens_anything_it_is_not_asked_whether_it_is_worse(
    content: Content, said: GentleMovement
) -> None:
    answers = screen(content, weight_loss=YES)
    words = [note("d3-weight-loss", said=said).note]
    assert triage.signs_under_word(answers, words, content, AT.date()) == set()
