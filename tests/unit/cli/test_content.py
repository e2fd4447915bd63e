"""`check-content`, `content diff` and `new exercise`."""

import json
import shutil
from pathlib import Path

import pytest

from loosen.library.compile import bake

from .conftest import Run

CONTENT = Path(__file__).resolve().parents[2] / "content"
SOUND = CONTENT / "sound"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "content"))


def test_sound_content_is_counted(loosen: Run) -> None:
    said = loosen("check-content", "--folder", SOUND)
    assert said.code == 0
    assert "sound. 2 sources, 3 cards, 5 questions, 2 rules" in said.out


def test_the_built_in_content_is_sound(loosen: Run) -> None:
    said = loosen("check-content")
    assert said.code == 0, said.err


def test_every_problem_is_counted_and_named(loosen: Run, folder: Path) -> None:
    broken = CONTENT / "broken" / "several-at-once"
    shutil.copytree(broken, folder, dirs_exist_ok=True)
    said = loosen("check-content", "--folder", folder)
    assert said.code == 3
    assert said.out == ""
    assert said.err.startswith("4 problems in 3 files:")
    assert (broken / "expected.txt").read_text(encoding="utf-8") in said.err


FIGURE = """
[figure]
anchor = "upper-back"
start = { lean = -90, hip = 50, knee = 100 }
holds = { feet = "floor" }

[[figure.keys]]
at = 0.5
label = "Reach"
angles = { lumbar = 10 }
holds = { hands = "own-shin" }
"""


def test_a_hand_that_no_body_can_hold_there_is_named_with_its_file(
    loosen: Run, folder: Path
) -> None:
    exercise = folder / "exercises" / "pelvic-tilt.toml"
    exercise.write_text(exercise.read_text() + FIGURE)
    said = loosen("check-content", "--folder", folder)
    assert said.code == 3
    assert said.err.startswith("2 problems in 1 file:")
    assert "exercises/pelvic-tilt.toml: figure: a body cannot do this" in said.err
    assert "hand-left cannot be held where it is" in said.err
    assert "loosen figures --sheet it.png --only pelvic-tilt" in said.err


def test_a_folder_that_is_none_is_named(loosen: Run, tmp_path: Path) -> None:
    said = loosen("check-content", "--folder", tmp_path / "none")
    assert said.code == 3
    assert "no such folder" in said.err


def test_stale_facts_are_warned_of_and_do_not_fail(loosen: Run, folder: Path) -> None:
    source = folder / "evidence" / "example-2026.toml"
    source.write_text(source.read_text().replace("2026-11-22", "2020-01-01"))
    said = loosen("check-content", "--folder", folder)
    assert said.code == 0
    assert "warning: evidence: example-2026: this was checked long ago" in said.err


def test_a_difference_is_said_in_words_between_a_bundle_and_a_folder(
    loosen: Run, folder: Path, tmp_path: Path
) -> None:
    bake(SOUND, tmp_path / "old.json")
    rules = folder / "rules" / "legs.toml"
    rules.write_text(rules.read_text().replace('"U2"', '"U1"'))
    said = loosen("content", "diff", tmp_path / "old.json", folder)
    assert said.code == 0
    assert said.out == "[urgency] The rule A leg is numb (numb-leg): urgency was U2, is now U1.\n"


def test_differences_come_as_json_too(loosen: Run, folder: Path) -> None:
    (folder / "phrases" / "en.toml").write_text("")
    said = loosen("content", "diff", SOUND, folder, "--json")
    [change] = json.loads(said.out)
    assert change["kind"] == "retired"
    assert change["id"] == "no-urgent-care"


def test_no_difference_is_said_too(loosen: Run) -> None:
    assert loosen("content", "diff", SOUND, SOUND).out == "Nothing changed for anybody.\n"


def test_a_bundle_that_is_none_is_named(loosen: Run, tmp_path: Path) -> None:
    said = loosen("content", "diff", tmp_path / "none.json", SOUND)
    assert said.code == 3
    assert "this cannot be read" in said.err


def test_a_new_exercise_is_begun_and_the_check_asks_for_its_words(
    loosen: Run, folder: Path
) -> None:
    said = loosen("new", "exercise", "side-bend", "--folder", folder)
    assert said.code == 0
    assert str(folder / "exercises" / "side-bend.toml") in said.out
    checked = loosen("check-content", "--folder", folder)
    assert checked.code == 3
    assert "exercises/side-bend.toml: purpose: this is still to be written" in checked.err


def test_an_exercise_is_not_begun_twice(loosen: Run, folder: Path) -> None:
    said = loosen("new", "exercise", "bridge", "--folder", folder)
    assert said.code == 3
    assert "this exercise exists" in said.err


def test_texts_that_are_hard_to_read_are_listed_when_asked(loosen: Run, folder: Path) -> None:
    hard = "Discontinue the exercise immediately if any neurological symptom deteriorates."
    phrases = folder / "phrases" / "en.toml"
    phrases.write_text(
        phrases.read_text().replace("Nothing you told us needs urgent care now.", hard)
    )
    said = loosen("check-content", "--folder", folder, "--grades")
    assert said.code == 0
    assert "phrases.no-urgent-care.text: Discontinue" in said.out
    assert "Discontinue" not in loosen("check-content", "--folder", folder).out
