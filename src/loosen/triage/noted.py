"""What is noted outside the screen, as answers to its questions: no sign gets lost on the way.

A yes or a "not sure" that stands already is left as it is, with its onset and its forms.
"""

from collections.abc import Mapping

from loosen.vocabulary import Answer, Answers, AnswerValue, Content, LegChange, StopKind

from .findings import is_yes

SPREADING = "leg-symptoms-spreading"
WORSENING = "severe-and-worsening"
WORSE = "worse"  # the direction of a course that counts
_YES = Answer(value=AnswerValue.YES)
_NOT_SURE = Answer(value=AnswerValue.NOT_SURE)


def answers_by_legs(change: LegChange, before: Answers, content: Content) -> Mapping[str, Answer]:
    """Leg symptoms that move down (evidence file, 3.4)."""
    return _unless_there(
        {SPREADING: _YES} if change is LegChange.MOVING_DOWN else {}, before, content
    )


def answers_by_stop(kind: StopKind, before: Answers, content: Content) -> Mapping[str, Answer]:
    """A stop because it went into the leg, or further down it (evidence file, 3.4 and 5.6)."""
    told = {SPREADING: _YES} if kind is StopKind.LEG else {}
    return _unless_there(told, before, content)


def answers_by_course(direction: str, before: Answers, content: Content) -> Mapping[str, Answer]:
    """Worse since it began (evidence file, 2.3 H4). How bad was not said, so it is not sure."""
    told = {WORSENING: _NOT_SURE} if direction == WORSE else {}
    return _unless_there(told, before, content)


def _unless_there(
    told: Mapping[str, Answer], before: Answers, content: Content
) -> Mapping[str, Answer]:
    return {
        question_id: answer
        for question_id, answer in told.items()
        if question_id in content.questions
        and not is_yes(content.questions[question_id], before, content)
    }
