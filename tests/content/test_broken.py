"""One folder per mistake an author can make, each with the words that the author then reads.

`broken/<mistake>/` lies over the small sound content of `sound/`; `expected.txt` holds every
problem, word for word. The words are what people work with, so a change of them shows here.
"""

import shutil
from pathlib import Path

import pytest

from loosen.library.compile import compile_content
from loosen.vocabulary import ContentError

HERE = Path(__file__).resolve().parent
MISTAKES = sorted(path.name for path in (HERE / "broken").iterdir())
FEWEST = 25


def laid_over_sound(mistake: str, folder: Path) -> Path:
    shutil.copytree(HERE / "sound", folder)
    not_content = shutil.ignore_patterns("expected.txt")
    shutil.copytree(HERE / "broken" / mistake, folder, dirs_exist_ok=True, ignore=not_content)
    return folder


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_these_words(mistake: str, tmp_path: Path) -> None:
    expected = (HERE / "broken" / mistake / "expected.txt").read_text(encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        compile_content(laid_over_sound(mistake, tmp_path / "content"))
    assert str(caught.value) + "\n" == expected


@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_problem_has_all_its_parts(mistake: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        compile_content(laid_over_sound(mistake, tmp_path / "content"))
    for problem in caught.value.problems:
        assert problem.what
        assert problem.where
        assert problem.found
        assert problem.expected
        assert problem.do


def test_without_a_mistake_the_same_files_are_sound() -> None:
    assert compile_content(HERE / "sound").version


def test_there_are_enough_mistakes() -> None:
    assert len(MISTAKES) >= FEWEST
