"""The generated pages: made from what stands, and a stale one is found."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "docs"))

from making.markdown import table  # noqa: E402 - found by the line above
from making.pages import all_pages  # noqa: E402 - found by the line above
from making.writing import MARK, check, finished, write  # noqa: E402 - found by the line above

PAGES = {"reference/one.md": finished("One", "Text."), "two.md": finished("Two", "Text.")}


@pytest.fixture
def docs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    write(PAGES, tmp_path)
    capsys.readouterr()
    return tmp_path


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return dict(all_pages(ROOT))


def test_what_was_just_written_is_not_stale(docs: Path) -> None:
    assert check(PAGES, docs) == 0


def test_a_page_edited_by_hand_is_stale(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "two.md").write_text(PAGES["two.md"] + "More.\n")
    assert check(PAGES, docs) == 1
    assert "docs/two.md is stale; run: ./run docs" in capsys.readouterr().out


def test_a_page_that_is_missing_is_stale(docs: Path) -> None:
    (docs / "two.md").unlink()
    assert check(PAGES, docs) == 1


def test_a_page_no_longer_made_is_named_then_removed(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fewer = {"two.md": PAGES["two.md"]}
    assert check(fewer, docs) == 1
    assert "docs/reference/one.md is no longer made" in capsys.readouterr().out
    write(fewer, docs)
    assert not (docs / "reference" / "one.md").exists()


def test_a_page_written_by_a_person_is_never_removed(docs: Path) -> None:
    (docs / "own.md").write_text("# My own\n")
    write(PAGES, docs)
    assert (docs / "own.md").exists()


def test_every_page_says_that_it_is_made(made: dict[str, str]) -> None:
    assert made
    assert [name for name, text in made.items() if MARK not in text] == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("reference/commands.md", "## `loosen content diff`"),
        ("reference/commands.md", "| 4 | answers are missing, malformed or out of range |"),
        ("reference/settings.md", "`LOOSEN_PORT`"),
        ("reference/questions.md", "`saddle-numbness` ★"),
        ("reference/conditions.md", "## Thin bones"),
        ("reference/entries.md", "### PainFelt"),
        ("reference/vocabulary.md", "### Clearance"),
        ("explanation/clinical-review.md", "## Decision table"),
    ],
)
def test_a_page_holds_what_it_is_for(made: dict[str, str], page: str, words: str) -> None:
    assert words in made[page]


def test_every_rule_stands_in_the_decision_table(made: dict[str, str]) -> None:
    from loosen.library.current import load_content

    tables = made["explanation/clinical-review.md"].partition("## Recalled")[0]
    assert tables.count("| ☐ |") == len(load_content().rules)


def test_a_cell_keeps_its_bars_and_lines() -> None:
    assert table(("a",), [("x|y\nz",)]) == "| a |\n|---|\n| x\\|y<br>z |"
