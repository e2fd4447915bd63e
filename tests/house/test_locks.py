"""The locked versions name the public registries alone, or no address at all."""

import json
import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_python_lock_names_the_public_index_alone() -> None:
    addresses = re.findall(r'"(https?://[^"]+)"', (ROOT / "uv.lock").read_text(encoding="utf-8"))
    hosts = {urlsplit(address).hostname for address in addresses}
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


@pytest.fixture(scope="module")
def npm_lock() -> dict[str, dict[str, str]]:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    return {name: entry for name, entry in lock["packages"].items() if name}


def test_the_npm_lock_names_no_mirror(npm_lock: dict[str, dict[str, str]]) -> None:
    assert [name for name, entry in npm_lock.items() if "resolved" in entry] == []


def test_every_npm_package_is_locked_by_its_hash(npm_lock: dict[str, dict[str, str]]) -> None:
    assert npm_lock
    assert [name for name, entry in npm_lock.items() if "integrity" not in entry] == []


def test_npm_versions_are_pinned_exactly() -> None:
    """A caret would let a new version of a script onto the pages without a look."""
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    versions = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    assert [name for name, version in versions.items() if not version[0].isdigit()] == []


def test_every_python_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = tomllib.loads(text)["project"]["dependencies"]
    explained = re.findall(r'^    "([^"]+)", +# \S.{11,}$', text, re.MULTILINE)
    assert set(wanted) <= set(explained)
