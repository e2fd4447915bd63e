"""`loosen dose`: a record and a dose in; the verdict, its reasons and the totals out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from loosen.vocabulary import to_plain

from ...diary import Diary, minute
from ...spec.ledger.doses_told import (
    Case,
    answers_file,
    cases,
    dose,
    instant,
    offset_min,
    record,
)
from .conftest import Run

EVIDENCE = cases("doses-evidence.toml")


VECTORS = [f"V{number}" for number in range(1, 13)]


def asked(case: Case, folder: Path) -> list[object]:
    log, wall = folder / "log.json", instant(case.at).isoformat()
    log.write_text(json.dumps([to_plain(entry) for entry in record(case)]), "utf-8")
    assert offset_min(case.at) == 0
    units, product = case.asks.split()
    return [
        "dose", "--log", log, "--at", wall, "--region", case.region, "--ask", product,
        "--units", units,
    ]  # fmt: skip


def by_options(case: Case, folder: Path) -> list[object]:
    weight = case.person.get("weight_kg", 80)
    return [*asked(case, folder), "--screened", "--age", "40", "--weight", weight]


def by_answers(case: Case, folder: Path) -> list[object]:
    (folder / "answers.json").write_text(json.dumps(answers_file(case)), "utf-8")
    return [*asked(case, folder), "--answers", folder / "answers.json"]


def test_the_evidence_file_has_twelve_cases_and_each_is_here() -> None:
    assert list(dict.fromkeys(case.name.partition(":")[0] for case in EVIDENCE)) == VECTORS


WAYS = [(case, by_answers) for case in EVIDENCE]  # some are told by answers alone
WAYS += [(case, by_options) for case in EVIDENCE if not case.answers]


@pytest.mark.parametrize(
    ("case", "way"), WAYS, ids=[f"{case.name}, {way.__name__}" for case, way in WAYS]
)
def test_it_answers_the_cases_of_the_evidence_file(
    loosen: Run, tmp_path: Path, case: Case, way: Callable[[Case, Path], list[object]]
) -> None:
    said = loosen(*way(case, tmp_path))
    assert said.code == 0, said.err
    verdict = said.plain["verdict"]
    assert verdict["answer"] == case.answer
    opens = verdict["next_allowed_at"]
    assert opens == (instant(case.opens).isoformat() if case.opens else None)
    assert {reason["id"] for reason in verdict["reasons"]} >= set(case.why)
    assert all(reason["provenance"]["row"] for reason in verdict["reasons"])
    assert {reason["id"] for reason in verdict["reasons"]} == set(said.plain["sources"])


def test_too_much_names_the_regions_number(loosen: Run, tmp_path: Path) -> None:
    [case] = [case for case in EVIDENCE if case.name.startswith("V7")]
    said = loosen(*by_options(case, tmp_path))
    assert [line["number"] for line in said.plain["call"]] == ["111"]
    assert said.plain["excesses"][-1]["taken_24h_ug"] == 4_500_000
    assert "111 (NHS 111)" in loosen(*by_options(case, tmp_path), "--text").out


def test_without_a_word_on_the_rest_it_is_never_a_yes(loosen: Run) -> None:
    said = loosen("dose", "--ask", "uk-paracetamol-500", "--region", "uk")
    ids = {reason["id"] for reason in said.plain["verdict"]["reasons"]}
    assert said.plain["verdict"]["answer"] == "ask"
    assert {"screen-not-complete", "intake-not-told"} <= ids


def test_what_nobody_knows_is_asked_about(loosen: Run) -> None:
    said = loosen("dose", "--ask", "some pill", "--region", "uk")
    assert "product-not-known" in said.out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--ask", "paracetamol", "--amount", "1 g"), "1000 mg, if that is meant"),
        (("--ask", "paracetamol", "--amount", "-500"), "a dose is more than nothing"),
        (("--ask", "paracetamol"), "how much of it is not said"),
        (("--ask", "uk-paracetamol-500", "--units", "60"), "very many at once"),
        (("--ask", "uk-paracetamol-500", "--at", "noon"), "not a time with a zone"),
        (("--ask", "uk-paracetamol-500", "--region", "moon"), "this region is not known"),
        (("--ask", "uk-paracetamol-500", "--caution", "x"), "there is no such caution"),
    ],
)
def test_each_mistake_is_named(loosen: Run, options: tuple[str, ...], words: str) -> None:
    options = tuple(f"--amount={one}" if one == "-500" else one for one in options)
    options = tuple(one for one in options if one != "--amount" or "--amount=-500" not in options)
    said = loosen("dose", *options)
    assert said.code in {4, 5}
    assert words in said.err
    assert said.out == ""


def test_a_dose_of_the_future_is_refused(loosen: Run, tmp_path: Path) -> None:
    diary, log = Diary(), tmp_path / "log.json"
    diary.add(dose("1 uk-paracetamol-500"), 60, recorded_at=minute(0))
    log.write_text(json.dumps([to_plain(entry) for entry in diary.entries]), "utf-8")
    said = loosen("dose", "--ask", "uk-paracetamol-500", "--log", log)
    assert said.code == 5
    assert "this lies in the future" in said.err
