"""The screen for medicines: complete or not, asked once, asked again; no clearance needs it."""

from datetime import date, datetime, timedelta

import pytest

from loosen import triage
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerTold,
    AnswerValue,
    Content,
    QuestionKind,
    Stage,
)

NO = Answer(value=AnswerValue.NO)
YES = Answer(value=AnswerValue.YES)
TODAY = date(2026, 11, 22)
HALF_A_YEAR = 182


def all_told(content: Content) -> Answers:
    """Everything that is asked, with its calmest answer, one after the other."""
    answers = Answers(by_question={})
    while still_open := triage.medicine_questions(answers, content):
        first = still_open[0]
        match first.kind:
            case QuestionKind.YES_NO:
                answer = NO
            case QuestionKind.NUMBER:
                answer = Answer(number=40.0 if first.unit == "years" else 75.0)
            case QuestionKind.CHOICE:
                answer = Answer(choice=first.choices[0].id)
        answers = answers.with_answers({first.id: answer})
    return answers


def without(answers: Answers, *ids: str) -> Answers:
    kept = {id_: one for id_, one in answers.by_question.items() if id_ not in ids}
    return Answers(by_question=kept)


def told(answers: Answers, content: Content, on: date) -> dict[str, AnswerTold]:
    version = content.version
    return {id_: AnswerTold(on=on, content_version=version) for id_ in answers.by_question}


def of_stage(content: Content) -> set[str]:
    return {one.id for one in content.questions.values() if one.stage is Stage.MEDICINES}


def test_everything_answered_is_complete(content: Content) -> None:
    screen = triage.medicine_screen(all_told(content), content, TODAY)
    assert screen.is_complete
    assert (screen.age_years, screen.weight_kg, screen.asked_on) == (40, 75.0, TODAY)
    assert screen.cautions == ()


def test_any_one_answer_that_is_missing_makes_it_incomplete(content: Content) -> None:
    answers = all_told(content)
    assert {"sex", "pregnant", "blood-thinner", "alcohol-3-a-day"} <= answers.by_question.keys()
    for question_id in answers.by_question:
        screen = triage.medicine_screen(without(answers, question_id), content, TODAY)
        assert not screen.is_complete, question_id


def test_nothing_answered_is_not_complete_and_not_known(content: Content) -> None:
    screen = triage.medicine_screen(Answers(by_question={}), content, None)
    assert not screen.is_complete
    assert (screen.age_years, screen.weight_kg) == (None, None)
    assert screen.cautions == ("paracetamol-under-50-kg",)


def test_a_weight_that_one_would_rather_not_say_is_an_answer_and_holds(content: Content) -> None:
    rather_not = {"weight-kg": Answer(value=AnswerValue.DOES_NOT_APPLY)}
    screen = triage.medicine_screen(all_told(content).with_answers(rather_not), content, TODAY)
    assert screen.is_complete
    assert screen.cautions == ("paracetamol-under-50-kg",)


def test_what_about_you_told_is_not_asked_again(content: Content) -> None:
    answers = all_told(content)
    left = triage.medicine_questions(without(answers, *of_stage(content)), content)
    assert {one.id for one in left} <= of_stage(content)
    assert left


@pytest.mark.parametrize("said", [NO, YES])
def test_what_a_danger_sign_question_told_is_not_asked(said: Answer, content: Content) -> None:
    given = without(all_told(content), "crohns-or-colitis")
    assert [one.id for one in triage.medicine_questions(given, content)] == ["crohns-or-colitis"]
    given = given.with_answers({"bowel-inflammation": said})
    screen = triage.medicine_screen(given, content, TODAY)
    assert screen.is_complete
    assert ("nsaid-bowel-inflammation" in screen.cautions) == (said is YES)


def test_warfarin_and_small_aspirin_are_asked_of_those_on_a_blood_thinner_only(
    content: Content,
) -> None:
    answers = all_told(content)
    assert not {"takes-warfarin", "takes-low-dose-aspirin"} & answers.by_question.keys()
    thinned = answers.with_answers({"blood-thinner": YES})
    left = triage.medicine_questions(thinned, content)
    assert {one.id for one in left} == {"takes-warfarin", "takes-low-dose-aspirin"}


def test_no_clearance_rests_on_the_screen_for_medicines(content: Content, noon: datetime) -> None:
    answers = all_told(content)
    bare = without(answers, *of_stage(content))
    assert triage.about_digest(answers, content) == triage.about_digest(bare, content)
    to_ask = triage.decide(bare, content, noon).to_ask
    assert to_ask == triage.decide(answers, content, noon).to_ask
    assert not set(to_ask) & of_stage(content)


@pytest.mark.parametrize(
    ("days", "is_moment_due", "are_others_due"),
    [
        (0, False, False),
        (1, True, False),
        (HALF_A_YEAR - 1, True, False),
        (HALF_A_YEAR, True, True),
        (-1, True, True),  # told on a day that is yet to come: the clock went back
    ],
)
def test_what_was_told_counts_for_its_time(
    days: int, is_moment_due: bool, are_others_due: bool, content: Content
) -> None:
    answers = all_told(content)
    on = TODAY + timedelta(days=days)
    due = triage.medicine_asked_again(answers, told(answers, content, TODAY), content, on)
    asked = of_stage(content) & answers.by_question.keys()
    moment = {one for one in asked if content.questions[one].lasts_days}
    assert moment == {
        *("dried-out", "chickenpox-or-shingles", "takes-quinolone"),
        *("takes-flucloxacillin", "blood-infection"),
    }
    assert due == (moment if is_moment_due else set()) | (
        asked - moment if are_others_due else set()
    )


def test_another_content_and_a_file_have_it_asked_again(content: Content) -> None:
    answers = all_told(content)
    asked = of_stage(content) & answers.by_question.keys()
    older = dict.fromkeys(asked, AnswerTold(on=TODAY, content_version="older"))
    assert triage.medicine_asked_again(answers, older, content, TODAY) == asked
    assert triage.medicine_asked_again(answers, {}, content, TODAY) == asked


def test_one_more_yes_never_takes_a_caution_away(content: Content) -> None:
    """But for a danger sign that says what the screen then need not ask: it holds the same."""
    answers = all_told(content).with_answers({"blood-thinner": YES})
    before = set(triage.medicine_screen(answers, content, None).cautions)
    for question in content.questions.values():
        if question.kind is QuestionKind.YES_NO:
            more = answers.with_answers({question.id: YES})
            assert before <= set(triage.medicine_screen(more, content, None).cautions)
