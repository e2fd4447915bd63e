"""HTML by hand: every text is escaped here, and nowhere else."""

from html import escape


def tag(name: str, *inside: str, **attributes: str | float | None) -> str:
    """An element; what is inside is markup already. `class_` and `stroke_width` as in HTML."""
    head = name + "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{head}>{''.join(inside)}</{name}>"


def text(words: str) -> str:
    """Words as they are, for the inside of an element."""
    return escape(words, quote=False)


def clock(t_s: float) -> str:
    """Seconds as a person reads them: 7.4 s, or 1:07.4."""
    if t_s < 60:
        return f"{t_s:.1f} s"
    minutes, rest = divmod(round(t_s, 1), 60)
    return f"{minutes:.0f}:{rest:04.1f}"


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
