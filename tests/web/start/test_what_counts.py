"""Which answers still count: a yes stays, a no wears out, and an old question locks nobody out."""

from datetime import timedelta
from uuid import uuid4

from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Got,
    Lapsed,
)
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.answering import answers_that_count
from loosen.web.site.visit import Visit

NO, YES = (Answer(value=value) for value in (AnswerValue.NO, AnswerValue.YES))
UNSURE = Answer(value=AnswerValue.NOT_SURE)


def now() -> Visit:
    return Visit(clock.moment())


def say(source: Got = Got.SELF_REPORT, **said: Answer) -> None:
    """Answers on the record, without a decision."""
    by_question = {key.replace("_", "-"): one for key, one in said.items()}
    payload = AnswersGiven(occasion=AnswersFor.SCREEN, answers=Answers(by_question=by_question))
    now().record(Draft(payload=payload, source=source))


def counted() -> set[str]:
    visit = now()
    kept = answers_that_count(visit.entries, visit.answers, visit.content, visit.now)
    return set(kept.by_question)


def test_on_the_first_screen_a_no_counts_for_a_day(owner, hands) -> None:
    say(fever=NO)
    hands.go_on(hours=23)
    assert "fever" in counted()
    hands.go_on(hours=2)
    assert "fever" not in counted()


def test_once_a_screen_was_completed_a_no_counts_for_half_an_hour(person, hands) -> None:
    person.all_cards()
    hands.go_on(minutes=29)
    assert "fever" in counted()
    hands.go_on(minutes=2)
    assert "fever" not in counted()


def test_a_yes_and_a_not_sure_stay(owner, hands) -> None:
    say(fever=YES, weight_loss=UNSURE)
    hands.go_on(days=40)
    assert {"fever", "weight-loss"} <= counted()


def test_a_fact_about_the_person_does_not_wear_out(owner, hands) -> None:
    say(osteoporosis=NO)
    hands.go_on(days=40)
    assert "osteoporosis" in counted()


def test_an_imported_no_was_not_asked_here(owner) -> None:
    say(Got.IMPORT, fever=NO)
    assert "fever" not in counted()


def test_a_no_from_the_future_does_not_count(owner, hands) -> None:
    say(fever=NO)
    hands.go_on(hours=-1)
    assert "fever" not in counted()


def test_an_answer_to_a_question_that_is_gone_locks_nobody_out(person, hands) -> None:
    say(
        asked_long_ago=YES,
        sex=Answer(choice="gone"),
        both_legs=Answer(value=YES.value, forms=("x",)),
    )
    assert now().answers.by_question == {}
    person.all_cards()
    assert not isinstance(now().standing, Lapsed)


def test_answers_that_change_nothing_make_no_decision(person, hands) -> None:
    person.all_cards()
    before = len(now().history)
    hands.go_on(minutes=10)
    now().answer(AnswersFor.AFTER_STOP, {"both-legs": NO}, form_id=uuid4())
    assert len(now().history) == before + 1


def test_a_new_yes_tightens_at_once_even_when_the_rest_is_old(person, hands) -> None:
    person.all_cards()
    hands.go_on(hours=5)
    now().answer(AnswersFor.AFTER_STOP, {"both-legs": YES}, form_id=uuid4())
    assert now().decision.urgency.value == "U1"
    assert now().decision.decided_at - hands.at == timedelta(0)
