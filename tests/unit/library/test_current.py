"""Which content an installation uses: the baked bundle, unless the files beside it changed."""

import shutil
from pathlib import Path

import pytest

from loosen.library.bundle import write_bundle
from loosen.library.compile import bake
from loosen.library.current import content_of
from loosen.vocabulary import Content, ContentError

SOUND = Path(__file__).resolve().parents[2] / "content" / "sound"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "content"))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return tmp_path / "content.json"


def edit(folder: Path) -> None:
    phrases = folder / "phrases" / "en.toml"
    text = phrases.read_text(encoding="utf-8").replace("Nothing you", "Nothing that you")
    phrases.write_text(text, encoding="utf-8")


def phrase(content: Content) -> str:
    return content.phrases["no-urgent-care"].text


def test_the_bundle_is_made_where_there_is_none(folder: Path, bundle: Path) -> None:
    assert content_of(folder, bundle).version in bundle.read_text(encoding="utf-8")


def test_an_unchanged_checkout_uses_the_bundle_as_it_is(folder: Path, bundle: Path) -> None:
    marked = write_bundle(bake(folder, bundle)).replace("Nothing you", "As baked, nothing you")
    bundle.write_text(marked, encoding="utf-8")
    assert phrase(content_of(folder, bundle)).startswith("As baked")


def test_an_edited_file_bakes_the_bundle_again(folder: Path, bundle: Path) -> None:
    before = bake(folder, bundle)
    edit(folder)
    after = content_of(folder, bundle)
    assert after.version != before.version
    assert "Nothing that you" in phrase(after)
    assert after.version in bundle.read_text(encoding="utf-8")


def test_a_damaged_bundle_is_baked_again(folder: Path, bundle: Path) -> None:
    bundle.write_text("{", encoding="utf-8")
    assert phrase(content_of(folder, bundle)).startswith("Nothing")


def test_a_broken_edit_says_what_is_wrong_and_keeps_the_bundle(folder: Path, bundle: Path) -> None:
    bake(folder, bundle)
    kept = bundle.read_bytes()
    (folder / "phrases" / "en.toml").write_text("[[phrase]\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"phrases/en\.toml: this is not TOML"):
        content_of(folder, bundle)
    assert bundle.read_bytes() == kept


def test_an_installation_without_the_files_uses_its_bundle(folder: Path, bundle: Path) -> None:
    baked = bake(folder, bundle)
    shutil.rmtree(folder)
    assert content_of(folder, bundle) == baked


def test_a_folder_that_cannot_be_written_to_still_gives_the_content(
    folder: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "no-such-folder" / "content.json"
    assert phrase(content_of(folder, nowhere)).startswith("Nothing")


def test_neither_files_nor_bundle_is_an_error_that_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no such folder"):
        content_of(tmp_path / "content", tmp_path / "content.json")
