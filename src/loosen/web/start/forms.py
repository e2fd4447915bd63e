"""What a person tapped on a card, read into answers; problems stand beside their fields.

Clear words for every wrong value, and nothing of the rest is lost. What an answer counts as
is triage's to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.http import QueryDict

from loosen.vocabulary import (
    NO_ANSWERS,
    Answer,
    Answers,
    AnswerValue,
    Onset,
    Question,
    QuestionKind,
)
from loosen.web.site.forms import FORM_ID, is_uuid

WHOLE_CARD = "say"
NONE_OF_THESE = "none"
TAPPED = frozenset({AnswerValue.YES.value, AnswerValue.NOT_SURE.value})
REST = "rest"
LONGEST_NUMBER = 8
WHOLE_NUMBERS = frozenset({"years"})
MEANT = frozenset({AnswerValue.YES, AnswerValue.NOT_SURE})
WORSE = (AnswerValue.YES, AnswerValue.NOT_SURE, AnswerValue.NO)

TAP_ONE = "Tap an answer here."
TAP_ONE_YES = "Tap the one you mean. If none fits, tap “None of these”."
YES_AND_NONE = "You tapped this, and “None of these” too. Change this to no, or go on with it."
NOT_AN_ANSWER = "That is not one of the answers. Tap one of them."
WHEN_DID_IT_BEGIN = "Tap when it began. If you do not know, tap that."
IS_IT_WORSE = "Tap whether it is new or worse since you spoke to a clinician."


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReading:
    """The answers that could be read, and what was wrong, by question id.

    `worse`: of signs that a clinician spoke about, whether they are new or worse since then.
    """

    answers: Mapping[str, Answer]
    problems: Mapping[str, str] = field(default_factory=dict)
    worse: Answers = NO_ANSWERS

    @property
    def is_good(self) -> bool:
        """True when the whole card can be recorded."""
        return not self.problems


def fresh_form_id() -> str:
    """A new id for a card that is about to be shown, so that sending it twice records once."""
    return str(uuid4())


def form_id_of(posted: QueryDict) -> UUID:
    """The id that came back; a card that lost it is recorded as a new one."""
    said = posted.get(FORM_ID, "")
    return UUID(said) if is_uuid(said) else uuid4()


def read_card(
    questions: tuple[Question, ...],
    posted: QueryDict,
    earlier: Mapping[str, Answer],
    under_word: frozenset[str],
) -> CardReading:
    """Read one card. "None of these" is an explicit no to each of its yes-no questions.

    With a yes tapped beside it, it is not clear what was meant; a sign must not get lost so.
    `under_word`: the signs of which it is asked whether they are worse.
    """
    if posted.get(WHOLE_CARD) == NONE_OF_THESE:
        torn = _torn(questions, posted, earlier)
        no_to_all = {} if torn else all_no(questions)
        return CardReading(answers=no_to_all, problems=dict.fromkeys(torn, YES_AND_NONE))
    answers: dict[str, Answer] = {}
    problems: dict[str, str] = {}
    for question in questions:
        answer = _read_one(question, posted)
        if isinstance(answer, Answer):
            answers[question.id] = answer
        else:
            problems[question.id] = answer
    there = {one for one in under_word & answers.keys() if answers[one].value in MEANT}
    worse = {one: Answer(value=said) for one in there if (said := _worse(one, posted))}
    missing = dict.fromkeys(there - worse.keys(), IS_IT_WORSE)
    return CardReading(
        answers=answers, problems=problems | missing, worse=Answers(by_question=worse)
    )


def _worse(question_id: str, posted: QueryDict) -> AnswerValue | None:
    """What was said to "new or worse since then?"; None while nothing was."""
    said = posted.get(f"{question_id}.worse")
    return AnswerValue(said) if said in WORSE else None


def all_no(questions: tuple[Question, ...]) -> dict[str, Answer]:
    """A plain no to every yes-no question of the card."""
    no = Answer(value=AnswerValue.NO)
    return {one.id: no for one in questions if one.kind is QuestionKind.YES_NO}


def _torn(
    questions: tuple[Question, ...], posted: QueryDict, earlier: Mapping[str, Answer]
) -> list[str]:
    """Ids of those tapped yes or not sure just now, on a card sent with "None of these"."""
    tapped = {one.id: posted.get(one.id) for one in questions}
    before = {question_id: answer.value for question_id, answer in earlier.items()}
    return [one for one, said in tapped.items() if said in MEANT and before.get(one) != said]


def says_something(reading: CardReading) -> bool:
    """True where at least one yes, not sure or value was tapped on the card."""
    return any(answer.value is not AnswerValue.NO for answer in reading.answers.values())


def _read_one(question: Question, posted: QueryDict) -> Answer | str:
    """The answer, or what to say beside the field."""
    match question.kind:
        case QuestionKind.YES_NO:
            return _read_yes_no(question, posted)
        case QuestionKind.NUMBER:
            return _read_number(question, posted)
        case QuestionKind.CHOICE:
            return _read_choice(question, posted)


def _read_yes_no(question: Question, posted: QueryDict) -> Answer | str:
    said = posted.get(question.id) or (AnswerValue.NO if posted.get(REST) else "")
    if not said:
        return TAP_ONE
    allowed = {AnswerValue.YES, AnswerValue.NO, AnswerValue.NOT_SURE}
    if question.may_not_apply:
        allowed.add(AnswerValue.DOES_NOT_APPLY)
    if said not in allowed:
        return NOT_AN_ANSWER
    if said != AnswerValue.YES:
        return Answer(value=AnswerValue(said))
    return _read_yes(question, posted)


def _read_yes(question: Question, posted: QueryDict) -> Answer | str:
    onset = posted.get(f"{question.id}.onset") or None
    if question.asks_onset and onset is None:
        return WHEN_DID_IT_BEGIN
    forms = tuple(dict.fromkeys(posted.getlist(f"{question.id}.forms")))
    is_known_onset = onset is None or onset in list(Onset)
    if not is_known_onset or not set(forms) <= {form.id for form in question.forms}:
        return NOT_AN_ANSWER
    when = Onset(onset) if onset is not None and question.asks_onset else None
    return Answer(value=AnswerValue.YES, onset=when, forms=forms)


def _read_number(question: Question, posted: QueryDict) -> Answer | str:
    text = posted.get(question.id, "").strip()
    if question.may_not_apply and posted.get(question.id) == AnswerValue.DOES_NOT_APPLY:
        return Answer(value=AnswerValue.DOES_NOT_APPLY)
    if not text:
        return _skipped_number(question)
    number = _number(text)
    if number is None or (question.unit in WHOLE_NUMBERS and number != int(number)):
        return f"Write a number in digits, {_bounds(question)}."
    assert question.low is not None
    assert question.high is not None
    if not question.low <= number <= question.high:
        return f"This needs to be {_bounds(question)}."
    return Answer(number=number)


def _skipped_number(question: Question) -> Answer | str:
    """A number that one may keep to oneself is left blank for that."""
    if question.may_not_apply:
        return Answer(value=AnswerValue.DOES_NOT_APPLY)
    return f"Write a number here, {_bounds(question)}."


def _number(text: str) -> float | None:
    """Digits as people type them; a comma may stand for the point. None for anything else."""
    plain = text.replace(",", ".", 1)
    digits = plain.replace(".", "", 1)
    is_number = digits.isascii() and digits.isdigit() and len(plain) <= LONGEST_NUMBER
    return float(plain) if is_number else None


def _bounds(question: Question) -> str:
    return f"from {question.low:g} to {question.high:g} {question.unit}"


def _read_choice(question: Question, posted: QueryDict) -> Answer | str:
    said = posted.get(question.id, "")
    if not said:
        return TAP_ONE
    if said not in {choice.id for choice in question.choices}:
        return NOT_AN_ANSWER
    return Answer(choice=said)
