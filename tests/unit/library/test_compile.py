"""The strict reader: nothing is guessed, at any depth."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from loosen.library.compile import adapter_of, compile_content
from loosen.library.files import content_files, version_of
from loosen.library.hints import records_within
from loosen.library.shelves import SHELVES
from loosen.vocabulary import Content, ContentError

SOUND = Path(__file__).resolve().parents[2] / "content" / "sound"


@dataclass(frozen=True, kw_only=True)
class Inner:
    number: int


@dataclass(frozen=True, kw_only=True)
class Outer:
    inner: tuple[Inner, ...]


def fault_kinds(adapter: TypeAdapter[object], text: str) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_json(text)
    return [fault["type"] for fault in caught.value.errors()]


def test_a_record_inside_a_record_is_strict_too() -> None:
    text = '{"inner": [{"number": "2"}, {"number": 2, "colour": 3}]}'
    assert fault_kinds(adapter_of(Outer), text) == ["int_type", "unexpected_keyword_argument"]


def test_without_the_strict_setting_both_mistakes_would_pass() -> None:
    """Why the setting is there: this is what the reader does when left to itself."""

    @dataclass(frozen=True, kw_only=True)
    class Lenient:
        number: int

    read = TypeAdapter(Lenient).validate_json('{"number": "2", "colour": 3}')
    assert read == Lenient(number=2)


def test_every_record_of_every_shelf_is_made_strict() -> None:
    for shelf in SHELVES:
        adapter_of(shelf.record)
        for record in records_within(shelf.record):
            assert record.__pydantic_config__["extra"] == "forbid"  # type: ignore[attr-defined]  # set by adapter_of
            assert record.__pydantic_config__["strict"] is True  # type: ignore[attr-defined]  # set by adapter_of


def test_every_part_of_the_content_has_its_shelf() -> None:
    assert {shelf.field for shelf in SHELVES} == set(Content.__slots__) - {"version"}


def test_the_version_changes_with_a_name_a_byte_and_nothing_else(tmp_path: Path) -> None:
    first = version_of(content_files(SOUND))
    copied = Path(shutil.copytree(SOUND, tmp_path / "elsewhere"))
    assert version_of(content_files(copied)) == first
    heat = copied / "remedies" / "heat.toml"
    heat.write_bytes(heat.read_bytes() + b"\n")
    second = version_of(content_files(copied))
    heat.rename(heat.with_name("warmth.toml"))
    assert len({first, second, version_of(content_files(copied))}) == 3


def test_an_empty_folder_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="a folder without TOML files"):
        compile_content(tmp_path)


def test_a_file_that_is_not_text_is_told_as_such(tmp_path: Path) -> None:
    copied = Path(shutil.copytree(SOUND, tmp_path / "content"))
    (copied / "remedies" / "heat.toml").write_bytes(b'id = "\xff"\n')
    with pytest.raises(ContentError, match=r"remedies/heat\.toml: the file is not text in UTF-8"):
        compile_content(copied)


def test_what_refers_to_a_broken_record_is_not_reported_again(tmp_path: Path) -> None:
    copied = Path(shutil.copytree(SOUND, tmp_path / "content"))
    tilt = copied / "exercises" / "pelvic-tilt.toml"
    tilt.write_text("id = [", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        compile_content(copied)
    assert [problem.where for problem in caught.value.problems] == ["exercises/pelvic-tilt.toml"]
