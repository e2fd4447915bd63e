"""What a browser fetches for the first page, compressed."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from .table import Row

DIST = Path(__file__).resolve().parent.parent / "src" / "loosen" / "web" / "static" / "dist"
BUDGETS_KB = {"js": 30.0, "css": 20.0}


def rows() -> Iterator[Row]:
    """Script and style of the first page in kilobytes (1,000 bytes), gzip."""
    loaded = first_page_files()
    for kind, budget in BUDGETS_KB.items():
        files = [path for path in loaded if path.suffix == f".{kind}"]
        size = sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)
        yield Row(
            what="script of the first page" if kind == "js" else "style of the first page",
            figure=size / 1000,
            unit="kB",
            budget=budget,
            how=f"gzip, {len(files)} files",
        )


def first_page_files() -> set[Path]:
    """The files of the first page's own script and style."""
    return files_of("src/main.ts", "src/main.css")


def files_of(*entries: str) -> set[Path]:
    """The entries' files and all that they import at once, not what is fetched later."""
    manifest = json.loads((DIST / "manifest.json").read_text("utf-8"))
    waiting = list(entries)
    seen: set[str] = set()
    files: set[Path] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        chunk = manifest[name]
        files |= {DIST / part for part in (chunk["file"], *chunk.get("css", []))}
        waiting += chunk.get("imports", [])
    return files
