"""What a change of the content means for a person, said in sentences."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loosen.library.compare import Change, ChangeKind, compare
from loosen.library.compile import compile_content
from loosen.vocabulary import Call, Content, Effect, Load, PlanStage, Urgency

SOUND = Path(__file__).resolve().parents[2] / "content" / "sound"


@pytest.fixture(scope="module")
def content() -> Content:
    return compile_content(SOUND)


def only(changes: tuple[Change, ...]) -> Change:
    [change] = changes
    return change


def with_rule(content: Content, **changed: object) -> Content:
    rule = replace(content.rules["numb-leg"], **changed)  # type: ignore[arg-type]  # any field, by name
    return replace(content, rules={**content.rules, "numb-leg": rule})


def test_the_same_content_has_no_changes(content: Content) -> None:
    assert compare(content, compile_content(SOUND)) == ()


def test_a_new_urgency_is_said_first(content: Content) -> None:
    new = with_rule(content, urgency=Urgency.U1, call=Call.EMERGENCY_DEPARTMENT)
    first, second = compare(content, new)
    assert first.kind is ChangeKind.URGENCY
    assert first.text == "The rule A leg is numb (numb-leg): urgency was U2, is now U1."
    rule = "The rule A leg is numb (numb-leg)"
    assert second.text == f"{rule}: call was clinician, is now emergency-department."


def test_a_rule_that_listens_to_less_is_said_in_words(content: Content) -> None:
    change = only(compare(content, with_rule(content, when=content.rules["numb-leg"].when[:1])))
    assert change.kind is ChangeKind.RULE
    assert change.text == (
        "The rule A leg is numb (numb-leg): when was A numb leg or A weak leg; "
        "and: Age (16 years or more), is now A numb leg or A weak leg."
    )


def test_a_changed_dose_names_the_stage_and_the_unit(content: Content) -> None:
    bridge = content.exercises["bridge"]
    dose = replace(bridge.doses[0], hold_s=3)
    new = replace(
        content, exercises={**content.exercises, "bridge": replace(bridge, doses=(dose,))}
    )
    change = only(compare(content, new))
    assert change.kind is ChangeKind.DOSE
    expected = "Bridge (bridge): dose at settle hold in seconds was 2, is now 3."
    assert change.text == f"The exercise {expected}"


def test_a_load_that_is_added_is_named(content: Content) -> None:
    bridge = replace(content.exercises["bridge"], loads=(Load.SUPINE, Load.ISOMETRIC))
    change = only(
        compare(content, replace(content, exercises={**content.exercises, "bridge": bridge}))
    )
    assert change.kind is ChangeKind.LOAD
    assert "loads was supine, is now supine, isometric." in change.text


def test_a_condition_that_grows_stricter_names_the_load(content: Content) -> None:
    thin = content.conditions["thin-bones"]
    milder = replace(thin, on_load=(replace(thin.on_load[0], effect=Effect.ASK),))
    old = replace(content, conditions={**content.conditions, "thin-bones": milder})
    change = only(compare(old, content))
    assert change.kind is ChangeKind.LOAD
    assert "on flexion-end-range effect was ask, is now block." in change.text


def test_new_and_retired_things_are_named_by_their_titles(content: Content) -> None:
    fewer = {id_: one for id_, one in content.exercises.items() if id_ != "bridge"}
    without = replace(content, exercises=fewer)
    assert only(compare(without, content)).text == "New exercise: Bridge (bridge)."
    assert only(compare(content, without)).text == "The exercise Bridge (bridge) is gone."


def test_a_changed_text_shows_both(content: Content) -> None:
    phrase = replace(content.phrases["no-urgent-care"], text="Other words.")
    change = only(compare(content, replace(content, phrases={phrase.id: phrase})))
    assert change.kind is ChangeKind.TEXT
    assert '"Other words."' in change.text
    assert "needs urgent care now" in change.text


def test_a_signature_counts_as_a_change_of_source(content: Content) -> None:
    phrase = content.phrases["no-urgent-care"]
    signed = replace(phrase, provenance=replace(phrase.provenance, reviewed_by="A. Clinician"))
    change = only(compare(content, replace(content, phrases={phrase.id: signed})))
    assert change.kind is ChangeKind.SOURCE
    assert "reviewed by A. Clinician" in change.text


def test_a_fact_checked_again_is_a_change_of_source(content: Content) -> None:
    source = replace(content.sources["example-2026"], checked_on=date(2027, 1, 1))
    change = only(
        compare(content, replace(content, sources={**content.sources, source.id: source}))
    )
    assert change.kind is ChangeKind.SOURCE
    assert "checked on was 2026-11-22, is now 2027-01-01." in change.text


def test_a_stage_that_comes_or_goes_is_said(content: Content) -> None:
    bridge = content.exercises["bridge"]
    more = replace(bridge.doses[0], stage=PlanStage.MOVE)
    longer = replace(
        content,
        exercises={**content.exercises, "bridge": replace(bridge, doses=(*bridge.doses, more))},
    )
    came = [change.text for change in compare(content, longer)]
    went = [change.text for change in compare(longer, content)]
    assert "The exercise Bridge (bridge): dose at move repetitions is new: 5." in came
    assert "The exercise Bridge (bridge): dose at move repetitions is gone; it was 5." in went


def test_how_many_findings_a_rule_needs_is_said(content: Content) -> None:
    term = replace(content.rules["numb-leg"].when[0], at_least=2)
    change = only(compare(content, with_rule(content, when=(term,))))
    assert "is now at least 2 of: A numb leg, A weak leg." in change.text
