"""The same seed gives the same bytes, however the work is shared out."""

import sys
from pathlib import Path

import pytest

from loosen.cli import main
from loosen.cohort import Tally, batches, live_all

PARQUET = "rows.parquet"


def run(folder: Path, workers: int, capsys: pytest.CaptureFixture[str]) -> tuple[str, bytes]:
    """The report and the file of a small run."""
    out = folder / f"{workers}-{PARQUET}"
    arguments = ["--people", "12", "--days", "6", "--seed", "7", "--workers", str(workers)]
    assert main(["simulate", *arguments, "--out", str(out)]) == 0
    return capsys.readouterr().out, out.read_bytes()


def test_one_and_two_workers_give_the_same_report_and_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, 1, capsys) == run(tmp_path, 2, capsys)


def test_the_file_holds_a_row_for_each_person_arm_and_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    report, data = run(tmp_path, 1, capsys)
    (tmp_path / PARQUET).write_bytes(data)
    table = parquet.read_table(tmp_path / PARQUET)
    assert table.num_rows == 12 * 4 * 6
    assert len({(row["person"], row["arm"], row["day"]) for row in table.to_pylist()}) == 12 * 4 * 6
    assert "Must be zero" in report


def test_batches_cover_everybody_once() -> None:
    cut = list(batches(23, 5, 1))
    people = [one.first + place for one in cut for place in range(one.people)]
    assert people == list(range(23))


def test_another_number_of_people_leaves_the_first_ones_alone() -> None:
    few = [row for lived in live_all(3, 4, 9, 1) for row in lived.rows]
    more = [row for lived in live_all(11, 4, 9, 1) for row in lived.rows]
    assert more[: len(few)] == few


def test_sums_do_not_grow_with_the_number_of_people() -> None:
    tally = Tally()
    for lived in live_all(11, 3, 9, 1):
        tally.add(lived.tally)
    assert sum(kind.people for kind in tally.kinds.values()) == 11
    assert all(of.days == 33 for of in tally.arms.values())


def test_a_terminal_sees_how_far_it_is_and_a_file_does_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["simulate", "--people", "11", "--days", "1", "--seed", "9"]
    main(asked)
    assert "#" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(asked)
    bars = capsys.readouterr().err.split("\r")[1:]
    assert [bar.rpartition("]")[2].strip()[:5] for bar in bars] == ["10 of", "11 of"]


def test_a_limit_that_is_broken_makes_the_command_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["simulate", "--people", "2", "--days", "20", "--seed", "3"]
    assert main(asked) == 0
    monkeypatch.setattr("loosen.cohort.watch.LONGEST_MIN", 1)
    assert main(asked) == 9


def test_a_missing_writer_is_named_with_what_brings_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code = main(["simulate", "--people", "1", "--days", "1", "--out", str(tmp_path / PARQUET)])
    assert code == 8
    assert "loosen[simulate]" in capsys.readouterr().err
