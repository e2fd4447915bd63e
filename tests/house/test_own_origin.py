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
REPORTS_TO = b"odml.pa.googleapis.com"  # newer versions of the pose model's runtime do
# Other people's runtimes, as they come: what their remarks cite, and where Pyodide would look for
# packages, of which we ask for none. A browser test watches that nothing is fetched from there.
OTHERS = BUILT / "coach"
CITED = {
    *("https://github.com", "http://kripken.github.io", "https://webkit.org"),
    *("https://www.khronos.org", "https://www.ietf.org", "https://tools.ietf.org"),
    *("https://developer.mozilla.org", "http://www.w3.org", "http://en.wikipedia.org"),
    *("http://unicode.org", "http://pubs.opengroup.org", "https://bugzil.la"),
    *("http://server.com", "https://cdn.jsdelivr.net"),
}
LOADED = re.compile(
    r"<(?:script|img|iframe|audio|video|source|embed|link|form|object)\b[^>]*?"
    r"(?:src|href|srcset|action|data)\s*=\s*[\"']?(?:https?:)?//[^\"'>\s]+"
)


def outside_addresses(text: str) -> list[str]:
    return ADDRESS.findall(NAMES_ONLY.sub("", text))


def built_texts() -> list[Path]:
    kinds = {".js", ".mjs", ".css", ".html", ".svg"}
    return [path for path in BUILT.rglob("*") if path.suffix in kinds]


def test_the_built_pages_name_no_outside_address() -> None:
    assert built_texts(), "nothing is built: ./run setup"
    found = {
        path.name: addresses
        for path in built_texts()
        if OTHERS not in path.parents
        if (addresses := outside_addresses(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_the_runtimes_of_others_cite_no_address_that_was_not_looked_at() -> None:
    texts = [path.read_text("utf-8") for path in built_texts() if OTHERS in path.parents]
    assert texts
    assert {one for text in texts for one in outside_addresses(text)} <= CITED


def test_no_built_file_holds_the_address_to_which_newer_versions_report() -> None:
    files = [path for path in BUILT.rglob("*") if path.is_file()]
    assert any(path.suffix == ".wasm" for path in files)
    assert [path.name for path in files if REPORTS_TO in path.read_bytes()] == []


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
