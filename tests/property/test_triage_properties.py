"""What holds for every screen: a yes only ever raises, silence and doubt never lower."""

from datetime import UTC, datetime
from functools import cache
from itertools import combinations
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import loosen
from loosen.library.compile import compile_content
from loosen.triage import decide
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerValue,
    Content,
    Decision,
    Onset,
    Permit,
    Question,
    QuestionKind,
    Urgency,
    canonical_json,
)

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NO = Answer(value=AnswerValue.NO)
NOT_SURE = Answer(value=AnswerValue.NOT_SURE)
MOST_POSITIVE = 6
RESTING = {Permit.EMERGENCY_CARD, Permit.POSITION, Permit.BREATHING, Permit.TRANSFER}


@cache
def content() -> Content:
    return compile_content(Path(loosen.__file__).parent / "content")


def yes_no_questions() -> list[Question]:
    return [one for one in content().questions.values() if one.kind is QuestionKind.YES_NO]


def decided(answers: dict[str, Answer]) -> Decision:
    return decide(Answers(by_question=answers), content(), AT)


@st.composite
def yeses(draw: st.DrawFn, question: Question) -> Answer:
    """A yes to the question, in any of its forms and from any time."""
    forms = draw(st.sets(st.sampled_from([form.id for form in question.forms] or [""])))
    onset = draw(st.none() | st.sampled_from(Onset)) if question.asks_onset else None
    return Answer(value=AnswerValue.YES, onset=onset, forms=tuple(sorted(forms - {""})))


@st.composite
def clear_screens(draw: st.DrawFn) -> dict[str, Answer]:
    """Every question answered, every yes-no with no; any age, sex and choice."""
    screen = {question.id: NO for question in yes_no_questions()}
    for question in content().questions.values():
        if question.kind is QuestionKind.CHOICE:
            choice = draw(st.sampled_from([choice.id for choice in question.choices]))
            screen[question.id] = Answer(choice=choice)
    ages = st.sampled_from([0, 15, 16, 17, 18, 19, 20, 40, 49, 50, 51, 64, 65, 70, 71, 75, 120])
    screen["age-years"] = Answer(number=draw(ages))
    screen["weight-kg"] = Answer(number=75)
    return screen


@st.composite
def screens(draw: st.DrawFn) -> dict[str, Answer]:
    """Complete screens with up to a handful of positive or doubtful answers."""
    screen = draw(clear_screens())
    picked = st.lists(st.sampled_from(yes_no_questions()), max_size=MOST_POSITIVE)
    for question in draw(picked):
        screen[question.id] = draw(st.just(NOT_SURE) | yeses(question))
    return screen


def rises(lower: Decision, higher: Decision) -> bool:
    """No less urgent, nothing more permitted, no need to keep still forgotten."""
    return (
        higher.urgency.rank <= lower.urgency.rank
        and higher.permits <= lower.permits
        and higher.keep_still >= lower.keep_still
        and set(higher.limits) >= set(lower.limits)
    )


@given(screens(), st.data())
def test_one_more_yes_never_lowers_the_urgency_nor_widens_what_is_permitted(
    screen: dict[str, Answer], data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(yes_no_questions()))
    with_no = {**screen, question.id: NO}
    with_yes = {**screen, question.id: data.draw(yeses(question))}
    assert rises(decided(with_no), decided(with_yes))


def every_yes(question: Question) -> list[Answer]:
    """Each form alone and each onset of a yes to the question."""
    forms = [(form.id,) for form in question.forms] or [()]
    onsets = list(Onset) if question.asks_onset else [None]
    return [
        Answer(value=AnswerValue.YES, forms=form, onset=onset) for form in forms for onset in onsets
    ]


