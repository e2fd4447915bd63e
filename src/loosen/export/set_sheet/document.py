"""A page that stands alone: one file without script, that asks nobody for anything."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from .markup import tag, text

STYLE = Path(__file__).with_name("sheet.css")
FACE = (
    '@font-face{font-family:"Figtree";font-weight:300 900;'
    "src:url(data:font/woff2;base64,%s) format('woff2')}\n"
)
KEPT = "This page was made on your own computer from your own %s, and nothing was sent."


def document(
    title: str, sections: Iterable[str], *, font: bytes | None = None, of: str = "video"
) -> str:
    """The whole file. `font`: the house's own letters (woff2), where they are at hand."""
    face = FACE % b64encode(font).decode("ascii") if font else ""
    style = face + STYLE.read_text(encoding="utf-8")
    head = "".join((
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        tag("title", text(title)),
        tag("style", style),
    ))  # fmt: skip
    body = tag("body", tag("main", *sections), tag("footer", tag("p", text(KEPT % of))))
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>{body}</html>\n'


def _policy(style: str) -> str:
    """Nothing may be loaded, and no other style or script may run."""
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{digest}'"


def section(title: str, inside: str) -> str:
    """A part of it under its own heading."""
    return tag("section", tag("h2", text(title)), inside)
