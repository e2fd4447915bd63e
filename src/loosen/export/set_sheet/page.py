"""The page of one set."""

from collections.abc import Iterator

from .blocks import facts, plain_list, refused, said, stretches
from .document import document, section
from .markup import clock, tag, text
from .pictures import gallery
from .plot import legend, plots
from .sheet import Row, SetSheet

TRIED = (
    "The counting was tried on drawn figures alone. How well it counts real people is not known."
)


def set_page(sheet: SetSheet, *, font: bytes | None = None) -> str:
    """The whole file. `font`: the house's own letters (woff2), where they are at hand."""
    return document(f"{sheet.title}: a set on video", _sections(sheet), font=font)


def _sections(sheet: SetSheet) -> Iterator[str]:
    yield _top(sheet)
    yield section("Over time", tag("div", plots(sheet), legend(sheet), class_="panel"))
    if sheet.rows:
        yield section("Each time", _table(sheet))
    if sheet.facts:
        yield section("All in all", facts(sheet.facts))
    if sheet.pictures:
        yield section("In pictures", gallery(sheet.pictures))
    if sheet.said:
        yield section("What to say", said(sheet.said))
    if sheet.stretches:
        yield section("Not judged", stretches(sheet.stretches))
    yield section("What this view cannot judge", _limits(sheet))


def _back(sheet: SetSheet) -> Iterator[str]:
    if sheet.back_to is not None:
        link = tag("a", "All of this video", href=sheet.back_to)
        yield tag("p", link, class_="back")


def _top(sheet: SetSheet) -> str:
    source = f"{sheet.made_from}, {_times(sheet)}, seen from the {sheet.view}"
    parts = [
        tag("p", "Loosen", class_="brand"),
        *_back(sheet),
        tag("h1", text(sheet.title)),
        tag("p", text(source), class_="source"),
        _verdict(sheet),
    ]
    parts += [tag("p", text(note), class_="note") for note in sheet.notes]
    return tag("header", *parts)


def _times(sheet: SetSheet) -> str:
    """How long the video is, or from when to when of it."""
    if not sheet.begins_s:
        return clock(sheet.seconds)
    return f"{clock(sheet.begins_s)} to {clock(sheet.seconds)}"


def _verdict(sheet: SetSheet) -> str:
    if sheet.refused is not None:
        return refused(sheet.refused)
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


def _limits(sheet: SetSheet) -> str:
    return plain_list((*sheet.cannot_judge, TRIED))
