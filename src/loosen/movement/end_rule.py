"""The numbers of the coach's rules, out of content. The page gets the rules themselves."""

from loosen.vocabulary.shelf import Content

from .ending import EndRule
from .slouch import SlouchRule


def end_rule_of(content: Content) -> EndRule:
    """What ends a set early, as content has its numbers."""
    return EndRule(
        shrunk_percent=content.thresholds["coach-range-shrunk-percent"].value,
        pain_rise=int(content.thresholds["coach-pain-rise-points"].value),
    )


def slouch_rule_of(content: Content) -> SlouchRule:
    """When to nudge who sits, as content has its numbers."""
    return SlouchRule(
        sunk_percent=content.threshold("coach-sunk-percent"),
        lasts_s=content.threshold("coach-sunk-lasts-s"),
        again_s=60 * content.threshold("coach-sunk-again-min"),
    )
