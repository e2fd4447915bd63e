"""Everybody of the golden test: our own people, and every example of the specification."""

import json
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast
from uuid import UUID

from loosen import ledger, triage
from loosen.cli.answers_file import read_answers, with_all_others
from loosen.cli.told import NOBODY, told
from loosen.vocabulary import Answers, Content, Entry, NoteTaken, Stage, to_plain

from ..diary import OWNER, minute
from ..spec.people import test_people as examples
from ..spec.triage.test_cases import AT, SECTIONS, answers_of

HERE = Path(__file__).parent
A_WHILE_MIN = 10.0
WENT_UP = (0, 1, 2, 3)  # points above the pain before, after the first four steps
Plain = dict[str, object]


def everybody(content: Content, scratch: Path) -> list[Plain]:
    """Each person as the judge reads them. `scratch`: a folder for their answers files."""
    listed = tomllib.loads((HERE / "people.toml").read_text("utf-8"))["person"]
    return [
        *(_person(one, content, scratch) for one in listed),
        *_of_triage(content),
        *_with_a_plan(content),
    ]


def _of_triage(content: Content) -> list[Plain]:
    """The rows of the specification of triage: answers alone."""
    return [
        _plain(f"{section}: {case.name}", answers_of(case.says, content), (), AT)
        for section, cases in SECTIONS.items()
        for case in cases
    ]


def _with_a_plan(content: Content) -> list[Plain]:
    """The example people with their days, and a session in which the pain goes up."""
    return [
        _example(f"{section}: {case.name}", case, content)
        for section, cases in examples.people().items()
        for case in cases
    ]


def _example(name: str, case: examples.Case, content: Content) -> Plain:
    answers = examples.answers_by(case, content)
    diary = examples.lived(case, answers, content)
    for note in examples.notes_of(case, answers, content):
        diary.add(NoteTaken(note=note), case.now_min - A_WHILE_MIN)
    went = [] if case.pain is None else [min(10, case.pain + up) for up in WENT_UP]
    plain = _plain(name, answers, diary.entries, minute(case.now_min), OWNER)
    return plain | {"results": _results(went, case.pain)}


def _plain(
    name: str, answers: Answers, entries: Sequence[Entry], at: object, owner_id: UUID = NOBODY
) -> Plain:
    moment = ledger.last_moment(entries)
    return {
        "name": name,
        "answers": to_plain(answers),
        "entries": to_plain(tuple(entries)),
        "at": to_plain(at),
        "utc_offset_min": 0,
        "moment": to_plain(moment[0]) if moment else None,
        "results": [],
        "owner_id": str(owner_id),
    }


def _person(said: Plain, content: Content, scratch: Path) -> Plain:
    """Read by the command line's own reader, so that the form stays the one people write."""
    rest = {key: one for key, one in said.items() if key not in {"name", "went"}}
    file = scratch / "answers.json"
    file.write_text(json.dumps({"at": AT.isoformat(), "all_others": "no", **rest}, default=_text))
    asked = read_answers(str(file), None, content, triage.check_answers)
    answers = with_all_others(asked, lambda now: _open(now, content), content)
    entries = told(asked, answers, content.version, ())
    return _plain(str(said["name"]), answers, entries, asked.at) | {
        "utc_offset_min": asked.utc_offset_min,
        "results": _results(cast(list[object], said.get("went", [])), asked.file.pain_0_10),
    }


def _text(value: object) -> str:
    """TOML has days and times of its own; JSON has not."""
    assert isinstance(value, date)  # a datetime is one too
    return value.isoformat()


def _open(answers: Answers, content: Content) -> tuple[str, ...]:
    return tuple(
        one.id for stage in Stage for one in triage.open_questions(answers, content, stage)
    )


def _results(went: Sequence[object], baseline_0_10: int | None) -> list[Plain]:
    return [
        {
            "index": index,
            "pain_0_10": one if isinstance(one, int) else None,
            "baseline_0_10": baseline_0_10,
            "stopped": one == "stop",
            "asked_easier": one == "easier",
            "sharp_or_new": False,
            "legs_moved_down": False,
        }
        for index, one in enumerate(went)
    ]
