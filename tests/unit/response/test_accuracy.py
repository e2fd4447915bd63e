"""The written figures of accuracy are those that a rerun finds."""

import importlib
import json
import sys
from pathlib import Path

import pytest

from loosen.library.current import load_content

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = ROOT / "docs" / "making" / "accuracy-response.json"
PEOPLE = 60


def test_a_small_rerun_agrees_with_the_written_figures() -> None:
    sys.path.insert(0, str(ROOT))
    try:
        accuracy = importlib.import_module("benchmarks.accuracy")
    finally:
        sys.path.remove(str(ROOT))
    rows = accuracy.figures("as read", "heavy tails", 101, PEOPLE, load_content())
    written = [
        row
        for row in json.loads(WRITTEN.read_text("utf-8"))["rows"]
        if (row["population"], row["noise"], row["seed"]) == ("as read", "heavy tails", 101)
    ]
    shares = [
        sum(row["held"] for row in some) / sum(row["estimates"] for row in some)
        for some in (rows, written)
    ]
    assert abs(shares[0] - shares[1]) < 0.06
    assert sum(row["wrong"] for row in rows) <= 0.05 * sum(row["helps"] for row in rows)


def test_on_every_run_and_shape_the_bars_are_kept_or_named() -> None:
    page = (ROOT / "docs" / "reference" / "accuracy-response.md").read_text("utf-8")
    rows = json.loads(WRITTEN.read_text("utf-8"))["rows"]
    assert sum(row["wrong"] for row in rows) <= 0.05 * sum(row["helps"] for row in rows)
    for run in {(row["noise"], row["seed"]) for row in rows}:
        assert f"{run[0]}, seed {run[1]}" in page


def test_for_people_as_read_every_number_of_tries_keeps_the_bar() -> None:
    rows = [
        row for row in json.loads(WRITTEN.read_text("utf-8"))["rows"]
        if row["population"] == "as read"
    ]  # fmt: skip
    for least in {row["from"] for row in rows}:
        some = [row for row in rows if row["from"] == least]
        estimates = sum(row["estimates"] for row in some)
        if estimates >= 200:
            assert 0.88 <= sum(row["held"] for row in some) / estimates <= 0.92, least


@pytest.mark.parametrize(
    "population", ["heat does nothing", "far from what we believe first", "nothing helps"]
)
def test_people_who_are_otherwise_are_in_the_report_and_seldom_told_wrongly(
    population: str,
) -> None:
    figures = json.loads(WRITTEN.read_text("utf-8"))
    rows = [row for row in figures["rows"] if row["population"] == population]
    wrong, helps = (sum(row[name] for row in rows) for name in ("wrong", "helps"))
    if population == "nothing helps":
        assert wrong <= 0.01 * figures["people"]
    else:
        assert wrong <= 0.05 * helps


def test_people_without_a_trigger_are_told_of_one_at_most_one_time_in_twenty() -> None:
    rows = json.loads(WRITTEN.read_text("utf-8"))["triggers"]
    assert len(rows) >= 4
    for row in rows:
        assert row["end"] <= row["ever"] <= 0.05 * row["people"], row["habit"]


def test_of_like_pairs_at_most_one_in_twenty_is_called_clear() -> None:
    rows = json.loads(WRITTEN.read_text("utf-8"))["comparisons"]
    alike = [row for row in rows if row["gap"] == 0]
    assert len({row["noise"] for row in alike}) == 3
    for row in alike:
        assert row["one"] + row["other"] <= 0.05 * row["people"], row["noise"]
