"""Which questions are open, and in which order they come."""

from loosen.triage import cards, open_questions, short_set
from loosen.vocabulary import NO_ANSWERS, Answer, Answers, AnswerValue, Content, Stage

YES = Answer(value=AnswerValue.YES)
NO = Answer(value=AnswerValue.NO)
NOT_SURE = Answer(value=AnswerValue.NOT_SURE)


def open_ids(content: Content, stage: Stage, **said: Answer) -> list[str]:
    """The open questions of a stage after these answers (`a_b` for `a-b`)."""
    answers = Answers(by_question={key.replace("_", "-"): answer for key, answer in said.items()})
    return [question.id for question in open_questions(answers, content, stage)]


def test_the_age_comes_first_and_the_cards_follow_in_order(content: Content) -> None:
    order = [question.card for question in open_questions(NO_ANSWERS, content, Stage.NOW)]
    assert order[0] == "age"
    assert list(dict.fromkeys(order)) == [card.id for card in cards(content, Stage.NOW)]


def test_an_answered_question_is_open_no_more(content: Content) -> None:
    assert "chest-pain" not in open_ids(content, Stage.NOW, chest_pain=NO)


def test_a_stage_shows_its_own_questions_alone(content: Content) -> None:
    assert not set(open_ids(content, Stage.NOW)) & set(open_ids(content, Stage.FULL))


def test_a_settling_question_is_asked_only_after_the_doubt(content: Content) -> None:
    assert "looser-clothes" not in open_ids(content, Stage.FULL)
    assert "looser-clothes" not in open_ids(content, Stage.FULL, weight_loss=YES)
    assert "looser-clothes" in open_ids(content, Stage.FULL, weight_loss=NOT_SURE)


def test_pregnancy_is_asked_of_women_and_of_those_who_did_not_say(content: Content) -> None:
    age = Answer(number=30)
    for sex, is_asked in (("female", True), ("not-said", True), ("male", False)):
        asked = open_ids(content, Stage.FULL, age_years=age, sex=Answer(choice=sex))
        assert ("pregnant" in asked) is is_asked


def test_a_gate_answered_not_sure_opens_what_stands_behind_it(content: Content) -> None:
    assert "began-before-45" not in open_ids(content, Stage.FULL, pain_over_3_months=NO)
    assert "began-before-45" in open_ids(content, Stage.FULL, pain_over_3_months=NOT_SURE)


def test_the_short_set_is_the_seven_nerve_signs_each_with_its_onset(content: Content) -> None:
    assert [question.evidence_row for question in short_set(content)] == [
        f"2.3 A{number}" for number in range(1, 8)
    ]
    assert all(question.asks_onset for question in short_set(content))
