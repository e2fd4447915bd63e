"""How the command line is used, and what its exit codes mean."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from loosen.cli.exits import EXIT_WORDS, exit_code
from loosen.vocabulary import (
    AnswersError,
    ContentError,
    ForeignDataError,
    LedgerError,
    LoosenError,
    PlanError,
    Problem,
    SettingsError,
)

from .conftest import Run

PROBLEM = Problem(what="a", where="b", found="c", expected="d", do="e")


@pytest.mark.parametrize(
    ("family", "code"),
    [
        (ContentError, 3),
        (AnswersError, 4),
        (LedgerError, 5),
        (PlanError, 6),
        (ForeignDataError, 7),
        (SettingsError, 8),
        (LoosenError, 1),
    ],
)
def test_every_family_of_errors_has_its_code(family: type[LoosenError], code: int) -> None:
    assert exit_code(family(PROBLEM)) == code
    assert code in EXIT_WORDS


def test_every_family_has_a_code_of_its_own() -> None:
    codes = [exit_code(family(PROBLEM)) for family in LoosenError.__subclasses__()]
    assert len(set(codes)) == len(codes)
    assert 1 not in codes


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("dance",),
        ("triage",),
        ("plan", "--answers"),
        ("content",),
        ("new", "exercise"),
        ("serve", "--port", "eighty"),
        ("serve", "--port", "70000"),
        ("export",),
    ],
)
def test_a_wrong_usage_is_code_2_with_a_line_on_how(loosen: Run, arguments: tuple[str]) -> None:
    said = loosen(*arguments)
    assert said.code == 2
    assert "usage: loosen" in said.err


def test_the_help_names_every_command(loosen: Run) -> None:
    said = loosen("--help")
    assert said.code == 0
    for command in ("serve", "triage", "plan", "check-content", "content", "new", "export"):
        assert command in said.out


def test_the_version_is_printed(loosen: Run) -> None:
    said = loosen("--version")
    assert said.code == 0
    assert said.out.startswith("loosen 0.")


def test_the_module_runs_like_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "loosen", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("loosen ")


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "loosen", "check-content"],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 141


def test_an_import_that_is_no_file_is_named(loosen: Run, tmp_path: Path) -> None:
    said = loosen("import", tmp_path / "none.json")
    assert said.code == 7
    assert "the file cannot be read" in said.err
