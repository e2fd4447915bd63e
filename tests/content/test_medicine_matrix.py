"""The cautions of the evidence file, 4.4 and 4.5, row by row.

Transcribed from the evidence file, not from the content, so that the two hold each other. Where
a row leaves a choice (BLOCK/ASK) the stricter is taken. Rows that are no caution about a person
are left out: what to stop at, and that paracetamol does no more than a dummy pill.
"""

import pytest

from loosen import triage
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswerValue,
    CautionEffect,
    Content,
    Family,
    QuestionKind,
    Stage,
)

EFFECTS = {"BLOCK": CautionEffect.BLOCK, "ASK": CautionEffect.ASK, "NOTE": CautionEffect.NOTE}
# What the row is of | what the person says | the effect on it, and on no milder
NSAID = """
    allergy to an NSAID             | nsaid-allergy                   | BLOCK
    ulcer, bleed, perforation       | ulcer-or-gut-bleed              | BLOCK
    severe organ failure            | organ-failure                   | BLOCK
    heart surgery                   | heart-operation                 | BLOCK
    pregnancy                       | pregnant                        | BLOCK
    trying for a baby               | trying-for-a-baby               | ASK
    other NSAID, aspirin over 75 mg | takes-other-nsaid               | BLOCK
    low-dose aspirin                | takes-low-dose-aspirin          | ASK
    blood thinner, bleeding         | blood-thinner                   | BLOCK
    steroid tablets                 | takes-steroids                  | ASK
    steroid tablets, long           | long-term-steroids              | ASK
    three drinks a day              | alcohol-3-a-day                 | BLOCK
    age 60                          | age-years 60                    | ASK
    heart disease                   | heart-or-blood-pressure         | ASK
    heart failure of About you      | heart-failure                   | ASK
    high blood pressure, stroke     | blood-pressure-or-stroke        | ASK
    kidney problem                  | kidney-problem                  | ASK
    liver problem                   | liver-problem                   | ASK
    dehydration                     | dried-out                       | ASK
    asthma, hay fever, allergies    | asthma-or-allergies             | ASK
    Crohn's, colitis                | crohns-or-colitis               | ASK
    Crohn's, colitis of the screen  | bowel-inflammation              | ASK
    chickenpox, shingles            | chickenpox-or-shingles          | BLOCK
    lupus                           | lupus                           | ASK
    SSRI, SNRI                      | takes-antidepressant            | ASK
    blood pressure drugs            | takes-blood-pressure-pill       | ASK
    lithium, methotrexate and more  | takes-lithium-or-like           | BLOCK
    quinolone antibiotics           | takes-quinolone                 | ASK
    ginkgo                          | takes-ginkgo                    | ASK
    breast-feeding                  | breast-feeding                  | ASK
    under 12                        | age-years 11                    | BLOCK
    under 17 (NHS adult page)       | age-years 16                    | ASK
"""
PARACETAMOL = """
    allergy                         | paracetamol-allergy             | BLOCK
    another product that holds it   | takes-other-paracetamol         | BLOCK
    liver disease                   | liver-problem                   | ASK
    three drinks a day              | alcohol-3-a-day                 | ASK
    over 14 units a week            | alcohol-14-units                | ASK
    weight under 50 kg              | weight-kg 49.9                  | ASK
    weight not told                 | weight-kg does-not-apply        | ASK
    malnutrition, chronic illness   | eats-little-or-long-ill         | ASK
    kidney problems                 | kidney-problem                  | ASK
    warfarin                        | takes-warfarin                  | ASK
    epilepsy or TB medicines        | takes-epilepsy-or-tb-pill       | ASK
    flucloxacillin                  | takes-flucloxacillin            | ASK
    sepsis                          | blood-infection                 | ASK
    severe renal impairment         | organ-failure                   | ASK
    aspirin-sensitive asthma        | nsaid-allergy                   | ASK
    pregnancy                       | pregnant                        | NOTE
    breast-feeding                  | breast-feeding                  | NOTE
    under 16 (UK)                   | age-years 15                    | ASK
"""
# Just outside a row: nothing of it holds.
NEAR_MISSES = """
    nsaid       | age-years 59
    nsaid       | age-years 17
    nsaid       | weight-kg 49.9
    nsaid       | paracetamol-allergy
    paracetamol | age-years 16
    paracetamol | age-years 60
    paracetamol | weight-kg 50
    paracetamol | ulcer-or-gut-bleed
"""


