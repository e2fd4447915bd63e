"""The archive with our own Python: just what the page needs, always the same, kept for good."""

import ast
import io
import json
import zipfile

from django.test import Client
from django.urls import reverse

from loosen.library.current import load_content
from loosen.vocabulary.measures import MeasuredBy
from loosen.web.eyes import rooms
from loosen.web.eyes.files import coach_files

# Who sits, the breath and the lift of a phone are among them; Python for the page is 17 MB.
MOST_BYTES = 150_000


def files() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(rooms.archive(load_content()))) as zipped:
        return {name: zipped.read(name).decode() for name in zipped.namelist()}


def test_it_holds_the_engine_as_it_lies_and_no_room_beside_it() -> None:
    held = files()
    assert {name.split("/")[1] for name in held if name.startswith("loosen/movement")} == {
        "movement"
    }
    folders = {name.split("/")[1] for name in held if name.count("/") > 1}
    assert folders == {"movement", "vocabulary"}
    live = (rooms.PACKAGE / "movement" / "live.py").read_text("utf-8")
    assert held["loosen/movement/live.py"] == live


def test_nothing_in_it_is_asked_of_a_package_that_the_page_has_not() -> None:
    wanted = set()
    for name, text in files().items():
        for node in ast.walk(ast.parse(text)) if name.endswith(".py") else ():
            if isinstance(node, ast.Import):
                wanted |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                wanted.add((node.module or "").partition(".")[0])
    assert not wanted & {"numpy", "django", "pydantic"}


def test_the_whole_vocabulary_is_not_loaded_for_a_few_nouns() -> None:
    """To fill its front door takes the page longer than all else of ours."""
    assert files()["loosen/vocabulary/__init__.py"] == ""


def test_the_bundle_has_every_exercise_that_is_measured_and_no_other() -> None:
    content = load_content()
    told = json.loads(files()[rooms.BUNDLE])
    measured = {
        one.id for one in content.exercises.values() if one.measuring.by is not MeasuredBy.TIMER
    }
    assert set(told["exercises"]) == measured


def test_the_same_files_give_the_same_bytes_under_the_same_name_and_few_of_them() -> None:
    content = load_content()
    first = rooms.archive(content)
    rooms._archive.cache_clear()
    assert rooms.archive(content) == first
    assert len(first) <= MOST_BYTES


def test_the_page_may_keep_it_for_good_and_an_older_address_leads_nowhere(visitor: Client) -> None:
    answer = visitor.get(coach_files(load_content()).rooms)
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Type"] == "application/zip"
    assert visitor.get(reverse("coach-rooms", args=["0badc0de"])).status_code == 404


def test_all_that_the_coach_fetches_is_there_and_kept_for_good(visitor: Client) -> None:
    found = coach_files(load_content())
    addresses = [
        *found.models.values(),
        f"{found.vision}vision_wasm_module_internal.js",
        f"{found.pyodide}pyodide.mjs",
        f"{found.pyodide}python_stdlib.zip",
    ]
    for url in addresses:
        answer = visitor.head(url)
        assert answer.status_code == 200, url
        assert "immutable" in answer["Cache-Control"], url


def test_python_for_the_page_is_served_as_a_module_and_as_webassembly(visitor: Client) -> None:
    folder = coach_files(load_content()).pyodide
    kinds = {name: visitor.head(folder + name)["Content-Type"] for name in NAMES}
    assert kinds["pyodide.mjs"].startswith("text/javascript")
    assert kinds["pyodide.asm.wasm"] == "application/wasm"


NAMES = ("pyodide.mjs", "pyodide.asm.wasm")