def test_of_any_two_yeses_each_only_raises_what_the_other_decided() -> None:
    clear = {question.id: NO for question in yes_no_questions()}
    clear |= {"age-years": Answer(number=66), "sex": Answer(choice="not-said")}
    heard = {finding.question for rule in content().rules.values() for term in rule.when
             for finding in term.of}  # fmt: skip
    asked = [one for one in yes_no_questions() if one.id in heard]
    singles = [(one.id, answer) for one in asked for answer in every_yes(one)]
    alone = {single: decided({**clear, single[0]: single[1]}) for single in singles}
    for first, second in combinations(singles, 2):
        if first[0] != second[0]:
            both = decided({**clear, first[0]: first[1], second[0]: second[1]})
            assert rises(alone[first], both), (first, second)
            assert rises(alone[second], both), (first, second)


@given(screens(), st.data())
def test_one_more_form_of_a_yes_never_lowers_the_urgency_nor_widens_what_is_permitted(
    screen: dict[str, Answer], data: st.DataObject
) -> None:
    with_forms = [question for question in yes_no_questions() if question.forms]
    question = data.draw(st.sampled_from(with_forms))
    forms = tuple(form.id for form in question.forms)
    chosen = data.draw(st.sampled_from(forms))
    one_form = {**screen, question.id: Answer(value=AnswerValue.YES, forms=(chosen,))}
    every_form = {**screen, question.id: Answer(value=AnswerValue.YES, forms=forms)}
    no_form_named = {**screen, question.id: Answer(value=AnswerValue.YES)}
    assert rises(decided(one_form), decided(every_form))
    assert decided(no_form_named) == decided(every_form)


@given(screens(), st.data())
def test_an_unanswered_question_never_counts_as_no(
    screen: dict[str, Answer], data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(yes_no_questions()))
    without = {key: answer for key, answer in screen.items() if key != question.id}
    silent, denied = decided(without), decided({**screen, question.id: NO})
    assert silent.permits <= denied.permits
    if question.id in silent.to_ask:
        assert not silent.is_complete
        assert silent.permits <= RESTING | {Permit.READING}


@given(screens(), st.data())
def test_not_sure_is_never_taken_for_less_than_a_yes(
    screen: dict[str, Answer], data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(yes_no_questions()))
    screen.pop(question.resolve_with, None)  # nothing has settled the doubt
    doubtful = decided({**screen, question.id: NOT_SURE})
    certain = decided({**screen, question.id: data.draw(yeses(question))})
    assert doubtful.urgency.rank <= certain.urgency.rank
    assert doubtful.permits <= certain.permits


@given(screens(), st.data())
def test_a_later_onset_told_as_newer_never_lowers_the_urgency(
    screen: dict[str, Answer], data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from([one for one in yes_no_questions() if one.asks_onset]))
    onset = data.draw(st.sampled_from(Onset))
    some_time = {**screen, question.id: Answer(value=AnswerValue.YES, onset=onset)}
    new = {**screen, question.id: Answer(value=AnswerValue.YES, onset=Onset.NEW)}
    earlier, now = decided(some_time), decided(new)
    assert now.urgency.rank <= earlier.urgency.rank
    assert now.permits <= earlier.permits


@given(screens())
def test_sex_not_said_is_never_taken_for_less_than_either(screen: dict[str, Answer]) -> None:
    not_said = decided({**screen, "sex": Answer(choice="not-said")})
    for sex in ("female", "male"):
        said = decided({**screen, "sex": Answer(choice=sex)})
        assert not_said.urgency.rank <= said.urgency.rank
        assert not_said.permits <= said.permits


@given(screens(), st.data())
def test_the_same_answers_in_any_order_give_the_same_bytes(
    screen: dict[str, Answer], data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(screen.items()))))
    assert canonical_json(decided(screen)) == canonical_json(decided(shuffled))


@given(screens())
@example({})
def test_a_decision_always_carries_its_reasons_and_leaves_the_emergency_card(
    screen: dict[str, Answer],
) -> None:
    decision = decided(screen)
    assert Permit.EMERGENCY_CARD in decision.permits
    ranks = [fired.urgency.rank for fired in decision.fired]
    assert ranks == sorted(ranks)
    assert min(ranks, default=Urgency.U4.rank) == decision.urgency.rank
    assert all(fired.questions and fired.reason.text for fired in decision.fired)
