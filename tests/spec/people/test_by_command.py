"""The same people by `loosen triage` and `loosen plan`: both say what the cases say."""

import json
from pathlib import Path
from typing import Any

import pytest

from loosen import triage
from loosen.cli import main
from loosen.library.current import load_content
from loosen.vocabulary import Content, from_plain, to_plain
from loosen.vocabulary.errors import AnswersError
from loosen.vocabulary.plans import Plan

from ...diary import minute
from .test_people import EVERYBODY, Case, amount, answers_by, lived

NO_PLAN_YET = 6


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def files_of(case: Case, content: Content, folder: Path) -> tuple[str, str]:
    """The person's answers and record as the two files that the commands read."""
    answers = answers_by(case, content)
    at = minute(case.now_min)
    told: dict[str, Any] = {
        "answers": to_plain(answers.by_question),
        "at": at.isoformat(),
        "pain_0_10": case.pain,
    }
    if case.clinician_agrees:
        fired = sorted(triage.decide(answers, content, at).rule_ids())
        day = at.date().isoformat()
        note = {"rule_ids": fired, "seen_on": day, "gentle_movement_ok": "yes", "until": day}
        told["clinician_notes"] = [note]
    asked, log = folder / "answers.json", folder / "log.json"
    asked.write_text(json.dumps(told), "utf-8")
    entries = lived(case, answers, content).entries
    log.write_text(json.dumps([to_plain(entry) for entry in entries]), "utf-8")
    return str(asked), str(log)


@pytest.mark.parametrize("case", EVERYBODY)
def test_the_commands_say_the_same_of_this_person(
    case: Case, content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, log = files_of(case, content, tmp_path)
    assert main(["triage", "--answers", asked]) == 0
    decision = json.loads(capsys.readouterr().out)["decision"]
    # A clinician's word leaves the decision as it is and opens the clearance.
    assert decision["urgency"] == ("U2" if case.clinician_agrees else case.urgency)
    code = main(["plan", "--answers", asked, "--log", log, "--seed", "1"])
    if case.plan == "none":
        assert code == NO_PLAN_YET
        return
    assert code == 0
    said = json.loads(capsys.readouterr().out)
    assert said["clearance"]["urgency"] == case.urgency
    today = from_plain(Plan, said["plan"], where="the answer", error=AnswersError)
    assert [amount(step) for step in today.steps] == list(case.steps)
