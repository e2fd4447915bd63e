"""What the page of the facts about the person shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One card with what was said on it; `is_open` where an answer is missing."""

    title: str
    url: str
    said: str
    is_open: bool
    is_sign: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """Everything told so far, card by card; `next_url` is the first card still open."""

    signs: tuple[Row, ...]
    facts: tuple[Row, ...]
    next_url: str
    next_label: str
