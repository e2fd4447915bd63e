"""The page's Python judges as the server's does: the same text, byte for byte.

Everybody is judged once in CPython and once in Pyodide under Node, in one process each, because
Pyodide takes two seconds to load.
"""

import json
import runpy
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

import loosen
from loosen.library.compile import bake
from loosen.vocabulary import Content

from .people import everybody

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGE = Path(loosen.__file__).parent
PYODIDE = ROOT / "frontend" / "node_modules" / "pyodide"
WHOLE_ROOMS = ("vocabulary", "triage", "ledger", "plan")
SINGLE_FILES = ("__init__.py", "library/__init__.py", "library/bundle.py")
FEWEST_PEOPLE = 200
LONGEST_S = 120

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def baked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, str]:
    """The content and its bundle, baked from the files as they stand."""
    bundle = tmp_path_factory.mktemp("bundle") / "content.json"
    content = bake(PACKAGE / "content", bundle)
    return content, bundle.read_text("utf-8")


@pytest.fixture(scope="module")
def question(baked: tuple[Content, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    content, bundle = baked
    people = everybody(content, tmp_path_factory.mktemp("answers"))
    return json.dumps({"bundle": bundle, "people": people})


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clinical rooms as the page would get them: these files, and nothing beside them."""
    archive = tmp_path_factory.mktemp("rooms") / "rooms.zip"
    files = [PACKAGE / name for name in SINGLE_FILES]
    files += [path for room in WHOLE_ROOMS for path in (PACKAGE / room).rglob("*.py")]
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in sorted(files):
            zipped.write(path, path.relative_to(PACKAGE.parent))
    return archive


@pytest.fixture(scope="module")
def here(question: str) -> str:
    """What the server's Python says."""
    said = runpy.run_path(str(HERE / "judge.py"))["judge"](question)
    assert isinstance(said, str)
    return said


@pytest.fixture(scope="module")
def in_the_page(
    question: str, rooms: Path, node_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """What the page's Python says."""
    file = tmp_path_factory.mktemp("question") / "question.json"
    file.write_text(question, encoding="utf-8")
    command = [node_path, HERE / "in_pyodide.mjs", PYODIDE, rooms, HERE / "judge.py", file]
    run = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST_S,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def judged(here: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(here)
    return read


def test_the_page_and_the_server_say_the_same_of_everybody(here: str, in_the_page: str) -> None:
    ours, theirs = json.loads(here), json.loads(in_the_page)
    differing = [name for name in ours if ours[name] != theirs.get(name)]
    assert differing == []
    assert here == in_the_page


def test_the_people_reach_every_urgency_and_both_ends_of_a_plan(judged: dict[str, Any]) -> None:
    assert len(judged) >= FEWEST_PEOPLE
    assert {one["decision"]["urgency"] for one in judged.values()} == {"U0", "U1", "U2", "U3", "U4"}
    plans = [one["plan"] for one in judged.values() if "plan" in one]
    assert any(plan["nothing_safe"] for plan in plans)
    assert any(step["kind"] == "exercise" for plan in plans for step in plan["steps"])


def test_the_sessions_adapt_in_both_directions_that_exist(judged: dict[str, Any]) -> None:
    """Some keep their load and some lose it; none ever gains. Earlier days are among them."""
    assert any(one["sessions"] for one in judged.values())
    changes = [
        after["load"] - one["plan"]["load"]
        for one in judged.values()
        for after in one.get("adapted", ())
    ]
    assert 0 in changes
    assert min(changes) < 0
    assert max(changes) == 0
