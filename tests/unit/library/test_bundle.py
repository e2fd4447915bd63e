"""The bundle gives back exactly what was baked, and refuses what was not."""

from pathlib import Path

import pytest

from loosen.library.bundle import read_bundle, write_bundle
from loosen.library.compile import bake, compile_content
from loosen.vocabulary import Content, ContentError

SOUND = Path(__file__).resolve().parents[2] / "content" / "sound"


@pytest.fixture(scope="module")
def content() -> Content:
    return compile_content(SOUND)


def test_a_bundle_reads_back_as_the_content_it_was_made_from(content: Content) -> None:
    assert read_bundle(write_bundle(content)) == content


def test_cards_and_questions_keep_the_order_in_which_they_are_asked(content: Content) -> None:
    read = read_bundle(write_bundle(content))
    assert list(read.cards) == ["age", "legs", "about"]
    assert list(read.questions) == ["age-years", "weak-leg", "numb-leg", "thin-bones", "company"]


def test_a_baked_file_reads_back_and_leaves_nothing_else_behind(tmp_path: Path) -> None:
    baked = bake(SOUND, tmp_path / "content.json")
    assert read_bundle((tmp_path / "content.json").read_text(encoding="utf-8")) == baked
    assert [path.name for path in tmp_path.iterdir()] == ["content.json"]


def test_the_same_files_give_the_same_bytes(content: Content) -> None:
    assert write_bundle(compile_content(SOUND)) == write_bundle(content)


def test_a_bundle_cut_short_is_refused(content: Content) -> None:
    with pytest.raises(ContentError, match="not JSON"):
        read_bundle(write_bundle(content)[:-20])


def test_a_bundle_with_a_strange_key_is_refused_with_its_place(content: Content) -> None:
    text = write_bundle(content).replace('"takes":', '"taeks":')
    with pytest.raises(ContentError, match=r"sources\.loosen\.taeks: this name is not known"):
        read_bundle(text)
