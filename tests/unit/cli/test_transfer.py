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


TABLE = """date,time,kind,value,unit,name,ingredient
2026-11-20,08:00,pain,5,,,
2026-11-20,09:00,dose,0.4,g,Pills,ibuprofen
03/04/2026,,sleep,7,,,
2026-02-30,,sleep,7,,,
2026-11-20,,walk,-5,,,
"""


def test_a_table_with_faults_is_refused_with_every_one_of_them(tmp_path: Path) -> None:
    """By a file and by standard input alike; nothing of it is taken."""
    done = loosen("import", "--data", tmp_path / "data", "-", stdin=TABLE.encode())
    assert done.returncode == 7
    for said in (
        b"row 3, column unit: is this really in grams?",
        b"400 mg, if that is meant",
        b"row 4, column date: this may be two days",
        b"row 5, column date: there is no such day",
        b"row 6, column value: this number is not one of those",
    ):
        assert said in done.stderr


def test_of_a_table_the_rows_that_are_fine_can_be_taken_and_twice_is_once(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(TABLE.replace(",", "\t"), "utf-16")
    ask = ("import", "--data", tmp_path / "data", "--only-fine", table)
    said = ("--dates", "day-first", "--sure-of-doses")
    first, later = loosen(*ask), loosen(*ask, *said)
    assert b"1 entries are new in your record; 0 were there already" in first.stdout
    assert b"2 entries are new in your record; 1 were there already" in later.stdout
    assert b"row 6, column value" in later.stderr
