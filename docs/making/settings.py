"""The page of settings, made from the example file that names each of them."""

from pathlib import Path

from .markdown import code, table
from .writing import finished


def page(root: Path) -> str:
    """Every setting with its meaning and its example."""
    rows: list[tuple[str, str, str]] = []
    words: list[str] = []
    for line in (root / ".env.example").read_text(encoding="utf-8").splitlines():
        text = line.removeprefix("#").strip()
        name, equals, value = text.partition("=")
        if equals and name.replace("_", "").isupper() and " " not in name:
            rows.append((code(name), " ".join(words), code(value) if value else "empty"))
            words = []
        elif text and not text.startswith("---"):
            words.append(text)
        else:
            words = []
    lead = (
        "None is needed at home. Set them as variables of the environment, or in a file `.env` "
        "beside `./run`; `.env.example` is the file to copy. A wrong value stops the start with "
        "the name, the value and what is allowed (exit code 8)."
    )
    return finished("Settings", lead, table(("Name", "Meaning", "Example"), rows))
