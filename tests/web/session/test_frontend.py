"""The player's pure parts (clock, beats, keys), tested by Node's own test runner."""

import subprocess
from pathlib import Path

import pytest

FRONTEND = Path(__file__).resolve().parents[3] / "frontend"


@pytest.mark.node
def test_the_player_s_script_passes_its_own_tests(node_path: Path) -> None:
    done = subprocess.run(
        [str(node_path), "--test", "tests/*.test.mjs"],
        cwd=FRONTEND,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout or "fail 0" in done.stdout
