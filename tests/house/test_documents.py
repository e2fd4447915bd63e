"""The documents keep their word: links lead somewhere, named tests exist, words stand in order."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#\s]+)(?:#[^)]*)?\)|!\[[^\]]*\]\(([^)\s]+)\)")
NAMED_TEST = re.compile(r"`(test_[a-z0-9_]+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_house_leads_somewhere(page: Path) -> None:
    targets = [first or second for first, second in LINK.findall(page.read_text("utf-8"))]
    inside = [target for target in targets if "://" not in target]
    missing = [target for target in inside if not (page.parent / target).exists()]
    assert missing == []


def _all_test_names() -> set[str]:
    names: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        names.add(path.stem)
    return names


def test_every_control_in_the_safety_file_names_a_test_that_exists() -> None:
    text = (ROOT / "docs" / "explanation" / "clinical-safety.md").read_text("utf-8")
    named = set(NAMED_TEST.findall(text))
    assert len(named) >= 20
    assert named - _all_test_names() == set()


def test_every_hazard_has_a_control_and_a_guarding_test() -> None:
    text = (ROOT / "docs" / "explanation" / "clinical-safety.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if re.match(r"\| H\d+ ", line)]
    assert len(rows) >= 15
    for row in rows:
        _, _, hazard, control, guards, _ = row.split("|")
        assert hazard.strip()
        assert control.strip()
        assert NAMED_TEST.search(guards), row


def test_the_glossary_stands_in_order() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    words = re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)[1:]
    assert words == sorted(words, key=str.lower)


def test_decisions_are_numbered_without_a_gap_and_stay_short() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text("utf-8")
        assert len(text.splitlines()) <= 40, page.name
        for part in ("**Context.**", "**Decision.**", "**Consequence.**"):
            assert part in text, page.name
