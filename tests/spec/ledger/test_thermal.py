"""When heat, cold and rubbing are open again, case by case from `thermal.toml`."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from loosen.ledger import movement_gate, open_heat_and_cold, thermal_gate
from loosen.vocabulary import PainFelt, PainWhen, RemedyUsed, Skin, Withdrawn

from ...diary import Diary, minute
from ...small_content import small_content

NOW_MIN = 10_000
CONTENT = small_content()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands in the file."""

    name: str
    asks: str
    earlier: list[dict[str, object]]
    open: bool = False
    opens_in_min: int | None = None
    look: bool = False
    why: tuple[str, ...] = ()


TEXT = (Path(__file__).parent / "thermal.toml").read_text("utf-8")
CASES = [Case(**{**row, "why": tuple(row.get("why", ()))}) for row in tomllib.loads(TEXT)["case"]]


def diary_of(case: Case) -> Diary:
    diary = Diary()
    for one in case.earlier:
        entry = diary.remedy(
            str(one["remedy"]),
            NOW_MIN - float(str(one["ended_min_ago"])),
            skin=Skin(str(one.get("skin", "normal"))),
            feeling_back=bool(one.get("feeling_back", True)),
        )
        if "looked_min_ago" in one:
            diary.feeling_back(entry, NOW_MIN - float(str(one["looked_min_ago"])))
    return diary


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_gate_says_what_the_case_expects(case: Case) -> None:
    entries = diary_of(case).entries
    gate = thermal_gate(CONTENT.remedies[case.asks], entries, minute(NOW_MIN), CONTENT)
    assert gate.allowed == case.open
    assert tuple(reason.id for reason in gate.reasons) == case.why
    assert (gate.look_at_skin is not None) == case.look
    opens_at = None if case.opens_in_min is None else minute(NOW_MIN + case.opens_in_min)
    assert gate.next_allowed_at == opens_at


def test_the_cases_are_many_and_their_names_differ() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 20


def test_no_exercise_after_cold_until_the_feeling_is_back() -> None:
    diary = Diary()
    cold = diary.remedy("cold", 0, feeling_back=False)
    gate = movement_gate(diary.entries, CONTENT)
    assert (gate.allowed, gate.waiting_for) == (False, cold.id)
    assert [reason.id for reason in gate.reasons] == ["feeling-not-back"]
    diary.feeling_back(cold, 5)
    assert movement_gate(diary.entries, CONTENT).allowed


def test_skin_not_looked_at_after_cold_keeps_exercise_closed() -> None:
    diary = Diary()
    diary.remedy("cold", 0, skin=Skin.NOT_LOOKED)
    assert not movement_gate(diary.entries, CONTENT).allowed


def test_heat_keeps_no_exercise_closed() -> None:
    diary = Diary()
    diary.remedy("heat", 0, skin=Skin.NOT_LOOKED)
    assert movement_gate(diary.entries, CONTENT).allowed


def test_feeling_that_came_back_before_the_next_cold_does_not_count_for_it() -> None:
    diary = Diary()
    first = diary.remedy("cold", 0, feeling_back=False)
    diary.feeling_back(first, 10)
    second = diary.remedy("cold", 200, feeling_back=False)
    assert movement_gate(diary.entries, CONTENT).waiting_for == second.id


def test_feeling_back_told_of_an_entry_counts_for_its_correction() -> None:
    diary = Diary()
    first = diary.remedy("cold", 0, feeling_back=False)
    assert isinstance(first.payload, RemedyUsed)
    diary.feeling_back(first, 10)
    diary.add(first.payload, 20, supersedes=first.id, happened_at=first.happened_at)
    assert movement_gate(diary.entries, CONTENT).allowed


def test_feeling_told_before_a_session_ended_does_not_count_for_it() -> None:
    diary = Diary()
    first = diary.remedy("cold", 30, feeling_back=False)
    diary.feeling_back(first, 35)
    assert isinstance(first.payload, RemedyUsed)
    longer = replace(first.payload, ended_at=minute(40))
    diary.add(longer, 50, supersedes=first.id, happened_at=minute(40))
    assert not movement_gate(diary.entries, CONTENT).allowed


def test_a_later_cold_does_not_stand_for_an_earlier_one_whose_feeling_is_not_back() -> None:
    diary = Diary()
    first = diary.remedy("cold", 0, feeling_back=False)
    diary.remedy("cold", 200)
    assert movement_gate(diary.entries, CONTENT).waiting_for == first.id


def test_heat_and_cold_are_open_until_the_skin_is_as_before() -> None:
    diary = Diary()
    heat = diary.remedy("heat", 0, skin=Skin.NOT_LOOKED)
    cold = diary.remedy("cold", 200, feeling_back=False)
    diary.remedy("heat", 400)
    assert open_heat_and_cold(diary.entries, CONTENT) == {heat.id, cold.id}
    diary.feeling_back(cold, 410)
    assert open_heat_and_cold(diary.entries, CONTENT) == {heat.id}


def test_a_withdrawn_session_of_cold_keeps_nothing_closed() -> None:
    diary = Diary()
    cold = diary.remedy("cold", 0, feeling_back=False)
    diary.add(Withdrawn(), 5, supersedes=cold.id)
    diary.add(PainFelt(pain_0_10=3, occasion=PainWhen.CHECK_IN), 6)
    assert movement_gate(diary.entries, CONTENT).allowed
