"""Parts that more than one page has: sums, what was said and when, what was not judged."""

from collections.abc import Iterable

from .markup import clock, tag, text
from .plot import stamp
from .sheet import Said, Stretch


def refused(why: str) -> str:
    """In the place of the count: that there is none, and why."""
    words = tag("p", tag("b", "Not judged."), " ", text(why))
    return tag("div", words, class_="verdict verdict--refused")


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Sums, each with its name."""
    shown = (tag("div", tag("dt", text(name)), tag("dd", text(value))) for name, value in pairs)
    return tag("dl", *shown, class_="facts")


def said(told: Iterable[Said]) -> str:
    """What there was to say, in the order of time."""
    rows = (
        tag("li", stamp(one.t_s), tag("p", text(one.words), *_because(one.because))) for one in told
    )
    return tag("ol", *rows, class_="said")


def _because(words: str) -> tuple[str, ...]:
    return (tag("small", text(words)),) if words else ()


def stretches(unseen: Iterable[Stretch]) -> str:
    """From when to when nothing was judged, and why."""
    rows = (
        tag(
            "li",
            tag("time", text(f"{clock(one.start_s)} to {clock(one.end_s)}")),
            tag("p", text(one.why)),
        )
        for one in unseen
    )
    return tag("ol", *rows, class_="said")


def plain_list(lines: Iterable[str]) -> str:
    """Sentences, one below the other."""
    return tag("ul", *(tag("li", text(one)) for one in lines), class_="plain")
