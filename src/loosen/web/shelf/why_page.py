"""Why: the sources behind a rule, a sentence, a number or a thing, by its id."""

from collections.abc import Iterator

from loosen.vocabulary import Certainty, Content, Permit, Provenance
from loosen.web.site.whys import mark_words, strength_words

from .library_pages import permit_of
from .pages import SourceLine, WhyPage


def why_page(id_: str, content: Content) -> WhyPage | None:
    """The page of that id; None where nothing has it."""
    for title, text, provenances, certainty in _found(id_, content):
        lines = tuple(_line(one, content, certainty) for one in provenances)
        return WhyPage(title=title, text=text, sources=lines)
    return None


def permits_of(id_: str, content: Content) -> frozenset[Permit]:
    """What has to be open: sources of a move or a text tell how it is done, and how much."""
    if item := content.item(id_):
        return frozenset({permit_of(item)})
    text = content.explanations.get(id_)
    return frozenset(text.needs) if text else frozenset()


Told = tuple[str, str, tuple[Provenance, ...], Certainty | None]


def _found(id_: str, content: Content) -> Iterator[Told]:
    """Wherever the id stands; things that teach a move give their purpose, not the move."""
    if rule := content.rules.get(id_):
        yield rule.suspect, rule.because, (rule.provenance,), None
    if phrase := content.phrases.get(id_):
        yield phrase.text, "", (phrase.provenance,), None
    if threshold := content.thresholds.get(id_):
        told = f"{threshold.value:g} {threshold.unit}"
        yield threshold.text, f"The number is {told}.", (threshold.provenance,), None
    if condition := content.conditions.get(id_):
        yield condition.title, condition.text, (condition.provenance,), None
    if question := content.questions.get(id_):
        yield question.short, question.text, (question.provenance,), None
    for shelf in (content.exercises, content.remedies, content.explanations):
        if item := shelf.get(id_):
            sources = (item.provenance, *item.more_sources)
            yield item.title, getattr(item, "purpose", ""), sources, item.certainty
    for plain in (content.positions, content.transfers):
        if place := plain.get(id_):
            yield place.title, "", (place.provenance,), None


def _line(provenance: Provenance, content: Content, certainty: Certainty | None) -> SourceLine:
    source = content.sources.get(provenance.source)
    grade = certainty if certainty is not None else source.certainty if source else None
    return SourceLine(
        citation=source.citation if source else provenance.source,
        link=source.link if source else "",
        takes=source.takes if source else "",
        strength=strength_words(grade) if grade is not None else "",
        how_checked=mark_words(provenance.mark),
        row=provenance.row,
        note=provenance.note,
        checked_on=provenance.checked_on,
        is_reviewed=bool(provenance.reviewed_by),
    )
