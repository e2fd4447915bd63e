"""Answers that do not fit their questions are refused, with all problems at once."""

import pytest

from loosen.triage import check_answers, decide
from loosen.vocabulary import Answer, Answers, AnswersError, AnswerValue, Content, Onset

YES = Answer(value=AnswerValue.YES)


def problems(content: Content, **said: Answer) -> list[str]:
    """What is wrong with these answers (`a_b` for `a-b`), as people read it."""
    answers = Answers(by_question={key.replace("_", "-"): answer for key, answer in said.items()})
    with pytest.raises(AnswersError) as raised:
        check_answers(answers, content)
    return [str(problem) for problem in raised.value.problems]


def test_sound_answers_of_every_kind_pass(content: Content) -> None:
    sound = {
        "age-years": Answer(number=40),
        "sex": Answer(choice="female"),
        "weight-kg": Answer(value=AnswerValue.DOES_NOT_APPLY),
        "both-legs": Answer(value=AnswerValue.YES, onset=Onset.WEEKS, forms=("any-time",)),
        "chest-pain": Answer(value=AnswerValue.NOT_SURE),
    }
    check_answers(Answers(by_question=sound), content)


def test_an_unknown_question_is_named_with_the_one_it_resembles(content: Content) -> None:
    [problem] = problems(content, chest_pian=YES)
    assert "answers.chest-pian: there is no such question" in problem
    assert "perhaps chest-pain" in problem


@pytest.mark.parametrize("age", [-1, 121, 400, float("nan"), float("inf")])
def test_an_age_out_of_range_is_refused(content: Content, age: float) -> None:
    [problem] = problems(content, age_years=Answer(number=age))
    assert "this number is out of range" in problem
    assert "a whole number from 0 to 120 (years)" in problem


def test_half_a_year_of_age_is_refused(content: Content) -> None:
    [problem] = problems(content, age_years=Answer(number=40.5))
    assert "this is not a whole number" in problem
    assert "found:    40.5" in problem


def test_an_age_cannot_be_left_aside(content: Content) -> None:
    [problem] = problems(content, age_years=Answer(value=AnswerValue.DOES_NOT_APPLY))
    assert "this question applies to everybody" in problem


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("age-years", YES, "yes"),
        ("sex", YES, "yes"),
        ("chest-pain", Answer(number=3), "3"),
        ("chest-pain", Answer(choice="female"), "female"),
    ],
)
def test_an_answer_of_another_kind_is_refused(
    content: Content, question: str, answer: Answer, found: str
) -> None:
    [problem] = problems(content, **{question: answer})
    assert "this answer is of another kind" in problem
    assert f"found:    {found}" in problem


def test_an_unknown_choice_is_refused_with_the_known_ones(content: Content) -> None:
    [problem] = problems(content, sex=Answer(choice="other"))
    assert "this choice is not known" in problem
    assert "one of female, male, not-said" in problem


def test_an_unknown_form_is_refused_with_the_known_ones(content: Content) -> None:
    [problem] = problems(content, both_legs=Answer(value=AnswerValue.YES, forms=("sometimes",)))
    assert "this form is not known" in problem
    assert "one of any-time, only-walking" in problem


def test_a_form_where_there_is_none_is_refused(content: Content) -> None:
    [problem] = problems(content, chest_pain=Answer(value=AnswerValue.YES, forms=("mild",)))
    assert "expected: no form" in problem


def test_an_onset_where_none_is_asked_is_refused(content: Content) -> None:
    [problem] = problems(content, chest_pain=Answer(value=AnswerValue.YES, onset=Onset.LONG))
    assert "this question does not ask since when" in problem


def test_every_problem_is_told_at_once(content: Content) -> None:
    found = problems(
        content,
        age_years=Answer(number=200),
        sex=Answer(choice="other"),
        no_such_thing=YES,
        both_legs=Answer(value=AnswerValue.YES, forms=("sometimes", "never")),
    )
    assert len(found) == 5


def test_nothing_is_decided_on_answers_that_do_not_fit(content: Content, noon) -> None:
    with pytest.raises(AnswersError):
        decide(Answers(by_question={"age-years": Answer(number=200)}), content, noon)
