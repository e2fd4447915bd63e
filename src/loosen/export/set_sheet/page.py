"""The page itself: one file without script, that asks nobody for anything."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from .markup import clock, tag, text
from .pictures import gallery
from .plot import legend, plots, stamp
from .sheet import Row, SetSheet

STYLE = Path(__file__).with_name("sheet.css")
FACE = (
    '@font-face{font-family:"Figtree";font-weight:300 900;'
    "src:url(data:font/woff2;base64,%s) format('woff2')}\n"
)
TRIED = (
    "The counting was tried on drawn figures alone. How well it counts real people is not known."
)
KEPT = "This page was made on your own computer from your own video, and nothing was sent."


def set_page(sheet: SetSheet, *, font: bytes | None = None) -> str:
    """The whole file. `font`: the house's own letters (woff2), where they are at hand."""
    face = FACE % b64encode(font).decode("ascii") if font else ""
    style = face + STYLE.read_text(encoding="utf-8")
    head = "".join((
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        tag("title", text(f"{sheet.title}: a set on video")),
        tag("style", style),
    ))  # fmt: skip
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>{_body(sheet)}</html>\n'


def _policy(style: str) -> str:
    """Nothing may be loaded, and no other style or script may run."""
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{digest}'"


def _body(sheet: SetSheet) -> str:
    return tag("body", tag("main", *_sections(sheet)), tag("footer", tag("p", text(KEPT))))


def _sections(sheet: SetSheet) -> Iterator[str]:
    yield _top(sheet)
    yield _section("Over time", tag("div", plots(sheet), legend(sheet), class_="panel"))
    if sheet.rows:
        yield _section("Each time", _table(sheet))
    if sheet.facts:
        yield _section("All in all", _facts(sheet))
    if sheet.pictures:
        yield _section("In pictures", gallery(sheet.pictures))
    if sheet.said:
        yield _section("What to say", _said(sheet))
    if sheet.stretches:
        yield _section("Not judged", _stretches(sheet))
    yield _section("What this view cannot judge", _limits(sheet))


def _section(title: str, inside: str) -> str:
    return tag("section", tag("h2", text(title)), inside)


def _top(sheet: SetSheet) -> str:
    source = f"{sheet.made_from}, {clock(sheet.seconds)}, seen from the {sheet.view}"
    parts = [
        tag("p", "Loosen", class_="brand"),
        tag("h1", text(sheet.title)),
        tag("p", text(source), class_="source"),
        _verdict(sheet),
    ]
    parts += [tag("p", text(note), class_="note") for note in sheet.notes]
    return tag("header", *parts)


def _verdict(sheet: SetSheet) -> str:
    if sheet.refused is not None:
        words = tag("p", tag("b", "Not judged."), " ", text(sheet.refused))
        return tag("div", words, class_="verdict verdict--refused")
    few = f"{sheet.partials} too small to count" if sheet.partials else "none too small to count"
    return tag(
        "div",
        tag("p", tag("span", str(sheet.count), class_="count"), " counted"),
        tag("p", text(few), class_="few"),
        class_="verdict",
    )


def _table(sheet: SetSheet) -> str:
    names = ("", "From", "Farthest", "Back", "Held", "How far")
    head = tag("tr", *(tag("th", text(one), scope="col") for one in names))
    ordered = sorted(sheet.rows, key=lambda one: one.start_s)
    caption = tag("caption", text(f"How far: {sheet.signal.lower()}, in {sheet.unit}."))
    table = tag("table", caption, tag("thead", head), tag("tbody", *map(_row, ordered)))
    return tag("div", table, class_="frame", tabindex="0", role="region", aria_label="Each time")


def _row(row: Row) -> str:
    name = "too small" if row.number is None else f"{row.number} {row.side}".strip()
    times = (clock(one) for one in (row.start_s, row.peak_s, row.end_s, row.hold_s))
    digits = 2 if abs(row.amplitude) < 8 else 0
    cells = (*times, f"{row.amplitude:.{digits}f}")
    kind = "partial" if row.number is None else None
    return tag(
        "tr",
        tag("th", text(name), scope="row"),
        *(tag("td", text(one)) for one in cells),
        class_=kind,
    )


def _facts(sheet: SetSheet) -> str:
    pairs = (
        tag("div", tag("dt", text(name)), tag("dd", text(value))) for name, value in sheet.facts
    )
    return tag("dl", *pairs, class_="facts")


def _said(sheet: SetSheet) -> str:
    rows = (
        tag("li", stamp(one.t_s), tag("p", text(one.words), *_because(one.because)))
        for one in sheet.said
    )
    return tag("ol", *rows, class_="said")


def _because(words: str) -> tuple[str, ...]:
    return (tag("small", text(words)),) if words else ()


def _stretches(sheet: SetSheet) -> str:
    rows = (
        tag(
            "li",
            tag("time", text(f"{clock(one.start_s)} to {clock(one.end_s)}")),
            tag("p", text(one.why)),
        )
        for one in sheet.stretches
    )
    return tag("ol", *rows, class_="said")


def _limits(sheet: SetSheet) -> str:
    return tag(
        "ul", *(tag("li", text(one)) for one in (*sheet.cannot_judge, TRIED)), class_="plain"
    )
