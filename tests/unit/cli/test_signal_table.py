"""The table of `count-signal` as people's programs write it: read for sure, or refused in words."""

import io
import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from loosen.cli import main, signal_table
from loosen.cli.signal_table import MOST_SHOWN, rows_of
from loosen.vocabulary import MovementError, Problem

THREE = "".join(f"{i / 20:.4f},{1 - math.cos(i / 20 * 2 * math.pi / 3):.5f}\n" for i in range(200))
PLAIN = f"t,value\n{THREE}"
WAYS = {
    "a-byte-order-mark": PLAIN.encode("utf-8-sig"),
    "utf-16": PLAIN.encode("utf-16"),
    "lines-of-windows": PLAIN.replace("\n", "\r\n").encode(),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "tabs": PLAIN.replace(",", "\t").encode(),
    "decimal-commas": PLAIN.replace(",", ";").replace(".", ",").encode(),
    "capitals-and-spaces": PLAIN.replace("t,value", " T , Value").encode(),
    "more-columns": "\n".join(
        f"{row},a,b" if at else "t,value,name,note" for at, row in enumerate(PLAIN.splitlines())
    ).encode(),
    "empty-rows": PLAIN.replace("\n", "\n\n").encode(),
}


def kept(folder: Path, data: bytes | str) -> Path:
    path = folder / "signal.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def problems(folder: Path, data: bytes | str) -> tuple[Problem, ...]:
    with pytest.raises(MovementError) as refused:
        rows_of(kept(folder, data))
    return refused.value.problems


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_however_a_program_wrote_it_the_count_is_the_same(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count-signal", str(kept(tmp_path, data))]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 3


ODD = {
    "empty": ("", "line 1", "columns t and value are missing", "name the column"),
    "names-alone": ("t,value\n", "signal.csv", "too short", "below the names"),
    "one-row": ("t,value\n0,1\n", "signal.csv", "too short", "below the names"),
    "no-names": ("0,1\n1,2\n", "line 1", "are missing", "put a line above the numbers"),
    "a-name-twice": ("t,value,value\n0,1,2\n", "line 1", "two columns have one name", "name"),
    "letters-of-windows": (b"t,value,h\xf6he\n0,1,2\n", "signal.csv", "cannot be read", "UTF-8"),
    "no-text": (b"t,value\n0,1\n\0,2\n", "signal.csv", "cannot be read", "UTF-8"),
    "an-archive": (b"PK\x03\x04\xff\xfe\0\0", "signal.csv", "cannot be read", "UTF-8"),
    "milliseconds": (
        "t,value\n0,1\n33,2\n67,1\n", "signal.csv", "too far apart", "divide it by 1000",
    ),
    "time-goes-back": ("t,value\n0,1\n2,2\n1,1\n", "line 4", "time goes back", "sort the rows"),
    "times-too-large": (
        "t,value\n1e15,1\n1e15,2\n", "signal.csv", "too large", "from the first row",
    ),
    "values-too-large": ("t,value\n0,1e308\n1,-1e200\n", "line 2", "too large", "larger unit"),
    "a-decimal-comma": ("t,value\n0,5,1\n1,1,2\n", "line 2", "more cells", "semicolons"),
    "an-endless-cell": (f"t,value\n0,{'1' * 140_000}\n", "line 2", "cannot be read", "quote"),
    "dates": ("t,value\n10:00:01,1\n10:00:02,2\n", "line 2", "no two numbers", "leave the row"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "where", "what", "do"), ODD.values(), ids=ODD)
def test_what_cannot_be_read_says_where_what_and_what_to_do(
    data: bytes | str, where: str, what: str, do: str, tmp_path: Path
) -> None:
    first = problems(tmp_path, data)[0]
    assert where in first.where
    assert what in first.what
    assert do in first.do
    assert first.found
    assert len(str(first)) < 600


def test_of_very_many_rows_that_are_wrong_the_first_are_shown_and_the_rest_counted(
    tmp_path: Path,
) -> None:
    found = problems(tmp_path, "t,value\n" + "x,y\n" * 3000)
    assert len(found) == MOST_SHOWN + 1
    assert found[-1].found == f"{3000 - MOST_SHOWN} more rows that cannot be used"


def test_a_table_that_is_too_long_is_refused_and_never_counted_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signal_table, "MOST_ROWS", 2)
    [one] = problems(tmp_path, "t,value\n0,1\n1,2\n2,3\n")
    assert "too long" in one.what
    monkeypatch.setattr(signal_table, "MOST_BYTES", 10)
    [one] = problems(tmp_path, "t,value\n0,1\n1,2\n")
    assert "too long" in one.what


@pytest.mark.parametrize(("name", "found"), [("none.csv", "No such file"), (".", "directory")])
def test_what_is_no_file_is_said_in_words(name: str, found: str, tmp_path: Path) -> None:
    with pytest.raises(MovementError) as refused:
        rows_of(tmp_path / name)
    [one] = refused.value.problems
    assert found in one.found
    assert "name a file that exists" in one.do


def test_standard_input_is_read_as_a_file_is(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(PLAIN.encode("utf-8-sig")))
    monkeypatch.setattr(sys, "stdin", given)
    assert len(rows_of(Path("-"))) == 200
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff,\n")))
    with pytest.raises(MovementError, match="standard input: this table cannot be read"):
        rows_of(Path("-"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_an_answer_for_which_there_is_no_room_is_said_without_a_traceback(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "loosen", "count-signal", str(kept(tmp_path, PLAIN))],
            stdout=full,
            stderr=subprocess.PIPE,
            env=dict(os.environ),
            text=True,
            check=False,
        )
    assert done.returncode == 8
    assert "there is no more room to write in" in done.stderr
    assert "Traceback" not in done.stderr
