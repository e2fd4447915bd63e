"""The examples of the living page, read from where they are written: the components' README."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

README = settings.WEB / "site" / "templates" / "components" / "README.md"
SECTION = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!^## ).*\n?)*)", re.MULTILINE)
DRAWN = re.compile(r"^```django\n(?P<source>.*?)^```$", re.MULTILINE | re.DOTALL)
COLOUR = re.compile(r"--((?!lightningcss)[a-z][\w-]*):(?:var\(--lightningcss|#|rgb)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One component: what it is called, what is said of it, how it is written."""

    title: str
    words: str
    source: str


@lru_cache(maxsize=1)
def examples() -> tuple[Example, ...]:
    """Every section of the README that has an example to draw."""
    text = README.read_text(encoding="utf-8")
    return tuple(
        Example(
            title=section["title"],
            words=section["body"][: code.start()].strip().replace("`", ""),
            source=code["source"],
        )
        for section in SECTION.finditer(text)
        if (code := DRAWN.search(section["body"]))
    )


@lru_cache(maxsize=1)
def colours() -> tuple[str, ...]:
    """The names of all colours, as the built style sheet holds them."""
    made = json.loads(settings.ASSET_MANIFEST.read_text(encoding="utf-8"))
    sheet = settings.ASSET_MANIFEST.parent / made["src/main.css"]["file"]
    return tuple(dict.fromkeys(COLOUR.findall(sheet.read_text(encoding="utf-8"))))
