"""The real content, compiled once for the unit tests of triage."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import loosen
from loosen.library.compile import compile_content
from loosen.vocabulary import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return compile_content(Path(loosen.__file__).parent / "content")


@pytest.fixture
def noon() -> datetime:
    return datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
