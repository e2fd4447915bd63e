"""The command line as a person meets it: arguments and standard input in, words and a code out."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from loosen.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def loosen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; `answers` goes in through standard input."""

    def run(*arguments: object, answers: object = None) -> Said:
        text = answers if isinstance(answers, str) else json.dumps(answers)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code=code, out=said.out, err=said.err)

    return run


@pytest.fixture
def clear() -> dict[str, Any]:
    """An answers file on which nothing is wrong and nothing is open."""
    return {
        "at": "2026-11-22T08:30:00+01:00",
        "answers": {
            "age-years": 44,
            "sex": "female",
            "company": "someone-here",
            "can-do-now": "walk",
            "what-eases": "neither",
            "weight-kg": "does-not-apply",
        },
        "all_others": "no",
    }
