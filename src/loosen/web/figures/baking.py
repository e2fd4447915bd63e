"""Bakes every figure of the content into tracks and cards, one of each for every body.

It stands above `library` and `body`, which are strangers, and knows no Django, so that a wheel is
baked by it too. NumPy is loaded only where something has to be baked.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import get_ident

from loosen.vocabulary import (
    Content,
    ContentError,
    Figure,
    canonical_json,
    from_plain,
    parse_json,
)

PACKAGE = Path(__file__).resolve().parents[2]
FOLDER = PACKAGE / "library" / "figures"
INDEX = "index.json"
DIGITS = 12
# Women and men, slim and large; the order in which they take turns.
BODIES = ("woman", "man", "large-woman", "large-man")
EXPECTING = "-expecting"
POSES = ".poses"
MANY = 8  # from so many figures on a second process is worth its start
Say = Callable[[str], None]


def figures_of(content: Content) -> dict[str, tuple[Figure, ...]]:
    """The figures of every item that has any; more than one only in a transfer."""
    alone = {
        id_: (item.figure,)
        for shelf in (content.exercises, content.positions)
        for id_, item in shelf.items()
        if item.figure is not None
    }
    steps = {id_: one.figures for id_, one in content.transfers.items() if one.figures}
    return {**alone, **steps}


def name_of(item_id: str, step: int) -> str:
    """What the files of a figure begin with."""
    return f"{item_id}.{step}" if step else item_id


def hashes_of(content: Content) -> dict[str, str]:
    """By item what its files are made from: its figures and the code that draws."""
    return {
        id_: _short(code_hash().encode() + canonical_json(list(figures)).encode())
        for id_, figures in figures_of(content).items()
    }


@cache
def code_hash() -> str:
    """Over every file that a baked figure depends on."""
    nouns = [PACKAGE / "vocabulary" / name for name in ("figures.py", "tracks.py")]
    files = [*sorted((PACKAGE / "body").glob("*.py")), *nouns, Path(__file__)]
    return _short(b"\0".join(file.read_bytes() for file in files))


def _short(made_from: bytes) -> str:
    return hashlib.sha256(made_from).hexdigest()[:DIGITS]


def read_index(folder: Path) -> dict[str, str]:
    """By item the hash that its files were made from; empty where nothing is baked."""
    try:
        read = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(made) for name, made in read.items()} if isinstance(read, dict) else {}


def bake_changed(content: Content, folder: Path = FOLDER, say: Say = lambda _: None) -> int:
    """Bakes what is not baked from these figures by this code; how many items that were."""
    wanted, found = hashes_of(content), read_index(folder)
    changed = [id_ for id_, made in wanted.items() if found.get(id_) != made]
    if not changed and wanted.keys() == found.keys():
        return 0
    figures = figures_of(content)
    folder.mkdir(parents=True, exist_ok=True)
    if changed:
        say(f"Drawing the figures of {len(changed)} items ...")
        _bake({name_of(id_, one.step): one for id_ in changed for one in figures[id_]}, folder)
    for gone in _left_over(folder, figures):
        gone.unlink(missing_ok=True)
    _write(folder / INDEX, json.dumps(wanted, indent=0, sort_keys=True))
    return len(changed)


def _left_over(folder: Path, figures: Mapping[str, tuple[Figure, ...]]) -> Iterator[Path]:
    """Files of items that have no figure any more."""
    names = {name_of(id_, one.step) for id_, all_ in figures.items() for one in all_}
    bodies = {f"{body}{more}" for body in BODIES for more in ("", EXPECTING)}
    for path in folder.glob("*.*"):
        name, _, body = path.stem.removesuffix(POSES).rpartition(".")
        if name and body in bodies and name not in names:
            yield path


def _write(path: Path, text: str) -> None:
    """Whole or not at all, also where two processes, or two threads of one, bake at once."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


# --- on both cores -----------------------------------------------------------------------------


def _bake(figures: Mapping[str, Figure], folder: Path) -> None:
    """A table for every body, and of each figure, by the name of its files, tracks and cards."""
    from loosen.body.baked import tables

    for body, table in tables().items():
        _write(folder / f"{body}.json", canonical_json(table))
    theirs = set(list(figures)[::2]) if len(figures) >= MANY else set()  # a fair share each
    for_helper = {name: one for name, one in figures.items() if name in theirs}
    helper = _helper(for_helper, folder) if for_helper else None
    _bake_here({name: one for name, one in figures.items() if name not in theirs}, folder)
    if helper is not None and helper.wait() != 0:  # then it takes longer, and is as well done
        _bake_here(for_helper, folder)


def _bake_here(figures: Mapping[str, Figure], folder: Path) -> None:
    from loosen.body.baked import baked

    for name, figure in figures.items():
        for file, text in baked(name, figure):
            _write(folder / file, text)


def _helper(figures: Mapping[str, Figure], folder: Path) -> "subprocess.Popen[str]":
    """A second process that bakes these."""
    command = [sys.executable, "-m", __name__, str(folder)]
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    helper = subprocess.Popen(
        command, stdin=subprocess.PIPE, text=True, encoding="utf-8", env=os.environ | paths
    )
    assert helper.stdin is not None  # it was asked for
    with suppress(BrokenPipeError), helper.stdin:
        helper.stdin.write(canonical_json(figures))
    return helper


def _help(folder: Path) -> None:
    """In the second process: the figures come in as JSON."""
    plain = parse_json(sys.stdin.read(), where="figures to bake", error=ContentError)
    read = {
        name: from_plain(Figure, one, where=name, error=ContentError) for name, one in plain.items()
    }
    _bake_here(read, folder)


if __name__ == "__main__":
    _help(Path(sys.argv[1]))
