"""What can be measured on a page: its width, the size of what is tapped, and what axe finds."""

from functools import cache
from pathlib import Path

from .phone import Phone

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST_TARGET_PX = 48


@cache
def axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


def axe_finds(phone: Phone, *, only: tuple[str, ...] = ()) -> list[str]:
    """Each violation with the places where it is; none is the wish."""
    page = phone.page
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
    wish = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": TAGS}
    found = page.evaluate(
        "async (runOnly) => (await axe.run(document, {runOnly, resultTypes: ['violations']}))"
        ".violations.map(one => [one.id, one.help, one.nodes.map(node => node.html)])",
        wish,
    )
    return [f"{rule}: {words}: {places}" for rule, words, places in found]


def runs_over(phone: Phone) -> list[str]:
    """What reaches beyond the window's right edge, where the page could be slid to it.

    The width is the window's own: a phone's browser calls a page's width its own if it is wider.
    """
    assert phone.page.viewport_size is not None
    told: list[str] = phone.page.evaluate(
        "(width) => document.documentElement.scrollWidth <= width ? [] :"
        " [...document.querySelectorAll('body *')]"
        "   .filter(one => one.getBoundingClientRect().right > width + 1)"
        "   .map(one => one.className || one.tagName)",
        phone.page.viewport_size["width"],
    )
    return told


FIND_SMALL_TARGETS = """
(smallest) => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary');
  const faces = [...all].map(one => {
    const isHidden = one.matches('input') && one.getBoundingClientRect().width < 8;
    const isTick = one.matches('input[type=radio], input[type=checkbox]');
    return isHidden || isTick ? one.closest('label') ?? one : one;
  });
  const isSeen = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !one.matches('.skip-link, input[type=hidden]');
  const isWord = one => one.matches('a') && getComputedStyle(one).display === 'inline';
  return [...new Set(faces)].filter(isSeen).filter(one => !isWord(one)).map(one => {
    const { width, height } = one.getBoundingClientRect();
    const words = one.textContent.trim() || one.name;
    return [words.slice(0, 40), Math.round(width * 10) / 10, Math.round(height * 10) / 10];
  }).filter(([, width, height]) => Math.min(width, height) < smallest - 0.5);
}
"""


def small_targets(phone: Phone) -> list[str]:
    """What is tapped and smaller than a fingertip; a link within a sentence is a word of it."""
    found = phone.page.evaluate(FIND_SMALL_TARGETS, SMALLEST_TARGET_PX)
    return [f"{words}: {width} x {height}" for words, width, height in found]
