"""`loosen triage`: answers in, a decision out; wrong answers named, all at once."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

ASK = ("triage", "--answers", "-")


def test_a_clear_screen_is_u4_and_complete(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*ASK, answers=clear)
    assert said.code == 0
    assert said.plain["decision"]["urgency"] == "U4"
    assert said.plain["decision"]["decided_at"] == "2026-11-22T07:30:00+00:00"
    assert said.plain["to_ask"] == []
    assert said.plain["to_do"] == []


def test_one_emergency_says_whom_to_call_in_the_region(loosen: Run, clear: dict[str, Any]) -> None:
    clear["answers"]["chest-pain"] = "yes"
    said = loosen(*ASK, "--region", "uk", answers=clear)
    assert said.plain["decision"]["urgency"] == "U0"
    assert said.plain["decision"]["permits"] == ["emergency-card"]
    [first, *_] = said.plain["to_do"]
    assert first["lines"] == [{"name": "Emergency", "number": "999"}]
    assert first["do"]
    assert first["say"]
    assert first["wait"]


def test_a_sign_over_three_months_old_and_unchanged_weighs_less(
    loosen: Run, clear: dict[str, Any]
) -> None:
    clear["answers"]["saddle-numbness"] = {"value": "yes", "onset": "over-3-months-unchanged"}
    old = loosen(*ASK, answers=clear).plain["decision"]["urgency"]
    clear["answers"]["saddle-numbness"] = "yes"
    new = loosen(*ASK, answers=clear).plain["decision"]["urgency"]
    assert new < old


def test_what_is_left_out_is_open_and_never_no(loosen: Run) -> None:
    said = loosen(*ASK, answers={"answers": {"age-years": 44}})
    asked = [question["id"] for question in said.plain["to_ask"]]
    assert asked[:2] == ["saddle-numbness", "bladder-change"]
    assert said.plain["decision"]["permits"] == ["emergency-card"]


def test_all_others_denies_questions_but_answers_no_choice(loosen: Run) -> None:
    said = loosen(*ASK, answers={"answers": {"age-years": 44}, "all_others": "no"})
    asked = {question["id"] for question in said.plain["to_ask"]}
    assert {"sex", "company", "can-do-now"} <= asked
    assert "saddle-numbness" not in asked


def test_the_same_answers_give_the_same_bytes(loosen: Run, clear: dict[str, Any]) -> None:
    assert loosen(*ASK, answers=clear).out == loosen(*ASK, answers=clear).out


def test_the_text_is_for_people(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*ASK, "--text", answers=clear)
    assert "Nothing you told us needs urgent care now." in said.out
    clear["answers"]["chest-pain"] = "yes"
    said = loosen(*ASK, "--text", "--region", "us", answers=clear)
    assert "Call: 911" in said.out


def test_the_option_sets_the_time_over_the_file(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*ASK, "--at", "2027-01-01T00:00:00+00:00", answers=clear)
    assert said.plain["decision"]["decided_at"] == "2027-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("answers", "place", "expected"),
    [
        ({"age-years": 150}, "answers.age-years", "from 0 to 120"),
        ({"age-years": 44.5}, "answers.age-years", "a whole number"),
        ({"age-years": "44"}, "answers.age-years.number", "a number"),
        ({"age-years": -1}, "answers.age-years", "from 0 to 120"),
        ({"chest-pain": True}, "answers.chest-pain", '"yes", "no", "not-sure"'),
        ({"chest-pain": None}, "answers.chest-pain", '"yes", "no", "not-sure"'),
        ({"chest-pain": "maybe"}, "answers.chest-pain.value", "one of yes, no, not-sure"),
        ({"chest-pain": 3}, "answers.chest-pain", "yes, no or not-sure"),
        ({"chest-pain": "does-not-apply"}, "answers.chest-pain", "yes, no or not-sure"),
        ({"chest-pains": "yes"}, "answers.chest-pains", "docs/reference/questions.md"),
        ({"sex": "x"}, "answers.sex", "one of female, male, not-said"),
        ({"both-legs": {"value": "yes", "forms": ["nights"]}}, "answers.both-legs", "any-time"),
        ({"both-legs": {"value": "no", "onset": "not-known"}}, "answers.both-legs", "belong to"),
        ({"both-legs": {"vlaue": "no"}}, "answers.both-legs.vlaue", "one of answered_by"),
        ([], "answers", "age-years"),
    ],
)
def test_an_answer_that_cannot_be_is_named_with_what_would_do(
    loosen: Run, answers: object, place: str, expected: str
) -> None:
    said = loosen(*ASK, answers={"answers": answers})
    assert said.code == 4
    assert said.out == ""
    assert f"standard input.{place}: " in said.err
    assert expected in said.err


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("pain_0_10", 11, "a whole number from 0 to 10"),
        ("pain_0_10", "6", "a whole number"),
        ("began_on", "yesterday", "a date like 2026-11-22"),
        ("at", "2026-11-22T08:30:00", "a date and time with a zone"),
        ("all_others", "yes", "one of no"),
        ("moment", {"drowsy": "no"}, "a value"),
        ("banned", ["no-such-thing"], "docs/reference"),
        ("favourites", ["no-such-thing"], "docs/reference"),
        ("surprise", 1, "one of all_others"),
    ],
)
def test_a_field_that_cannot_be_is_named(
    loosen: Run, clear: dict[str, Any], field: str, value: object, expected: str
) -> None:
    said = loosen(*ASK, answers={**clear, field: value})
    assert said.code == 4
    assert f"standard input.{field}" in said.err
    assert expected in said.err


def test_every_problem_is_named_at_once(loosen: Run) -> None:
    answers = {"age-years": 150, "sex": "x", "chest-pain": "maybe", "nothing": 1}
    said = loosen(*ASK, answers={"answers": answers, "pain_0_10": 12, "extra": 1})
    for place in ("age-years", "sex", "chest-pain", "nothing", "pain_0_10", "extra"):
        assert place in said.err


def test_no_answers_at_all_are_named(loosen: Run) -> None:
    said = loosen(*ASK, answers={})
    assert said.code == 4
    assert "standard input.answers: this is missing" in said.err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"answers": {', "line 1, column 14"),
        ('{"answers": {}, "answers": {}}', "the same key stands twice"),
        ('{"answers": {"age-years": NaN}}', "not an ordinary number"),
        ("[1]", "the file does not hold answers"),
        ("", "the file is not JSON"),
    ],
)
def test_what_is_not_json_is_named_with_its_place(loosen: Run, text: str, expected: str) -> None:
    said = loosen(*ASK, answers=text)
    assert said.code == 4
    assert expected in said.err


def test_a_missing_file_is_named(loosen: Run, tmp_path: Path) -> None:
    said = loosen("triage", "--answers", tmp_path / "none.json")
    assert said.code == 4
    assert "no such file" in said.err


def test_a_file_of_stray_bytes_is_named(loosen: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_bytes(b"\xff\xfe")
    said = loosen("triage", "--answers", tmp_path / "answers.json")
    assert said.code == 4
    assert "not UTF-8 text" in said.err


def test_a_time_without_a_zone_is_named(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*ASK, "--at", "2026-11-22", answers=clear)
    assert said.code == 4
    assert "--at: this is not a time with a zone" in said.err


def test_an_unknown_region_is_named(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*ASK, "--region", "moon", answers=clear)
    assert said.code == 4
    assert "one of other, uk, us" in said.err


def test_it_runs_without_django_and_without_pydantic() -> None:
    start = (
        "import sys; sys.modules['django'] = sys.modules['pydantic'] = None; "
        "from loosen.cli import main; sys.exit(main(['triage', '--answers', '-']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", start],
        input='{"answers": {"age-years": 44}}',
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"urgency":"U4"' in done.stdout


def test_a_folder_given_as_answers_is_named(loosen: Run, tmp_path: Path) -> None:
    said = loosen("triage", "--answers", tmp_path)
    assert said.code == 4
    assert "Is a directory" in said.err


def test_other_content_can_be_tried(loosen: Run) -> None:
    sound = Path(__file__).resolve().parents[2] / "content" / "sound"
    answers = {"age-years": 44, "weak-leg": {"value": "yes", "forms": ["both"]}, "numb-leg": "no"}
    said = loosen(*ASK, "--content", sound, answers={"answers": answers})
    assert said.plain["decision"]["urgency"] == "U0"


def test_what_is_open_is_listed_in_the_text(loosen: Run) -> None:
    said = loosen(*ASK, "--text", answers={"answers": {"age-years": 44}})
    assert "Still to ask" in said.out
    assert "saddle-numbness: Is there a numb" in said.out
