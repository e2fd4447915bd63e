"""Small pieces of Markdown: tables, lists, anchors."""

from collections.abc import Iterable, Sequence

from loosen.vocabulary import Provenance

SIGNED = "signed by {}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty when there are no rows."""
    lines = ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
    if not lines:
        return ""
    head = "| " + " | ".join(heads) + " |"
    rule = "|" + "---|" * len(heads)
    return "\n".join([head, rule, *lines])


def cell(text: str) -> str:
    """Text that stays in its cell."""
    return text.replace("|", "\\|").replace("\n", "<br>").strip() or "-"


def bullets(lines: Iterable[str]) -> str:
    """A list of points."""
    return "\n".join(f"- {line}" for line in lines)


def code(text: str) -> str:
    """An id or a value as it is written."""
    return f"`{text}`"


def codes(texts: Iterable[str]) -> str:
    """Several of them, or a dash."""
    return ", ".join(map(code, texts)) or "-"


def cited(fact: Provenance) -> str:
    """Where a fact comes from: the source with its row, and how far it was verified."""
    signed = f", signed by {fact.reviewed_by}" if fact.reviewed_by else ""
    return f"[{fact.source}]({{sources}}#{fact.source}), {fact.row} ({fact.mark}{signed})"


def source_link(fact: Provenance, to_reference: str = "") -> str:
    """The same, with the way from this page to the page of sources."""
    return cited(fact).replace("{sources}", f"{to_reference}sources.md")
