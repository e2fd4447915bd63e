"""Pages to files, and the check that the files are what would be made now."""

from collections.abc import Mapping
from pathlib import Path

MARK = "<!-- Made by docs/generate.py. Edit what it is made from, then run: ./run docs -->"
Pages = Mapping[str, str]


def finished(title: str, *blocks: str) -> str:
    """A page: its title, the mark of being made, and its blocks."""
    return "\n\n".join([f"# {title}", MARK, *(block for block in blocks if block)]) + "\n"


def write(pages: Pages, docs: Path) -> int:
    """Write every page that changed and remove those no longer made."""
    for name, text in _differing(pages, docs).items():
        path = docs / name
        if text is None:
            path.unlink()
            print(f"removed {name}")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {name}")
    return 0


def check(pages: Pages, docs: Path) -> int:
    """Name every stale page; 1 when there is one."""
    stale = _differing(pages, docs)
    for name, text in stale.items():
        state = "is no longer made" if text is None else "is stale"
        print(f"docs/{name} {state}; run: ./run docs")
    return 1 if stale else 0


def _differing(pages: Pages, docs: Path) -> dict[str, str | None]:
    kept = {name: text for name, text in pages.items() if _text(docs / name) != text}
    gone = dict.fromkeys(sorted(_made_before(docs) - pages.keys()))
    return {**kept, **gone}


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _made_before(docs: Path) -> set[str]:
    return {
        path.relative_to(docs).as_posix()
        for path in docs.rglob("*.md")
        if MARK in path.read_text(encoding="utf-8")
    }
