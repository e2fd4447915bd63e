"""`loosen dose --answers`: the suitability screen from the person's own answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from loosen.vocabulary import to_plain

from ...spec.ledger.doses_told import cases, instant, record
from .conftest import Run

ASK = ("dose", "--ask", "uk-ibuprofen-200", "--region", "uk", "--taken-elsewhere", "no")
WITH_ANSWERS = (*ASK, "--answers", "-")


def answered(clear: dict[str, Any], **more: Any) -> dict[str, Any]:
    answers = {name.replace("_", "-"): one for name, one in more.items()}
    return {**clear, "answers": {**clear["answers"], "weight-kg": 80, **answers}}


def test_a_person_whom_everything_suits_may(loosen: Run, clear: dict[str, Any]) -> None:
    said = loosen(*WITH_ANSWERS, answers=answered(clear)).plain
    assert (said["verdict"]["answer"], said["locked"], said["to_ask"]) == ("yes", [], [])
    assert said["verdict"]["at"] == "2026-11-22T07:30:00+00:00"  # the file's own time


def test_the_answers_say_what_does_not_suit(loosen: Run, clear: dict[str, Any]) -> None:
    told = answered(clear, takes_steroids="yes", ulcer_or_gut_bleed="yes")
    said = loosen(*WITH_ANSWERS, answers=told).plain["verdict"]
    assert said["answer"] == "no"
    assert {"nsaid-ulcer", "nsaid-steroids"} <= {reason["id"] for reason in said["reasons"]}


def test_while_questions_of_the_screen_are_open_it_asks(loosen: Run, clear: dict[str, Any]) -> None:
    """A weight that nobody told opens no yes for paracetamol."""
    said = loosen(
        *("dose", "--ask", "uk-paracetamol-500", "--region", "uk", "--taken-elsewhere", "no"),
        *("--answers", "-"), answers=clear,
    ).plain["verdict"]  # fmt: skip
    assert said["answer"] == "ask"
    assert "paracetamol-under-50-kg" in {reason["id"] for reason in said["reasons"]}


def test_what_is_not_answered_is_named_and_no_verdict_is_given(
    loosen: Run, clear: dict[str, Any]
) -> None:
    told = {key: one for key, one in answered(clear).items() if key != "all_others"}
    said = loosen(*WITH_ANSWERS, answers=told).plain
    assert said["verdict"] is None
    assert [reason["id"] for reason in said["locked"]] == ["lapsed-incomplete"]
    assert "saddle-numbness" in {one["id"] for one in said["to_ask"]}


def test_where_help_comes_first_there_is_no_verdict_and_it_says_why(
    loosen: Run, clear: dict[str, Any]
) -> None:
    told = answered(clear, saddle_numbness="yes")
    said = loosen(*WITH_ANSWERS, answers=told)
    assert said.plain["verdict"] is None
    assert said.plain["locked"]
    text = loosen(*WITH_ANSWERS, "--text", answers=told).out
    assert text.index("Call:") < text.index("nothing can be said of it now")


def test_a_head_that_is_not_clear_gets_no_verdict(loosen: Run, clear: dict[str, Any]) -> None:
    state = dict.fromkeys(("drowsy", "drinking", "sedating_medicine", "faint", "unwell"), "no")
    told = {**answered(clear), "moment": {**state, "drowsy": "yes"}}
    said = loosen(*WITH_ANSWERS, answers=told).plain
    assert said["verdict"] is None
    assert [reason["id"] for reason in said["locked"]] == ["gate-moment-not-clear"]


def test_too_much_is_said_even_where_no_verdict_may_be_given(
    loosen: Run, clear: dict[str, Any], tmp_path: Path
) -> None:
    [case] = [case for case in cases("doses-evidence.toml") if case.name.startswith("V7")]
    log = tmp_path / "log.json"
    log.write_text(json.dumps([to_plain(entry) for entry in record(case)]), "utf-8")
    said = loosen(
        *WITH_ANSWERS, "--log", log, "--at", instant(case.at).isoformat(),
        answers=answered(clear, saddle_numbness="yes"),
    ).plain  # fmt: skip
    assert said["verdict"]["answer"] == "too-much"
    assert said["locked"]
    assert [line["number"] for line in said["call"]] == ["111"]


@pytest.mark.parametrize(
    "options",
    [("--screened",), ("--age", "44"), ("--weight", "80"), ("--caution", "nsaid-ulcer")],
)
def test_options_beside_the_answers_may_say_the_same(
    loosen: Run, clear: dict[str, Any], options: tuple[str, ...]
) -> None:
    said = loosen(*WITH_ANSWERS, *options, answers=answered(clear, ulcer_or_gut_bleed="yes"))
    assert said.code == 0, said.err


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--age", "45"), ("--age", "45", "44")),
        (("--weight", "81"), ("--weight", "81", "80")),
        (("--caution", "nsaid-lupus"), ("--caution", "nsaid-lupus", "nsaid-ulcer")),
        (("--caution", "nsaid-ulcer", "nsaid-lupus"), ("--caution", "nsaid-lupus")),
    ],
)
def test_options_that_say_otherwise_are_refused_with_both(
    loosen: Run, clear: dict[str, Any], options: tuple[str, ...], named: tuple[str, ...]
) -> None:
    said = loosen(*WITH_ANSWERS, *options, answers=answered(clear, ulcer_or_gut_bleed="yes"))
    assert (said.code, said.out) == (4, "")
    assert "this is not what the answers say" in said.err
    assert all(word in said.err for word in named)


def test_screened_beside_open_questions_is_refused(loosen: Run, clear: dict[str, Any]) -> None:
    told = {key: one for key, one in answered(clear).items() if key != "all_others"}
    said = loosen(*WITH_ANSWERS, "--screened", answers=told)
    assert said.code == 4
    assert "questions are open" in said.err
