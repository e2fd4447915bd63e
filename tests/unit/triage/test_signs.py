"""What counts as a new danger sign, and what changes the fingerprint of the facts."""

import pytest

from loosen.triage import about_digest, new_signs
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    AnsweredBy,
    Answers,
    AnswerValue,
    Content,
    Onset,
)

YES = Answer(value=AnswerValue.YES)
NO = Answer(value=AnswerValue.NO)
NOT_SURE = Answer(value=AnswerValue.NOT_SURE)
OLD = Answer(value=AnswerValue.YES, onset=Onset.LONG)
WEEKS = Answer(value=AnswerValue.YES, onset=Onset.WEEKS)
NEW = Answer(value=AnswerValue.YES, onset=Onset.NEW)
WALKING = Answer(value=AnswerValue.YES, onset=Onset.LONG, forms=("only-walking",))
ANY_TIME = Answer(value=AnswerValue.YES, onset=Onset.LONG, forms=("any-time",))


def said(**answers: Answer) -> Answers:
    """Answers by question, `a_b` for `a-b`."""
    return Answers(by_question={key.replace("_", "-"): one for key, one in answers.items()})


def digest(content: Content, **answers: Answer) -> str:
    return about_digest(said(**answers), content)


@pytest.mark.parametrize(
    ("before", "after", "is_new"),
    [
        (None, NEW, True),
        (NO, NEW, True),
        (NO, OLD, True),
        (NO, NOT_SURE, True),
        (NEW, NEW, False),
        (OLD, OLD, False),
        (NEW, NO, False),
        (OLD, NEW, True),
        (OLD, NOT_SURE, True),
        (WEEKS, NEW, True),
        (WEEKS, OLD, False),
        (NEW, WEEKS, False),
        (WALKING, ANY_TIME, True),
        (WALKING, OLD, True),
        (OLD, WALKING, False),
    ],
)
def test_a_sign_is_new_when_it_was_not_there_or_is_newer_or_wider(
    content: Content, before: Answer | None, after: Answer, is_new: bool
) -> None:
    earlier = said(both_legs=before) if before else NO_ANSWERS
    found = new_signs(earlier, said(both_legs=after), content)
    assert found == ({"both-legs"} if is_new else set())


def test_a_doubt_that_turns_out_badly_is_no_second_new_sign(content: Content) -> None:
    before = said(weight_loss=NOT_SURE)
    after = said(weight_loss=NOT_SURE, looser_clothes=YES)
    assert new_signs(before, after, content) == set()


def test_a_fact_about_the_person_is_no_danger_sign(content: Content) -> None:
    assert new_signs(NO_ANSWERS, said(osteoporosis=YES), content) == set()


def test_the_fingerprint_changes_with_a_fact_and_not_with_a_sign(content: Content) -> None:
    plain = digest(content, osteoporosis=NO)
    assert digest(content, osteoporosis=YES) != plain
    assert digest(content, osteoporosis=NO, age_years=Answer(number=41)) != plain
    assert digest(content, osteoporosis=NO, chest_pain=YES) == plain


def test_the_fingerprint_sees_a_form_and_not_who_answered(content: Content) -> None:
    early = Answer(value=AnswerValue.YES, forms=("under-16-weeks",))
    late = Answer(value=AnswerValue.YES, forms=("16-weeks-or-more",))
    by_carer = Answer(
        value=AnswerValue.YES, forms=("under-16-weeks",), answered_by=AnsweredBy.CARER
    )
    assert digest(content, pregnant=early) != digest(content, pregnant=late)
    assert digest(content, pregnant=early) == digest(content, pregnant=by_carer)


def test_the_fingerprint_does_not_depend_on_the_order_of_answers(content: Content) -> None:
    one = digest(content, osteoporosis=NO, reflux=YES)
    other = digest(content, reflux=YES, osteoporosis=NO)
    assert one == other
