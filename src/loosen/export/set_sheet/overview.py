"""The page of a whole video: what was done when, and a link to each set."""

from collections.abc import Iterator

from .document import document, section
from .markup import clock, tag, text
from .sheet import Found, Overview

WIDE, HIGH, GAP = 1000.0, 44.0, 2.0
LIKELY = (
    "What an exercise is, is told by how the body moves. It was tried on drawn figures alone, and "
    "can be wrong: look whether the name is right before you read on."
)


def overview_page(overview: Overview, *, font: bytes | None = None) -> str:
    """The whole file. `font`: the house's own letters (woff2), where they are at hand."""
    return document(f"{overview.made_from}: a video", _sections(overview), font=font)


def _sections(overview: Overview) -> Iterator[str]:
    yield tag("header", *_top(overview))
    yield section("What was done", tag("div", _strip(overview), class_="panel") + _list(overview))
    yield section("How sure this is", tag("p", text(LIKELY), class_="limits"))


def _top(overview: Overview) -> Iterator[str]:
    sets = sum(one.title is not None for one in overview.found)
    known = f"{sets} {'set' if sets == 1 else 'sets'} found" if sets else "No exercise was known."
    yield tag("p", "Loosen", class_="brand")
    yield tag("h1", text(overview.made_from))
    yield tag("p", text(f"{clock(overview.seconds)}, {known}"), class_="source")
    yield from (tag("p", text(note), class_="note") for note in overview.notes)


def _strip(overview: Overview) -> str:
    """The video from left to right; a band for each stretch with a set in it."""
    whole_s = max(overview.seconds, 1e-3)
    bands = (
        tag(
            "rect", x=WIDE * one.start_s / whole_s, y=GAP, height=HIGH - 2 * GAP, rx=6.0,
            width=max(WIDE * (one.end_s - one.start_s) / whole_s - GAP, GAP),
            class_="stretch stretch--unknown" if one.title is None else "stretch",
        )
        for one in overview.found
    )  # fmt: skip
    words = "; ".join(f"{_times(one)}: {_name(one)}" for one in overview.found)
    return tag(
        "svg", *bands, viewBox=f"0 0 {WIDE:g} {HIGH:g}", role="img", aria_label=words,
        preserveAspectRatio="none", class_="strip",
    )  # fmt: skip


def _list(overview: Overview) -> str:
    return tag("ol", *map(_row, overview.found), class_="said found")


def _row(one: Found) -> str:
    name = text(_name(one))
    shown = name if one.page is None else tag("a", name, href=one.page)
    told = "" if one.title is None else tag("small", f"{one.count} counted")
    kind = "unknown" if one.title is None else None
    return tag("li", tag("time", text(_times(one))), tag("p", shown, told), class_=kind)


def _times(one: Found) -> str:
    return f"{clock(one.start_s)} to {clock(one.end_s)}"


def _name(one: Found) -> str:
    return one.title or "Nothing that is known"
