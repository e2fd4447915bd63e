"""The real content, compiled once for the specification of triage."""

from pathlib import Path

import pytest

import loosen
from loosen.library.compile import compile_content
from loosen.vocabulary import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return compile_content(Path(loosen.__file__).parent / "content")
