"""Everybody of the golden test: our own people, and every example of the specification."""

import json
import tomllib
from datetime import date
from pathlib import Path

from loosen import triage
from loosen.cli.answers_file import read_answers, with_all_others
from loosen.cli.told import NOBODY, told
from loosen.vocabulary import Answers, Content, Onset, Stage, to_plain

HERE = Path(__file__).parent
SPEC = HERE.parent / "spec"
AT = "2026-11-22T09:00:00+00:00"
CLEAR: dict[str, object] = {
    "age-years": 40,
    "weight-kg": 75,
    "sex": "male",
    "company": "alone",
    "can-do-now": "walk",
    "what-eases": "neither",
}
ONSETS = {
    "new": Onset.NEW,
    "weeks": Onset.WEEKS,
    "long": Onset.LONG,
    "unknown": Onset.UNKNOWN,
}
Plain = dict[str, object]


def everybody(content: Content, scratch: Path) -> list[Plain]:
    """Each person as the judge reads them. `scratch`: a folder for their answers files."""
    people = [*_own_people(), *_example_people()]
    return [_person(one, content, scratch) for one in people]


def _own_people() -> list[Plain]:
    listed: list[Plain] = tomllib.loads((HERE / "people.toml").read_text("utf-8"))["person"]
    return listed


def _example_people() -> list[Plain]:
    """The rows of the specification of triage, as answers files."""
    return [
        {"name": f"{path.stem}: {row['name']}", "answers": _answers(row["says"])}
        for path in sorted((SPEC / "triage" / "cases").glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


def _answers(says: dict[str, object]) -> Plain:
    said = {key: _answer(one) for key, one in (CLEAR | says).items()}
    return {key: one for key, one in said.items() if one != "unanswered"}


def _answer(said: object) -> object:
    """`"yes weeks at-rest"` as a whole answer; everything else is one already."""
    word, *details = said.split() if isinstance(said, str) else (said,)
    if said == "not sure":
        return "not-sure"
    if word != "yes":
        return said
    onsets = [ONSETS[one].value for one in details if one in ONSETS]
    forms = [one for one in details if one not in ONSETS]
    return {"value": "yes", "onset": onsets[0] if onsets else None, "forms": forms}


def _person(said: Plain, content: Content, scratch: Path) -> Plain:
    """Read by the command line's own reader, so that the form stays the one people write."""
    went = said.get("went", [])
    rest = {key: one for key, one in said.items() if key not in {"name", "went"}}
    file = scratch / "answers.json"
    file.write_text(json.dumps({"at": AT, "all_others": "no", **rest}, default=_text))
    asked = read_answers(str(file), None, content, triage.check_answers)
    answers = with_all_others(asked, lambda now: _open(now, content), content)
    entries = told(asked, answers, content.version, 0)
    return {
        "name": said["name"],
        "answers": to_plain(answers),
        "entries": to_plain(entries),
        "at": to_plain(asked.at),
        "utc_offset_min": asked.utc_offset_min,
        "moment": to_plain(asked.file.moment),
        "results": _results(went, asked.file.pain_0_10),
        "owner_id": str(NOBODY),
    }


def _text(value: object) -> str:
    """TOML has days and times of its own; JSON has not."""
    assert isinstance(value, date)  # a datetime is one too
    return value.isoformat()


def _open(answers: Answers, content: Content) -> tuple[str, ...]:
    return tuple(
        one.id for stage in Stage for one in triage.open_questions(answers, content, stage)
    )


def _results(went: object, baseline_0_10: int | None) -> list[Plain]:
    assert isinstance(went, list)
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
