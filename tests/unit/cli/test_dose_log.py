"""`loosen dose --log` alone: whom it is for, and what is asked about, by the record itself."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from loosen.library.current import load_content
from loosen.triage import about_digest, decide
from loosen.vocabulary import (
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    DecisionMade,
    IntakeTold,
    MomentAsked,
    to_plain,
)

from ...diary import Diary, minute
from ...spec.ledger.doses_told import answers_of, cases, dose
from .conftest import Run

CONTENT = load_content()
LATER = minute(400)
[PREGNANT] = [case for case in cases("doses-evidence.toml") if case.name.startswith("V11")]


def record(**told: Any) -> Diary:
    """A screen that was gone through at nine, a dose after it, and the word on the rest."""
    diary = Diary()
    answers = answers_of(told)
    given = AnswersGiven(occasion=AnswersFor.SCREEN, answers=answers)
    made = DecisionMade(
        decision=decide(answers, CONTENT, minute(0)),
        about_digest=about_digest(answers, CONTENT),
        new_signs=frozenset(),
    )
    for payload in (given, made, IntakeTold(taken=AnswerValue.NO)):
        diary.add(payload, 0, content_version=CONTENT.version)
    diary.add(dose("1 uk-ibuprofen-200"), 1, content_version=CONTENT.version)
    return diary


def asked(diary: Diary, folder: Path, *options: object, at: datetime = LATER) -> list[object]:
    log = folder / "log.json"
    log.write_text(json.dumps([to_plain(entry) for entry in diary.entries]), "utf-8")
    return ["dose", "--log", log, "--at", at.isoformat(), "--region", "uk", *options]


def test_it_asks_about_the_last_dose_again(loosen: Run, tmp_path: Path) -> None:
    said = loosen(*asked(record(), tmp_path)).plain
    assert said["ask"]["product_id"] == "uk-ibuprofen-200"
    assert (said["verdict"]["answer"], said["locked"], said["to_ask"]) == ("yes", [], [])


def test_the_answers_of_the_record_say_what_does_not_suit(loosen: Run, tmp_path: Path) -> None:
    diary = record(pregnant=PREGNANT.answers["pregnant"])
    said = loosen(*asked(diary, tmp_path)).plain["verdict"]
    assert said["answer"] == "no"
    assert "nsaid-pregnant" in {reason["id"] for reason in said["reasons"]}


def test_the_next_day_the_questions_come_first(loosen: Run, tmp_path: Path) -> None:
    said = loosen(*asked(record(), tmp_path, at=minute(25 * 60))).plain
    assert said["verdict"] is None
    assert [reason["id"] for reason in said["locked"]] == ["lapsed-too-old"]


def test_a_screen_of_long_ago_is_asked_again(loosen: Run, tmp_path: Path) -> None:
    lasts = CONTENT.threshold("medicine-screen-lasts-days")
    at = minute(0) + timedelta(days=lasts)
    said = loosen(*asked(record(), tmp_path, at=at)).plain
    assert "ulcer-or-gut-bleed" in {one["id"] for one in said["to_ask"]}


def test_a_head_that_is_not_clear_gets_no_verdict(loosen: Run, tmp_path: Path) -> None:
    diary, no = record(), AnswerValue.NO
    diary.add(
        MomentAsked(drowsy=AnswerValue.YES, drinking=no, sedating_medicine=no, faint=no, unwell=no),
        390,
    )
    assert loosen(*asked(diary, tmp_path)).plain["verdict"] is None
    assert loosen(*asked(diary, tmp_path, at=minute(460))).plain["verdict"] is not None


@pytest.mark.parametrize(
    ("options", "is_refused"),
    [(("--screened", "--age", "40"), False), (("--age", "41"), True), (("--weight", "50"), True)],
)
def test_options_must_say_what_the_record_says(
    loosen: Run, tmp_path: Path, options: tuple[str, ...], is_refused: bool
) -> None:
    said = loosen(*asked(record(), tmp_path, *options))
    assert (said.code == 4) is is_refused
    assert ("not what the answers say" in said.err) is is_refused


def test_a_log_without_a_dose_asks_which_is_meant(loosen: Run) -> None:
    said = loosen("dose", "--region", "uk")
    assert said.code == 4
    assert "it is not said which medicine is meant" in said.err
