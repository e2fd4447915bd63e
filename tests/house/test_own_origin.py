"""Nothing that a page loads names an address outside its own origin."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src" / "loosen" / "web" / "static" / "dist"
TEMPLATES = ROOT / "src" / "loosen" / "web"
# Names of XML languages; no browser ever fetches them.
NAMES_ONLY = re.compile(r"http://www\.w3\.org/(?:2000/svg|1999/xlink|1999/xhtml|XML/1998/\w+)")
ADDRESS = re.compile(r"https?://[\w.-]+|odml\.pa\.googleapis\.com|(?:url\(|@import\s+)[\"']?//")
LOADED = re.compile(
    r"<(?:script|img|iframe|audio|video|source|embed|link|form|object)\b[^>]*?"
    r"(?:src|href|srcset|action|data)\s*=\s*[\"']?(?:https?:)?//[^\"'>\s]+"
)


def outside_addresses(text: str) -> list[str]:
    return ADDRESS.findall(NAMES_ONLY.sub("", text))


def built_texts() -> list[Path]:
    return [path for path in BUILT.rglob("*") if path.suffix in {".js", ".css", ".html", ".svg"}]


def test_the_built_pages_name_no_outside_address() -> None:
    assert built_texts(), "nothing is built: ./run setup"
    found = {
        path.name: addresses
        for path in built_texts()
        if (addresses := outside_addresses(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_no_template_loads_anything_from_elsewhere() -> None:
    templates = [*TEMPLATES.rglob("*.html")]
    assert templates
    found = {path.name: LOADED.findall(path.read_text(encoding="utf-8")) for path in templates}
    assert {name: loads for name, loads in found.items() if loads} == {}


@pytest.mark.parametrize(
    "text",
    ['fetch("https://odml.pa.googleapis.com/v1/log")', "@import '//fonts.example/a.css'"],
)
def test_an_outside_address_would_be_found(text: str) -> None:
    assert outside_addresses(text)


def test_a_loaded_outside_address_would_be_found_and_a_link_to_a_source_would_not() -> None:
    assert LOADED.findall('<script defer src="//cdn.example/x.js">')
    assert not LOADED.findall('<a href="https://www.nhs.uk/back-pain">')


def test_the_name_of_the_drawing_language_is_no_address() -> None:
    assert outside_addresses('createElementNS("http://www.w3.org/2000/svg", "g")') == []
