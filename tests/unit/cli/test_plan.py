"""`loosen plan`: answers and what happened so far in, today's plan out."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loosen import triage
from loosen.library.current import load_content
from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    ClinicianNote,
    DecisionMade,
    GentleMovement,
    NoteTaken,
    Onset,
    canonical_json,
)

from ...diary import Diary, minute
from .conftest import Run

ASK = ("plan", "--answers", "-")
MOMENT = ("drowsy", "drinking", "sedating_medicine", "faint", "unwell")


def kinds(plan: dict[str, Any]) -> set[str]:
    return {step["kind"] for step in plan["steps"]}


def test_a_clear_person_with_some_pain_gets_exercises(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*ASK, answers={**clear, "pain_0_10": 4})
    assert said.code == 0, said.err
    assert "exercise" in kinds(said.plain["plan"])
    assert said.plain["clearance"]["urgency"] == "U4"
    assert said.plain["plan"]["built_at"] == "2026-11-22T07:30:00+00:00"


def test_the_same_file_gives_the_same_bytes(loosen: Run, clear: dict[str, Any]) -> None:
    assert loosen(*ASK, answers=clear).out == loosen(*ASK, answers=clear).out


def test_open_questions_are_named_and_there_is_no_plan(loosen: Run) -> None:
    said = loosen(*ASK, answers={"answers": {"age-years": 44}, "all_others": "no"})
    assert said.code == 6
    assert said.out == ""
    assert "no plan can be made before all questions are answered" in said.err
    assert "can-do-now" in said.err


def test_an_emergency_has_no_step_and_the_text_sends_for_help_first(
    loosen: Run, clear: dict[str, Any]
) -> None:
    clear["answers"]["chest-pain"] = "yes"
    assert loosen(*ASK, answers=clear).plain["plan"]["steps"] == []
    text = loosen(*ASK, "--text", answers=clear).out
    assert text.lstrip().startswith("[U0]")
    assert "Call: 112" in text


@pytest.mark.parametrize("state", MOMENT)
def test_a_moment_that_is_not_clear_leaves_no_exercise(
    loosen: Run, clear: dict[str, Any], state: str
) -> None:
    moment = {**dict.fromkeys(MOMENT, "no"), state: "yes"}
    said = loosen(*ASK, answers={**clear, "pain_0_10": 4, "moment": moment})
    assert said.code == 0, said.err
    assert kinds(said.plain["plan"]) <= {"position", "check-in"}


def test_a_clinicians_yes_opens_an_old_sign_and_no_answer_does_not(
    loosen: Run, clear: dict[str, Any]
) -> None:
    clear["answers"]["saddle-numbness"] = {"value": "yes", "onset": "over-3-months-unchanged"}
    clear["pain_0_10"] = 4
    closed = loosen(*ASK, answers=clear).plain
    assert "exercise" not in closed["clearance"]["permits"]
    note = {
        "rule_ids": ["a1-saddle-older"],
        "seen_on": "2026-11-20",
        "gentle_movement_ok": "yes",
        "until": "2026-12-20",
    }
    opened = loosen(*ASK, answers={**clear, "clinician_notes": [note]}).plain
    assert opened["clearance"]["opened_by"] == ["a1-saddle-older"]
    assert "exercise" in opened["clearance"]["permits"]
    unsure = {**note, "gentle_movement_ok": "not-sure"}
    kept = loosen(*ASK, answers={**clear, "clinician_notes": [unsure]}).plain
    assert "exercise" not in kept["clearance"]["permits"]


@pytest.mark.parametrize(("new_signs", "is_open"), [((), True), (("fever",), False)])
def test_a_sign_in_the_log_after_a_clinicians_word_voids_it(
    loosen: Run, clear: dict[str, Any], tmp_path: Path, new_signs: tuple[str, ...], is_open: bool
) -> None:
    content = load_content()
    old = Answer(value=AnswerValue.YES, onset=Onset.LONG)
    answers = Answers(by_question={"saddle-numbness": old})
    word = ClinicianNote(
        rule_ids=frozenset({"a1-saddle-older"}),
        seen_on=date(2026, 11, 20),
        gentle_movement_ok=GentleMovement.YES,
        until=date(2026, 12, 20),
        recorded_at=minute(-900),
    )
    later = triage.decide(answers, content, minute(-800))
    diary = Diary()
    diary.add(AnswersGiven(occasion=AnswersFor.SCREEN, answers=answers), -1000)
    diary.add(NoteTaken(note=word), -900)
    diary.add(DecisionMade(decision=later, about_digest="", new_signs=frozenset(new_signs)), -800)
    log = tmp_path / "log.json"
    log.write_text(canonical_json(diary.entries))
    clear["answers"]["saddle-numbness"] = {"value": "yes", "onset": "over-3-months-unchanged"}
    said = loosen(*ASK, "--log", log, answers=clear)
    assert said.code == 0, said.err
    assert ("exercise" in said.plain["clearance"]["permits"]) is is_open


def test_what_is_banned_is_not_offered(loosen: Run, clear: dict[str, Any]) -> None:
    clear["pain_0_10"] = 4
    first = loosen(*ASK, answers=clear).plain["plan"]
    exercise = next(step["item_id"] for step in first["steps"] if step["kind"] == "exercise")
    second = loosen(*ASK, answers={**clear, "banned": [exercise]}).plain["plan"]
    assert exercise not in {step["item_id"] for step in second["steps"]}


def test_a_favourite_goes_before_its_equals_unless_it_is_banned_too(
    loosen: Run, clear: dict[str, Any]
) -> None:
    clear["answers"]["have-bed"] = "yes"
    clear["pain_0_10"] = 4
    liked = {**clear, "favourites": ["bed-knee-rolls"]}
    found = []
    for said in (clear, liked, {**liked, "banned": ["bed-knee-rolls"]}):
        steps = loosen(*ASK, answers=said).plain["plan"]["steps"]
        found.append("bed-knee-rolls" in {step["item_id"] for step in steps})
    assert found == [False, True, False]


def test_the_kept_position_comes_first(loosen: Run, clear: dict[str, Any]) -> None:
    clear["answers"]["have-chair"] = "yes"
    first = []
    for kept in ("calves-on-chair", "on-side-with-pillow"):
        steps = loosen(*ASK, answers={**clear, "kept_position": kept}).plain["plan"]["steps"]
        first.append(next(step["item_id"] for step in steps if step["kind"] == "position"))
    assert first == ["calves-on-chair", "on-side-with-pillow"]


def test_the_first_day_of_the_episode_sets_the_reviews(loosen: Run, clear: dict[str, Any]) -> None:
    early = loosen(*ASK, answers={**clear, "began_on": "2026-11-16"}).plain["plan"]
    today = loosen(*ASK, answers=clear).plain["plan"]
    reviews = [
        min(point["due_at"] for point in plan["checkpoints"] if point["kind"] == "review")
        for plan in (early, today)
    ]
    assert reviews[0] < reviews[1]


def test_the_text_names_every_step(loosen: Run, clear: dict[str, Any]) -> None:
    clear["pain_0_10"] = 4
    steps = loosen(*ASK, answers=clear).plain["plan"]["steps"]
    text = loosen(*ASK, "--text", answers=clear).out
    assert steps
    assert [step["title"] for step in steps if step["title"] not in text] == []


def entry(kind: str, **payload: object) -> dict[str, Any]:
    return {
        "id": "00000000-0000-5000-8000-000000000001",
        "device_id": "00000000-0000-5000-8000-0000000000aa",
        "seq": 0,
        "owner_id": "00000000-0000-5000-8000-0000000000bb",
        "kind": kind,
        "happened_at": "2026-11-22T07:00:00+00:00",
        "recorded_at": "2026-11-22T07:00:00+00:00",
        "utc_offset_min": 60,
        "zone": "Europe/Berlin",
        "source": "self-report",
        "payload": payload,
        "content_version": "x",
    }


def test_the_log_counts_cold_without_its_feeling_back_closes_movement(
    loosen: Run, clear: dict[str, Any], tmp_path: Path
) -> None:
    cold = entry(
        "remedy",
        remedy_id="cold",
        started_at="2026-11-22T06:45:00+00:00",
        ended_at="2026-11-22T07:00:00+00:00",
        skin="normal",
        felt_better=True,
        **{"is": "RemedyUsed"},
    )
    log = tmp_path / "log.json"
    log.write_text(json.dumps([cold]))
    said = loosen(*ASK, "--log", log, answers={**clear, "pain_0_10": 4})
    assert said.code == 0, said.err
    assert "exercise" not in kinds(said.plain["plan"])


def test_a_broken_log_names_every_entry(loosen: Run, clear: dict[str, Any], tmp_path: Path) -> None:
    log = tmp_path / "log.json"
    wrong = entry("pain", pain_0_10=11, occasion="check-in", **{"is": "PainFelt"})
    log.write_text(json.dumps([wrong, {**wrong, "kind": "ache"}]))
    said = loosen(*ASK, "--log", log, answers=clear)
    assert said.code == 5
    assert f"{log}[0].payload: this cannot stand" in said.err
    assert f"{log}[1].kind" in said.err


def test_a_missing_log_is_named(loosen: Run, clear: dict[str, Any], tmp_path: Path) -> None:
    said = loosen(*ASK, "--log", tmp_path / "none.json", answers=clear)
    assert said.code == 5
    assert "the log cannot be read" in said.err


def test_a_log_that_is_no_export_is_refused(
    loosen: Run, clear: dict[str, Any], tmp_path: Path
) -> None:
    log = tmp_path / "log.json"
    log.write_text('{"format": "something else"}')
    said = loosen(*ASK, "--log", log, answers=clear)
    assert said.code == 7


def test_it_runs_without_django_and_without_pydantic(clear: dict[str, Any]) -> None:
    start = (
        "import sys; sys.modules['django'] = sys.modules['pydantic'] = None; "
        "from loosen.cli import main; sys.exit(main(['plan', '--answers', '-']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", start],
        input=json.dumps(clear),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"plan":' in done.stdout
