"""The one command: what it says when the machine lacks something, and what it promises."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What Debian always has; no Python, no uv, no Node.
ALWAYS_THERE = (
    *("bash", "env", "dirname", "find", "sort", "xargs", "cat", "cut", "sha256sum", "shasum"),
    *("mkdir", "uname", "flock", "head", "touch"),
)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the command and its inputs alone, and bin/ with what is always there."""
    (tmp_path / "bin").mkdir()
    for name in ALWAYS_THERE:
        if found := shutil.which(name):
            (tmp_path / "bin" / name).symlink_to(found)
    (tmp_path / "frontend").mkdir()
    for name in ("run", "pyproject.toml", "uv.lock", "hatch_build.py", "frontend/build.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(folder / "bin" / "bash"), str(folder / "run"), *arguments],
        env={"PATH": str(folder / "bin"), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def fake_python(folder: Path, script: str) -> None:
    python = folder / "bin" / "python3"
    python.write_text(f"#!{folder}/bin/bash\n{script}\n")
    python.chmod(0o755)


def test_a_missing_python_is_named_with_the_packages_that_bring_it(bare: Path) -> None:
    done = run_in(bare, "setup")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "apt-get install python3 python3-venv git ca-certificates" in done.stderr


def test_a_python_that_is_too_old_is_not_taken(bare: Path) -> None:
    fake_python(bare, '[[ "$2" != *version_info* ]]')
    done = run_in(bare, "setup")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr


def test_a_missing_venv_is_named_with_the_package_that_brings_it(bare: Path) -> None:
    fake_python(bare, '[[ "$2" != *ensurepip* ]]')
    done = run_in(bare, "setup")
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_help_needs_no_set_up(bare: Path) -> None:
    done = run_in(bare, "help")
    assert done.returncode == 0
    assert "./run test" in done.stdout


def jobs_of_run() -> set[str]:
    main = (ROOT / "run").read_text(encoding="utf-8").split("\nmain() {")[1]
    return set(re.findall(r"^        ([a-z]+)\)", main, re.MULTILINE))


def commands_of_loosen() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-m", "loosen", "--help"], capture_output=True, text=True, check=True
    )
    return set(re.findall(r"[a-z]+(?:-[a-z]+)*", done.stdout))


def test_every_job_of_the_command_is_in_its_help() -> None:
    helped = (ROOT / "run").read_text(encoding="utf-8").split("TEXT")[1]
    assert {job for job in jobs_of_run() if f"./run {job}" not in helped} == {"help"}


def test_every_command_that_the_documents_name_exists() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in documents]
    named = {word for text in texts for word in re.findall(r"\./run ([a-z]+(?:-[a-z]+)*)", text)}
    named |= {word for text in texts for word in re.findall(r"`loosen ([a-z]+(?:-[a-z]+)*)", text)}
    assert named
    assert named - jobs_of_run() - commands_of_loosen() == set()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ((), "serve"),
        (("--data", "folder"), "serve --data folder"),
        (("--lan",), "serve --lan"),
        (("--port=8030", "--no-browser"), "serve --port=8030 --no-browser"),
        (("--version",), "--version"),
        (("triage", "--help"), "triage --help"),
    ],
)
def test_an_option_alone_goes_to_the_main_job(
    bare: Path, typed: tuple[str, ...], asked: str
) -> None:
    command = (bare / "run").read_text("utf-8")
    (bare / "run").write_text(command.replace('\nmain "$@"', '\nset_up() { :; }\nmain "$@"'))
    loosen = bare / ".venv" / "bin" / "loosen"
    loosen.parent.mkdir(parents=True)
    loosen.write_text(f'#!{bare}/bin/bash\necho "$@"\n')
    loosen.chmod(0o755)
    done = run_in(bare, *typed)
    assert (done.stdout.strip(), done.stderr) == (asked, "")
