"""The pages of sources and of explanations."""

from collections import Counter

from loosen.library.parts import parts
from loosen.library.shelves import SHELVES
from loosen.vocabulary import Content, Explanation, Provenance, Source

from .markdown import codes, source_link, table
from .writing import finished


def page(content: Content) -> str:
    """Every source: what we take from it, how far it was read, and how much rests on it."""
    used = _uses(content)
    lead = (
        "Every publication, page and label that a fact rests on. Marks: *opened* (read), "
        "*opened-2nd* (read as quoted elsewhere), *opened/part* (read in part), *recalled* (from "
        "memory, to be checked), *ours* (our own choice). The last column counts the facts that "
        "rest on the source."
    )
    heads = ("Id", "Source", "What we take from it", "Certainty", "Mark, day checked", "Facts")
    rows = [_row(one, used[one.id]) for one in content.sources.values()]
    return finished("Sources", lead, table(heads, rows))


def _row(one: Source, uses: int) -> tuple[str, ...]:
    citation = f"[{one.citation}]({one.link})" if one.link else one.citation
    return (
        f'<a id="{one.id}"></a>`{one.id}`',
        f"{citation} ({one.kind})",
        one.takes,
        one.certainty.value,
        f"{one.mark}, {one.checked_on}",
        str(uses),
    )


def _uses(content: Content) -> Counter[str]:
    return Counter(
        fact.source
        for shelf in SHELVES
        for record in getattr(content, shelf.field).values()
        for _, fact in parts(record)
        if isinstance(fact, Provenance)
    )


def explanations(content: Content) -> str:
    """Every text for reading, and which part of the article each one answers."""
    ordered = sorted(content.explanations.values(), key=lambda one: (one.order, one.id))
    answered = [(row, one) for one in ordered for row in one.answers]
    answered.sort(key=lambda pair: (int("".join(filter(str.isdigit, pair[0]))), pair[0]))
    rows = [(row, f"[{one.title}](#{one.id})") for row, one in answered]
    lead = "The short texts for reading. Every recommendation of the article has an honest answer."
    blocks = ["## What answers which row of the article", table(("Row", "Answered in"), rows)]
    blocks += [block for one in ordered for block in _explanation(one)]
    return finished("Explanations", lead, *blocks)


def _explanation(one: Explanation) -> tuple[str, ...]:
    facts = (one.provenance, *one.more_sources)
    return (
        f'<a id="{one.id}"></a>\n\n## {one.title}',
        *one.paragraphs,
        f"How sure: {one.certainty}. Needs: {codes(one.needs)}. "
        f"From: {'; '.join(source_link(fact) for fact in facts)}.",
    )
