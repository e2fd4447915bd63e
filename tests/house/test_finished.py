"""Nothing is left half done, and no test waits by the clock."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = {".py", ".ts", ".css", ".html", ".toml", ".md", ".sh", ".yml", ".json"}
MADE = {"node_modules", "dist", "__pycache__"}
LEFT = re.compile(
    r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X|NotImplemented" + r"Error)\b|\bLorem ipsum\b"
)
WAITING = re.compile(r"\b(?:time\.sleep|asyncio\.sleep|wait_for_" + r"timeout)\b")
FEWEST_WORDS = 3


def written_files() -> list[Path]:
    tops = [ROOT / name for name in ("src", "tests", "benchmarks", "docs", "frontend")]
    found = [path for top in tops for path in top.rglob("*") if path.suffix in WRITTEN]
    return [
        *(path for path in found if MADE.isdisjoint(path.parts)),
        *(ROOT / name for name in ("run", ".ci/run", "README.md", "hatch_build.py")),
    ]


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_nothing_is_left_to_do() -> None:
    files = written_files()
    assert files
    assert lines_with(LEFT, files) == []


def test_no_test_waits_by_the_clock() -> None:
    files = [path for name in ("test_*.py", "conftest.py") for path in (ROOT / "tests").rglob(name)]
    assert lines_with(WAITING, files) == []


@pytest.mark.parametrize("line", ["# TO" + "DO later", "raise NotImplemented" + "Error"])
def test_a_remnant_would_be_found(line: str) -> None:
    assert LEFT.search(line)


def test_every_test_is_named_by_a_sentence() -> None:
    names = [
        (path.relative_to(ROOT), node.name)
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert names
    short = [name for name in names if len(name[1].split("_")) <= FEWEST_WORDS]
    assert short == []
