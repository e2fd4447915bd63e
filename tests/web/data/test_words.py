"""Every kind of entry has plain words, for every value it can hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from uuid import UUID

import pytest

from loosen.library.current import load_content
from loosen.vocabulary import (
    PAYLOAD_OF_KIND,
    Amount,
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    ClinicianNote,
    ComparisonBegun,
    ComparisonEnded,
    CountedBy,
    CourseTold,
    Decision,
    DecisionMade,
    DoseTaken,
    FeelingBack,
    FunctionMeasure,
    FunctionTold,
    GentleMovement,
    IntakeTold,
    LegChange,
    LegsNoted,
    MedicineForm,
    MedicineWord,
    MomentAsked,
    NoteTaken,
    Onset,
    OrderWished,
    PainFelt,
    PainWhen,
    Payload,
    PlacePain,
    PositionTried,
    Preference,
    RemedyUsed,
    ReviewSeen,
    Sat,
    Scored,
    SessionEnd,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    SetMeasured,
    SetPart,
    Skin,
    SkinAsked,
    Slept,
    StepEnded,
    StepOutcome,
    StopKind,
    Trigger,
    TriggerMet,
    Urgency,
    Walked,
    Withdrawn,
)
from loosen.web.data import wordlists
from loosen.web.data.diary_words import words_of

from ...small_plan import plan_of

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HERE = UUID(int=1)
NO = AnswerValue.NO


def told(**answers: Answer) -> AnswersGiven:
    by_question = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return AnswersGiven(occasion=AnswersFor.SCREEN, answers=Answers(by_question=by_question))


def decision(to_ask: tuple[str, ...] = ()) -> Decision:
    return Decision(
        decided_at=AT,
        urgency=Urgency.U4,
        permits=frozenset(),
        fired=(),
        routes=frozenset(),
        keep_still=False,
        limits=(),
        to_ask=to_ask,
        content_version="test",
    )


EXAMPLES: list[tuple[Payload, str]] = [
    (told(age_years=Answer(number=44)), "44 years"),
    (told(leg_weakness=Answer(value=AnswerValue.YES, onset=Onset.NEW)), "yes, new or worse"),
    (told(sex=Answer(choice="female")), "emale"),
    (told(gone_question=Answer(value=NO)), "gone-question"),
    (
        replace(told(), worse=Answers(by_question={"fever": Answer(value=AnswerValue.NOT_SURE)})),
        "New or worse? Fever",
    ),
    (DecisionMade(decision=decision(), about_digest="", new_signs=frozenset()), "Nothing you told"),
    (
        DecisionMade(decision=decision(("x",)), about_digest="", new_signs=frozenset()),
        "still open",
    ),
    (
        NoteTaken(
            note=ClinicianNote(
                rule_ids=frozenset({"x"}),
                seen_on=date(2026, 11, 1),
                gentle_movement_ok=GentleMovement.YES,
                until=date(2026, 12, 1),
                recorded_at=AT,
            )
        ),
        "Gentle movement is fine",
    ),
    (
        MomentAsked(drowsy=AnswerValue.YES, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO),
        "Drowsy: yes",
    ),
    (PainFelt(pain_0_10=None, occasion=PainWhen.MORNING, woke_at_night=True), "Pain: skipped"),
    (PainFelt(pain_0_10=10, occasion=PainWhen.LATER), "Pain: 10 of 10"),
    (LegsNoted(change=LegChange.MOVING_UP), "moved up"),
    (StepEnded(session_id=HERE, step_index=2, outcome=StepOutcome.EASED, reps_done=8), "Step 3"),
    (
        SessionStopped(session_id=HERE, step_index=1, pain_0_10=8, kind=StopKind.LEG),
        "into the leg",
    ),
    (
        SetMeasured(
            session_id=HERE,
            step_index=1,
            exercise_id="bridge",
            parts=(
                SetPart(by=CountedBy.CAMERA, count=5, partials=1, seconds=40),
                SetPart(by=CountedBy.TAP, count=1),
            ),
            holds_s=(3.0, 3.5, 2.5),
            range_share=0.9,
        ),
        "Bridge: 6 times 5 times by the camera, once by you. 1 more went halfway. Held for 3",
    ),
    (SessionEnded(session_id=HERE, how=SessionEnd.EARLY), "early"),
    (SessionStarted(session_id=HERE, plan=plan_of(), pain_0_10=6), "steps. Pain: 6 of 10"),
    (
        RemedyUsed(
            remedy_id="heat",
            started_at=AT,
            ended_at=AT + timedelta(minutes=1),
            skin=Skin.PINK,
            felt_better=True,
        ),
        "1 minute.",
    ),
    (FeelingBack(remedy_entry_id=HERE), "skin feels as before"),
    (PositionTried(position_id="gone-position", helped=False, kept=True), "did not help"),
    (Walked(minutes=1), "A walk of 1 minute"),
    (Preference(item_id="cat-cow", banned=True), "Never show it again"),
    (Preference(item_id="cat-cow", banned=False, favourite=True), "One of your favourites"),
    (CourseTold(began_on="2026-11-20", direction="better"), "It began on 2026-11-20."),
    (ReviewSeen(review_id="day-7", saw_clinician=False, settling=NO), "did not see"),
    (
        PainFelt(
            pain_0_10=5,
            occasion=PainWhen.DIARY,
            places=(PlacePain(place_id="low-back-left", pain_0_10=6),),
            worst_24h_0_10=8,
        ),
        "Low back, left: 6 of 10 Worst in 24 hours: 8",
    ),
    (SkinAsked(broken_or_numb=NO, patch_or_rub=AnswerValue.YES), "A patch or a rub on it: yes"),
    (
        DoseTaken(
            name="Ibuprofen 200 mg",
            units=2,
            amounts=(Amount(ingredient_id="ibuprofen", ug=400_000),),
        ),
        "You took Ibuprofen 200 mg, 2 ibuprofen: 400 mg",
    ),
    (
        DoseTaken(
            name="a gel",
            amounts=(Amount(ingredient_id="diclofenac", ug=0),),
            form=MedicineForm.ON_SKIN,
        ),
        "diclofenac On the skin.",
    ),
    (IntakeTold(taken=AnswerValue.NOT_SURE), "not sure"),
    (
        MedicineWord(
            ingredient_id="ibuprofen",
            may_take=AnswerValue.YES,
            said_on=date(2026, 11, 1),
            until=date(2026, 12, 1),
        ),
        "May you take it? yes",
    ),
    (Slept(hours=6.5, woken=2), "Slept 6.5 hours Woken 2 times."),
    (Sat(minutes=90), "Sat for 90 minutes"),
    (TriggerMet(trigger=Trigger.LIFTING, note="a box"), "Lifting a box"),
    (
        FunctionTold(
            measure=FunctionMeasure.PSFS, scores=(Scored(item="Put on my socks", score=4),)
        ),
        "Put on my socks: 4",
    ),
    (
        ComparisonBegun(comparison_id=HERE, one="heat", other="cold", order=("heat", "cold")),
        "Heat and Cold, 2 times.",
    ),
    (ComparisonEnded(comparison_id=HERE, why="It is clear."), "It is clear."),
    (OrderWished(by_own_record=False), "Keep the usual order."),
    (Withdrawn(why="a slip"), "a slip"),
]


@pytest.mark.parametrize(("payload", "part"), EXAMPLES)
def test_an_entry_is_said_in_plain_words(payload: Payload, part: str) -> None:
    words = words_of(payload, load_content())
    assert part in " ".join((words.title, *words.details, *words.noes))


def test_every_kind_of_entry_has_an_example() -> None:
    kinds = {payload.__name__ for payload in PAYLOAD_OF_KIND.values()}
    assert {type(payload).__name__ for payload, _ in EXAMPLES} == kinds


def test_every_kind_of_entry_has_words() -> None:
    fallback = words_of.dispatch(object)  # type: ignore[attr-defined]  # functools gives it at run time
    for payload in PAYLOAD_OF_KIND.values():
        assert words_of.dispatch(payload) is not fallback  # type: ignore[attr-defined]  # the same


@pytest.mark.parametrize(
    "words",
    [
        value
        for name, value in vars(wordlists).items()
        if isinstance(value, dict)
        and name.isupper()
        and name not in {"MOMENT", "HELPED", "CHANGE", "ITEMS"}
    ],
)
def test_no_value_is_without_words(words: dict[Enum, str]) -> None:
    kind = type(next(iter(words)))
    assert set(words) == set(kind)


def test_the_moment_is_told_whole() -> None:
    assert list(wordlists.MOMENT) == list(MomentAsked.__dataclass_fields__)
