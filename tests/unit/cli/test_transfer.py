"""`loosen export` and `loosen import`: the record of a folder out, and in again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def loosen(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """In a process of its own: Django is set up once for a process, on one folder."""
    unset = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        [sys.executable, "-m", "loosen", *map(str, arguments)],
        env={name: value for name, value in os.environ.items() if name not in unset},
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    done = loosen("export", "--data", folder / "data", "--out", folder / "record.json")
    assert done.returncode == 0, done.stderr
    return folder / "record.json"


def test_an_export_is_a_record_for_nobody_else(exported: Path) -> None:
    assert json.loads(exported.read_bytes())["format"] == "loosen-record"
    assert exported.stat().st_mode & 0o077 == 0
    assert [path.name for path in exported.parent.iterdir() if path.is_file()] == ["record.json"]


def test_what_was_exported_can_be_imported_elsewhere(exported: Path, tmp_path: Path) -> None:
    done = loosen("import", "--data", tmp_path / "data", exported)
    assert done.returncode == 0, done.stderr
    assert b"0 entries are new in your record" in done.stdout
    assert b"opens nothing" in done.stdout


def test_a_damaged_file_is_refused_with_every_reason(exported: Path, tmp_path: Path) -> None:
    damaged = exported.read_bytes().replace(b'"theme"', b'"thema"')
    done = loosen("import", "--data", tmp_path / "data", "-", stdin=damaged)
    assert done.returncode == 7
    assert b"changed or damaged after it was written" in done.stderr


def test_a_folder_that_does_not_exist_is_named(exported: Path, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "record.json"
    done = loosen("export", "--data", exported.parent / "data", "--out", out)
    assert done.returncode == 8
    assert b"the file cannot be written" in done.stderr
