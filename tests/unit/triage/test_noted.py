"""What is noted outside the screen reaches the screen's questions."""

import pytest

from loosen.triage import answers_by_course, answers_by_legs, answers_by_stop
from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswerValue,
    Content,
    LegChange,
    StopKind,
)

YES = Answer(value=AnswerValue.YES)
NO = Answer(value=AnswerValue.NO)
NOT_SURE = Answer(value=AnswerValue.NOT_SURE)


@pytest.mark.parametrize("change", LegChange)
def test_only_what_moves_down_the_leg_is_a_yes(content: Content, change: LegChange) -> None:
    told = answers_by_legs(change, NO_ANSWERS, content)
    moves_down = change is LegChange.MOVING_DOWN
    assert told == ({"leg-symptoms-spreading": YES} if moves_down else {})


@pytest.mark.parametrize("kind", StopKind)
def test_only_a_stop_for_the_leg_is_a_yes(content: Content, kind: StopKind) -> None:
    told = answers_by_stop(kind, NO_ANSWERS, content)
    assert told == ({"leg-symptoms-spreading": YES} if kind is StopKind.LEG else {})


@pytest.mark.parametrize("direction", ["much better", "a little better", "the same", "worse", ""])
def test_a_course_that_got_worse_is_not_sure_and_so_counts(
    content: Content, direction: str
) -> None:
    told = answers_by_course(direction, NO_ANSWERS, content)
    assert told == ({"severe-and-worsening": NOT_SURE} if direction == "worse" else {})


@pytest.mark.parametrize(("before", "is_told"), [(YES, False), (NOT_SURE, False), (NO, True)])
def test_what_counts_as_yes_already_is_left_as_it_was_said(
    content: Content, before: Answer, is_told: bool
) -> None:
    said = Answers(by_question={"leg-symptoms-spreading": before, "severe-and-worsening": before})
    assert bool(answers_by_stop(StopKind.LEG, said, content)) is is_told
    assert bool(answers_by_legs(LegChange.MOVING_DOWN, said, content)) is is_told
    assert bool(answers_by_course("worse", said, content)) is is_told
