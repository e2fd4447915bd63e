"""The page of somebody who sat: how high against their own start, and when the coach spoke."""

from collections.abc import Iterator

from .blocks import facts, plain_list, refused, said, stretches
from .document import document, section
from .markup import clock, tag, text
from .pictures import gallery
from .sheet import SittingSheet
from .sitting_plot import sitting_legend, sitting_plots

TITLE = "How you sat"


def sitting_page(sheet: SittingSheet, *, font: bytes | None = None) -> str:
    """The whole file. `font`: the house's own letters (woff2), where they are at hand."""
    return document(f"{sheet.made_from}: {TITLE.lower()}", _parts(sheet), font=font, of=sheet.of)


def _parts(sheet: SittingSheet) -> Iterator[str]:
    yield _top(sheet)
    if sheet.refused is None:
        panel = tag("div", sitting_plots(sheet), sitting_legend(sheet), class_="panel")
        yield section("Against your own start", panel)
    if sheet.said:
        yield section("What changed", said(sheet.said))
    if sheet.facts:
        yield section("All in all", facts(sheet.facts))
    if sheet.pictures:
        yield section("In pictures", gallery(sheet.pictures))
    if sheet.stretches:
        yield section("Not seen to sit", stretches(sheet.stretches))
    yield section("How far to trust it", plain_list(sheet.limits))


def _top(sheet: SittingSheet) -> str:
    source = f"{sheet.made_from}, {clock(sheet.seconds - sheet.begins_s)}, seen from the side"
    notes = (tag("p", text(note), class_="note") for note in sheet.notes)
    return tag(
        "header",
        tag("p", "Loosen", class_="brand"),
        tag("h1", text(TITLE)),
        tag("p", text(source), class_="source"),
        _verdict(sheet),
        *notes,
    )


def _verdict(sheet: SittingSheet) -> str:
    if sheet.refused is not None:
        return refused(sheet.refused)
    count = len(sheet.nudges_s)
    words = " nudge" if count == 1 else " nudges"
    return tag(
        "div",
        tag("p", tag("span", str(count), class_="count"), words),
        tag("p", text(f"{clock(sheet.sat_s)} seen to sit"), class_="few"),
        class_="verdict",
    )
