"""Every number the rooms compare with is in the content, and every number there is used."""

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import loosen
from loosen.triage import CLEARANCE_LASTS
from loosen.vocabulary import Content

SOURCE = Path(loosen.__file__).parent
ROOMS = ("triage", "ledger", "movement", "response", "plan", "web", "cli", "export")
# The clearance of `triage` is handed no content, so its number stands in code and is listed here.
STATED = {"clearance-lasts-h": CLEARANCE_LASTS / timedelta(hours=1)}
# No code compares with these; the person is told in the words of a phrase.
SAID = {"weak-flag-rescreen-days": ("weak-flags", "in a week")}
ASKED = re.compile(r"""threshold\(\s*["']([a-z0-9-]+)["']""")


def sources() -> list[str]:
    paths = [path for room in ROOMS for path in (SOURCE / room).rglob("*.py")]
    return [path.read_text(encoding="utf-8") for path in paths]


def written_texts() -> set[str]:
    nodes = (node for source in sources() for node in ast.walk(ast.parse(source)))
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def filled_in() -> Iterator[re.Pattern[str]]:
    """Every f-string with a hyphen as a pattern; what it fills in may be any word."""
    for source in sources():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
                    for part in node.values
                ]
                if "-" in "".join(parts):
                    yield re.compile("".join(parts))


def test_every_threshold_that_code_asks_for_exists(content: Content) -> None:
    asked = {name for source in sources() for name in ASKED.findall(source)}
    assert asked
    assert asked - content.thresholds.keys() == set()


def test_every_threshold_is_named_in_the_code(content: Content) -> None:
    left = content.thresholds.keys() - written_texts() - STATED.keys() - SAID.keys()
    patterns = list(filled_in())
    assert {id_ for id_ in left if not any(one.fullmatch(id_) for one in patterns)} == set()


def test_a_number_that_code_states_itself_is_the_one_that_is_listed(content: Content) -> None:
    for id_, value in STATED.items():
        assert content.threshold(id_) == value


def test_a_number_that_is_only_said_stands_in_its_phrase(content: Content) -> None:
    for id_, (phrase_id, words) in SAID.items():
        assert id_ in content.thresholds
        assert words in content.phrases[phrase_id].text
