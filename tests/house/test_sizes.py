"""Small enough to be read: what a function and a module may measure."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE_MAX_LINES = 300
FUNCTION_MAX_LINES = 40
SHORT_MAX_LINES = 29
SHARE_OF_SHORT_FUNCTIONS = 0.9

PRODUCT = [ROOT / "src", ROOT / "frontend" / "src", ROOT / "benchmarks", ROOT / "docs"]
ALL = [*PRODUCT, ROOT / "tests"]


def files(folders: list[Path], *suffixes: str) -> list[Path]:
    """Written sources; migrations are Django's and the built pages are Vite's."""
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes]
    alone = [ROOT / "hatch_build.py", *(ROOT / "frontend").glob("*.py")]
    made = {"migrations", "dist", "node_modules"}
    return sorted(path for path in [*found, *alone] if made.isdisjoint(path.parts))


def function_lengths(path: Path) -> Iterator[tuple[str, int]]:
    """Where each function of a file stands, and its lines from `def` to its end."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            place = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
            yield place, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in files(ALL, ".py", ".ts")
    }
    too_long = {
        str(path.relative_to(ROOT)): length
        for path, length in lengths.items()
        if length > MODULE_MAX_LINES
    }
    assert lengths
    assert too_long == {}


@pytest.fixture(scope="module")
def lengths() -> dict[str, int]:
    return dict(pair for path in files(ALL, ".py") for pair in function_lengths(path))


def test_no_function_is_longer_than_a_screen(lengths: dict[str, int]) -> None:
    too_long = {place: length for place, length in lengths.items() if length > FUNCTION_MAX_LINES}
    assert too_long == {}


def test_nine_functions_in_ten_are_short(lengths: dict[str, int]) -> None:
    short = sum(length <= SHORT_MAX_LINES for length in lengths.values())
    assert short >= SHARE_OF_SHORT_FUNCTIONS * len(lengths)


def test_a_long_function_would_be_found(tmp_path: Path) -> None:
    source = tmp_path / "long.py"
    source.write_text("def f():\n" + "    pass\n" * FUNCTION_MAX_LINES)
    [node] = ast.parse(source.read_text()).body
    assert (node.end_lineno or 0) - node.lineno + 1 == FUNCTION_MAX_LINES + 1
