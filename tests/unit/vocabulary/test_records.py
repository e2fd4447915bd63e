"""Records cannot be built wrong: each guard is met once by what it guards against."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from loosen import vocabulary
from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    Answer,
    Answers,
    AnswerValue,
    ClinicianNote,
    Dose,
    Effect,
    EntryKind,
    Finding,
    GentleMovement,
    LoosenError,
    Mark,
    MomentAsked,
    OnItem,
    Onset,
    PainFelt,
    PainWhen,
    Payload,
    Person,
    PlanStage,
    Problem,
    Provenance,
    Question,
    QuestionKind,
    Stage,
    Term,
    Urgency,
)

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
PROVENANCE = Provenance(
    source="loosen", row="5.2", mark=Mark.OURS, checked_on=date(2026, 11, 22), reviewed_by=""
)


def a_question(**changes: object) -> Question:
    fields: dict[str, object] = {
        "id": "a-question",
        "group": "A",
        "evidence_row": "2.3 A1",
        "kind": QuestionKind.YES_NO,
        "stage": Stage.NOW,
        "card": "legs",
        "order": 1,
        "text": "Is it so?",
        "short": "It is so",
        "provenance": PROVENANCE,
        "not_sure": vocabulary.NotSure.YES,
    }
    return Question(**{**fields, **changes})  # type: ignore[arg-type]  # wrong on purpose


def a_dose(**changes: int) -> Dose:
    fields = {"reps": 5, "hold_s": 2, "sets": 1, "rest_s": 0, "up_s": 2, "down_s": 2, "minutes": 0}
    return Dose(**{**fields, **changes}, by_sides=False)


def a_note(**changes: object) -> ClinicianNote:
    fields: dict[str, object] = {
        "rule_ids": frozenset({"a-rule"}),
        "seen_on": date(2026, 11, 20),
        "gentle_movement_ok": GentleMovement.YES,
        "until": date(2026, 12, 20),
        "recorded_at": AT,
    }
    return ClinicianNote(**{**fields, **changes})  # type: ignore[arg-type]  # wrong on purpose


WRONG: list[tuple[str, Callable[[], object]]] = [
    ("kebab-case", lambda: a_question(id="A Question")),
    ("kebab-case", lambda: a_question(id="ends-in-newline\n")),
    ("text must be text", lambda: a_question(text=" ")),
    ("not_sure must be stated", lambda: a_question(not_sure=None)),
    ("resolve_with must name", lambda: a_question(not_sure=vocabulary.NotSure.ASK)),
    (
        "a number needs low, high and unit",
        lambda: a_question(kind=QuestionKind.NUMBER, not_sure=None, low=0.0),
    ),
    ("a choice needs choices", lambda: a_question(kind=QuestionKind.CHOICE, not_sure=None)),
    ("exactly one of", Answer),
    ("exactly one of", lambda: Answer(value=AnswerValue.NO, number=3)),
    ("belong to a yes", lambda: Answer(value=AnswerValue.NO, onset=Onset.NEW)),
    ("several of them", lambda: Finding(question="age-years", at_least=3, form="any-time")),
    ("at least one finding", lambda: Term(of=())),
    ("1 to the number", lambda: Term(of=(Finding(question="a"),), at_least=2)),
    ("reps or minutes", lambda: a_dose(minutes=3)),
    ("reps or minutes", lambda: a_dose(reps=0)),
    ("hold_s must be between", lambda: a_dose(hold_s=-1)),
    ("sets must be between", lambda: a_dose(sets=9)),
    ("names the signs", lambda: a_note(rule_ids=frozenset())),
    ("until must not be before", lambda: a_note(until=date(2026, 11, 1))),
    ("UTC", lambda: a_note(recorded_at=AT.astimezone(timezone(timedelta(hours=1))))),
    ("UTC", lambda: a_note(recorded_at=AT.replace(tzinfo=None))),
    (
        "instead goes with substitute",
        lambda: OnItem(item="bridge", effect=Effect.SUBSTITUTE, how="So.", provenance=PROVENANCE),
    ),
    ("pain_0_10", lambda: PainFelt(pain_0_10=11, occasion=PainWhen.CHECK_IN)),
    ("pain_0_10", lambda: PainFelt(pain_0_10=-1, occasion=PainWhen.CHECK_IN)),
]


@pytest.mark.parametrize(("words", "build"), WRONG, ids=[words for words, _ in WRONG])
def test_a_wrong_record_cannot_be_built(words: str, build: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=words):
        build()


def test_a_person_lists_conditions_in_order_and_once() -> None:
    with pytest.raises(ValueError, match="sorted"):
        Person(
            age_years=40,
            conditions=("reflux", "osteoporosis"),
            abilities=frozenset(),
            at_hand=frozenset(),
            is_alone=True,
            can_take_heat_off=False,
            bias=vocabulary.Bias.NEUTRAL,
            pain_0_10=None,
            banned=frozenset(),
            kept_position="",
        )


def test_records_are_frozen_slotted_and_built_by_name() -> None:
    records = [
        value
        for name in vocabulary.__all__
        if isinstance(value := getattr(vocabulary, name), type) and dataclasses.is_dataclass(value)
    ]
    assert len(records) > 50
    for record in records:
        parameters = record.__dataclass_params__  # type: ignore[union-attr]  # set by dataclasses
        assert parameters.frozen, record
        assert all(field.kw_only for field in dataclasses.fields(record)), record
        assert "__slots__" in vars(record), record


def test_there_is_one_kind_of_entry_for_each_payload() -> None:
    assert set(PAYLOAD_OF_KIND) == set(EntryKind)
    assert set(PAYLOAD_OF_KIND.values()) == set(Payload.__args__)


def test_answers_cannot_be_changed_from_outside() -> None:
    given = {"reflux": Answer(value=AnswerValue.NO)}
    answers = Answers(by_question=given)
    given["reflux"] = Answer(value=AnswerValue.YES)
    assert answers.by_question["reflux"].value is AnswerValue.NO
    assert answers.get("pregnant") is None


def test_urgency_stage_and_effect_rank_from_most_to_least() -> None:
    assert [urgency.rank for urgency in Urgency] == [0, 1, 2, 3, 4]
    assert [stage.rank for stage in PlanStage] == [0, 1, 2, 3, 4]
    assert max(Effect, key=lambda effect: effect.rank) is Effect.BLOCK


@pytest.mark.parametrize("value", [AnswerValue.YES, AnswerValue.NOT_SURE])
def test_a_moment_is_clear_only_with_five_plain_noes(value: AnswerValue) -> None:
    clear = MomentAsked(
        drowsy=AnswerValue.NO,
        drinking=AnswerValue.NO,
        sedating_medicine=AnswerValue.NO,
        faint=AnswerValue.NO,
        unwell=AnswerValue.NO,
    )
    assert clear.is_clear
    for field in dataclasses.fields(clear):
        assert not dataclasses.replace(clear, **{field.name: value}).is_clear


def test_a_problem_says_what_where_found_expected_and_what_to_do() -> None:
    problem = Problem(
        what="the dose is negative",
        where="bridge.toml.reps",
        found="-5",
        expected="1 or more",
        do="write how many",
    )
    text = str(LoosenError(problem))
    for part in ("bridge.toml.reps", "the dose is negative", "-5", "1 or more", "write how many"):
        assert part in text


def test_an_error_without_a_problem_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="at least one problem"):
        LoosenError([])
