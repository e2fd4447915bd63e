"""The real content for the specification of the plan."""

import pytest

from loosen.library.current import load_content
from loosen.vocabulary import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content()
