"""An address as a picture that a phone's camera reads."""

import io

import segno
from django.utils.safestring import SafeString, mark_safe

WHITE_ON_BLACK, AS_BEFORE = "\x1b[97;40m", "\x1b[0m"


def in_terminal(url: str) -> str:
    """Drawn with half blocks, in colours of its own, so that a light window does not turn it."""
    drawn = io.StringIO()
    segno.make(url, error="l", micro=False).terminal(drawn, compact=True)
    return "\n".join(f"{WHITE_ON_BLACK}{line}{AS_BEFORE}" for line in drawn.getvalue().splitlines())


def as_svg(url: str) -> SafeString:
    """Drawn for the page; it stays dark on white in the dark theme too, or cameras fail."""
    code = segno.make(url, error="m", micro=False)
    made = code.svg_inline(scale=8, border=4, dark="#000", light="#fff", omitsize=True)
    return mark_safe(made.replace("<svg", f'<svg role="img" aria-label="QR code of {url}"', 1))
