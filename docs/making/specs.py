"""The pages of examples, made from the very tables that the tests prove."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .markdown import table
from .writing import Pages, finished


def pages(root: Path) -> Pages:
    """One page for each room with tables under tests/spec."""
    specs = root / "tests" / "spec"
    rooms = sorted({path.relative_to(specs).parts[0] for path in specs.rglob("*.toml")})
    return {f"specs-{room}": _page(specs / room, room) for room in rooms}


def _page(folder: Path, room: str) -> str:
    lead = (
        f"Every row below is a test: `./run test tests/spec/{room}` proves it. The tables are the "
        f"files of `tests/spec/{room}`."
    )
    blocks = [block for path in sorted(folder.rglob("*.md")) for block in _words(path)]
    blocks += [block for path in sorted(folder.rglob("*.toml")) for block in _section(path)]
    return finished(f"Examples: {room}", lead, *blocks)


def _words(path: Path) -> Iterator[str]:
    """What a folder says about its tables, without its heading."""
    yield path.read_text(encoding="utf-8").partition("\n")[2].strip()


def _section(path: Path) -> Iterator[str]:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    yield f"## {tables.get('title', path.stem.replace('-', ' ').capitalize())}"
    yield str(tables.get("prose", ""))
    for rows in tables.values():
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            yield _cases(rows)


def _cases(rows: list[dict[str, Any]]) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    heads = [name.replace("_", " ").capitalize() for name in columns]
    return table(heads, [[_shown(row.get(name)) for name in columns] for row in rows])


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            return "; ".join(f"{_words_of(key)} {_shown(one)}" for key, one in value.items())
        case list() if value and isinstance(value[0], dict):
            return "\n".join(map(_shown, value))
        case list():
            return ", ".join(map(_shown, value)) or "none"
    return str(value)


def _words_of(key: str) -> str:
    return f"{key.replace('_', ' ')}:"
