"""Rooms and files are named by their subject, never by their place in a drawer."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAWERS = {
    *("util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers"),
    *("core", "common", "misc", "stuff", "shared"),
}
MADE = {"node_modules", "dist", "__pycache__"}


def drawers_in(name: str) -> set[str]:
    return DRAWERS & set(re.split(r"[^a-z]+", name.lower()))


def test_no_folder_or_file_is_a_drawer() -> None:
    tops = [ROOT / name for name in ("src", "tests", "benchmarks", "docs", "frontend")]
    paths = [path.relative_to(ROOT) for top in tops for path in top.rglob("*")]
    named = [path for path in paths if MADE.isdisjoint(path.parts) and drawers_in(path.name)]
    assert paths
    assert named == []


@pytest.mark.parametrize("name", ["utils", "test_helpers.py", "session-manager.ts", "Common.css"])
def test_a_drawer_would_be_found(name: str) -> None:
    assert drawers_in(name)


def test_every_room_is_on_a_floor_of_the_contract() -> None:
    """A room outside the contract would escape it; content holds data and may be no package."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {room for floor in floors for room in re.findall(r"\w+", floor)}
    rooms = {path.name for path in (ROOT / "src" / "loosen").iterdir() if path.is_dir()} - MADE
    assert rooms <= named


def test_content_holds_no_python() -> None:
    """A docstring is allowed, where packaging needs the file."""
    code = [
        path.relative_to(ROOT)
        for path in (ROOT / "src" / "loosen" / "content").rglob("*.py")
        if re.sub(r'"""[^"]*"""', "", path.read_text(encoding="utf-8")).strip()
    ]
    assert code == []