def rows(table: str) -> list[tuple[str, ...]]:
    lines = (line for line in table.splitlines() if line.strip())
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


CASES = [
    pytest.param(family, says, effect, id=f"{family}: {row}")
    for family, table in ((Family.NSAID, NSAID), (Family.PARACETAMOL, PARACETAMOL))
    for row, says, effect in rows(table)
]


def calm(content: Content) -> dict[str, Answer]:
    """Someone of 40 and 75 kg to whom nothing applies."""
    numbers = {"age-years": 40.0, "weight-kg": 75.0}
    return {
        one.id: _calm(one.kind, numbers.get(one.id), [choice.id for choice in one.choices])
        for one in content.questions.values()
    }


def _calm(kind: QuestionKind, number: float | None, choices: list[str]) -> Answer:
    match kind:
        case QuestionKind.YES_NO:
            return Answer(value=AnswerValue.NO)
        case QuestionKind.NUMBER:
            return Answer(number=number)
        case QuestionKind.CHOICE:
            return Answer(choice=choices[-1])


def who_says(says: str, content: Content, yes: AnswerValue = AnswerValue.YES) -> Answers:
    question_id, _, value = says.partition(" ")
    if value == "does-not-apply":
        answer = Answer(value=AnswerValue.DOES_NOT_APPLY)
    else:
        answer = Answer(number=float(value)) if value else Answer(value=yes)
    said = Answers(by_question={**calm(content), question_id: answer})
    triage.check_answers(said, content)
    return said


def effects(family: str, answers: Answers, content: Content) -> set[CautionEffect]:
    held = triage.medicine_screen(answers, content, None).cautions
    return {
        content.cautions[one].effect for one in held if family in content.cautions[one].families
    }


@pytest.mark.parametrize(("family", "says", "effect"), CASES)
def test_a_row_of_the_evidence_has_its_effect(
    family: Family, says: str, effect: str, content: Content
) -> None:
    assert effects(family, who_says(says, content), content) == {EFFECTS[effect]}


@pytest.mark.parametrize(("family", "says", "effect"), CASES)
def test_not_sure_counts_as_yes(family: Family, says: str, effect: str, content: Content) -> None:
    doubted = who_says(says, content, AnswerValue.NOT_SURE)
    assert effects(family, doubted, content) == {EFFECTS[effect]}


@pytest.mark.parametrize(("family", "says"), rows(NEAR_MISSES))
def test_beside_a_row_nothing_holds(family: str, says: str, content: Content) -> None:
    assert effects(family, who_says(says, content), content) == set()


def test_nothing_holds_of_someone_to_whom_nothing_applies(content: Content) -> None:
    screen = triage.medicine_screen(Answers(by_question=calm(content)), content, None)
    assert screen.cautions == ()
    assert screen.is_complete


def test_every_caution_stands_in_a_row(content: Content) -> None:
    met = {
        caution
        for _, says, _ in rows(NSAID + PARACETAMOL)
        for caution in triage.medicine_screen(who_says(says, content), content, None).cautions
    }
    assert met == set(content.cautions)


def test_every_question_of_the_stage_is_heard_by_a_caution(content: Content) -> None:
    asked = {one.id for one in content.questions.values() if one.stage is Stage.MEDICINES}
    heard = {says for _, says, _ in rows(NSAID + PARACETAMOL)}
    assert asked <= heard


def test_of_what_blocks_only_pregnancy_opens_by_a_word(content: Content) -> None:
    blocking = {one.id: one for one in content.cautions.values() if one.effect == "block"}
    assert {id_ for id_, one in blocking.items() if one.word_opens} == {"nsaid-pregnant"}
    asking = [one for one in content.cautions.values() if one.effect == "ask"]
    assert all(one.word_opens for one in asking)
