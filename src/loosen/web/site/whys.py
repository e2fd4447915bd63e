"""What "Why?" says about a reason: its source, how strong it is, and when it was checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from loosen.vocabulary import Certainty, Mark, Reason, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One reason as it is shown. `strength` is empty where the source was not graded."""

    text: str
    citation: str
    link: str
    strength: str
    how_checked: str
    checked_on: date
    is_reviewed: bool


def why_lines(
    because: Iterable[Reason], sources: Mapping[str, Source], certainty: Certainty | None = None
) -> tuple[WhyLine, ...]:
    """Each reason with its source; a source that is not on the shelf shows its id."""
    return tuple(
        _line(reason, sources.get(reason.provenance.source), certainty) for reason in because
    )


def _line(reason: Reason, source: Source | None, certainty: Certainty | None) -> WhyLine:
    provenance = reason.provenance
    grade = certainty if certainty is not None else source.certainty if source else None
    return WhyLine(
        text=reason.text,
        citation=source.citation if source else provenance.source,
        link=source.link if source else "",
        strength=strength_words(grade) if grade is not None else "",
        how_checked=mark_words(provenance.mark),
        checked_on=provenance.checked_on,
        is_reviewed=bool(provenance.reviewed_by),
    )


def strength_words(certainty: Certainty) -> str:
    """How sure the source is, in plain words."""
    match certainty:
        case Certainty.HIGH:
            return "Strong proof"
        case Certainty.MODERATE:
            return "Fair proof"
        case Certainty.LOW:
            return "Weak proof"
        case Certainty.VERY_LOW:
            return "Very weak proof"
        case Certainty.NONE:
            return "No good studies"
        case Certainty.GUIDELINE:
            return "Advice from a guideline"
        case _:
            assert_never(certainty)


def mark_words(mark: Mark) -> str:
    """How far we verified it, in plain words."""
    match mark:
        case Mark.OPENED:
            return "We read the source"
        case Mark.OPENED_SECOND_HAND:
            return "We read it in another source"
        case Mark.OPENED_IN_PART:
            return "We read a part of the source"
        case Mark.RECALLED:
            return "Known, but not looked up yet"
        case Mark.OURS:
            return "Our own choice"
        case _:
            assert_never(mark)
