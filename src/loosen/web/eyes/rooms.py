"""Our own Python for the page: the very files that the server runs, as one archive.

Only what the doors of `movement` need, found by following their imports; so nothing that needs
NumPy gets in. A package of which nothing else is asked gets an empty front door: to fill the whole
vocabulary takes the page longer than all else of ours. Beside them lies what each exercise is
measured by.
"""

import ast
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import loosen
from loosen.movement import end_rule_of, slouch_rule_of
from loosen.vocabulary import Content, canonical_json
from loosen.vocabulary.measures import MeasuredBy

PACKAGE = Path(loosen.__file__).parent
ENTRANCES = ("loosen.movement.live", "loosen.movement.live_sitting")
BUNDLE = "coach.json"
PHRASES = "coach-"  # what the ids of the coach's phrases begin with
MADE_AT = (2022, 1, 1, 0, 0, 0)  # so that the same files give the same bytes


def archive(content: Content) -> bytes:
    """The archive of this content; the same files give the same bytes."""
    return _archive(bundle(content))


@lru_cache(maxsize=2)
def _archive(told: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in sorted(_files().items()):
            zipped.writestr(_entry(name), text)
        zipped.writestr(_entry(BUNDLE), told)
    return held.getvalue()


def version(content: Content) -> str:
    """Changes with what is in the archive."""
    return hashlib.sha256(archive(content)).hexdigest()[:8]


def bundle(content: Content) -> str:
    """What the coach has to know of the content: measures by exercise, its rules, its phrases."""
    return canonical_json(
        {
            "exercises": {
                one.id: one.measuring
                for one in content.exercises.values()
                if one.measuring.by is not MeasuredBy.TIMER
            },
            "end_rule": end_rule_of(content),
            "slouch_rule": slouch_rule_of(content),
            "phrases": {
                id_: phrase.text
                for id_, phrase in content.phrases.items()
                if id_.startswith(PHRASES)
            },
        }
    )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MADE_AT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


# --- which files -----------------------------------------------------------------------------


def _files() -> dict[str, str]:
    """Names in the archive, and what is in them."""
    needed = _needed(ENTRANCES)
    doors = {door for module in needed for door in _packages_above(module)}
    return dict.fromkeys(map(_name_of, doors), "") | {
        _name_of(module): _text_of(module) for module in needed
    }


def _needed(entrances: Iterable[str]) -> set[str]:
    """These modules, those of ours that they import, and so on."""
    found: set[str] = set()
    waiting = [*entrances]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += _imported(module)
    return found


def _imported(module: str) -> Iterator[str]:
    """Modules of ours; a package is one of them only where a name of its own is asked for."""
    inside = module if _file_of(module).name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(_text_of(module))):
        if isinstance(node, ast.ImportFrom):
            origin = _origin(node, inside)
            if origin.startswith("loosen."):
                yield origin


def _origin(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package
    return f"{above}.{node.module}" if node.module else above


def _packages_above(module: str) -> Iterator[str]:
    parts = module.split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts)))


def _file_of(module: str) -> Path:
    path = PACKAGE.parent.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _name_of(module: str) -> str:
    return _file_of(module).relative_to(PACKAGE.parent).as_posix()


def _text_of(module: str) -> str:
    return _file_of(module).read_text(encoding="utf-8")
