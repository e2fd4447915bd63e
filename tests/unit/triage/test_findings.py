"""What one answer counts as, and what a term of a rule finds in the answers."""

import pytest

from loosen.triage import counts_as_yes, holds, is_yes
from loosen.vocabulary import Answer, Answers, AnswerValue, Content, Finding, Onset, Term

YES = Answer(value=AnswerValue.YES)
NO = Answer(value=AnswerValue.NO)
NOT_SURE = Answer(value=AnswerValue.NOT_SURE)


def found(finding: Finding, content: Content, **said: Answer) -> bool:
    """Whether the finding holds in these answers (`a_b` for `a-b`)."""
    answers = Answers(by_question={key.replace("_", "-"): answer for key, answer in said.items()})
    return holds((Term(of=(finding,)),), answers, content)


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        (YES, True),
        (NOT_SURE, True),
        (NO, False),
        (Answer(value=AnswerValue.DOES_NOT_APPLY), False),
    ],
)
def test_yes_and_not_sure_count_and_the_rest_does_not(
    content: Content, answer: Answer, counts: bool
) -> None:
    assert counts_as_yes(content.questions["chest-pain"], answer) is counts


def test_a_number_or_a_choice_never_counts_as_yes(content: Content) -> None:
    assert not counts_as_yes(content.questions["age-years"], Answer(number=70))
    assert not counts_as_yes(content.questions["sex"], Answer(choice="male"))


@pytest.mark.parametrize(
    ("settled", "counts"), [(None, True), (YES, True), (NOT_SURE, True), (NO, False)]
)
def test_a_doubt_that_another_question_settles_counts_until_it_is_settled(
    content: Content, settled: Answer | None, counts: bool
) -> None:
    said = {"weight-loss": NOT_SURE} | ({"looser-clothes": settled} if settled else {})
    answers = Answers(by_question=said)
    assert is_yes(content.questions["weight-loss"], answers, content) is counts


def test_a_settling_question_has_no_say_over_a_plain_yes(content: Content) -> None:
    answers = Answers(by_question={"weight-loss": YES, "looser-clothes": NO})
    assert is_yes(content.questions["weight-loss"], answers, content)


def test_an_unanswered_question_is_found_in_no_way(content: Content) -> None:
    assert not found(Finding(question="chest-pain"), content)


@pytest.mark.parametrize(
    ("forms", "holds_too"),
    [
        (("only-walking",), False),
        (("any-time",), True),
        (("any-time", "only-walking"), True),
        ((), True),
    ],
)
def test_a_yes_shows_its_forms_and_one_that_names_none_shows_all(
    content: Content, forms: tuple[str, ...], holds_too: bool
) -> None:
    finding = Finding(question="both-legs", form="any-time")
    answer = Answer(value=AnswerValue.YES, forms=forms)
    assert found(finding, content, both_legs=answer) is holds_too


@pytest.mark.parametrize(
    ("onset", "holds_too"),
    [
        (Onset.NEW, True),
        (Onset.UNKNOWN, True),
        (None, True),
        (Onset.WEEKS, False),
        (Onset.LONG, False),
    ],
)
def test_an_onset_not_said_or_not_known_is_new(
    content: Content, onset: Onset | None, holds_too: bool
) -> None:
    finding = Finding(question="bladder-change", onset=(Onset.NEW,))
    answer = Answer(value=AnswerValue.YES, onset=onset)
    assert found(finding, content, bladder_change=answer) is holds_too


@pytest.mark.parametrize(
    ("age", "holds_too"), [(64, False), (64.9999999, True), (65, True), (74, True), (75, False)]
)
def test_a_number_is_found_from_the_lower_bound_to_below_the_upper(
    content: Content, age: float, holds_too: bool
) -> None:
    finding = Finding(question="age-years", at_least=65, below=75)
    assert found(finding, content, age_years=Answer(number=age)) is holds_too


def test_a_number_kept_to_oneself_is_found_in_no_range(content: Content) -> None:
    finding = Finding(question="weight-kg", below=50)
    kept = Answer(value=AnswerValue.DOES_NOT_APPLY)
    assert not found(finding, content, weight_kg=kept)


def test_a_choice_is_found_when_it_is_the_one(content: Content) -> None:
    finding = Finding(question="sex", choice="male")
    assert found(finding, content, sex=Answer(choice="male"))
    assert not found(finding, content, sex=Answer(choice="not-said"))


@pytest.mark.parametrize(("yeses", "holds_too"), [(1, False), (2, True), (3, True)])
def test_a_term_holds_from_its_number_of_findings(
    content: Content, yeses: int, holds_too: bool
) -> None:
    names = ("fever", "vomiting", "burning-pee")
    term = Term(of=tuple(Finding(question=name) for name in names), at_least=2)
    answers = Answers(by_question=dict.fromkeys(names[:yeses], YES))
    assert holds((term,), answers, content) is holds_too


def test_every_term_must_hold(content: Content) -> None:
    terms = (Term(of=(Finding(question="fever"),)), Term(of=(Finding(question="vomiting"),)))
    assert not holds(terms, Answers(by_question={"fever": YES}), content)
    assert holds(terms, Answers(by_question={"fever": YES, "vomiting": YES}), content)
