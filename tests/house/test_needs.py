"""What a machine lacks is said loudly, and in CI it fails the run."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDS_A_BROWSER = "import pytest\n\n@pytest.mark.browser\ndef test_page():\n    pass\n"
SKIPS = "import pytest\n\ndef test_later():\n    pytest.skip('not today')\n"
PASSES = "def test_one():\n    pass\n"


def run_pytest(
    folder: Path, source: str, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    test = folder / "test_example.py"
    test.write_text(source)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOOSEN_")}
    command = ["-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, *command, "-c", str(ROOT / "pyproject.toml"), *arguments, str(test)],
        cwd=ROOT,
        env={**kept, "LOOSEN_CHROMIUM": "/nowhere/chromium", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_browser_skips_and_names_the_package(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, NEEDS_A_BROWSER)
    assert done.returncode == 0
    assert "NOT TESTED: 1 tests were skipped" in done.stdout
    assert "1 tests: Chromium or Chrome was not found" in done.stdout
    assert "apt-get install chromium" in done.stdout


def test_a_missing_browser_fails_where_everything_is_required(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, NEEDS_A_BROWSER, LOOSEN_REQUIRE_ALL="1")
    assert done.returncode == 1
    assert "1 error" in done.stdout


def test_any_skip_fails_where_everything_is_required(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, SKIPS + PASSES, LOOSEN_REQUIRE_ALL="1")
    assert done.returncode == 1
    assert "a skipped test fails the run" in done.stdout


def test_the_counts_of_a_run_are_kept_for_the_sum(tmp_path: Path) -> None:
    counts = tmp_path / "counts"
    done = run_pytest(tmp_path, SKIPS + PASSES, LOOSEN_TEST_COUNTS=str(counts))
    assert done.returncode == 0
    assert counts.read_text() == "1 0 1\n"


def test_several_processes_count_each_test_once(tmp_path: Path) -> None:
    counts = tmp_path / "counts"
    run_pytest(tmp_path, SKIPS + PASSES, "-n", "2", LOOSEN_TEST_COUNTS=str(counts))
    assert counts.read_text() == "1 0 1\n"


def test_a_skip_fails_the_run_of_several_processes_too(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, SKIPS + PASSES, "-n", "2", LOOSEN_REQUIRE_ALL="1")
    assert done.returncode == 1
    assert "a skipped test fails the run" in done.stdout
