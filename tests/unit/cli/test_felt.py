"""`replay` of what a worn phone felt."""

import json

import pytest
from tests.movement.worn_sets import a_set

from loosen.cli import main
from loosen.movement.motions import write_motions

UNREADABLE = 10


@pytest.fixture(scope="module")
def worn(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("recordings") / "worn.npz"
    write_motions(path, a_set("bridge").motions, sense=1)
    return str(path)


@pytest.mark.parametrize("by", [[], ["--by", "phone"]], ids=["told by the file", "asked for"])
def test_a_worn_phones_recording_is_judged_as_the_coach_would(
    worn: str, by: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", worn, "--exercise", "bridge", "--json", *by]) == 0
    found = json.loads(capsys.readouterr().out)
    told = (found["view"], found["signal"], found["unit"], found["count"])
    assert told == ("phone", "phone-tilt", "degrees", 4)
    assert found["range"]["degrees"] == found["range"]["amplitude"]
    assert found["range"]["degrees"] > 10


def test_an_exercise_that_no_phone_measures_says_why(
    worn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", worn, "--exercise", "cat-cow"]) == UNREADABLE
    said = capsys.readouterr().err
    assert "no phone measures this exercise" in said
    assert "bridge, pelvic-tilt" in said


def test_a_view_is_not_asked_of_a_phone(worn: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", worn, "--exercise", "bridge", "--view", "side"]) == UNREADABLE
    assert "has no view" in capsys.readouterr().err


def test_readings_asked_for_as_pictures_say_what_is_missing(
    worn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", worn, "--exercise", "bridge", "--by", "camera"]) == UNREADABLE
    assert "lm" in capsys.readouterr().err
