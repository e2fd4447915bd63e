"""A check may be switched off for a line, by name and with the reason beside it."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUPPRESSION = re.compile(
    r"noqa|type:\s*ignore|pragma:|pylint:|ruff:\s*noqa|mypy:|isort:"
    r"|eslint-disable|@ts-(?:ignore|expect-error|nocheck)|biome-ignore"
)
# The rule in full, then the reason, after a dash or a second hash sign.
NAMED_WITH_REASON = re.compile(
    r"(?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\])\s+(?:#|-|-- )\s*\S.{7,}"
    r"|@ts-expect-error\s+\S.{7,}"
)


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """The comments of a file with their lines, from the tokens, so that a string is not one."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    else:
        for number, line in enumerate(text.splitlines(), start=1):
            if found := re.search(r"//.*|/\*.*", line):
                yield number, found[0]


def is_unexplained(comment: str) -> bool:
    return bool(SUPPRESSION.search(comment)) and not NAMED_WITH_REASON.search(comment)


def sources() -> list[Path]:
    tops = [ROOT / name for name in ("src", "tests", "benchmarks", "docs", "frontend/src")]
    found = [path for top in tops for path in top.rglob("*") if path.suffix in {".py", ".ts"}]
    written = [path for path in found if {"dist", "migrations"}.isdisjoint(path.parts)]
    return [*written, ROOT / "hatch_build.py", ROOT / "frontend" / "build.py"]


def test_every_suppression_names_its_rule_and_its_reason() -> None:
    unexplained = [
        f"{path.relative_to(ROOT)}:{number}: {comment}"
        for path in sources()
        for number, comment in comments(path)
        if is_unexplained(comment)
    ]
    assert unexplained == []


@pytest.mark.parametrize(
    "comment",
    ["# noqa", "# noqa: E501", "# type: ignore", "# type: ignore[misc]", "// @ts-ignore because"],
)
def test_a_bare_suppression_would_be_found(comment: str) -> None:
    assert is_unexplained(comment)


def test_an_explained_suppression_stands() -> None:
    assert not is_unexplained("# type: ignore[misc]  # the stub of this call is wrong")
    assert not is_unexplained("# noqa: BLE001 - a fault here must never end the session")
