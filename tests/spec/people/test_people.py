"""Example people, from answers to plan: what is urgent, what is permitted, what today brings."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from loosen import plan, triage
from loosen.library.current import load_content
from loosen.vocabulary import (
    NO_ESTIMATES,
    Answers,
    AnswerValue,
    Clearance,
    ClinicianNote,
    Content,
    GentleMovement,
    MomentAsked,
    Permit,
    Plan,
    PlanError,
    PositionTried,
    Preference,
    Step,
)

from ...diary import MIN_PER_DAY, Diary, minute
from ...example_person import cleared, live_a_day, person_of, planned
from ..triage.test_cases import NAMED_PERMITS, answers_of

CASES = Path(__file__).parent
FEWEST_PEOPLE = 40
NO = AnswerValue.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person as they stand in the file."""

    name: str
    urgency: str
    permits: str
    says: dict[str, str | int]
    stage: str = ""
    steps: tuple[str, ...] = ()
    refused: dict[str, list[str]]
    has: tuple[str, ...] = ()
    pain: int | None = None
    days: tuple[str, ...] = ()
    earlier: tuple[dict[str, object], ...] = ()
    clinician_agrees: bool = False
    plan: str = ""

    @property
    def now_min(self) -> float:
        """The moment of the plan, in minutes after the start."""
        return len(self.days) * MIN_PER_DAY


def _case(row: dict[str, object]) -> Case:
    fields = {"says": {}, "refused": {}, **row}
    tupled = {key: tuple(one) if isinstance(one, list) else one for key, one in fields.items()}
    return Case(**tupled)  # type: ignore[arg-type]  # - the rows are checked by building them


def people() -> dict[str, list[Case]]:
    """The people of every file."""
    return {
        path.stem: [_case(row) for row in tomllib.loads(path.read_text("utf-8"))["person"]]
        for path in sorted(CASES.glob("*.toml"))
    }


EVERYBODY = [
    pytest.param(case, id=f"{stem}: {case.name}")
    for stem, cases in people().items()
    for case in cases
]


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def answers_by(case: Case, content: Content) -> Answers:
    has = {f"have-{thing}": "yes" for thing in case.has}
    return answers_of({**has, **case.says}, content)


def lived(case: Case, answers: Answers, content: Content) -> Diary:
    """The record up to now: the days before, what was done today, and the pain as told."""
    diary = Diary()
    usual = case.pain or 0
    for day, how in enumerate(case.days):
        diary.pain(usual, day * MIN_PER_DAY - 1)
        today = planned(answers, content, diary.entries, minute(day * MIN_PER_DAY))
        live_a_day(diary, day, how, today, usual)
    for one in case.earlier:
        tell(diary, one, case.now_min)
    if case.pain is not None:
        diary.pain(case.pain, case.now_min - 1)
    return diary


def tell(diary: Diary, one: dict[str, object], now_min: float) -> None:
    """One thing done earlier today."""
    at = now_min - float(str(one.get("min_ago", 5)))
    match one["what"]:
        case "heat" | "cold" as remedy_id:
            diary.remedy(str(remedy_id), at, feeling_back=bool(one.get("feeling_back", True)))
        case "never":
            diary.add(Preference(item_id=str(one["item"]), banned=True), at)
        case "favourite":
            diary.add(Preference(item_id=str(one["item"]), banned=False, favourite=True), at)
        case "kept":
            diary.add(PositionTried(position_id=str(one["item"]), helped=True, kept=True), at)
        case "drowsy":
            yes = AnswerValue.YES
            diary.add(
                MomentAsked(drowsy=yes, drinking=NO, sedating_medicine=NO, faint=NO, unwell=NO), at
            )
        case unknown:
            raise AssertionError(unknown)


def notes_of(case: Case, answers: Answers, content: Content) -> list[ClinicianNote]:
    """A clinician's yes to every sign that fired, where the case says so."""
    fired = triage.decide(answers, content, minute(case.now_min)).rule_ids()
    if not case.clinician_agrees:
        return []
    today = minute(case.now_min).date()
    return [
        ClinicianNote(
            rule_ids=fired,
            seen_on=today,
            gentle_movement_ok=GentleMovement.YES,
            until=today + timedelta(days=30),
            recorded_at=minute(case.now_min - 10),
        )
    ]


def amount(step: Step) -> str:
    """A step as the cases write it."""
    if step.dose is None:
        return step.item_id or "check-in"
    if step.dose.minutes:
        return f"{step.item_id} {step.dose.minutes} min"
    sides = " each side" if step.dose.by_sides else ""
    sets = f"{step.dose.sets} times " if step.dose.sets > 1 else ""
    return f"{step.item_id} {sets}{step.dose.reps}x{step.dose.hold_s}s{sides}"


def plan_of(case: Case, content: Content) -> tuple[str, frozenset[Permit], Plan | None]:
    """The urgency, what is permitted, and today's plan where one may be built."""
    answers = answers_by(case, content)
    diary = lived(case, answers, content)
    at = minute(case.now_min)
    decision, standing = cleared(answers, content, at, notes_of(case, answers, content))
    if not isinstance(standing, Clearance):
        with pytest.raises(PlanError):
            planned(answers, content, diary.entries, at)
        return decision.urgency.value, standing.permits, None
    person = person_of(answers, content, diary.entries, at)
    today = plan.build(content, standing, person, diary.entries, NO_ESTIMATES, at, 0, 1)
    return standing.urgency.value, standing.permits, today


@pytest.mark.parametrize("case", EVERYBODY)
def test_this_person_gets_what_the_case_says(case: Case, content: Content) -> None:
    urgency, permits, today = plan_of(case, content)
    assert urgency == case.urgency
    assert {permit.value for permit in permits} == NAMED_PERMITS[case.permits]
    assert (today is None) == (case.plan == "none")
    if today is None:
        assert case.steps == ()
        return
    assert [amount(step) for step in today.steps] == list(case.steps)
    assert case.stage in {today.stage.value, ""}
    why = {one.item_id: [reason.id for reason in one.because] for one in today.refusals}
    assert {item_id: why.get(item_id) for item_id in case.refused} == case.refused


def test_there_are_enough_people_and_each_has_a_name_of_their_own() -> None:
    names = [case.name for cases in people().values() for case in cases]
    assert len(set(names)) == len(names) >= FEWEST_PEOPLE


def test_every_level_of_urgency_and_every_stage_is_among_them() -> None:
    cases = [case for some in people().values() for case in some]
    assert {case.urgency for case in cases} == {"U0", "U1", "U2", "U3", "U4"}
    assert {"settle", "move", "range", "strength"} <= {case.stage for case in cases}
