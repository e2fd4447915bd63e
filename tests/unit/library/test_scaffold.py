"""A scaffolded exercise is sound but for its words, and the check says so kindly."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from loosen.library.compile import compile_content
from loosen.library.scaffold import new_exercise
from loosen.library.wording import PLACEHOLDER
from loosen.vocabulary import ContentError, Mark

SOUND = Path(__file__).resolve().parents[2] / "content" / "sound"
DAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "content"))


def test_all_that_is_wrong_with_it_are_the_words_still_to_be_written(folder: Path) -> None:
    path = new_exercise("side-bend", folder, DAY)
    with pytest.raises(ContentError) as caught:
        compile_content(folder)
    assert {problem.what for problem in caught.value.problems} == {"this is still to be written"}
    assert len(caught.value.problems) == path.read_text().count(f'"{PLACEHOLDER}') - 1


def test_with_its_words_written_it_is_sound_ours_and_not_reviewed(folder: Path) -> None:
    path = new_exercise("side-bend", folder, DAY)
    path.write_text(path.read_text().replace(PLACEHOLDER, "Own words for "))
    made = compile_content(folder).exercises["side-bend"]
    assert made.title == "Side bend"
    assert made.provenance.mark is Mark.OURS
    assert made.provenance.reviewed_by == ""
    assert made.provenance.checked_on == DAY


def test_it_never_writes_over_an_exercise(folder: Path) -> None:
    before = (folder / "exercises" / "bridge.toml").read_bytes()
    with pytest.raises(ContentError, match="this exercise exists"):
        new_exercise("bridge", folder, DAY)
    assert (folder / "exercises" / "bridge.toml").read_bytes() == before


@pytest.mark.parametrize("id_", ["Side-Bend", "side bend", "../escape", "side--bend", ""])
def test_a_name_that_is_no_id_is_refused(id_: str, folder: Path) -> None:
    with pytest.raises(ContentError, match="this is no id"):
        new_exercise(id_, folder, DAY)
    assert len(list(folder.rglob("*.toml"))) == len(list(SOUND.rglob("*.toml")))


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such folder"):
        new_exercise("side-bend", tmp_path, DAY)
