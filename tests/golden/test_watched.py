"""The page's Python makes of a set what the server's does, byte for byte: every event, the record.

In Pyodide it runs out of the very archive that the page fetches, in one process for all sets.
"""

import base64
import json
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest

from loosen.cohort.recordings import Doing, Filming, Recording
from loosen.library.current import load_content
from loosen.movement import Target, replay, set_record
from loosen.movement.live import pack, unpack
from loosen.vocabulary import canonical_json
from loosen.web.eyes.rooms import archive, bundle

from ..movement.recorded import a_set, measured
from ..movement.seated import sits

HERE = Path(__file__).parent
PYODIDE = HERE.parents[1] / "frontend" / "node_modules" / "pyodide"
LONGEST_S = 240
THREE = Doing(reps=3)
TWO = Doing(reps=2, way_s=1.2, hold_s=0.5)
POOR = Filming(
    frames_per_s=12, jitter_s=0.02, noise_px=3, gap_s=0.5, gap_share=0.1, swaps_per_min=6
)
TARGET = Target(hold_s=3.0, way_s=4.0)

pytestmark = pytest.mark.node


def sets() -> dict[str, tuple[str, Recording]]:
    """By name: the exercise that was asked for, and what was seen. Made by fixed seeds."""
    return {
        "a bridge, clean": ("bridge", a_set("bridge", doing=THREE)),
        "a bridge in a poor picture": (
            "bridge",
            a_set("bridge", filming=POOR, doing=THREE, seed=7),
        ),
        "cat-cow by the mask": ("cat-cow", a_set("cat-cow", doing=THREE)),
        "another movement than asked": (
            "bridge",
            a_set("bird-dog", as_seen_for="bridge", doing=TWO),
        ),
        "from the wrong side": ("bridge", a_set("bridge", off_deg=60, doing=TWO)),
    }


def start_of(exercise: str) -> str:
    return canonical_json(
        {
            "exercise": exercise,
            "by": "camera",
            "target": TARGET,
            "calibration": {"own_range": 0.0},
        }
    )


@pytest.fixture(scope="module")
def question() -> str:
    asked = [
        {
            "name": name,
            "start": start_of(exercise),
            "frames": [base64.b64encode(pack(one)).decode() for one in recording.frames],
        }
        for name, (exercise, recording) in sets().items()
    ]
    sitting = [base64.b64encode(pack(one)).decode() for one in sits()]
    return json.dumps({"bundle": bundle(load_content()), "sets": asked, "sitting": sitting})


@pytest.fixture(scope="module")
def here(question: str) -> str:
    """What the server's Python says."""
    said = runpy.run_path(str(HERE / "watched.py"))["judge"](question)
    assert isinstance(said, str)
    return said


@pytest.fixture(scope="module")
def in_the_page(question: str, node_path: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the page's Python says, with nothing but what the page fetches."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "rooms.zip").write_bytes(archive(load_content()))
    (folder / "question.json").write_text(question, encoding="utf-8")
    command = [
        *(node_path, HERE / "in_pyodide.mjs", PYODIDE, folder / "rooms.zip"),
        *(HERE / "watched.py", folder / "question.json"),
    ]
    run = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST_S,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_page_and_the_server_make_the_same_of_every_set(here: str, in_the_page: str) -> None:
    ours, theirs = (json.loads(told)["sets"] for told in (here, in_the_page))
    assert [name for name in ours if ours[name] != theirs.get(name)] == []
    assert here == in_the_page


def test_the_record_is_that_of_a_replay_of_the_same_frames(here: str) -> None:
    told: dict[str, Any] = json.loads(here)["sets"]
    for name, (exercise, recording) in sets().items():
        frames = [unpack(pack(one)) for one in recording.frames]
        again = replay(frames, measured(exercise), target=TARGET)
        end = json.loads(told[name]["end"])
        assert end["result"] == canonical_json(set_record(exercise, again)), name


def test_the_sets_reach_a_count_a_cue_and_a_refusal(here: str) -> None:
    """Or the comparison would compare nothing."""
    watched: dict[str, Any] = json.loads(here)["sets"]
    records = {name: json.loads(json.loads(one["end"])["result"]) for name, one in watched.items()}
    assert records["a bridge, clean"]["count"] == 3
    assert records["cat-cow by the mask"]["count"] == 3
    assert records["another movement than asked"]["count"] == 0
    assert records["from the wrong side"]["refused"] == "wrong-view"
    assert any(record["cues"] for record in records.values())


def test_the_one_who_sits_reaches_a_start_and_a_nudge(here: str) -> None:
    said = [json.loads(one)["says"] for one in json.loads(here)["sitting"]]
    assert {"sit-start", "sit-known", "sit-nudge"} <= set(said)
